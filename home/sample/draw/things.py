"""The things people live among. Each is drawn from its foot at x, y."""

import math

from . import palette as p
from .svg import capsule, circle, curve, ellipse, group, line, path, rect


def thread(points, colour=p.ORANGE, width=4.0, start=0, end=None):
    """The line that runs through every picture; cut it to let it pass behind things."""
    return line(curve(points, start, end), colour, width)


def ground(width, height, y, colour=p.GREY_PALE):
    return rect(0, y, width, height - y, colour)


def blob(x, y, rx, ry, colour, lean=0.0):
    """A soft round field of colour behind a scene."""
    points = []
    for i in range(8):
        a = i * math.pi / 4
        k = 1 + 0.07 * math.sin(3 * a + 1.3 + lean * 5)
        points.append((x + rx * k * math.cos(a), y + ry * k * math.sin(a)))
    ring = points[-1:] + points + points[:2]
    return path(curve(ring, 1, 9) + "Z", colour)


def tree(x, y, height=380, crown=p.GREEN_SOFT, trunk=p.WOOD, spread=0.34):
    """A round tree with a forked trunk."""
    r = height * spread
    top = y - height + r
    fork = line(
        (f"M{x} {y}V{top}M{x} {top + r * 0.7}L{x + r * 0.42} {top + r * 0.2}M{x} {top + r * 0.5}L{x - r * 0.36} {top}"),
        trunk,
        max(6, height * 0.028),
    )
    return ellipse(x, top, r, r * 1.06, crown) + fork


def cypress(x, y, height=300, colour=p.GREEN_MID):
    return path(
        (
            f"M{x} {y - height}C{x + height * 0.26} {y - height * 0.5} {x + height * 0.22} "
            f"{y - 20} {x} {y - 20}C{x - height * 0.22} {y - 20} {x - height * 0.26} "
            f"{y - height * 0.5} {x} {y - height}Z"
        ),
        colour,
    ) + line(f"M{x} {y}V{y - height * 0.55}", p.shade(colour, 0.3), 4)


def bush(x, y, r, colour=p.GREEN_SOFT):
    return path(f"M{x - r} {y}A{r} {r * 0.9} 0 0 1 {x + r} {y}Z", colour)


def house(x, y, w, h, wall=p.WHITE, roof=p.SLATE, lit=False, door=True, windows=2, floors=1):
    """A small house with a hipped roof; x is its middle."""
    parts = [rect(x - w / 2, y - h, w, h, wall)]
    eave = w * 0.09
    rise = w * 0.26
    parts.append(
        path(
            (
                f"M{x - w / 2 - eave} {y - h + 4}L{x - w * 0.3} {y - h - rise}"
                f"Q{x - w * 0.28} {y - h - rise - 6} {x - w * 0.24} {y - h - rise - 6}H{x + w * 0.24}"
                f"Q{x + w * 0.28} {y - h - rise - 6} {x + w * 0.3} {y - h - rise}"
                f"L{x + w / 2 + eave} {y - h + 4}Z"
            ),
            roof,
        )
    )
    glass = p.ORANGE_SOFT if lit else p.GREY_SOFT
    storey = h / floors
    for floor in range(floors):
        count = windows if floor or not door else windows - 1
        for i in range(count):
            wx = x - w / 2 + w * (i + 1) / (windows + 1) - w * 0.08
            wy = y - storey * floor - storey * 0.72
            parts.append(window(wx, wy, w * 0.17, storey * 0.36, glass))
    if door:
        parts.append(rect(x + w * 0.14, y - storey * 0.66, w * 0.2, storey * 0.66, p.shade(roof, 0.0), 3))
        parts.append(circle(x + w * 0.18, y - storey * 0.32, 3, p.ORANGE_SOFT))
    return "".join(parts)


def window(x, y, w, h, glass=p.GREY_SOFT, frame=p.WHITE):
    return rect(x, y, w, h, glass, 3) + line(f"M{x + w / 2} {y}V{y + h}M{x} {y + h / 2}H{x + w}", frame, 3)


