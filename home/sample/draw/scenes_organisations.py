"""The organisations; what is seen is what their alternative texts say."""

from . import palette as p
from . import things as t
from .canvas import picture
from .cast import (
    BOY,
    COOK,
    GIRL,
    GRANDFATHER,
    GRANDMOTHER,
    HOST,
    LITTLE,
    NEIGHBOUR,
    ROLLER,
    VEILED,
    WORKER,
)
from .figures import Person, behind, crouch, kneel, sit, stand, wheelchair
from .svg import capsule, circle, ellipse, group, line, path, rect

S = p.SKINS
W, H = 1200, 800


def _line(*points, colour=p.ORANGE):
    return t.thread([(-20, 496), *points, (1220, 496)], colour, 3.6)


@picture("org-ito-no-ma", W, H)
def ito_no_ma(w, h):
    floor = 700
    yield rect(110, 90, 980, floor - 90, p.WHITE) + rect(80, 66, 1040, 36, p.SLATE, 5)
    yield t.ground(w, h, floor)
    yield rect(230, 190, 740, floor - 190, p.ORANGE_PALE)
    for x in (150, 980):
        yield (
            rect(x, 190, 82, floor - 190, p.WOOD_SOFT)
            + line(f"M{x + 41} 190V{floor}M{x} 300H{x + 82}M{x} 420H{x + 82}M{x} 540H{x + 82}", p.WOOD, 5)
            + rect(x, 190, 82, floor - 190, "none", stroke=p.WOOD, stroke_width=7)
        )
    yield t.noren(290, 196, 620, 76, p.GREEN_MID, 6)
    yield (
        rect(300, 380, 150, 10, p.WOOD)
        + t.jar(316, 380, 26, 40)
        + t.jar(350, 380, 26, 40, p.GREEN_MID)
        + t.plant(416, 380, 0.5)
    )
    s = 1.0
    yield sit(GIRL, 466, floor - 14, s, seat=64, hands=((62, -126), (58, -124)))
    yield behind(HOST.but(skirt=False), 610, 610, s, seated=True)
    yield t.stool(312, floor, 74, 90) + sit(GRANDMOTHER, 312, floor, s, hands=((92, -134), (74, -128)))
    yield t.stool(890, floor, 74, 90) + sit(GRANDFATHER, 890, floor, s, left=True, hands=((96, -134), (72, -130)))
    yield t.table(392, floor + 14, 420, 124)
    yield (
        t.cup(430, floor - 108, p.GREEN_SOFT, size=0.8)
        + t.cup(600, floor - 108, p.WHITE, size=0.8)
        + t.cup(776, floor - 108, p.GREEN_SOFT, size=0.8)
    )
    yield t.stool(718, floor + 40, 64, 80) + sit(
        BOY, 718, floor + 40, s, left=True, seat=64, hands=((60, -150), (56, -148))
    )
    yield t.satchel(960, floor - 4, 1.1) + t.plant(116, floor + 10, 1.0)
    yield _line(
        (110, 540),
        (210, 520),
        (310, 580),
        (430, 574),
        (530, 560),
        (610, 530),
        (680, 580),
        (790, 570),
        (900, 560),
        (1020, 500),
    )


@picture("org-kodomo-tsumugi", W, H)
def kodomo_tsumugi(w, h):
    floor = 710
    yield t.blob(600, 370, 510, 310, p.ORANGE_PALE) + t.ground(w, h, floor)
    yield (
        rect(240, 150, 240, 160, p.WHITE, 5)
        + line("M360 150V310", p.GREY_SOFT, 5)
        + rect(700, 210, 260, 12, p.WOOD)
        + t.bowl(750, 210, p.GREEN_MID, p.GREEN)
        + t.bowl(820, 210, p.WHITE, p.WHITE)
        + t.jar(870, 210)
        + t.jar(910, 210, colour=p.GREEN_MID)
    )
    yield stand(
        COOK,
        500,
        floor,
        1.08,
        lean=6,
        hands=((90, -186), (96, -212)),
        props=("", line("M98-218L124-156", p.WOOD, 6)),
        nod=8,
    )
    yield stand(
        Person(skin=S[3], hair=p.BLACK, style="short", top=p.ORANGE_MID, apron=p.WHITE),
        830,
        floor,
        1.08,
        left=True,
        hands=((86, -170), (66, -164)),
        nod=10,
    )
    yield t.table(330, floor + 10, 640, 150) + t.pot(640, floor - 138, p.GREEN, 150, 92)
    yield "".join(
        ellipse(x, floor - 142, 32, 7, p.WHITE) + ellipse(x, floor - 144, 20, 4, p.ORANGE_SOFT) for x in (780, 860, 930)
    )
    dish = ellipse(64, -120, 26, 6, p.WHITE)
    yield stand(GIRL, 300, floor + 30, 1.04, hands=((58, -120), (54, -118)), props=(dish, ""))
    yield stand(
        LITTLE,
        1010,
        floor + 34,
        1.08,
        left=True,
        hands=((50, -92), (46, -90)),
        props=(ellipse(54, -94, 24, 5, p.GREEN_SOFT), ""),
    )
    yield _line(
        (110, 560),
        (250, 610),
        (356, 604),
        (470, 500),
        (560, 470),
        (640, 440),
        (720, 500),
        (820, 540),
        (950, 620),
        (1060, 590),
    )


