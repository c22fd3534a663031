"""The five goals, the plan, the council, and the street the site opens with."""

import math

from . import palette as p
from . import things as t
from .canvas import picture
from .cast import (
    BOY,
    COUNCIL,
    COUNCIL_WOMAN,
    GIRL,
    GRANDFATHER,
    GRANDMOTHER,
    HOST,
    LITTLE,
    NEIGHBOUR,
    NEWCOMER,
    ROLLER,
    VEILED,
    WORKER,
)
from .figures import Person, crouch, sit, stand, stick, walk, wheelchair
from .svg import circle, group, line, path, rect

S = p.SKINS


def shop(x, floor, w, h, wall=p.WHITE, sign=p.GREEN, inside=p.ORANGE_PALE):
    """A small shop with a sign and an open front; x is its left side."""
    return (
        rect(x, floor - h, w, h, wall)
        + rect(x - 14, floor - h - 16, w + 28, 24, p.SLATE, 5)
        + t.window(x + w * 0.12, floor - h + 36, w * 0.3, h * 0.13, p.GREY_SOFT)
        + t.window(x + w * 0.58, floor - h + 36, w * 0.3, h * 0.13, p.GREY_SOFT)
        + rect(x + 20, floor - h * 0.68, w - 40, h * 0.1, sign, 4)
        + rect(x + 36, floor - h * 0.55, w - 72, h * 0.55, inside)
    )


@picture("home-hero")
def street(w, h):
    floor = 836
    yield circle(1120, 330, 300, p.ORANGE_PALE) + circle(1120, 330, 180, p.mix(p.ORANGE_PALE, p.ORANGE_SOFT, 0.5))
    yield t.cloud(200, 200, 230, p.WHITE) + t.cloud(880, 130, 170, p.WHITE)
    yield path(f"M0 520C160 430 330 420 520 480S860 560 1060 490S1420 380 1600 450V{floor}H0Z", p.GREEN_PALE)
    yield path(f"M0 660C240 580 430 610 640 630S1180 610 1600 570V{floor}H0Z", p.mix(p.GREEN_PALE, p.GREEN_SOFT, 0.5))
    yield (
        t.block_of_flats(1000, floor, 210, 440, p.WHITE, 4, 6, {(1, 1), (3, 2), (0, 3), (2, 4)})
        + t.cypress(820, floor, 330, p.GREEN_MID)
        + t.cypress(876, floor, 220, p.GREEN_SOFT)
    )
    yield t.house(150, floor, 250, 310, p.WHITE, p.GREEN, floors=2) + t.house(
        1230, floor, 210, 230, p.WHITE, p.ORANGE_MID, lit=True, windows=2
    )
    yield shop(310, floor, 440, 590) + t.awning(330, floor - 350, 400, 40, p.GREEN, p.GREEN_SOFT, 10)
    yield (
        t.lamp(560, floor - 324, 30, 66, p.ORANGE_MID, False)
        + rect(530, floor - 96, 96, 10, p.WOOD)
        + line(f"M542 {floor - 86}V{floor}M614 {floor - 86}V{floor}", p.WOOD, 7)
        + t.plant(570, floor - 96, 0.6)
    )
    yield rect(0, floor, w, h - floor, p.GREY_PALE) + rect(0, floor, w, 8, p.GREY_SOFT)
    yield (
        t.tree(1470, floor + 10, 660, p.GREEN_SOFT, p.mix(p.WOOD, p.BROWN, 0.3), 0.33)
        + circle(1386, 276, 84, p.GREEN_MID, opacity=0.35)
        + circle(1576, 356, 62, p.GREEN_MID, opacity=0.35)
    )
    s = 1.1
    shopkeeper = HOST.but(top=p.GREEN_SOFT, apron=p.GREEN, hair=p.CHESTNUT)
    line_ = [
        (-20, 620),
        (50, 660),
        (140, 722),
        (212, 760),
        (262, 772),
        (330, 700),
        (398, 656),
        (480, 690),
        (570, 740),
        (640, 734),
        (712, 714),
        (780, 750),
        (848, 776),
        (920, 736),
        (956, 664),
        (946, 598),
        (908, 576),
        (874, 602),
        (882, 660),
        (934, 698),
        (1010, 716),
        (1086, 746),
        (1180, 780),
        (1262, 770),
        (1330, 736),
        (1400, 756),
        (1456, 742),
        (1530, 660),
        (1620, 620),
    ]
    yield walk(GRANDMOTHER, 120, floor + 46, s, hands=((24, -130), (-10, -140)), props=(stick(28, -128, 128), ""))
    yield walk(GIRL, 236, floor + 60, s, hands=((30, -100), (-26, -96)))
    yield stand(shopkeeper, 470, floor + 20, s, left=True, hands=((66, -176), (60, -184)))
    yield t.plant(368, floor + 24, 0.86, p.WHITE)
    yield wheelchair(ROLLER.but(top=p.ORANGE), 784, floor + 74, s, hands=((62, -124), (58, -122)))
    yield walk(NEIGHBOUR.but(top=p.GREEN), 642, floor + 66, s, stride=0.6, hands=((60, -170), (56, -168)))
    yield walk(VEILED, 1030, floor + 48, s, stride=0.5, hands=((56, -126), (52, -128))) + t.stroller(
        1168, floor + 52, 1.04, p.GREEN_MID
    )
    yield stand(BOY.but(top=p.ORANGE), 1298, floor + 76, s, hands=((44, -142), (-22, -96)), nod=-4)
    yield t.bench(1390, floor + 52, 200, 74) + t.cat(1420, floor - 28, 0.7, left=True)
    yield sit(
        GRANDFATHER.but(top=p.GREEN_MID),
        1512,
        floor + 52,
        s,
        left=True,
        seat=70,
        hands=((64, -116), (52, -120)),
        props=(stick(62, -116, 116), ""),
    )
    yield t.plant(24, floor + 30, 1.0)
    yield t.thread(line_)