def block_of_flats(x, y, w, h, wall=p.GREY_PALE, columns=4, rows=4, lit=()):
    parts = [rect(x - w / 2, y - h, w, h, wall, 4)]
    cw, rh = w / columns, (h - 20) / rows
    for i in range(columns):
        for j in range(rows):
            glass = p.ORANGE_SOFT if (i, j) in lit else p.mix(wall, p.SLATE, 0.16)
            parts.append(rect(x - w / 2 + i * cw + cw * 0.2, y - h + 20 + j * rh, cw * 0.6, rh * 0.46, glass, 2))
            parts.append(
                rect(
                    x - w / 2 + i * cw + cw * 0.12,
                    y - h + 20 + j * rh + rh * 0.46,
                    cw * 0.76,
                    rh * 0.14,
                    p.shade(wall, 0.09),
                    2,
                )
            )
    return "".join(parts)


def awning(x, y, w, h, one=p.GREEN, two=p.WHITE, stripes=8):
    """A striped awning whose upper left corner is x, y."""
    parts, step = [], w / stripes
    for i in range(stripes):
        c = one if i % 2 == 0 else two
        parts.append(
            path(
                (
                    f"M{x + i * step} {y}H{x + (i + 1) * step}V{y + h}"
                    f"A{step / 2} {step / 2} 0 0 1 {x + i * step} {y + h}Z"
                ),
                c,
            )
        )
    return "".join(parts)


def noren(x, y, w, h, colour=p.ORANGE, panels=3, rod=True):
    """A shop curtain hanging from a rod at y; every panel carries a small round mark."""
    step = w / panels
    parts = [line(f"M{x - 14} {y}H{x + w + 14}", p.WOOD, 7)] if rod else []
    for i in range(panels):
        px = x + i * step
        parts.append(
            path(
                (
                    f"M{px + 2} {y}H{px + step - 2}L{px + step - 3} {y + h}"
                    f"Q{px + step / 2} {y + h + 7} {px + 4} {y + h}Z"
                ),
                colour,
            )
        )
        parts.append(circle(px + step / 2, y + h * 0.52, step * 0.17, "none", stroke=p.PAPER, stroke_width=4))
    return "".join(parts)


def lantern(x, y, r=26, colour=p.ORANGE_SOFT):
    """A paper lantern hanging from x, y."""
    body = ellipse(x, y + r * 1.7, r, r * 1.2, colour)
    ribs = "".join(
        line(f"M{x - r * k} {y + r * (1.7 + d)}H{x + r * k}", p.shade(colour, 0.12), 2)
        for k, d in ((0.86, -0.6), (0.98, -0.2), (0.98, 0.2), (0.86, 0.6))
    )
    caps = rect(x - r * 0.5, y + r * 0.42, r, r * 0.2, p.INK, 2) + rect(x - r * 0.5, y + r * 2.8, r, r * 0.2, p.INK, 2)
    return line(f"M{x} {y}V{y + r * 0.5}", p.INK, 3) + body + ribs + caps


def lamp(x, y, drop=90, w=110, colour=p.GREEN, glow=True):
    """A hanging lamp; x, y is the ceiling."""
    light = (
        path(
            (
                f"M{x - w * 0.42} {y + drop + w * 0.36}L{x - w * 1.5} {y + drop + w * 3}H{x + w * 1.5}"
                f"L{x + w * 0.42} {y + drop + w * 0.36}Z"
            ),
            p.ORANGE_PALE,
            opacity=0.8,
        )
        if glow
        else ""
    )
    shade = path(
        (
            f"M{x - w / 2} {y + drop + w * 0.38}C{x - w / 2} {y + drop} {x - w * 0.2} {y + drop} "
            f"{x} {y + drop}C{x + w * 0.2} {y + drop} {x + w / 2} {y + drop} {x + w / 2} "
            f"{y + drop + w * 0.38}Z"
        ),
        colour,
    )
    return (
        light
        + line(f"M{x} {y}V{y + drop}", p.INK, 3)
        + ellipse(x, y + drop + w * 0.38, w * 0.2, w * 0.1, p.ORANGE_SOFT)
        + shade
    )