@picture("org-niji-no-kai", W, H)
def niji_no_kai(w, h):
    floor = 650
    yield t.blob(600, 360, 520, 300, p.GREEN_PALE) + t.ground(w, h, floor)
    yield (
        rect(560, 130, 200, 270, p.WHITE, 4, stroke=p.GREY_SOFT, stroke_width=4)
        + line("M590 180H710M590 216H730M590 252H690", p.GREEN_MID, 6)
        + line("M590 400L560 650M730 400L760 650", p.WOOD, 7)
    )
    writer = Person(skin=S[0], hair=p.BLACK, style="bun", top=p.GREEN, bottom=p.INK)
    yield stand(
        writer,
        470,
        floor + 6,
        1.04,
        hands=((20, -150), (100, -276)),
        props=("", line("M108-282L122-298", p.ORANGE, 6)),
        nod=-6,
    )
    speaker = ROLLER.but(top=p.ORANGE)
    yield wheelchair(speaker, 240, floor + 60, 1.1, hands=((86, -190), (66, -140)))
    carder = Person(skin=S[2], hair=p.BLACK, style="curly", top=p.GREEN_MID, bottom=p.SLATE)
    yield t.chair(960, floor + 60, 1.08, left=True)
    yield sit(
        carder,
        960,
        floor + 60,
        1.08,
        left=True,
        hands=((92, -262), (50, -116)),
        props=(rect(80, -340, 54, 74, p.YELLOW, 5), ""),
    )
    for x, person in (
        (520, Person(build="elder", skin=S[0], hair=p.SILVER, style="short", top=p.GREY)),
        (710, Person(skin=S[1], hair=p.CHESTNUT, style="tail", cloth=p.GREEN, top=p.GREEN_SOFT)),
    ):
        yield (
            behind(person, x, 770, 1.16, seated=True)
            + rect(x - 62, 700, 124, 74, p.WOOD_SOFT, 14)
            + line(f"M{x - 54} 774V830M{x + 54} 774V830", p.WOOD, 9)
        )
    yield _line(
        (90, 560),
        (220, 600),
        (334, 502),
        (430, 460),
        (500, 420),
        (596, 330),
        (680, 440),
        (780, 500),
        (862, 430),
        (930, 540),
        (1000, 590),
        (1090, 560),
    )


@picture("org-kinubashi-jichikai", W, H)
def kinubashi(w, h):
    floor = 640
    yield circle(950, 170, 80, p.ORANGE_PALE) + path("M0 380Q300 300 640 360T1200 340V600H0Z", p.GREEN_PALE)
    for x, c in ((170, p.GREEN), (470, p.SLATE), (770, p.GREEN_MID), (1070, p.SLATE)):
        yield t.house(x, floor, 210, 220, p.WHITE, c, floors=2) + t.flag(x + 50, floor - 106, 30, 66, p.PAPER)
    yield (
        t.ground(w, h, floor)
        + path("M0 730Q300 712 600 728T1200 720V800H0Z", p.GREEN_SOFT)
        + line("M90 762q24-12 48 0t48 0M520 770q24-12 48 0t48 0M920 760q24-12 48 0t48 0", p.WHITE, 4)
    )
    yield line(
        "M0 716H1200M60 716V676M260 716V676M460 716V676M660 716V676M860 716V676M1060 716V676M0 680H1200",
        p.GREY_SOFT,
        5,
    )
    vest = Person(skin=S[1], hair=p.SILVER, style="cap", cloth=p.ORANGE, top=p.ORANGE, bottom=p.SLATE)
    yield stand(
        vest,
        590,
        floor + 34,
        1.02,
        left=True,
        hands=((54, -230), (66, -214)),
        props=("", t.flag(60, -224, 36, 84, p.WHITE)),
    )
    yield stand(
        GRANDMOTHER,
        360,
        floor + 34,
        1.02,
        hands=((40, -130), (62, -120)),
        props=("", t.flag(66, -124, 30, 60, p.WHITE)),
    )
    yield stand(NEIGHBOUR.but(top=p.GREEN), 880, floor + 34, 1.02, left=True, hands=((86, -170), (60, -160))) + stand(
        GIRL, 980, floor + 36, 1.0, left=True
    )
    yield _line(
        (80, 560),
        (220, 536),
        (300, 600),
        (424, 548),
        (480, 500),
        (526, 446),
        (620, 520),
        (730, 570),
        (796, 500),
        (900, 560),
        (990, 610),
        (1120, 536),
    )


