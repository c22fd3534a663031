"""The portraits: waist-up, in profile or from behind the shoulder, each with what their hands do."""

from . import palette as p
from . import things as t
from .canvas import picture
from .figures import Person, crouch, figure
from .svg import capsule, circle, group, line, path, rect

S = p.SKINS
SCALE, FOOT = 3.1, 1250


def _bust(person, hands, front="", behind="", x=370, left=False, **more):
    return figure(person, x, FOOT, SCALE, left, hands=hands, props=(behind, front), **more)


def _field(colour, x=400, y=420, r=330):
    return t.blob(x, y, r, r * 1.02, colour)


def _line(*points, colour=p.ORANGE):
    return t.thread([(-20, 620), *points, (820, 620)], colour, 4.5)


@picture("portrait-01", 800, 800)
def kashiwagi(w, h):
    host = Person(style="bob", hair=p.BROWN, top=p.GREEN, apron=p.WHITE)
    teapot = group(
        path("M-26 0C-34-30 26-30 22 0C24 26-28 26-26 0Z", p.SLATE),
        line("M22 2Q36 0 42-14", p.SLATE, 7),
        line("M-16-20Q-2-52 16-22", p.WOOD, 5),
        circle(-2, -24, 5, p.SLATE),
        x=96,
        y=-196,
        turn=18,
    )
    yield _field(p.GREEN_PALE)
    yield _bust(host, ((76, -186), (86, -222)), behind=teapot, nod=10, x=330)
    yield (
        line("M760 700V640", p.PAPER, 1)
        + rect(420, 744, 400, 60, p.WOOD_SOFT, 10)
        + t.cup(700, 748, p.GREEN_SOFT, size=1.9)
    )
    yield _line((140, 690), (300, 640), (460, 600), (560, 560), (660, 660))


@picture("portrait-02", 800, 800)
def fuse(w, h):
    man = Person(build="elder", skin=S[1], hair=p.SNOW, style="bald", top=p.GREEN_MID)
    yield (
        rect(470, 90, 250, 360, p.ORANGE_PALE, 8)
        + t.tree(640, 448, 220, p.GREEN_SOFT)
        + line("M595 90V450M470 270H720", p.WHITE, 12)
        + rect(470, 90, 250, 360, "none", 8, stroke=p.WHITE, stroke_width=14)
    )
    cup = t.cup(75, -152, p.ORANGE_SOFT, size=0.95)
    yield _bust(man, ((72, -158), (62, -160)), behind=cup, x=280, nod=-4)
    yield _line((120, 560), (270, 640), (430, 720), (540, 700), (680, 600))


@picture("portrait-03", 800, 800)
def kusakabe(w, h):
    cook = Person(
        build="broad",
        skin=S[1],
        hair=p.BROWN,
        style="kerchief",
        cloth=p.ORANGE,
        top=p.GREEN_SOFT,
        apron=p.WHITE,
    )
    yield _field(p.ORANGE_PALE)
    yield _bust(cook, ((100, -170), (104, -196)), front=line("M104-206L112-118", p.WOOD, 6), x=290, nod=12, lean=4)
    yield t.pot(610, 860, p.GREEN, 300, 200)
    yield _line((120, 700), (280, 640), (430, 700), (560, 620), (600, 520), (700, 560))


@picture("portrait-04", 800, 800)
def haruto(w, h):
    boy = Person(build="teen", skin=S[0], hair=p.BLACK, style="short", top=p.WHITE)
    tray = (
        rect(40, -162, 100, 7, p.WOOD, 3)
        + t.bowl(70, -162, p.GREEN_SOFT, p.ORANGE_MID, 0.8)
        + t.bowl(118, -162, p.GREEN_SOFT, p.ORANGE_MID, 0.8)
    )
    yield _field(p.GREEN_SOFT)
    yield figure(boy, 330, 1170, 3.1, hands=((92, -156), (62, -154)), props=(tray, ""), view="away", nod=12)
    yield _line((130, 560), (260, 600), (380, 700), (520, 690), (690, 700))


@picture("portrait-05", 800, 800)
def sabina(w, h):
    woman = Person(skin=S[2], hair=p.BLACK, style="tail", cloth=p.GREEN, top=p.ORANGE)
    yield _field(p.GREEN_PALE)
    board = t.open_book(88, -176, 84, p.WHITE)
    yield _bust(woman, ((92, -182), (62, -176)), behind=board, nod=15, x=330)
    yield capsule(604, 684, 19, 618, 664, 17, woman.skin)
    yield _line((100, 600), (240, 660), (400, 720), (520, 700), (640, 610), (730, 560))