def street_lamp(x, y, height=420, lit=False):
    glow = circle(x + 50, y - height + 26, 70, p.ORANGE_SOFT, opacity=0.35) if lit else ""
    return (
        glow
        + line(f"M{x} {y}V{y - height + 40}Q{x} {y - height} {x + 34} {y - height}H{x + 50}", p.SLATE, 7)
        + path(
            f"M{x + 28} {y - height + 2}H{x + 72}L{x + 64} {y - height + 22}H{x + 36}Z",
            p.ORANGE_SOFT if lit else p.GREY_SOFT,
        )
    )


def table(x, y, w, h=110, colour=p.WOOD_SOFT, legs=True):
    """x is the left end, y the floor."""
    top = rect(x, y - h, w, 16, colour, 5)
    return (
        line(
            f"M{x + 30} {y - h + 12}L{x + 20} {y - 4}M{x + w - 30} {y - h + 12}L{x + w - 20} {y - 4}",
            p.shade(colour, 0.22),
            9,
        )
        if legs
        else ""
    ) + top


def chair(x, y, scale=1.0, left=False, colour=p.WOOD):
    """For someone sitting at x with a seat 77 high, looking right."""
    d = "M-44-170Q-50-120-40-78H36M-38-76L-48-4M30-76L38-4"
    return group(line(d, colour, 8), rect(-44, -84, 84, 11, p.shade(colour, 0.1), 5), x=x, y=y, scale=scale, flip=left)


def stool(x, y, h=70, w=80, colour=p.WOOD):
    return line(
        f"M{x - w * 0.32} {y - h}L{x - w * 0.42} {y - 4}M{x + w * 0.32} {y - h}L{x + w * 0.42} {y - 4}",
        p.shade(colour, 0.15),
        8,
    ) + rect(x - w / 2, y - h - 6, w, 12, colour, 6)


def bench(x, y, w, h=76, colour=p.WOOD_SOFT):
    return line(f"M{x + 30} {y - h}V{y - 4}M{x + w - 30} {y - h}V{y - 4}", p.shade(colour, 0.25), 11) + rect(
        x, y - h - 6, w, 16, colour, 5
    )


def cup(x, y, colour=p.WHITE, steam=True, size=1.0):
    s = line("M-8-44Q-16-56-8-66T-8-88M10-44Q2-56 10-66T10-88", p.GREY_SOFT, 3) if steam else ""
    return group(path("M-19-32H19L15-4Q14 0 9 0H-9Q-14 0-15-4Z", colour), s, x=x, y=y, scale=size)


def bowl(x, y, colour=p.WHITE, fill=p.ORANGE_MID, size=1.0):
    return group(
        ellipse(0, -24, 26, 7, fill),
        path("M-30-24H30C28-6 16 0 0 0S-28-6-30-24Z", colour),
        rect(-12, -2, 24, 5, p.shade(colour, 0.1), 2),
        x=x,
        y=y,
        scale=size,
    )


def pot(x, y, colour=p.GREEN, w=150, h=104, content=p.ORANGE_MID):
    """A big cooking pot with steam."""
    steam = "".join(line(f"M{x + d} {y - h - 24}q-14-22 0-42t0-44", p.GREY_SOFT, 4) for d in (-36, 4, 44))
    body = path(
        (
            f"M{x - w / 2} {y - h}H{x + w / 2}V{y - 22}Q{x + w / 2} {y} {x + w / 2 - 22} {y}"
            f"H{x - w / 2 + 22}Q{x - w / 2} {y} {x - w / 2} {y - 22}Z"
        ),
        colour,
    )
    ears = line(
        f"M{x - w / 2} {y - h * 0.62}h-18v18h18M{x + w / 2} {y - h * 0.62}h18v18h-18",
        p.shade(colour, 0.25),
        7,
    )
    return (
        steam
        + ears
        + body
        + ellipse(x, y - h, w / 2 + 6, 15, p.shade(colour, 0.22))
        + ellipse(x, y - h, w / 2 - 6, 10, content)
    )