@picture("org-hello-itokawa", W, H)
def hello(w, h):
    floor = 710
    yield rect(0, 0, w, floor, p.GREEN_PALE) + t.ground(w, h, floor, p.WOOD_SOFT)
    yield (
        rect(380, 120, 440, 220, "#2e3840", 6)
        + circle(720, 180, 22, p.ORANGE_SOFT)
        + path("M380 300Q500 262 600 290T820 280V340H380Z", "#47525a")
        + line("M600 120V340M380 120H820V340H380Z", p.WHITE, 10)
    )
    yield t.lamp(280, 0, 90, 100, p.ORANGE_MID, False) + t.lamp(920, 0, 90, 100, p.ORANGE_MID, False)
    yield sit(
        Person(skin=S[4], hair=p.BLACK, style="curly", top=p.ORANGE),
        490,
        floor,
        1.05,
        hands=((66, -140), (74, -138)),
        nod=10,
    )
    yield sit(
        COOK.but(style="bob", apron="", top=p.GREEN),
        720,
        floor,
        1.05,
        left=True,
        hands=((66, -140), (60, -138)),
        nod=8,
    )
    yield t.chair(250, floor, 1.08) + sit(VEILED.but(coat=0), 250, floor, 1.08, hands=((104, -150), (96, -146)), nod=12)
    yield t.chair(950, floor, 1.08, left=True) + sit(
        GRANDFATHER, 950, floor, 1.08, left=True, hands=((110, -150), (72, -140)), nod=8
    )
    yield t.table(300, floor + 20, 600, 138)
    yield (
        t.open_book(600, floor - 112, 120)
        + group(rect(-44, -8, 88, 10, p.WHITE, 2), rect(-40, -14, 60, 7, p.ORANGE_SOFT, 2), x=420, y=floor - 112)
        + group(rect(-44, -8, 88, 10, p.WHITE, 2), rect(-20, -14, 60, 7, p.GREEN_SOFT, 2), x=790, y=floor - 112)
    )
    yield _line(
        (120, 420),
        (240, 500),
        (352, 560),
        (440, 576),
        (530, 556),
        (610, 540),
        (690, 556),
        (760, 576),
        (850, 560),
        (940, 530),
        (1080, 460),
    )


@picture("org-yoriya-salon", W, H)
def yoriya(w, h):
    floor = 700
    yield (
        rect(180, 110, 840, 260, p.ORANGE_PALE, 8)
        + path("M180 300Q420 240 640 280T1020 260V370H180Z", p.GREEN_SOFT)
        + line("M460 110V370M740 110V370", p.WHITE, 12)
        + rect(180, 110, 840, 260, "none", 8, stroke=p.WHITE, stroke_width=14)
    )
    yield rect(150, 366, 900, 18, p.WOOD, 4)
    for i, c in enumerate(
        (
            p.ORANGE,
            p.GREEN,
            p.ORANGE_SOFT,
            p.GREEN_MID,
            p.SLATE,
            p.ORANGE_MID,
            p.GREEN_SOFT,
            p.ORANGE,
            p.GREEN,
        )
    ):
        x = 230 + i * 88
        yield (rect(x, 322, 34, 36, c, 4) + rect(x - 5, 316, 44, 8, p.WOOD, 3) + rect(x - 5, 358, 44, 8, p.WOOD, 3))
    yield t.ground(w, h, floor)
    people = [
        GRANDMOTHER,
        GRANDFATHER.but(top=p.GREEN),
        GRANDMOTHER.but(skin=S[2], hair=p.SNOW, style="bob", top=p.GREEN_MID, bottom=p.SLATE),
        GRANDFATHER.but(style="short", hair=p.SILVER, skin=S[0], top=p.ORANGE_MID),
    ]
    line_ = [(-20, 496), (70, 540)]
    for i, person in enumerate(people):
        x = 220 + i * 240
        yield t.chair(x, floor + 30, 1.06) + sit(
            person, x, floor + 30, 1.06, hands=((46, -300), (-26, -296)), nod=-8, lean=-4
        )
        line_ += [(x + 12, 404), (x + 130, 520)]
    yield t.thread([*line_[:-1], (1090, 530), (1220, 496)], width=3.6)