@picture("portrait-06", 800, 800)
def nonomura(w, h):
    man = Person(build="elder", skin=S[1], hair=p.SILVER, style="short", top=p.GREEN_MID, glasses=True)
    yield rect(400, 70, 420, 520, p.WHITE, 8, stroke=p.GREY_SOFT, stroke_width=8)
    strokes = (
        "M-34-34H34M-4-58C-8-20-8 14 2 40M20-14C8 34-34 48-38 22C-40-4 24-18 40 10C50 32 24 46 8 48",
        "M-44-30C-46 10-36 34-20 34C-12 34-10 24-8 14M30-28C42-10 46 6 46 22",
    )
    yield group(line(strokes[0], p.GREEN, 8), x=520, y=190, scale=1.05) + group(
        line(strokes[1], p.GREEN, 8), x=680, y=196, scale=1.05
    )
    pen = line("M117-262L125-282", p.ORANGE, 8)
    yield figure(man, 300, 1170, 3.0, hands=((14, -112), (108, -256)), props=(pen, ""), view="away", nod=-6, left=False)
    yield _line((120, 560), (260, 640), (420, 590), (560, 470), (660, 360), (740, 480))


@picture("portrait-07", 800, 800, paper="#2e3840")
def tsutsumi(w, h):
    man = Person(skin=S[1], style="hood", cloth=p.ORANGE, top=p.ORANGE, bottom=p.SLATE, coat=80)
    yield path("M0 470Q200 440 400 470T800 460V800H0Z", "#3c5a5c") + "".join(
        line(f"M{x} {y}q34-18 68 0t68 0", "#6d8a8a", 5) for x, y in ((560, 520), (40, 540), (640, 590), (520, 640))
    )
    torch = group(rect(-10, -10, 46, 20, p.GREY_SOFT, 6), rect(32, -15, 14, 30, p.WHITE, 4), x=78, y=-178, turn=12)
    yield path("M640 660L800 560V800L640 700Z", p.ORANGE_PALE, opacity=0.35)
    yield _bust(man, ((52, -150), (74, -184)), front=torch, x=320)
    yield "".join(
        line(f"M{x} {y}l-14 52", "#7d878d", 3)
        for x, y in ((90, 60), (200, 180), (560, 90), (700, 210), (620, 330), (60, 330), (760, 60), (470, 40))
    )
    yield _line((140, 560), (300, 660), (430, 720), (540, 700), (680, 560), colour=p.ORANGE_MID)


@picture("portrait-08", 800, 800)
def enomoto(w, h):
    woman = Person(skin=S[0], hair=p.BROWN, style="fringe", top=p.GREEN)
    yield _field(p.ORANGE_PALE, 420, 380)
    yield figure(
        woman,
        170,
        1290,
        3.1,
        lean=24,
        nod=10,
        hands=((150, -176), (132, -190)),
        props=("", line("M136-184L152-156", p.ORANGE, 6)),
    )
    yield (
        path("M300 730H800V800H260Z", p.WOOD_SOFT)
        + path("M380 746L440 690H800V746Z", p.WHITE)
        + line("M440 736Q560 690 660 716T800 700", p.GREEN_SOFT, 14)
        + line("M520 744L580 692M680 744L700 692", p.GREY_SOFT, 5)
    )
    yield t.pin(700, 728, 14) + t.pin(760, 716, 14, p.GREEN)
    yield _line((100, 560), (240, 640), (400, 690), (560, 650), (650, 720), (730, 690))


@picture("portrait-09", 800, 800)
def yu(w, h):
    someone = Person(build="teen", skin=S[0], hair=p.BLACK, style="bob", top=p.GREY)
    yield _field(p.GREEN_PALE)
    yield path("M40 560Q40 470 130 470H330Q420 470 420 560V800H40Z", p.GREEN)
    hood = path("M-40-196C-58-216-44-252-14-252C-2-240-8-216 14-208C2-196-20-190-40-196Z", p.shade(p.GREY, 0.14))
    book = group(
        path("M-20 26L-26-36L26-44L30 18Z", p.ORANGE),
        path("M-20 26L-26-36L-18-38L-12 25Z", p.PAPER),
        x=30,
        y=-272,
        turn=4,
    )
    yield figure(someone, 290, 1170, 3.1, hands=((58, -240), (30, -232)), props=(hood, ""), nod=10, lean=-4)
    yield group(book, x=290, y=1170, scale=3.1) + capsule(386, 452, 24, 396, 432, 26, someone.skin)
    yield rect(0, 690, 250, 120, p.shade(p.GREEN, 0.1), 50)
    yield _line((120, 640), (260, 580), (400, 640), (500, 560), (620, 660), (720, 600))