@picture("goal-1-1", 1600, 800)
def place(w, h):
    floor = 600
    yield (
        t.blob(1060, 330, 560, 290, p.GREEN_PALE)
        + t.house(1480, floor, 220, 210, p.WHITE, p.GREY_SOFT)
        + t.house(640, floor, 200, 180, p.WHITE, p.GREY_SOFT)
    )
    yield (
        shop(820, floor, 500, 440)
        + t.awning(836, floor - 256, 468, 36, p.GREEN, p.GREEN_SOFT, 12)
        + rect(940, floor - 210, 240, 210, p.mix(p.ORANGE_PALE, p.ORANGE_SOFT, 0.6))
    )
    yield t.ground(w, h, floor) + path(
        (
            f"M940 {floor}H1180C1180 680 900 690 700 730C560 756 420 770 300 800H0V760"
            f"C300 720 520 690 700 660C820 640 930 636 940 {floor}Z"
        ),
        p.ORANGE_PALE,
    )
    yield stand(HOST, 1090, floor + 10, 1.02, left=True, hands=((64, -220), (20, -150)))
    yield (
        t.plant(860, floor + 8, 0.9)
        + t.plant(1270, floor + 8, 0.9, p.WHITE)
        + t.bench(1330, floor + 30, 180, 66)
        + t.cat(1400, floor - 42, 0.8)
    )
    yield walk(GRANDFATHER, 170, 770, 1.16, hands=((34, -130), (-18, -136)), props=(stick(38, -128, 128), ""))
    parent = Person(skin=S[3], hair=p.BLACK, style="bun", top=p.ORANGE, bottom=p.SLATE)
    yield walk(parent, 420, 744, 1.12, stride=0.7, hands=((66, -120), (60, -118))) + t.stroller(570, 748, 1.08)
    yield walk(BOY, 760, 716, 1.1, hands=((30, -100), (-24, -90)), props=(t.satchel(-34, -136, 1.0), ""))
    yield t.thread(
        [
            (-20, 496),
            (70, 560),
            (150, 640),
            (260, 660),
            (380, 620),
            (500, 620),
            (600, 610),
            (700, 600),
            (770, 590),
            (860, 540),
            (960, 480),
            (1024, 386),
            (1070, 440),
            (1150, 520),
            (1260, 500),
            (1400, 440),
            (1500, 470),
            (1620, 496),
        ]
    )