@picture("org-manabi-lab", W, H)
def manabi(w, h):
    floor = 710
    yield t.blob(600, 360, 520, 300, p.GREEN_PALE) + t.ground(w, h, floor)
    yield (
        rect(170, 150, 280, 12, p.WOOD)
        + t.books(190, 150, t.BOOKS + t.BOOKS[:5], 76)
        + t.lamp(610, 0, 110, 110, p.GREEN, False)
    )
    yield (
        rect(790, 440, 270, 14, p.WOOD_SOFT, 4)
        + line("M810 454V700M1040 454V700", p.WOOD, 9)
        + ellipse(925, 438, 110, 8, p.WHITE)
    )
    yield "".join(
        path(
            f"M{x} 434L{x + 26} 392Q{x + 32} 386 {x + 38} 392L{x + 64} 434Z",
            p.WHITE,
            stroke=p.GREY_SOFT,
            stroke_width=2,
        )
        + rect(x + 22, 414, 20, 20, p.INK, 2)
        for x in (832, 894, 956)
    )
    tutor = Person(skin=S[1], hair=p.BLACK, style="crop", top=p.GREEN, bottom=p.SLATE, glasses=True)
    yield t.chair(330, floor + 14, 1.1) + sit(
        tutor,
        330,
        floor + 14,
        1.1,
        hands=((112, -150), (104, -144)),
        nod=12,
        lean=6,
        props=("", line("M108-150L124-172", p.ORANGE, 5)),
    )
    yield t.stool(520, floor + 14, 66, 80) + sit(
        BOY, 520, floor + 14, 1.1, seat=74, hands=((66, -134), (62, -132)), nod=14, lean=5
    )
    yield t.stool(810, floor + 14, 66, 80) + sit(
        GIRL, 810, floor + 14, 1.1, left=True, seat=74, hands=((66, -134), (62, -132)), nod=14
    )
    yield (
        t.table(420, floor + 30, 390, 142)
        + t.open_book(620, floor - 108, 96)
        + t.open_book(720, floor - 108, 70)
        + t.cup(488, floor - 110, p.GREEN_SOFT, size=0.8)
    )
    yield _line(
        (110, 420),
        (240, 470),
        (340, 540),
        (450, 560),
        (560, 590),
        (650, 560),
        (740, 580),
        (830, 560),
        (960, 470),
        (1060, 460),
    )


@picture("org-pantry-itokawa", W, H)
def pantry(w, h):
    floor = 710
    yield (
        rect(90, 0, 1020, floor, p.ORANGE_PALE)
        + line("M90 90L600 20L1110 90", p.WOOD, 10)
        + t.lamp(600, 20, 110, 100, p.GREEN, False)
        + t.ground(w, h, floor)
    )
    for x in (150, 760):
        yield t.shelf(x, floor, 290, 440, 3)
    r = (floor - 294, floor - 148, floor - 10)
    yield (
        t.sack(170, r[0], 52, 66)
        + t.sack(236, r[0], 52, 66, p.GREY_SOFT, p.ORANGE)
        + t.jar(320, r[0])
        + t.jar(362, r[0], colour=p.GREEN_MID)
    )
    yield "".join(
        t.tin(172 + i * 42, r[1], 34, 46, c)
        for i, c in enumerate((p.GREEN, p.ORANGE, p.GREEN_MID, p.ORANGE_MID, p.GREEN, p.SLATE))
    )
    yield t.box(180, r[2], 100, 62) + t.box(300, r[2], 100, 62, p.WOOD)
    yield (
        t.tin(780, r[0], 34, 46)
        + t.tin(822, r[0], 34, 46, p.GREEN)
        + t.sack(900, r[0], 56, 70)
        + t.sack(970, r[0], 52, 60, p.GREY_SOFT, p.ORANGE)
    )
    yield (
        t.jar(790, r[1])
        + t.jar(834, r[1], colour=p.GREEN_SOFT)
        + t.jar(878, r[1], colour=p.ORANGE_SOFT)
        + t.tin(960, r[1], 34, 46, p.GREEN_MID)
        + t.box(800, r[2], 200, 58)
    )
    mother = Person(skin=S[3], hair=p.BLACK, style="bun", top=p.ORANGE, bottom=p.GREEN, skirt=True)
    yield stand(
        mother,
        510,
        floor + 30,
        1.06,
        left=True,
        hands=((108, -196), (30, -140)),
        nod=4,
        props=(t.tin(98, -180, 28, 38, p.GREEN), ""),
    )
    yield stand(
        LITTLE.but(skin=S[3], hair=p.BLACK, style="knot", top=p.GREEN_MID),
        430,
        floor + 44,
        1.1,
        left=True,
        hands=((40, -100), (-30, -96)),
    )
    youth = Person(build="teen", skin=S[0], hair=p.BROWN, style="fringe", top=p.GREEN, bottom=p.SLATE)
    yield t.stool(770, floor + 30, 90, 120) + t.box(715, floor - 64, 112, 70)
    yield stand(youth, 660, floor + 40, 1.08, hands=((76, -206), (92, -196)), nod=12, lean=6)
    yield "".join(
        path(
            f"M{752 + i * 20} {floor - 134}q-4-30 {6 - i * 6}-50",
            stroke=c,
            stroke_width=9,
            stroke_linecap="round",
        )
        for i, c in enumerate((p.GREEN, p.GREEN_MID, p.GREEN))
    )
    yield _line(
        (110, 440),
        (220, 400),
        (330, 480),
        (396, 500),
        (470, 560),
        (560, 600),
        (660, 560),
        (758, 520),
        (850, 440),
        (960, 500),
        (1090, 540),
    )