def umbrella(x, y, r=120, colour=p.ORANGE, handle=150):
    """An open umbrella, x, y is the hand."""
    top = y - handle
    scallops = (
        f"M{x - r} {top}A{r} {r * 0.92} 0 0 1 {x + r} {top}"
        + "".join(f"Q{x + r - r * (k + 0.5) * 0.5} {top - 22} {x + r - r * (k + 1) * 0.5} {top}" for k in range(4))
        + "Z"
    )
    ribs = line(
        (
            f"M{x} {top - r * 0.92}Q{x - r * 0.5} {top - r * 0.5} {x - r * 0.5} {top - 6}"
            f"M{x} {top - r * 0.92}Q{x + r * 0.5} {top - r * 0.5} {x + r * 0.5} {top - 6}"
            f"M{x} {top - r * 0.92}V{top - 8}"
        ),
        p.shade(colour, 0.14),
        2.5,
    )
    return line(f"M{x} {top - r * 0.98}V{y + 14}q0 12-12 12", p.INK, 4) + path(scallops, colour) + ribs


def books(x, y, spines, height=86):
    """Upright books; spines are (width, height share, colour)."""
    parts = []
    for w, share, colour in spines:
        parts.append(rect(x, y - height * share, w, height * share, colour, 2))
        parts.append(rect(x, y - height * share * 0.8, w, 4, p.tint(colour, 0.5)))
        x += w + 2
    return "".join(parts)


BOOKS = [
    (18, 0.9, p.GREEN),
    (12, 0.8, p.ORANGE_SOFT),
    (20, 1, p.SLATE),
    (14, 0.84, p.ORANGE),
    (16, 0.92, p.GREEN_SOFT),
    (12, 0.74, p.GREY),
    (20, 0.96, p.GREEN_MID),
]


def open_book(x, y, w=70, colour=p.WHITE, turn=0):
    """An open book or booklet seen at a slant, held at its spine."""
    pages = path(f"M0 0L{-w / 2} -14V-52L0-38L{w / 2}-52V-14Z", colour, stroke=p.GREY_SOFT, stroke_width=2)
    text = line(f"M{-w / 2 + 8} -40L-6-30M{-w / 2 + 8} -30L-6-20M6-30L{w / 2 - 8}-40M6-20L{w / 2 - 8}-30", p.GREY, 2)
    return group(pages, line("M0-38V0", p.GREY_SOFT, 2), text, x=x, y=y, turn=turn)


def sheet(x, y, w=60, h=78, turn=0, colour=p.WHITE, lines=4, mark=p.ORANGE):
    """A sheet of paper with a heading bar and a few lines of writing."""
    rows = "".join(
        line(f"M{-w / 2 + 10} {-h / 2 + 28 + i * 12}H{w / 2 - 10 - (i % 2) * 12}", p.GREY, 2.4) for i in range(lines)
    )
    return group(
        rect(-w / 2, -h / 2, w, h, colour, 3, stroke=p.GREY_SOFT, stroke_width=1.6),
        rect(-w / 2 + 10, -h / 2 + 10, w * 0.46, 7, mark, 2),
        rows,
        x=x,
        y=y,
        turn=turn,
    )


def plant(x, y, size=1.0, pot_colour=p.ORANGE_MID, leaf=p.GREEN_MID):
    leaves = "".join(
        group(path("M0 0C-20-22-16-62 0-84C16-62 20-22 0 0Z", c), turn=t, y=-36)
        for t, c in (
            (-52, p.shade(leaf, 0.1)),
            (48, leaf),
            (-22, leaf),
            (20, p.shade(leaf, 0.14)),
            (0, p.tint(leaf, 0.2)),
        )
    )
    return group(leaves, path("M-28-44H28L21-4Q20 0 16 0H-16Q-20 0-21-4Z", pot_colour), x=x, y=y, scale=size)