@picture("goal-1-2", 1600, 800)
def corridor(w, h):
    floor = 680
    yield (
        rect(0, 70, w, floor - 70, p.GREEN_PALE)
        + rect(0, 56, w, 18, p.GREY_SOFT)
        + t.ground(w, h, floor, p.GREY_SOFT)
        + rect(0, floor, w, 8, p.GREY)
    )
    for x, lit in ((150, False), (640, False), (1130, True)):
        yield rect(x - 12, 170, 264, floor - 170, p.GREEN_MID, 4) + rect(
            x, 182, 240, floor - 182, p.ORANGE_PALE if lit else p.GREEN
        )
        yield circle(x + 214, 460, 9, p.GREY_SOFT) if not lit else ""
        yield rect(x - 72, 250, 44, 34, p.WHITE, 3)
    yield path(f"M1370 182L1476 156V{floor + 20}L1370 {floor}Z", p.GREEN)
    yield t.plant(70, floor + 6, 1.0) + t.plant(980, floor + 6, 0.9, p.WHITE)
    yield stand(LITTLE, 1140, floor + 12, 1.1, left=True, hands=((38, -92), (-16, -60))) + wheelchair(
        ROLLER.but(top=p.ORANGE_MID), 1300, floor + 22, 1.02, left=True, nod=-2
    )
    board = group(
        rect(-40, -56, 80, 60, p.ORANGE, 4),
        rect(-33, -46, 66, 46, p.WHITE, 2),
        line("M-24-34H20M-24-24H24M-24-14H10", p.GREY, 2.4),
        x=108,
        y=-168,
    )
    yield stand(VEILED, 520, floor + 24, 1.2, hands=((96, -176), (78, -168)), props=(board, ""))
    yield stand(GRANDFATHER.but(top=p.GREEN_SOFT), 780, floor + 24, 1.2, left=True, hands=((98, -180), (80, -176)))
    yield t.thread(
        [
            (-20, 496),
            (120, 430),
            (270, 460),
            (400, 560),
            (520, 560),
            (610, 500),
            (660, 490),
            (720, 520),
            (810, 560),
            (920, 520),
            (1020, 560),
            (1108, 596),
            (1200, 540),
            (1290, 520),
            (1400, 560),
            (1480, 480),
            (1620, 496),
        ]
    )


@picture("goal-1-3", 1600, 800)
def want_to_try(w, h):
    floor = 660
    yield path("M0 330Q400 220 800 300T1600 270V800H0Z", p.GREEN_PALE)
    for x, s, c in (
        (120, 430, p.GREEN_SOFT),
        (290, 340, p.GREEN_SOFT),
        (1330, 400, p.GREEN_SOFT),
        (1520, 480, p.GREEN_SOFT),
        (1090, 330, p.GREEN_SOFT),
    ):
        yield t.tree(x, floor, s, c, p.WOOD_SOFT, 0.28)
    yield path(f"M0 {floor - 20}Q500 {floor - 50} 900 {floor - 16}T1600 {floor - 30}V800H0Z", p.ORANGE_PALE)
    bark = p.mix(p.WOOD, p.BROWN, 0.3)
    yield (
        circle(560, 130, 140, p.GREEN_MID)
        + circle(720, 90, 150, p.GREEN_MID)
        + circle(860, 170, 120, p.GREEN_MID)
        + circle(690, 200, 110, p.GREEN_MID)
    )
    yield path(
        (
            f"M650 {floor + 14}C668 540 664 430 640 370C610 310 540 300 460 298V276"
            "C540 274 610 270 654 300L650 160H684L694 290C750 270 830 262 930 262V284"
            f"C840 290 750 310 724 380C708 460 726 560 752 {floor + 14}"
            f"Q700 {floor} 650 {floor + 14}Z"
        ),
        bark,
        stroke=bark,
        stroke_width=14,
        stroke_linejoin="round",
    )
    yield sit(
        BOY.but(top=p.ORANGE),
        800,
        284,
        1.0,
        seat=0,
        hip=(0, -16),
        feet=((40, 50), (28, 54)),
        hands=((42, -60), (-24, -12)),
    )
    yield line("M490 296C484 380 520 430 500 560", p.WOOD, 5)
    yield stand(GIRL.but(skirt=False), 440, floor + 60, 1.14, hands=((52, -170), (56, -140)), nod=-14)
    yield (
        t.fire(1010, 742, 1.0)
        + line("M950 742L1000 600L1060 742M1002 604V640", p.SLATE, 5)
        + path("M974 640H1032Q1032 690 1003 690Q974 690 974 640Z", p.INK)
    )
    yield crouch(
        Person(build="teen", skin=S[2], hair=p.BLACK, style="fringe", top=p.GREEN, bottom=p.SLATE),
        870,
        752,
        1.12,
        nod=4,
    )
    yield crouch(
        Person(build="teen", skin=S[0], hair=p.CHESTNUT, style="bob", top=p.ORANGE_SOFT, bottom=p.INK),
        1150,
        752,
        1.12,
        left=True,
        nod=4,
    )
    yield stand(
        Person(skin=S[0], hair=p.BROWN, style="captail", cloth=p.GREEN, top=p.ORANGE_SOFT, bottom=p.GREEN),
        1350,
        floor + 20,
        0.98,
        left=True,
    ) + stand(GRANDFATHER, 1430, floor + 22, 0.98, left=True, hands=((40, -130), (26, -128)))
    yield t.thread(
        [
            (-20, 496),
            (110, 560),
            (260, 520),
            (380, 580),
            (503, 536),
            (560, 430),
            (640, 380),
            (740, 330),
            (810, 230),
            (900, 330),
            (960, 480),
            (1003, 600),
            (1090, 650),
            (1200, 650),
            (1330, 560),
            (1420, 560),
            (1520, 470),
            (1620, 496),
        ]
    )