@picture("org-carers-cafe", W, H)
def carers_cafe(w, h):
    floor = 720
    yield rect(0, 0, w, floor, p.ORANGE_PALE) + t.ground(w, h, floor, p.WOOD_SOFT)
    yield circle(700, 250, 190, p.PAPER) + t.lamp(700, 0, 140, 120, p.GREEN, False)
    folks = (
        GRANDMOTHER,
        Person(build="teen", skin=S[1], hair=p.BLACK, style="bob", top=p.GREY),
        Person(skin=S[0], hair=p.BROWN, style="crop", top=p.GREEN),
    )
    yield sit(folks[1], 640, floor - 30, 1.0, hands=((70, -150), (64, -146))) + sit(
        folks[2], 830, floor - 30, 1.02, left=True, hands=((76, -150), (66, -146))
    )
    yield t.chair(470, floor, 1.06) + sit(folks[0], 470, floor, 1.06, hands=((100, -150), (76, -144)), nod=-3)
    yield t.chair(990, floor, 1.06, left=True) + sit(
        Person(build="broad", skin=S[2], hair=p.SILVER, style="short", top=p.SLATE, bottom=p.INK),
        990,
        floor,
        1.06,
        left=True,
        hands=((110, -150), (80, -144)),
    )
    yield (
        line("M730 600V760M660 766H800", p.WOOD, 12)
        + ellipse(730, 590, 220, 24, p.WOOD_SOFT)
        + "".join(
            t.cup(x, y, c, size=0.85)
            for x, y, c in (
                (580, 590, p.WHITE),
                (690, 580, p.GREEN_SOFT),
                (780, 582, p.WHITE),
                (880, 592, p.GREEN_SOFT),
            )
        )
    )
    yield t.shelf(60, 800, 260, 560, 3)
    for row, y in enumerate((800 - 373, 800 - 187)):
        yield "".join(
            path(f"M{88 + i * 74} {y}q-6-44 30-44t30 44Z", c)
            + line(f"M{104 + i * 74} {y - 32}l8 12M{122 + i * 74} {y - 34}l6 12", p.WOOD, 3)
            for i, c in enumerate((p.ORANGE_MID, p.WOOD, p.ORANGE_MID) if row else (p.WOOD, p.ORANGE_MID, p.WOOD))
        )
    yield "".join(capsule(110 + i * 50, 780, 14, 140 + i * 50, 680, 14, p.WOOD) for i in range(3))
    yield _line(
        (90, 540),
        (220, 470),
        (360, 500),
        (480, 560),
        (590, 560),
        (680, 500),
        (760, 560),
        (850, 560),
        (960, 520),
        (1090, 440),
    )