def shelf(x, y, w, h, rows=3, colour=p.WOOD):
    """An open wooden shelf; x is its left side. Boards are at y - h + i * h / rows."""
    boards = "".join(rect(x, y - i * h / rows - (0 if i else 10), w, 10, p.shade(colour, 0.12)) for i in range(rows))
    return (
        rect(x, y - h, w, h, p.tint(colour, 0.62), 3)
        + boards
        + rect(x - 6, y - h - 4, 12, h + 4, colour, 3)
        + rect(x + w - 6, y - h - 4, 12, h + 4, colour, 3)
        + rect(x - 10, y - h - 8, w + 20, 12, colour, 4)
    )


def tin(x, y, w=30, h=42, colour=p.ORANGE):
    return rect(x, y - h, w, h, p.GREY_SOFT, 4) + rect(x, y - h * 0.78, w, h * 0.56, colour)


def jar(x, y, w=32, h=50, colour=p.ORANGE_MID):
    return rect(x + 3, y - h, w - 6, 10, p.SLATE, 2) + rect(x, y - h + 10, w, h - 10, colour, 7)


def sack(x, y, w=56, h=66, colour=p.WHITE, mark=p.GREEN):
    return path(
        f"M{x} {y}Q{x - 6} {y - h * 0.5} {x + 6} {y - h}H{x + w - 6}Q{x + w + 6} {y - h * 0.5} {x + w} {y}Z",
        colour,
    ) + circle(x + w / 2, y - h * 0.46, w * 0.2, mark)


def box(x, y, w=90, h=60, colour=p.WOOD_SOFT):
    return rect(x, y - h, w, h, colour, 3) + rect(x + w * 0.42, y - h, w * 0.16, h * 0.42, p.shade(colour, 0.12))


def cushion(x, y, w=130, colour=p.GREEN):
    return path(
        (
            f"M{x - w / 2} {y}Q{x - w / 2 - 6} {y - 16} {x - w / 2 + 10} {y - 18}H{x + w / 2 - 10}"
            f"Q{x + w / 2 + 6} {y - 16} {x + w / 2} {y}Z"
        ),
        colour,
    )


def ball_of_wool(x, y, r=34, colour=p.ORANGE):
    light = p.tint(colour, 0.35)
    return circle(x, y, r, colour) + line(
        (
            f"M{x - r * 0.8} {y - r * 0.3}Q{x} {y - r * 0.9} {x + r * 0.8} {y - r * 0.1}"
            f"M{x - r * 0.9} {y + r * 0.1}Q{x} {y - r * 0.4} {x + r * 0.7} {y + r * 0.5}"
            f"M{x - r * 0.6} {y + r * 0.6}Q{x - r * 0.2} {y} {x + r * 0.3} {y - r * 0.9}"
        ),
        light,
        3,
    )


def ladder(x, y, h=240, w=120, colour=p.GREY):
    """A step ladder from the side; its top is at x, y - h."""
    steps = "".join(
        line(f"M{x - w * 0.5 * k:.0f} {y - h * (1 - k):.0f}h{26 + 14 * k:.0f}", p.SLATE, 7) for k in (0.24, 0.48, 0.72)
    )
    return (
        line(f"M{x} {y - h}L{x - w / 2} {y}M{x} {y - h}L{x + w / 2} {y}", colour, 9)
        + line(f"M{x - w * 0.2} {y - h * 0.42}H{x + w * 0.2}", colour, 4)
        + steps
        + rect(x - 26, y - h - 6, 52, 12, p.SLATE, 5)
    )


def cat(x, y, size=1.0, colour=p.SLATE, left=False):
    """A sitting cat from behind the shoulder."""
    body = path("M-26 0C-34-40-14-66 4-70C22-64 30-30 26 0Z", colour)
    face = circle(8, -80, 19, colour) + path("M-8-90L-8-110L6-98ZM12-98L26-110L26-88Z", colour)
    tail = line("M-22-6C-56-2-56-40-42-46", colour, 9)
    return group(tail, body, face, x=x, y=y, scale=size, flip=left)