@picture("portrait-10", 800, 800)
def odagawa(w, h):
    man = Person(skin=S[2], hair=p.BLACK, style="short", beard=True, top=p.ORANGE_SOFT)
    yield _field(p.GREEN_SOFT)
    yield _bust(man, ((60, -140), (112, -176)), x=300, nod=10, lean=5)
    yield rect(470, 706, 360, 34, p.WOOD_SOFT, 4) + rect(470, 738, 360, 70, p.WOOD, 2)
    yield "".join(
        path(
            f"M{x - 24} 706L{x - 19} 664L{x} 650L{x + 19} 664L{x + 24} 706Z",
            p.WHITE,
            stroke=p.GREY_SOFT,
            stroke_width=2,
        )
        for x in (540, 664, 740)
    )
    yield _line((120, 680), (280, 620), (440, 680), (580, 650), (690, 600))


@picture("portrait-11", 800, 800)
def mizukoshi(w, h):
    woman = Person(build="elder", skin=S[0], hair=p.SILVER, style="bun", top=p.GREEN_SOFT)
    yield (
        rect(450, 80, 300, 420, p.ORANGE_PALE, 8)
        + circle(650, 240, 54, p.ORANGE_SOFT)
        + path("M450 410Q560 360 750 400V500H450Z", p.GREEN_SOFT)
        + line("M600 80V500", p.WHITE, 12)
        + rect(450, 80, 300, 420, "none", 8, stroke=p.WHITE, stroke_width=14)
    )
    shawl = (
        path("M-12-252C-36-246-52-206-52-146L-8-122L42-156C46-196 40-232 24-246C10-236-2-240-12-252Z", p.GREEN)
        + line(
            ("M-48-144L-50-130M-36-138L-37-123M-24-131L-24-116M-10-123L-8-108M4-131L7-117M17-139L21-126M30-148L35-135"),
            p.GREEN,
            3.4,
        )
        + line("M-50-176L-8-152L43-182M-47-200L-8-178L43-206M-40-222L-6-204L40-226", p.GREEN_MID, 2.4)
    )
    yield _bust(woman, ((88, -184), (78, -180)), behind=t.cup(96, -170, p.WHITE, size=0.9), x=300) + group(
        shawl, x=300, y=FOOT, scale=SCALE
    )
    yield _line((110, 560), (230, 650), (350, 740), (470, 700), (590, 660), (700, 560))


@picture("portrait-12", 800, 800)
def minato(w, h):
    girl = Person(build="teen", skin=S[1], hair=p.BLACK, style="bob", top=p.ORANGE_MID)
    pack = group(
        path("M-62-6C-84-20-84-92-60-106C-44-116-30-110-24-100V-2Q-40 4-62-6Z", p.GREEN_MID),
        rect(-78, -48, 30, 34, p.GREEN, 7),
        y=-130,
    ) + line("M-24-226C4-222 10-190-6-150", p.GREEN, 8)
    yield _field(p.GREEN_PALE)
    yield figure(girl, 430, 1170, 3.1, view="away", hands=((40, -120), (24, -120)), props=(pack, ""), nod=-2)
    yield _line((110, 700), (240, 560), (330, 620), (460, 700), (600, 620), (720, 640))


@picture("portrait-13", 800, 800)
def kusunoki(w, h):
    woman = Person(skin=S[0], hair=p.BROWN, style="captail", cloth=p.GREEN, top=p.ORANGE_SOFT)
    yield circle(520, 120, 260, p.GREEN_SOFT) + circle(740, 60, 200, p.GREEN_MID, opacity=0.5)
    yield path("M600 800C640 600 620 300 590 0H740C760 300 760 600 800 700V800Z", p.mix(p.WOOD, p.BROWN, 0.3))
    yield _bust(woman, ((106, -214), (98, -190)), x=270, nod=-18, lean=2)
    yield line("M594 560H752M600 582H754M606 604H758", p.PAPER, 9) + line("M600 560Q560 610 590 660", p.PAPER, 8)
    yield _line((120, 700), (290, 640), (420, 680), (560, 640), (610, 590), (750, 572))


@picture("portrait-14", 800, 800)
def kobayakawa(w, h):
    man = Person(build="broad", skin=S[1], hair=p.BLACK, style="crop", top=p.GREEN, bottom=p.SLATE)
    yield _field(p.ORANGE_PALE)
    yield path("M0 740Q400 710 800 740V800H0Z", p.ORANGE_SOFT)
    gloves = circle(118, -55, 13, p.WHITE) + line("M88-70L150-36", p.WOOD, 10) + circle(106, -60, 14, p.WHITE)
    yield crouch(man, 270, 760, 2.7, hands=((112, -62), (98, -66)), nod=10, props=("", gloves))
    yield t.fire(690, 750, 2.1)
    yield _line((110, 560), (250, 520), (400, 620), (540, 640), (640, 540), (720, 560))