@picture("org-aya-playpark", W, H)
def playpark(w, h):
    floor = 640
    yield t.blob(560, 330, 520, 290, p.GREEN_PALE) + path(
        f"M0 {floor}Q400 {floor - 40} 800 {floor - 10}T1200 {floor - 20}V800H0Z", p.ORANGE_PALE
    )
    bark = p.mix(p.WOOD, p.BROWN, 0.3)
    yield (
        circle(430, 150, 150, p.GREEN_SOFT)
        + circle(600, 110, 150, p.GREEN_SOFT)
        + circle(740, 190, 120, p.GREEN_SOFT)
        + circle(320, 220, 100, p.GREEN_SOFT)
        + circle(520, 220, 110, p.GREEN_SOFT)
    )
    yield path(
        (
            f"M510 {floor + 10}C530 520 520 440 500 390C470 330 400 320 300 316V296"
            "C400 296 470 290 510 320L500 180H530L548 300C600 280 680 270 790 268V290"
            f"C690 296 610 320 586 390C570 470 590 560 620 {floor + 10}"
            f"Q565 {floor - 4} 510 {floor + 10}Z"
        ),
        bark,
        stroke=bark,
        stroke_width=12,
        stroke_linejoin="round",
    )
    yield sit(BOY, 660, 300, 0.94, seat=0, hip=(0, -16), feet=((40, 50), (28, 54)), hands=((30, -10), (-24, -12)))
    yield line("M340 314V520M340 520h0", p.WOOD, 5) + ellipse(340, 528, 30, 10, p.WOOD)
    yield sit(
        GIRL.but(skirt=False),
        326,
        606,
        0.94,
        seat=66,
        hands=((16, -182), (18, -160)),
        feet=((62, -20), (54, -10)),
        lean=-12,
    )
    yield (
        t.fire(850, 700, 0.95)
        + crouch(NEIGHBOUR, 740, 712, 1.0, nod=6)
        + crouch(GRANDFATHER.but(top=p.GREEN), 980, 712, 1.0, left=True, nod=6)
    )
    yield path("M40 768L520 740H560V760L40 790Z", p.WOOD_SOFT) + line(
        "M120 764V786M220 758V780M320 752V774M420 746V768", p.WOOD, 3
    )
    kid = Person(build="child", skin=S[0], hair=p.BROWN, style="bob", top=p.ORANGE, bottom=p.SLATE)
    yield wheelchair(kid, 240, 764, 0.86, hands=((30, -130), (24, -120)))
    yield _line(
        (80, 560),
        (180, 640),
        (280, 620),
        (344, 440),
        (420, 330),
        (540, 400),
        (660, 290),
        (760, 420),
        (850, 560),
        (960, 600),
        (1100, 520),
    )


@picture("org-itokawa-shokunin", W, H)
def shokunin(w, h):
    floor = 720
    yield circle(600, 220, 360, p.ORANGE_PALE) + t.ground(w, h, floor, p.WOOD_SOFT)
    yield (
        line("M640 0V90", p.INK, 4)
        + rect(622, 86, 36, 34, p.SLATE, 5)
        + path("M626 120C614 142 604 150 604 170A36 36 0 0 0 676 170C676 150 666 142 654 120Z", p.ORANGE_SOFT)
        + line("M560 180H534M720 180H746M580 238L562 256M700 238L718 256", p.ORANGE_MID, 5)
    )
    yield (
        rect(150, 480, 250, 240, p.GREEN_SOFT, 6)
        + rect(140, 466, 270, 18, p.WOOD, 4)
        + t.plant(210, 466, 0.8)
        + t.cup(330, 466, p.WHITE, False)
    )
    yield rect(900, 180, 160, 210, p.WHITE, 5) + line("M980 180V390M900 285H1060", p.GREY_SOFT, 6)
    yield t.ladder(570, floor, 270, 190) + stand(
        WORKER, 548, floor - 120, 1.08, nod=-16, hands=((84, -330), (86, -324)), feet=((-2, 8), (12, -30))
    )
    youth = Person(build="teen", skin=S[3], hair=p.BLACK, style="curly", top=p.GREEN, bottom=p.INK)
    yield stand(youth, 736, floor + 10, 1.12, left=True, hands=((124, -170), (104, -130)), nod=-12, lean=3)
    yield t.chair(960, floor + 14, 1.04, left=True) + sit(GRANDMOTHER, 960, floor + 14, 1.04, left=True, nod=-14)
    yield _line(
        (110, 420),
        (240, 430),
        (380, 560),
        (500, 480),
        (580, 330),
        (640, 166),
        (700, 320),
        (720, 500),
        (820, 600),
        (930, 560),
        (1080, 470),
    )