@picture("goal-2-1", 1600, 800)
def say_help(w, h):
    floor = 690
    yield rect(120, 110, 520, floor - 110, p.ORANGE_PALE, 10) + t.ground(w, h, floor)
    yield (
        rect(190, 170, 210, 200, p.ORANGE_SOFT, 4)
        + circle(330, 310, 40, p.ORANGE_MID)
        + line("M295 170V370M190 170H400V370H190Z", p.WHITE, 9)
    )
    yield (
        rect(160, 470, 260, 220, p.GREEN_SOFT, 4)
        + rect(150, 456, 280, 18, p.WHITE, 4)
        + path("M190 456V424H270V456Z", p.SLATE)
        + line("M270 436H292", p.SLATE, 7)
        + line("M290 480V680", p.GREEN_MID, 3)
    )
    caller = Person(skin=S[1], hair=p.BROWN, style="bun", top=p.ORANGE, bottom=p.SLATE)
    yield stand(
        caller,
        500,
        floor + 30,
        1.26,
        hands=((26, -150), (22, -288)),
        nod=6,
        props=("", group(rect(-6, -24, 12, 46, p.INK, 6), x=26, y=-296, turn=-14)),
    )
    yield (
        t.blob(930, 380, 180, 190, p.GREEN_PALE)
        + t.blob(1200, 380, 150, 170, p.ORANGE_PALE, 0.2)
        + t.blob(1450, 400, 130, 150, p.GREEN_PALE)
    )
    yield t.chair(990, floor + 20, 1.16, left=True) + sit(
        COUNCIL_WOMAN,
        990,
        floor + 20,
        1.16,
        left=True,
        hands=((66, -150), (22, -228)),
        props=("", group(rect(-6, -24, 12, 46, p.INK, 5), x=26, y=-238, turn=-14)),
    )
    yield (
        t.table(780, floor + 34, 170, 138, p.WOOD_SOFT)
        + t.sheet(856, floor - 128, 50, 44, -4, lines=1)
        + t.plant(800, floor - 102, 0.55)
    )
    yield stand(
        GRANDFATHER.but(top=p.GREEN_SOFT, style="short", hair=p.SILVER),
        1220,
        floor + 30,
        1.16,
        left=True,
        hands=((62, -170), (40, -150)),
    )
    yield stand(
        WORKER,
        1440,
        floor + 30,
        1.16,
        left=True,
        hands=((80, -180), (20, -130)),
        props=("", rect(-14, -118, 70, 44, p.ORANGE, 6) + line("M6-118V-132H36V-118", p.INK, 6)),
    )
    yield t.thread(
        [
            (-20, 496),
            (100, 540),
            (260, 600),
            (420, 520),
            (500, 400),
            (556, 352),
            (620, 380),
            (700, 470),
            (790, 440),
            (880, 360),
            (952, 370),
            (1020, 480),
            (1090, 540),
            (1150, 530),
            (1230, 480),
            (1300, 500),
            (1352, 506),
            (1450, 560),
            (1530, 500),
            (1620, 496),
        ]
    )


