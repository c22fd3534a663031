"""The twelve stories; what is seen is what their alternative texts say."""

from . import palette as p
from . import things as t
from .canvas import picture, spot
from .cast import (
    BOY,
    COOK,
    GIRL,
    GRANDFATHER,
    GRANDMOTHER,
    HOST,
    LITTLE,
    NEWCOMER,
    STUDENT,
    WORKER,
)
from .figures import Person, behind, crouch, kneel, sit, stand, stick
from .svg import capsule, circle, ellipse, group, line, path, rect

S = p.SKINS
BARK = p.mix(p.WOOD, p.BROWN, 0.3)


@picture("story-01")
def old_shop(w, h):
    floor = 868
    yield t.blob(820, 470, 640, 400, p.GREEN_PALE)
    yield t.house(330, floor, 300, 300, p.WHITE, p.GREY_SOFT, floors=2)
    yield t.house(1440, floor, 300, 340, p.WHITE, p.GREY_SOFT, floors=2)
    yield t.ground(w, h, floor)
    yield rect(520, 170, 760, floor - 170, p.WHITE, 4) + rect(500, 150, 800, 34, p.SLATE, 6)
    for x in (610, 810, 1010):
        yield t.window(x, 214, 150, 84, p.GREY_PALE, p.GREY_SOFT)
    yield rect(556, 326, 688, 66, p.GREEN, 4) + circle(640, 359, 18, "none", stroke=p.PAPER, stroke_width=4)
    yield line("M690 359H1010", p.GREEN_MID, 6)
    yield rect(600, 404, 600, floor - 404, p.ORANGE_PALE)
    yield path(f"M600 {floor}L500 1000H1300L1200 {floor}Z", p.ORANGE_PALE)
    yield rect(660, 640, 150, 18, p.WOOD_SOFT, 4) + line("M680 658V868M790 658V868", p.WOOD, 8)
    yield t.plant(735, 640, 0.9) + t.lamp(900, 470, 40, 90, p.GREEN, glow=False)
    yield rect(600, 404, 600, 66, p.GREY_SOFT) + "".join(
        line(f"M600 {y}H1200", p.GREY, 2) for y in (418, 432, 446, 460)
    )
    yield rect(592, 466, 616, 12, p.SLATE, 4)
    yield t.noren(700, 506, 400, 128, p.GREEN_MID, 4)
    x, y, s = 1150, 880, 1.32
    yield behind(HOST.but(skirt=True), x, y, s, hands=((-60, -286), (44, -284)), nod=-4)
    yield t.bench(250, 900, 300)
    gx, gy = 390, 900
    yield sit(
        GRANDFATHER,
        gx,
        gy,
        1.3,
        seat=66,
        nod=-16,
        lean=-6,
        hands=((56, -122), (58, -116)),
        props=(stick(62, -118, 118), ""),
    )
    line_ = [
        (-20, 620),
        (120, 690),
        (250, 760),
        spot(gx, gy, 1.3, (66, -120)),
        (560, 640),
        (640, 520),
        (700, 508),
        (900, 512),
        (1100, 508),
        (1190, 500),
        (1290, 420),
        (1380, 480),
        (1470, 590),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-02")
def curry(w, h):
    floor = 884
    yield t.blob(820, 450, 700, 380, p.ORANGE_PALE)
    yield rect(250, 190, 420, 240, p.ORANGE_SOFT, 6) + circle(560, 350, 56, p.ORANGE_MID)
    yield path("M250 380Q330 330 420 366T670 350V424Q670 430 664 430H256Q250 430 250 424Z", p.GREEN_SOFT)
    yield line("M460 190V430M250 190H670V430H250Z", p.WHITE, 10)
    yield t.lamp(880, 0, 120, 130, p.GREEN, False) + t.lamp(1240, 0, 120, 130, p.GREEN, False)
    yield t.ground(w, h, floor)
    cx = 1400
    yield stand(
        COOK,
        cx,
        floor,
        1.38,
        left=True,
        lean=4,
        hands=((96, -210), (104, -236)),
        props=("", line("M104-240L164-206", p.SLATE, 6) + ellipse(168, -202, 15, 9, p.SLATE)),
    )
    yield t.table(700, floor, 800, 176) + t.pot(1160, floor - 172, p.GREEN, 176, 112)
    for i in range(3):
        yield t.bowl(760 + 76 * i, floor - 172, p.WHITE, p.PAPER, 1.1)
    tx = 860
    tray = (
        rect(52, -172, 116, 10, p.WOOD, 4)
        + t.bowl(86, -172, p.WHITE, p.ORANGE_MID, 0.9)
        + t.bowl(136, -172, p.WHITE, p.ORANGE_MID, 0.9)
    )
    yield stand(STUDENT, tx, floor + 28, 1.34, hands=((92, -164), (78, -162)), props=(tray, ""))
    dish = ellipse(66, -104, 30, 6, p.WHITE)
    yield stand(GIRL, 580, floor + 34, 1.3, hands=((60, -102), (52, -100)), props=(dish, ""), nod=-6)
    yield stand(BOY, 420, floor + 24, 1.34, hands=((60, -102), (52, -100)), props=(dish, ""), nod=-5)
    yield stand(
        LITTLE,
        270,
        floor + 36,
        1.34,
        hands=((46, -78), (42, -76)),
        props=(ellipse(52, -80, 26, 5, p.WHITE), ""),
        nod=-8,
    )
    line_ = [
        (-20, 620),
        (110, 700),
        (220, 800),
        (344, 804),
        (430, 770),
        (512, 788),
        (600, 760),
        (668, 776),
        (800, 640),
        (986, 656),
        (1080, 590),
        (1170, 612),
        (1254, 556),
        (1330, 590),
        (1420, 640),
        (1520, 600),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-03")
def letter(w, h):
    floor = 884
    yield rect(0, 110, w, floor - 110, p.GREEN_PALE) + rect(0, 96, w, 20, p.GREY_SOFT)
    yield t.ground(w, h, floor, p.GREY_SOFT) + rect(0, floor, w, 10, p.GREY)
    yield rect(250, 250, 310, floor - 250, p.GREEN_MID, 4) + rect(268, 268, 274, floor - 268, p.GREEN, 3)
    yield rect(330, 470, 130, 26, p.shade(p.GREEN, 0.3), 4) + circle(508, 600, 12, p.GREY_SOFT)
    yield rect(606, 330, 70, 46, p.WHITE, 4) + line("M620 353H660", p.GREY, 4)
    yield rect(1090, 250, 310, floor - 250, p.GREEN_MID, 4) + rect(1108, 268, 274, floor - 268, p.ORANGE_PALE)
    yield t.lamp(1290, 268, 30, 80, p.ORANGE_MID, glow=False)
    yield stand(GRANDMOTHER, 1180, floor, 1.32, left=True, lean=11, nod=10, hands=((40, -170), (84, -190)))
    yield path(f"M1382 268L1500 236V{floor + 22}L1382 {floor}Z", p.GREEN) + circle(1482, 590, 11, p.GREY_SOFT)
    yield t.plant(1004, floor + 4, 1.1) + t.plant(180, floor + 6, 1.3, p.WHITE)
    nx = 800
    board = group(rect(-6, -52, 12, 56, p.ORANGE, 3), t.open_book(0, 8, 150), x=86, y=-204)
    yield stand(NEWCOMER, nx, floor + 12, 1.38, nod=12, hands=((98, -190), (64, -196)), props=("", board), lean=2)
    yield capsule(nx + 94, floor - 276, 11, nx + 118, floor - 296, 9, NEWCOMER.skin)
    line_ = [
        (-20, 620),
        (140, 560),
        (300, 560),
        (460, 640),
        (620, 700),
        (760, 640),
        (850, 596),
        (918, 584),
        (990, 600),
        (1060, 650),
        (1100, 640),
        (1230, 600),
        (1360, 660),
        (1480, 592),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-04", paper="#232b32")
def heavy_rain(w, h):
    night, wall, roof, water = "#2e3840", "#47525a", "#161b20", "#3c5a5c"
    floor = 880
    yield t.blob(560, 330, 560, 280, night)
    yield path("M0 560H760V720H0Z", water)
    for y, x in ((590, 60), (612, 330), (640, 140), (668, 420), (690, 40), (690, 560)):
        yield line(f"M{x} {y}q30-16 60 0t60 0t60 0", p.mix(water, p.WHITE, 0.25), 4)
    yield path("M-20 540Q330 400 680 540L680 568Q330 438-20 568Z", p.mix(wall, p.WHITE, 0.12))
    yield "".join(
        line(f"M{x} {y}V{y - 62}", p.mix(wall, p.WHITE, 0.12), 8)
        for x, y in ((40, 528), (180, 488), (330, 474), (480, 488), (620, 528))
    )
    yield line("M-20 474Q330 340 680 474", p.mix(wall, p.WHITE, 0.12), 9)
    yield path(f"M0 700Q380 680 780 716V{h}H0Z", "#39434a") + rect(760, 716, 860, 300, "#39434a")
    yield rect(1010, 330, 520, floor - 330, wall) + path("M950 340L1080 190H1460L1600 340Z", roof)
    yield rect(1360, 480, 120, 110, p.ORANGE_SOFT, 4) + line("M1420 480V590M1360 535H1480", wall, 6)
    yield rect(1090, 470, 200, floor - 470, roof, 4) + rect(1100, 480, 30, floor - 480, p.ORANGE_SOFT)
    yield rect(1130, 480, 152, floor - 480, p.mix(p.WOOD, p.INK, 0.35)) + circle(1150, 690, 9, p.ORANGE_SOFT)
    yield path(f"M1100 {floor}H1130L1090 {h}H980Z", p.ORANGE_SOFT, opacity=0.35)
    x, y, s = 900, 902, 1.42
    torch = spot(x, y, s, (66, -172))
    yield path(
        (f"M{torch[0] + 22} {torch[1] + 10}L{torch[0] - 60} 960H{torch[0] + 190}L{torch[0] + 40} {torch[1] + 2}Z"),
        p.ORANGE_PALE,
        opacity=0.4,
    )
    yield ellipse(torch[0] + 64, 958, 128, 18, p.ORANGE_PALE, opacity=0.4)
    man = Person(skin=S[1], style="hood", cloth=p.ORANGE, top=p.ORANGE, bottom=p.SLATE, coat=92, shoes=p.INK)
    lamp = group(rect(-10, -10, 46, 20, p.GREY_SOFT, 6), rect(32, -15, 14, 30, p.WHITE, 4), x=66, y=-172, turn=46)
    yield stand(man, x, y, s, hands=((128, -248), (62, -176)), props=("", lamp), lean=4)
    yield t.rain(w, h, 72, p.mix("#232b32", p.WHITE, 0.34), 52, lambda rx, ry: rx < 960 or ry < 160)
    line_ = [
        (-20, 620),
        (160, 660),
        (340, 640),
        (520, 700),
        (700, 720),
        (850, 690),
        torch,
        (1060, 590),
        (1115, 560),
        (1200, 610),
        (1340, 650),
        (1420, 540),
        (1520, 560),
        (1620, 620),
    ]
    yield t.thread(line_, p.ORANGE_MID)


@picture("story-05")
def slow_start(w, h):
    floor = 800
    yield rect(0, 0, w, floor, p.GREEN_PALE) + t.ground(w, h, floor, p.WOOD_SOFT)
    yield "".join(line(f"M0 {y}H{w}", p.shade(p.WOOD_SOFT, 0.05), 3) for y in (860, 930)) + rect(
        0, floor - 16, w, 16, p.PAPER
    )
    yield (
        rect(1180, 150, 320, 400, p.PAPER, 6)
        + t.tree(1390, 548, 300, p.GREEN_SOFT)
        + line("M1180 150H1500V550H1180ZM1340 150V550M1180 350H1500", p.WHITE, 12)
    )
    yield (
        rect(120, 240, 200, 14, p.WOOD, 3)
        + t.books(140, 240, t.BOOKS)
        + rect(620, 200, 170, 120, p.PAPER, 4)
        + path("M640 300L690 240L724 280L744 260L772 300Z", p.GREEN_MID)
    )
    yield path("M150 620Q150 560 210 560H500Q560 560 560 620V800H150Z", p.GREEN) + rect(
        120, 640, 70, 180, p.shade(p.GREEN, 0.14), 30
    )
    reader = Person(build="teen", skin=S[0], hair=p.BLACK, style="bob", top=p.PAPER, bottom=p.SLATE)
    book = t.open_book(74, -118, 56, p.WHITE, 14)
    yield rect(170, 706, 400, 70, p.GREEN_MID, 26)
    yield sit(reader, 350, 846, 1.34, seat=80, lean=-10, nod=18, hands=((84, -134), (62, -130)), props=("", book))
    yield rect(520, 640, 66, 180, p.shade(p.GREEN, 0.08), 30)
    yield ellipse(850, 912, 270, 34, p.ORANGE_PALE)
    one = Person(build="adult", skin=S[2], hair=p.BROWN, style="crop", top=p.ORANGE_SOFT, bottom=p.SLATE)
    two = Person(build="broad", skin=S[1], hair=p.BLACK, style="knot", top=p.SLATE, bottom=p.GREY, glasses=True)
    yield rect(806, 836, 108, 22, p.WOOD, 3) + line("M820 858V884M900 858V884", p.WOOD, 10)
    yield "".join(path(f"M{x} 836v-10l5-5l5 5v10Z", p.WHITE) for x in (820, 844, 868, 890))
    yield kneel(one, 700, 904, 1.3, hands=((54, -56), (82, -62)), nod=12, lean=6) + kneel(
        two, 1020, 904, 1.3, left=True, nod=12, lean=6, hands=((40, -52), (36, -50))
    )
    knitter = Person(skin=S[0], hair=p.CHESTNUT, style="bun", top=p.GREEN_MID, bottom=p.SLATE)
    kx, ky, ks = 1400, 876, 1.3
    yield t.chair(kx, ky, ks, left=True)
    wool = path("M62-150h52v56q-26 8-52 0Z", p.ORANGE) + line("M52-158L120-146M60-142L126-164", p.WOOD, 4)
    yield sit(knitter, kx, ky, ks, left=True, nod=14, hands=((88, -140), (66, -142)), props=("", wool))
    line_ = [
        (-20, 620),
        (60, 760),
        (160, 900),
        (330, 930),
        (480, 900),
        (620, 948),
        (800, 940),
        (960, 960),
        (1100, 920),
        (1190, 946),
        (1230, 890),
        (1292, 800),
        (1310, 740),
    ]
    yield (
        t.ball_of_wool(1190, 930, 34)
        + t.thread(line_)
        + t.thread([(1310, 740), (1350, 690), (1480, 700), (1540, 640), (1620, 620)])
    )


@picture("story-06")
def carers(w, h):
    yield rect(180, 90, 1240, 570, p.ORANGE_PALE, 12) + circle(980, 330, 96, p.ORANGE_SOFT)
    yield path("M180 500Q420 380 660 470T1120 440T1420 470V660H180Z", p.GREEN_PALE) + path(
        "M180 580Q520 500 860 560T1420 540V660H180Z", p.GREEN_SOFT
    )
    yield (
        t.tree(330, 600, 330, p.GREEN_MID) + t.cypress(1300, 600, 240) + t.house(1130, 590, 110, 70, p.WHITE, p.SLATE)
    )
    yield line("M800 90V660", p.WHITE, 16) + rect(180, 90, 1240, 570, "none", 12, stroke=p.WHITE, stroke_width=20)
    yield rect(120, 650, 1360, 30, p.WOOD, 6) + rect(120, 680, 1360, 12, p.shade(p.WOOD, 0.2))
    yield t.cup(712, 652, p.WHITE, size=1.3) + t.cup(880, 652, p.WHITE, size=1.3) + t.plant(1390, 652, 0.9)
    yield t.ground(w, h, 930)
    for x in (580, 1010):
        yield line(f"M{x - 40} 880L{x - 60} 990M{x + 40} 880L{x + 60} 990M{x - 54} 950H{x + 54}", p.WOOD, 12)
    elder = Person(build="elder", skin=S[0], hair=p.SILVER, style="bun", top=p.GREEN_SOFT, bottom=p.SLATE)
    young = Person(build="teen", skin=S[1], hair=p.BLACK, style="tail", cloth=p.ORANGE, top=p.ORANGE_MID, bottom=p.INK)
    for x, colour in ((580, elder.bottom), (1010, young.bottom)):
        yield rect(x - 86, 800, 172, 92, colour, 40) + rect(x - 92, 870, 184, 22, p.WOOD, 10)
    yield behind(elder, 580, 846, 1.86, seated=True, nod=4, hands=((-30, -70), (30, -74)), lap=(True, True))
    yield group(
        path(
            "M-50-92C-62-40-66-10-58 8L0 52L58 8C66-10 62-40 50-92C30-114 16-112 0-106C-16-112-30-114-50-92Z",
            p.GREEN,
        ),
        line("M-46 0L-50 20M-30 14L-32 34M-12 28V48M12 28V48M30 14L32 34M46 0L50 20", p.GREEN, 4),
        line("M-54-30L0 18L54-30M-52-54L0-4L52-54", p.GREEN_MID, 3),
        x=580,
        y=836,
        scale=1.86,
    )
    yield behind(young, 1010, 850, 1.86, seated=True, nod=-3, hands=((-26, -76), (26, -76)), lap=(True, True))
    yield group(
        path("M-44 0Q-50-88 0-92Q50-88 44 0Q0 8-44 0Z", p.GREEN_MID),
        line("M-14-92Q0-112 14-92", p.GREEN, 6),
        rect(-28, -44, 56, 32, p.GREEN, 8),
        x=1230,
        y=978,
        scale=1.5,
    )
    line_ = [
        (-20, 620),
        (120, 600),
        (260, 520),
        (420, 560),
        (524, 690),
        (600, 740),
        (690, 690),
        (800, 600),
        (900, 640),
        (960, 720),
        (1060, 730),
        (1150, 850),
        (1232, 842),
        (1330, 760),
        (1440, 640),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-07")
def playpark(w, h):
    floor = 840
    yield t.blob(860, 420, 690, 390, p.GREEN_PALE)
    yield path(f"M0 {floor - 20}Q500 {floor - 70} 900 {floor - 30}T1600 {floor - 40}V{h}H0Z", p.ORANGE_PALE)
    yield (
        circle(780, 230, 190, p.GREEN_SOFT)
        + circle(1010, 180, 210, p.GREEN_SOFT)
        + circle(1220, 270, 180, p.GREEN_SOFT)
        + circle(610, 330, 130, p.GREEN_SOFT)
        + circle(900, 330, 150, p.GREEN_SOFT)
        + circle(1080, 340, 110, p.GREEN_SOFT)
    )
    yield path(
        (
            f"M930 {floor + 4}C960 700 950 600 930 520C900 450 800 440 660 430L664 400"
            "C800 396 900 392 960 420C970 350 950 300 930 240H970C990 320 1010 360 1020 400"
            "C1080 360 1180 350 1290 352L1290 384C1180 390 1090 420 1050 500"
            f"C1030 600 1050 720 1080 {floor + 4}Q1005 {floor - 12} 930 {floor + 4}Z"
        ),
        BARK,
        stroke=BARK,
        stroke_width=14,
        stroke_linejoin="round",
    )
    yield (
        circle(900, 120, 120, p.GREEN_MID, opacity=0.5)
        + circle(1180, 160, 110, p.GREEN_MID, opacity=0.5)
        + circle(700, 260, 84, p.GREEN_MID, opacity=0.5)
    )
    one = Person(build="child", skin=S[1], hair=p.BLACK, style="fringe", top=p.ORANGE, bottom=p.SLATE)
    two = Person(build="child", skin=S[3], hair=p.BLACK, style="knot", top=p.PAPER, bottom=p.GREEN)
    yield sit(one, 740, 478, 1.16, left=True, seat=60, hands=((30, -62), (-30, -62)), feet=((48, 8), (36, 12)))
    yield sit(two, 1250, 424, 1.16, seat=60, hands=((40, -130), (-22, -62)), feet=((46, 8), (36, 12)))
    woman = Person(skin=S[0], hair=p.BROWN, style="captail", cloth=p.GREEN, top=p.ORANGE_SOFT, bottom=p.GREEN)
    wx = 1176
    yield stand(woman, wx, floor + 20, 1.3, left=True, hands=((92, -236), (84, -212)), lean=3)
    yield line("M1064 560Q1080 600 1094 574M940 600H1058M944 614H1056", p.PAPER, 6)
    man = Person(build="broad", skin=S[1], hair=p.BLACK, style="crop", top=p.GREEN, bottom=p.SLATE)
    yield crouch(man, 330, floor + 70, 1.36, hands=((96, -56), (88, -44)), nod=8)
    yield t.fire(520, floor + 76, 1.15)
    yield crouch(GIRL.but(skirt=False), 680, floor + 72, 1.36, left=True, hands=((62, -54), (56, -50)), nod=8)
    yield (t.bush(1450, floor - 26, 90) + t.bush(1540, floor - 20, 60, p.GREEN_MID) + t.bush(130, floor - 34, 76))
    line_ = [
        (-20, 620),
        (130, 540),
        (320, 520),
        (500, 470),
        (650, 424),
        (730, 400),
        (850, 470),
        (960, 606),
        (1058, 606),
        (1090, 556),
        (1150, 470),
        (1250, 350),
        (1340, 420),
        (1420, 580),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-08")
def light_bulb(w, h):
    floor = 890
    yield circle(820, 330, 470, p.ORANGE_PALE) + circle(820, 270, 250, p.mix(p.ORANGE_PALE, p.ORANGE_SOFT, 0.5))
    yield t.ground(w, h, floor)
    yield rect(130, 560, 430, floor - 560, p.GREEN_SOFT, 4) + rect(116, 540, 458, 26, p.WHITE, 5)
    yield line("M344 580V880", p.GREEN_MID, 3) + line("M310 640V700M378 640V700", p.GREEN_MID, 6)
    yield (
        path("M190 540V500H290V540Z", p.SLATE)
        + line("M290 512H310", p.SLATE, 8)
        + path("M214 500Q240 476 266 500Z", p.SLATE)
        + line("M470 540V450Q470 420 440 420H420V440", p.GREY, 9)
    )
    yield (
        rect(130, 230, 330, 14, p.WOOD, 3)
        + t.jar(160, 230)
        + t.jar(206, 230, colour=p.GREEN_MID)
        + t.bowl(300, 230, p.WHITE, p.WHITE)
        + t.bowl(300, 208, p.ORANGE_SOFT, p.WHITE)
        + t.tin(380, 230, 36, 52)
    )
    yield rect(1300, 190, 190, 260, p.WHITE, 6) + line("M1395 190V450M1300 320H1490", p.GREY_SOFT, 6)
    yield (
        line("M820 0V140", p.INK, 4)
        + rect(800, 136, 40, 40, p.SLATE, 6)
        + path("M804 176C790 204 776 214 776 240A44 44 0 0 0 864 240C864 214 850 204 836 176Z", p.WHITE)
    )
    yield "".join(
        line(d, p.ORANGE_MID, 5)
        for d in ("M724 250H690", "M916 250H950", "M750 312L724 338", "M890 312L916 338", "M820 326V360")
    )
    lx = 720
    yield t.ladder(lx, floor, 330, 220)
    yield stand(WORKER, lx - 30, floor - 150, 1.34, nod=-18, hands=((88, -336), (92, -330)), feet=((-2, 8), (14, -34)))
    gx, gy, s = 1130, floor + 14, 1.34
    tray = (
        rect(44, -162, 100, 9, p.WOOD, 4)
        + t.cup(72, -162, p.WHITE, size=0.72)
        + t.cup(118, -162, p.GREEN_SOFT, size=0.72)
    )
    yield stand(GRANDMOTHER, gx, gy, s, left=True, nod=-16, hands=((72, -154), (66, -150)), props=(tray, ""))
    line_ = [
        (-20, 620),
        (150, 500),
        (344, 560),
        (520, 660),
        (640, 560),
        (690, 420),
        (760, 300),
        (820, 244),
        (880, 300),
        (940, 480),
        (1010, 660),
        (1100, 640),
        (1250, 540),
        (1420, 560),
        (1620, 620),
    ]
    yield t.thread(line_)


def _reach(x, y, to_x, to_y, sleeve, skin, width=46, cuff=0.7):
    """An arm seen from above, from the edge of the picture to a hand at to_x, to_y."""
    cx, cy = x + (to_x - x) * cuff, y + (to_y - y) * cuff
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    ux, uy = (to_x - x) / length, (to_y - y) / length
    fingers = ""
    for k in (-1.5, -0.5, 0.5, 1.5):
        bx, by = to_x - uy * k * 15, to_y + ux * k * 15
        far = 44 - abs(k) * 5
        fingers += capsule(bx, by, 9, bx + ux * far, by + uy * far, 7.5, skin)
    thumb = capsule(
        to_x + uy * 26 - ux * 14,
        to_y - ux * 26 - uy * 14,
        10,
        to_x + uy * 42 + ux * 20,
        to_y - ux * 42 + uy * 20,
        8,
        skin,
    )
    return (
        capsule(cx, cy, width * 0.56, to_x, to_y, 31, skin)
        + fingers
        + thumb
        + path(
            (
                f"M{x - uy * width * 1.25:.0f} {y + ux * width * 1.25:.0f}"
                f"L{cx - uy * width * 0.8:.0f} {cy + ux * width * 0.8:.0f}"
                f"L{cx + uy * width * 0.8:.0f} {cy - ux * width * 0.8:.0f}"
                f"L{x + uy * width * 1.25:.0f} {y - ux * width * 1.25:.0f}Z"
            ),
            sleeve,
        )
        + line(
            (
                f"M{cx - uy * width * 0.8:.0f} {cy + ux * width * 0.8:.0f}"
                f"L{cx + uy * width * 0.8:.0f} {cy - ux * width * 0.8:.0f}"
            ),
            p.shade(sleeve, 0.12),
            20,
        )
    )


@picture("story-09", paper=p.WOOD_SOFT)
def network(w, h):
    yield "".join(line(f"M0 {y}H{w}", p.shade(p.WOOD_SOFT, 0.05), 3) for y in (166, 333, 500, 666, 833))
    yield group(rect(-610, -390, 1220, 780, p.PAPER, 6), x=800, y=500, turn=-1.5)
    yield path(
        ("M205 640C420 560 540 760 800 690S1180 560 1400 640L1403 700C1180 620 1060 740 800 752S420 630 206 704Z"),
        p.GREEN_SOFT,
    )
    yield line(
        "M208 300Q500 330 800 280T1396 330M520 130Q560 400 500 860M1020 120Q980 420 1060 850M206 480H1394",
        p.GREY_PALE,
        20,
    )
    yield (
        circle(1240, 220, 60, p.GREEN_PALE) + circle(330, 800, 70, p.GREEN_PALE) + circle(1290, 780, 60, p.GREEN_PALE)
    )
    spots = [(380, 380), (680, 250), (640, 560), (930, 430), (1200, 350), (1130, 600), (860, 800)]
    for i, (x, y) in enumerate(spots):
        yield rect(x - 62, y - 58, 124, 116, p.WHITE, 14, stroke=p.GREY_SOFT, stroke_width=2)
        roof = (p.GREEN, p.ORANGE_MID, p.SLATE)[i % 3]
        yield path(f"M{x - 50} {y - 6}L{x} {y - 48}L{x + 50} {y - 6}Z", roof) + rect(
            x - 38, y - 8, 76, 54, p.ORANGE_PALE, 2
        )
        icons = (
            t.bowl(x, y + 38, p.GREEN, p.ORANGE_MID, 0.9),
            rect(x - 28, y + 2, 56, 36, p.GREEN_SOFT)
            + line(f"M{x} {y + 2}V{y + 38}M{x - 28} {y + 20}H{x}", p.GREEN, 3),
            t.tree(x, y + 44, 52, p.GREEN_MID),
            t.books(x - 26, y + 42, [(12, 0.9, p.GREEN), (10, 0.7, p.ORANGE), (13, 1, p.SLATE)], 40),
            t.cup(x, y + 40, p.GREEN, False, 1.0),
            t.tin(x - 15, y + 42, 30, 40),
            t.ball_of_wool(x, y + 22, 18),
        )
        yield icons[i]
    line_ = [
        (-20, 620),
        (160, 560),
        (300, 460),
        (380, 440),
        (520, 340),
        (680, 312),
        (690, 430),
        (640, 500),
        (760, 520),
        (930, 490),
        (1060, 420),
        (1200, 412),
        (1230, 520),
        (1130, 660),
        (1000, 740),
        (860, 740),
        (910, 830),
        (1018, 778),
        (1120, 740),
        (1206, 782),
        (1400, 700),
        (1620, 620),
    ]
    yield (
        _reach(60, 1060, 262, 520, p.GREEN, S[1])
        + _reach(430, -70, 500, 300, p.ORANGE_MID, S[0], cuff=0.6)
        + _reach(1000, -90, 1045, 372, p.WHITE, S[3], cuff=0.6)
    )
    yield (
        _reach(1680, 140, 1290, 470, p.SLATE, S[2])
        + _reach(1560, 1080, 1236, 806, p.ORANGE_SOFT, S[0], 40)
        + _reach(760, 1090, 985, 812, p.GREEN_MID, S[4], 38)
    )
    yield t.thread(line_, width=5)
    yield t.ball_of_wool(176, 210, 54) + t.thread(
        [(212, 250), (250, 300), (230, 380), (160, 420), (60, 420), (-20, 380)], width=5
    )


@picture("story-10")
def own_words(w, h):
    yield t.blob(760, 400, 640, 360, p.GREEN_PALE)
    yield (
        rect(560, 140, 520, 300, p.WHITE, 8, stroke=p.GREY_SOFT, stroke_width=4)
        + circle(820, 270, 64, "none", stroke=p.GREEN_SOFT, stroke_width=10)
        + line("M700 390H940", p.GREY_SOFT, 8)
    )
    yield t.ground(w, h, 760) + t.plant(200, 764, 1.7, p.WHITE)
    speaker = Person(skin=S[0], hair=p.BLACK, style="short", top=p.ORANGE, bottom=p.SLATE, glasses=True)
    x, y, s = 420, 800, 1.42
    card = t.sheet(82, -186, 50, 36, 8, p.WHITE, 0)
    yield stand(speaker, x, y, s, hands=((70, -182), (62, -180)), nod=8, props=("", card))
    yield (
        line("M580 800V480L548 420", p.INK, 6)
        + line("M540 800H620", p.INK, 8)
        + group(rect(-14, -26, 28, 40, p.SLATE, 14), x=544, y=410, turn=-28)
    )
    rows = [
        Person(skin=S[3], hair=p.BLACK, style="curly", top=p.GREEN_MID),
        Person(skin=S[0], hair=p.BROWN, style="bob", top=p.ORANGE_SOFT),
        Person(build="elder", skin=S[1], hair=p.SILVER, style="bald", top=p.SLATE),
        Person(skin=S[2], style="scarf", cloth=p.GREEN, top=p.GREEN),
        Person(build="broad", skin=S[0], hair=p.CHESTNUT, style="crop", top=p.GREY),
    ]
    for i, person in enumerate(rows[:2]):
        bx = 760 + i * 210
        yield line(f"M{bx - 50} 920V780H{bx + 50}V920", p.WOOD, 9) + behind(person, bx, 880, 1.3, seated=True, nod=-3)
        yield rect(bx - 66, 790, 132, 78, p.WOOD_SOFT, 14) + line(f"M{bx - 58} 868V990M{bx + 58} 868V990", p.WOOD, 9)
    for i, person in enumerate(rows[2:]):
        bx = 560 + i * 270
        yield behind(person, bx, 1040, 1.62, seated=True, nod=-3) + rect(bx - 84, 930, 168, 100, p.WOOD_SOFT, 16)
    ex, ey, es = 1380, 946, 1.42
    yield t.chair(ex, ey, es, left=True)
    yield sit(GRANDMOTHER, ex, ey, es, left=True, hands=((52, -114), (52, -116)), nod=-4)
    line_ = [
        (-20, 620),
        (130, 690),
        (280, 640),
        (400, 590),
        (536, 540),
        (600, 470),
        (680, 620),
        (760, 700),
        (870, 720),
        (970, 700),
        (1080, 640),
        (1180, 720),
        (1306, 782),
        (1420, 700),
        (1500, 630),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-11")
def two_shelves(w, h):
    floor = 880
    yield rect(130, 0, 1340, floor, p.ORANGE_PALE) + line(
        "M130 190L800 70L1470 190M800 70V190M130 190H1470", p.WOOD, 12
    )
    yield t.lamp(500, 190, 60, 110, p.GREEN, False) + t.lamp(1100, 190, 60, 110, p.GREEN, False)
    yield t.ground(w, h, floor)
    yield t.shelf(230, floor, 330, 540, 3) + t.shelf(1040, floor, 330, 540, 3)
    r1, r2, r3 = floor - 360, floor - 180, floor - 10
    yield (
        t.sack(262, r1, 64, 80)
        + t.sack(346, r1, 64, 80, p.GREY_SOFT, p.ORANGE)
        + t.tin(440, r1)
        + t.tin(480, r1, colour=p.GREEN_MID)
        + t.tin(460, r1 - 42, colour=p.ORANGE_MID)
    )
    yield (
        "".join(t.tin(266 + i * 38, r2, 32, 46, c) for i, c in enumerate((p.GREEN, p.ORANGE, p.GREEN_MID)))
        + t.jar(394, r2)
        + t.jar(434, r2, colour=p.GREEN_SOFT)
    )
    yield t.box(258, r3, 220, 56) + "".join(
        circle(284 + i * 34, r3 - 62, 20, c)
        for i, c in enumerate((p.ORANGE_MID, p.GREEN_MID, p.ORANGE_MID, p.GREEN_SOFT, p.ORANGE))
    )
    yield "".join(
        path(
            f"M{420 + i * 16} {r3 - 54}q-4-40 {8 - i * 4}-66",
            stroke=p.GREEN,
            stroke_width=9,
            stroke_linecap="round",
        )
        for i in range(3)
    )
    yield (
        "".join(
            rect(1072 + i * 54, r1 - 30, 46, 30, c, 10) for i, c in enumerate((p.GREEN_SOFT, p.WHITE, p.ORANGE_SOFT))
        )
        + rect(1090, r1 - 58, 46, 28, p.WHITE, 10)
        + t.jar(1260, r1, 36, 84, p.GREEN_MID)
        + t.jar(1308, r1, 36, 70, p.ORANGE_SOFT)
    )
    yield (
        t.books(1074, r2, t.BOOKS[:5], 90)
        + rect(1186, r2 - 22, 110, 22, p.WHITE, 3)
        + rect(1190, r2 - 44, 104, 22, p.GREEN_MID, 3)
        + rect(1184, r2 - 64, 110, 20, p.ORANGE_MID, 3)
        + line(f"M1318 {r2 - 4}V{r2 - 80}M1334 {r2 - 4}V{r2 - 70}", p.ORANGE, 7)
    )
    yield (
        rect(1070, r3 - 96, 120, 96, p.WHITE, 16)
        + circle(1130, r3 - 48, 26, p.GREEN_SOFT)
        + rect(1206, r3 - 96, 120, 96, p.WHITE, 16)
        + circle(1266, r3 - 48, 26, p.ORANGE_SOFT)
    )
    giver = Person(build="broad", skin=S[1], hair=p.SILVER, style="crop", top=p.GREEN_MID, bottom=p.SLATE)
    taker = Person(skin=S[3], hair=p.BLACK, style="braid", cloth=p.ORANGE, top=p.ORANGE, bottom=p.INK)
    bag_ = (
        path("M76-260H132L140-190H70Z", p.WHITE)
        + line("M90-260Q104-290 118-260", p.GREY, 4)
        + circle(104, -222, 12, p.GREEN)
    )
    yield stand(giver, 690, floor + 24, 1.36, left=True, hands=((110, -206), (84, -204)), props=(bag_, ""))
    yield stand(taker, 900, floor + 24, 1.36, hands=((40, -150), (112, -216)), nod=4)
    line_ = [
        (-20, 620),
        (120, 660),
        (230, 560),
        (400, 560),
        (540, 600),
        (640, 660),
        (720, 690),
        (800, 640),
        (880, 690),
        (960, 650),
        (1052, 610),
        (1200, 640),
        (1370, 600),
        (1480, 560),
        (1620, 620),
    ]
    yield t.thread(line_)


@picture("story-12")
def beside(w, h):
    yield circle(1220, 230, 110, p.ORANGE_SOFT)
    yield path("M0 470Q300 400 620 450T1200 430T1600 450V760H0Z", p.GREEN_PALE) + path(
        "M0 600Q500 540 900 590T1600 570V760H0Z", p.GREEN_SOFT
    )
    yield (
        t.tree(300, 620, 420, p.GREEN_MID)
        + t.bush(1080, 610, 70, p.GREEN_MID)
        + t.bush(1180, 616, 50, p.GREEN)
        + ellipse(1400, 640, 80, 34, p.GREY_SOFT)
    )
    yield line("M120 0V720M1480 0V720", p.WOOD, 30) + rect(0, 0, w, 60, p.WOOD)
    yield (
        rect(0, 720, w, 280, p.WOOD_SOFT)
        + "".join(line(f"M0 {y}H{w}", p.shade(p.WOOD_SOFT, 0.08), 3) for y in (776, 840, 912))
        + path("M700 720H1600V1000H500Z", p.ORANGE_PALE, opacity=0.45)
    )
    man = Person(build="elder", skin=S[1], hair=p.SILVER, style="bald", top=p.ORANGE_SOFT, bottom=p.SLATE)
    woman = Person(skin=S[0], hair=p.BLACK, style="bob", top=p.GREEN, bottom=p.INK)
    for x, c in ((560, man.bottom), (1030, woman.bottom)):
        yield path(
            (f"M{x - 84} 838Q{x - 92} 770 {x - 60} 760H{x + 60}Q{x + 92} 770 {x + 84} 838Q{x} 858 {x - 84} 838Z"),
            c,
        )
    for x, turn, mark in ((740, -6, p.ORANGE), (872, 5, p.GREEN)):
        yield group(
            path("M-58 6L-50-36L0-28L50-36L58 6L0 16Z", p.WHITE, stroke=p.GREY_SOFT, stroke_width=2),
            line("M0-28V16M-42-24L-8-19M-44-12L-8-6M10-6L46-12", p.GREY, 2.4),
            rect(12, -26, 28, 12, mark),
            x=x,
            y=872,
            turn=turn,
        )
    yield behind(man, 560, 800, 1.62, seated=True, nod=10, hands=((-30, -20), (84, 8)), lap=(True, False))
    yield capsule(700, 816, 13, 722, 838, 8, man.skin)
    yield behind(woman, 1030, 804, 1.62, seated=True, nod=-10, hands=((-24, -24), (24, -24)), lap=(True, True))
    line_ = [
        (-20, 620),
        (120, 560),
        (300, 560),
        (450, 650),
        (560, 690),
        (640, 760),
        (720, 846),
        (800, 860),
        (880, 800),
        (960, 720),
        (1030, 700),
        (1160, 660),
        (1320, 560),
        (1480, 590),
        (1620, 620),
    ]
    yield t.thread(line_)