@picture("org-minsei-itokawa", W, H)
def minsei(w, h):
    floor = 700
    yield t.blob(560, 350, 520, 300, p.GREEN_PALE) + t.ground(w, h, floor)
    yield (
        rect(660, 170, 430, floor - 170, p.WHITE)
        + path("M600 180L700 80H1060L1150 180Z", p.SLATE)
        + rect(880, 330, 150, floor - 330, p.GREEN, 4)
        + circle(904, 520, 9, p.ORANGE_SOFT)
        + t.window(706, 290, 120, 130, p.GREY_SOFT, p.PAPER)
    )
    yield (
        rect(690, 626, 150, 10, p.WOOD)
        + line("M706 636V700M824 636V700", p.WOOD, 7)
        + t.plant(730, 626, 0.7)
        + t.plant(800, 626, 0.62, p.WHITE)
    )
    worker = Person(skin=S[1], hair=p.BROWN, style="bob", top=p.GREEN_SOFT, bottom=p.INK)
    yield t.bush(130, floor, 80) + t.bush(230, floor, 54, p.GREEN_MID)
    band = capsule(-7, -214, 14.8, -9, -204, 14.4, p.ORANGE)
    yield stand(worker, 390, floor + 26, 1.2, hands=((40, -158), (56, -150)), props=("", band))
    can = group(
        rect(-22, -6, 46, 46, p.GREEN_MID, 8),
        line("M24 6L54-16", p.GREEN_MID, 7),
        line("M-18-6Q0-34 22-6", p.GREEN_MID, 6),
        x=66,
        y=-124,
    )
    yield stand(
        GRANDFATHER.but(top=p.ORANGE_MID),
        600,
        floor + 26,
        1.2,
        left=True,
        hands=((36, -140), (62, -136)),
        props=(can, ""),
    )
    yield t.plant(500, floor + 44, 0.9) + t.plant(1080, floor + 16, 1.1)
    yield _line(
        (110, 560),
        (240, 480),
        (340, 470),
        (394, 476),
        (470, 560),
        (540, 556),
        (640, 470),
        (760, 520),
        (890, 600),
        (1010, 560),
        (1110, 500),
    )


@picture("org-wakamono-base", W, H)
def wakamono(w, h):
    floor = 640
    yield (
        rect(0, 0, w, floor, p.GREEN_PALE) + t.ground(w, h, floor, p.WOOD_SOFT) + rect(0, floor - 12, w, 12, p.PAPER)
    )
    yield (
        rect(850, 110, 230, 300, p.PAPER, 5)
        + path("M850 300L920 240L990 300V410H850Z", p.GREY_SOFT)
        + path("M980 320L1040 270L1080 304V410H980Z", p.GREEN_SOFT)
        + line("M965 110V410M850 260H1080", p.WHITE, 9)
        + rect(850, 110, 230, 300, "none", 5, stroke=p.WHITE, stroke_width=10)
    )
    yield (
        path("M90 500Q90 450 140 450H370Q420 450 420 500V660H90Z", p.GREEN)
        + rect(110, 570, 300, 60, p.GREEN_MID, 22)
        + rect(66, 520, 56, 150, p.shade(p.GREEN, 0.14), 26)
    )
    reader = Person(build="teen", skin=S[2], hair=p.BLACK, style="curly", top=p.PAPER, bottom=p.SLATE)
    yield sit(
        reader,
        250,
        680,
        1.08,
        seat=80,
        lean=-10,
        nod=18,
        hands=((84, -134), (62, -130)),
        props=("", t.open_book(74, -118, 56, p.WHITE, 14)),
    ) + rect(390, 520, 56, 150, p.shade(p.GREEN, 0.08), 26)
    yield (
        ellipse(650, 742, 230, 28, p.ORANGE_PALE)
        + rect(610, 680, 92, 20, p.WOOD, 3)
        + line("M622 700V722M690 700V722", p.WOOD, 8)
        + "".join(path(f"M{x} 680v-9l5-5l5 5v9Z", p.WHITE) for x in (622, 644, 668, 682))
    )
    yield kneel(
        Person(skin=S[0], hair=p.BROWN, style="long", top=p.ORANGE_SOFT, bottom=p.SLATE),
        520,
        736,
        1.08,
        nod=12,
        lean=6,
        hands=((54, -56), (82, -62)),
    )
    yield kneel(
        Person(build="broad", skin=S[1], hair=p.BLACK, style="crop", top=p.SLATE, bottom=p.GREY),
        790,
        736,
        1.08,
        left=True,
        nod=12,
        lean=6,
        hands=((40, -52), (36, -50)),
    )
    yield t.chair(1090, 690, 1.04, left=True) + sit(
        Person(skin=S[0], hair=p.CHESTNUT, style="bun", top=p.ORANGE, bottom=p.INK),
        1090,
        690,
        1.04,
        left=True,
        nod=12,
        lean=4,
        hands=((104, -140), (92, -136)),
    )
    yield (
        t.table(880, 690, 180, 122)
        + path("M900 570H1010V552H950V520Q950 500 930 500H912Q900 500 900 512Z", p.GREEN)
        + circle(1006, 536, 13, p.SLATE)
        + path("M880 576H930L900 640H870Z", p.ORANGE_SOFT)
    )
    yield _line(
        (40, 640),
        (130, 720),
        (300, 740),
        (440, 770),
        (620, 766),
        (780, 772),
        (860, 700),
        (900, 590),
        (926, 510),
        (1000, 480),
        (1100, 530),
    )