@picture("goal-2-2", 1600, 800, paper="#232b32")
def rain_night(w, h):
    night, wall, water = "#2e3840", "#47525a", "#3c5a5c"
    yield path("M500 560C800 520 1000 400 1240 300C1400 240 1500 220 1600 214V800H300Z", night)
    yield path("M0 700Q300 670 700 740T1600 790V800H0Z", water)
    for i, (x, y) in enumerate(((150, 600), (390, 604), (640, 590), (880, 530))):
        yield t.house(x, y, 180, 150, wall, "#161b20", lit=i % 2 == 0) + t.flag(x + 42, y - 74, 26, 54, p.WHITE)
    yield path("M0 604Q300 590 640 600C900 570 1100 430 1300 350C1420 304 1520 300 1600 296V800H0Z", "#39434a")
    yield path("M0 720Q260 690 620 730T1200 800H0Z", water) + line(
        "M60 760q24-12 48 0t48 0M330 750q24-12 48 0t48 0M640 776q24-12 48 0t48 0", "#6d8a8a", 4
    )
    yield t.house(1480, 300, 190, 110, wall, "#161b20", lit=True, windows=3, door=False)
    coat = [
        Person(skin=S[1], style="hood", cloth=p.ORANGE, top=p.ORANGE, bottom=p.SLATE, coat=80),
        Person(
            build="elder",
            skin=S[0],
            style="hood",
            cloth=p.ORANGE_SOFT,
            top=p.ORANGE_SOFT,
            bottom=p.SLATE,
            coat=76,
        ),
        Person(build="child", skin=S[2], style="hood", cloth=p.YELLOW, top=p.YELLOW, bottom=p.SLATE, coat=40),
        Person(skin=S[3], style="hood", cloth=p.GREEN_MID, top=p.GREEN_MID, bottom=p.SLATE, coat=80),
        Person(skin=S[0], style="hood", cloth=p.GREEN_SOFT, top=p.GREEN_SOFT, bottom=p.SLATE, coat=80),
    ]
    marks = (
        (250, 690, 0.98, 1),
        (440, 694, 0.98, 0),
        (620, 690, 0.98, 2),
        (790, 660, 0.92, 3),
        (950, 600, 0.86, 4),
        (1090, 530, 0.8, 0),
        (1220, 466, 0.74, 1),
    )
    for x, y, s, who in marks:
        yield walk(coat[who], x, y, s, lean=6, stride=0.7)
    yield t.rain(w, h, 60, p.mix("#232b32", p.WHITE, 0.3))
    chain = [
        (x + (8 if coat[who].build != "child" else 4), y - s * (160 if coat[who].build != "child" else 92))
        for x, y, s, who in marks
    ]
    yield t.thread([(-20, 496), (120, 560), *chain, (1340, 330), (1440, 260), (1520, 330), (1620, 400)], p.ORANGE_MID)


@picture("plan-cover")
def plan_cover(w, h):
    yield circle(800, 500, 380, p.GREEN_PALE)
    floor = 812
    yield path("M0 812Q400 780 800 800T1600 790V1000H0Z", p.GREY_PALE)
    yield t.tree(800, 810, 600, p.GREEN_SOFT, p.mix(p.WOOD, p.BROWN, 0.3), 0.36)
    ring = [
        (800 + 172 * math.cos(a), 424 + 178 * math.sin(a)) for a in (math.radians(128 + 28.4 * i) for i in range(11))
    ]
    line_ = [
        (-20, 620),
        (110, 650),
        (200, 684),
        (284, 680),
        (326, 716),
        (434, 724),
        (510, 684),
        (624, 652),
        *ring,
        (976, 690),
        (1060, 690),
        (1168, 668),
        (1250, 700),
        (1344, 730),
        (1430, 690),
        (1520, 640),
        (1620, 620),
    ]
    yield t.thread(line_, start=6, end=20)
    for i, (x, y) in enumerate(ring):
        yield circle(x, y, 27, (p.ORANGE_SOFT, p.GREEN_MID, p.PAPER, p.ORANGE_MID)[i % 4])
    yield stand(GRANDMOTHER, 210, floor + 44, 1.2, hands=((66, -150), (60, -146))) + stand(
        BOY, 372, floor + 56, 1.2, hands=((50, -120), (-40, -116))
    )
    yield stand(VEILED, 540, floor + 44, 1.2, hands=((70, -170), (-24, -140)))
    yield wheelchair(ROLLER.but(top=p.ORANGE), 1060, floor + 58, 1.2, left=True, hands=((74, -146), (66, -136)))
    yield stand(NEIGHBOUR.but(top=p.GREEN), 1250, floor + 44, 1.2, left=True, hands=((66, -160), (-20, -140))) + stand(
        GIRL, 1400, floor + 56, 1.2, left=True, hands=((50, -116), (40, -100))
    )
    yield t.thread(line_, end=7) + t.thread(line_, start=19)