def cloud(x, y, w, colour=p.GREY_PALE):
    return (
        capsule(x - w / 2, y, w * 0.08, x + w / 2, y, w * 0.08, colour)
        + circle(x - w * 0.12, y - w * 0.07, w * 0.16, colour)
        + circle(x + w * 0.16, y - w * 0.05, w * 0.12, colour)
    )


def sun(x, y, r, colour=p.ORANGE_SOFT):
    return circle(x, y, r, colour)


def pin(x, y, r=20, colour=p.ORANGE):
    return path(
        (
            f"M{x} {y}C{x - r * 0.3} {y - r} {x - r} {y - r * 1.3} {x - r} {y - r * 2}"
            f"A{r} {r} 0 1 1 {x + r} {y - r * 2}C{x + r} {y - r * 1.3} {x + r * 0.3} {y - r} {x} "
            f"{y}Z"
        ),
        colour,
    ) + circle(x, y - r * 2, r * 0.4, p.PAPER)


def fire(x, y, size=1.0):
    flame = path("M0-6C-30-8-34-40-12-62C-12-46-2-44 0-80C26-58 34-24 0-6Z", p.ORANGE_MID) + path(
        "M0-6C-14-8-16-26-2-42C12-28 16-12 0-6Z", p.ORANGE_SOFT
    )
    return group(flame, line("M-38-2L30-14M38-2L-30-14", p.WOOD, 10), x=x, y=y, scale=size)


def guitar_case(x, y, colour=p.SLATE):
    return path(
        (
            f"M{x - 20} {y}C{x - 34} {y - 30} {x - 16} {y - 50} {x - 18} {y - 70}"
            f"C{x - 16} {y - 84} {x - 8} {y - 84} {x - 8} {y - 150}H{x + 8}"
            f"C{x + 8} {y - 84} {x + 16} {y - 84} {x + 18} {y - 70}"
            f"C{x + 16} {y - 50} {x + 34} {y - 30} {x + 20} {y}Z"
        ),
        colour,
    )


def stroller(x, y, size=1.0, colour=p.GREEN_MID):
    """A pram; its handle is at the left, 118 above the ground."""
    parts = (
        line("M-70-118L20-30M-30-30H60M-10-76L50-22", p.SLATE, 6),
        path("M-34-96H76C74-56 50-42 20-42C-10-42-30-60-34-96Z", colour),
        path("M20-96V-150C50-150 74-126 76-96Z", p.shade(colour, 0.15)),
        circle(-20, -16, 15, "none", stroke=p.SLATE, stroke_width=6),
        circle(58, -16, 15, "none", stroke=p.SLATE, stroke_width=6),
    )
    return group(*parts, x=x, y=y, scale=size)


def flag(x, y, w=34, h=64, colour=p.WHITE):
    """A cloth tied to something: the sign that everyone in the house is safe."""
    return path(
        (
            f"M{x} {y}C{x + w * 0.3} {y + h * 0.2} {x + w * 0.5} {y + h * 0.6} {x + w * 0.5} "
            f"{y + h}L{x - w * 0.5} {y + h * 0.94}C{x - w * 0.4} {y + h * 0.6} {x - w * 0.2} "
            f"{y + h * 0.3} {x} {y}Z"
        ),
        colour,
    ) + circle(x, y, 5, p.shade(colour, 0.2))


def satchel(x, y, size=1.0, colour=p.ORANGE):
    """A school satchel on a back."""
    return group(
        rect(-20, -30, 30, 56, colour, 9),
        rect(-22, -30, 26, 30, p.shade(colour, 0.14), 8),
        x=x,
        y=y,
        scale=size,
    )


def rain(width, height, drops, colour, length=46, keep=lambda x, y: True):
    """Evenly scattered slanting strokes (an additive sequence, so that no pattern shows)."""
    fallen = ((width * 1.04 * (i * 0.7548777 % 1), height * (i * 0.5698403 % 1)) for i in range(1, drops + 1))
    return "".join(
        line(f"M{x:.0f} {y:.0f}l-{length * 0.27:.0f} {length}", colour, 2.4) for x, y in fallen if keep(x, y)
    )