@picture("org-saigai-vnet", W, H)
def saigai(w, h):
    floor = 470
    yield (rect(0, 0, w, floor, p.GREEN_PALE) + t.ground(w, h, floor, p.GREY_PALE) + rect(300, 130, 600, 12, p.WOOD, 4))
    for x, c in ((380, p.ORANGE), (500, p.WHITE), (620, p.ORANGE)):
        yield path(f"M{x - 46} 200A46 46 0 0 1 {x + 46} 200L{x + 54} 208H{x - 54}Z", c) + line(
            f"M{x} 156V196", p.shade(c, 0.14), 5
        )
    yield "".join(
        line(f"M{x} 142V270", p.WOOD, 9) + path(f"M{x - 26} 270H{x + 26}V316Q{x} 350 {x - 26} 316Z", p.SLATE)
        for x in (750, 840)
    )
    yield (
        path("M300 520H900L1010 740H190Z", p.WHITE)
        + path("M276 640Q460 560 620 620T940 600L952 630Q780 650 620 654T262 672Z", p.GREEN_SOFT)
        + line("M420 520L360 740M760 520L830 740M270 580H930", p.GREY_PALE, 10)
    )
    yield "".join(
        rect(x, y, 34, 20, c, 3)
        for x, y, c in (
            (470, 560, p.ORANGE),
            (640, 690, p.GREEN),
            (560, 604, p.ORANGE_MID),
            (720, 566, p.GREEN),
            (400, 690, p.ORANGE),
            (820, 680, p.ORANGE_MID),
        )
    )
    yield kneel(
        Person(skin=S[0], hair=p.BROWN, style="fringe", top=p.GREEN, bottom=p.SLATE),
        210,
        640,
        1.02,
        nod=10,
        lean=12,
        hands=((90, -60), (112, -50)),
    )
    yield kneel(NEIGHBOUR, 990, 640, 1.02, left=True, nod=10, lean=12, hands=((90, -60), (108, -44)))
    yield crouch(
        Person(
            build="teen",
            skin=S[1],
            hair=p.BLACK,
            style="tail",
            cloth=p.ORANGE,
            top=p.ORANGE_SOFT,
            bottom=p.INK,
        ),
        540,
        556,
        0.9,
        nod=8,
        hands=((70, -40), (62, -28)),
    )
    yield behind(
        GRANDFATHER.but(top=p.GREEN_MID, hair=p.SILVER),
        500,
        824,
        1.1,
        seated=True,
        hands=((-48, -6), (52, -30)),
    ) + behind(VEILED.but(coat=0, cloth=p.ORANGE), 740, 830, 1.1, seated=True, hands=((-50, -20), (46, -10)))
    yield _line(
        (80, 560),
        (200, 590),
        (330, 610),
        (480, 570),
        (590, 560),
        (640, 640),
        (740, 600),
        (880, 590),
        (990, 540),
        (1100, 560),
    )


@picture("org-shimin-koken", W, H)
def koken(w, h):
    floor = 720
    yield t.blob(600, 370, 520, 310, p.ORANGE_PALE) + t.ground(w, h, floor)
    yield (
        rect(220, 170, 170, 130, p.WHITE, 4)
        + path("M236 284L290 214L326 254L346 236L374 284Z", p.GREEN_MID)
        + t.plant(1030, floor + 4, 1.3)
    )
    yield t.chair(400, floor + 10, 1.2) + sit(GRANDMOTHER, 400, floor + 10, 1.2, hands=((84, -140), (118, -146)), nod=8)
    listener = Person(skin=S[1], hair=p.BLACK, style="crop", top=p.GREEN, bottom=p.SLATE, glasses=True)
    yield t.chair(850, floor + 10, 1.2, left=True) + sit(
        listener, 850, floor + 10, 1.2, left=True, lean=13, nod=6, hands=((62, -120), (54, -116))
    )
    yield t.table(470, floor + 30, 330, 146)
    for x, turn, c in ((560, -5, p.GREEN_SOFT), (634, 4, p.ORANGE_SOFT), (708, -3, p.GREEN_SOFT)):
        yield group(
            rect(-30, -40, 60, 44, p.WHITE, 3, stroke=p.GREY_SOFT, stroke_width=2),
            rect(-24, -34, 48, 32, c, 2),
            circle(-4, -18, 7, p.SLATE),
            path("M-16-2Q-4-22 8-2Z", p.SLATE),
            x=x,
            y=floor - 116,
            turn=turn,
        )
    yield _line(
        (110, 560),
        (250, 500),
        (390, 560),
        (480, 590),
        (552, 560),
        (634, 580),
        (710, 540),
        (800, 590),
        (880, 520),
        (1000, 560),
        (1100, 500),
    )