@picture("about-council")
def council(w, h):
    floor = 870
    yield t.blob(800, 450, 680, 380, p.GREEN_PALE)
    yield rect(360, 210, 880, floor - 210, p.WHITE, 4) + rect(336, 190, 928, 30, p.GREEN, 6)
    yield "".join(t.window(420 + i * 140, 270, 90, 110, p.GREY_SOFT) for i in range(6))
    yield (
        rect(420, 450, 760, 44, p.GREEN, 6)
        + rect(430, 494, 740, floor - 494, p.ORANGE_PALE)
        + line(f"M680 494V{floor}M920 494V{floor}", p.WHITE, 10)
    )
    yield t.lamp(560, 494, 20, 80, p.ORANGE_MID, False) + t.lamp(1040, 494, 20, 80, p.ORANGE_MID, False)
    yield (
        rect(0, floor, w, h - floor, p.GREY_PALE)
        + t.tree(190, floor + 6, 460, p.GREEN_SOFT)
        + t.tree(1430, floor + 6, 380, p.GREEN_MID)
    )
    yield t.bush(1310, floor, 60) + t.plant(400, floor + 16, 1.2) + t.plant(1200, floor + 16, 1.2)
    yield stand(COUNCIL_WOMAN, 700, floor + 36, 1.24, hands=((70, -190), (54, -150)))
    yield walk(
        GRANDFATHER,
        900,
        floor + 40,
        1.24,
        left=True,
        stride=0.5,
        hands=((48, -140), (36, -130)),
        props=(stick(50, -138, 138), ""),
    )
    yield wheelchair(ROLLER.but(top=p.ORANGE), 1110, floor + 56, 1.2, left=True) + stand(
        COUNCIL,
        500,
        floor + 40,
        1.24,
        left=True,
        hands=((60, -170), (44, -160)),
        props=(t.sheet(58, -176, 48, 60, 6, lines=3), ""),
    )
    mother = NEWCOMER.but(top=p.ORANGE_MID)
    yield walk(mother, 250, floor + 44, 1.22, stride=0.6) + walk(
        LITTLE.but(skin=S[2], top=p.GREEN), 360, floor + 50, 1.2
    )
    yield t.thread(
        [
            (-20, 620),
            (110, 680),
            (240, 720),
            (340, 800),
            (430, 690),
            (500, 660),
            (600, 700),
            (700, 690),
            (790, 670),
            (850, 720),
            (930, 700),
            (1030, 770),
            (1130, 740),
            (1260, 650),
            (1420, 590),
            (1620, 620),
        ]
    )


@picture("logo", 120, 120, paper="")
def logo(w, h):
    """Two loops, each through the other: a reef knot."""
    green = "M6 50H30C52 50 44 30 66 30H70C102 30 102 90 70 90H66C44 90 52 70 30 70H6"
    orange = "M114 50H90C68 50 76 30 54 30H50C18 30 18 90 50 90H54C76 90 68 70 90 70H114"
    yield line(green, p.GREEN, 10) + line(orange, p.ORANGE, 10)
    yield path(
        "M10 50H30C37.7 50 41.7 47.55 44.65 44.36M10 70H30C37.7 70 41.7 72.45 44.65 75.64",
        stroke=p.GREEN,
        stroke_width=10,
    )
    yield path("M85.4 36.2C96.9 47.7 96.9 72.3 85.4 83.8", stroke=p.GREEN, stroke_width=10)
