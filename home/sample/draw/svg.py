"""SVG as strings: shapes, groups and the two curves the pictures need."""

import math


def number(value):
    """One decimal is enough for a drawing, and keeps the files small."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def tag(name, content="", **attributes):
    """One element; underscores in attribute names become hyphens."""
    pairs = "".join(f' {k.replace("_", "-")}="{number(v)}"' for k, v in attributes.items() if v is not None)
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def path(d, fill="none", **more):
    return tag("path", d=d, fill=fill, **more)


def line(d, colour, width, **more):
    """An open path with round ends."""
    return path(d, stroke=colour, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **more)


def circle(x, y, r, fill, **more):
    return tag("circle", cx=x, cy=y, r=r, fill=fill, **more)


def ellipse(x, y, rx, ry, fill, **more):
    return tag("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more)


def rect(x, y, w, h, fill, r=0, **more):
    return tag("rect", x=x, y=y, width=w, height=h, rx=r or None, fill=fill, **more)


def group(*parts, x=0, y=0, scale=1, flip=False, turn=0, **more):
    """Parts moved, scaled, mirrored and turned together."""
    steps = []
    if x or y:
        steps.append(f"translate({number(float(x))} {number(float(y))})")
    if turn:
        steps.append(f"rotate({number(float(turn))})")
    if scale != 1 or flip:
        steps.append(f"scale({-scale if flip else scale:.3f} {scale:.3f})")
    return tag("g", "".join(parts) or " ", transform=" ".join(steps) or None, **more)


def capsule(x1, y1, r1, x2, y2, r2, fill):
    """The hull of two circles: a sleeve, a leg, a neck."""
    distance = math.hypot(x2 - x1, y2 - y1)
    if distance <= abs(r1 - r2):
        return circle(x1, y1, r1, fill) if r1 > r2 else circle(x2, y2, r2, fill)
    along, open_ = math.atan2(y2 - y1, x2 - x1), math.acos((r1 - r2) / distance)

    def at(x, y, r, angle):
        return f"{number(x + r * math.cos(angle))} {number(y + r * math.sin(angle))}"

    far_arc, near_arc = int(r2 > r1), int(r1 > r2)
    d = (
        f"M{at(x1, y1, r1, along + open_)}L{at(x2, y2, r2, along + open_)}"
        f"A{number(float(r2))} {number(float(r2))} 0 {far_arc} 0 {at(x2, y2, r2, along - open_)}"
        f"L{at(x1, y1, r1, along - open_)}"
        f"A{number(float(r1))} {number(float(r1))} 0 {near_arc} 0 {at(x1, y1, r1, along + open_)}Z"
    )
    return path(d, fill)


def curve(points, start=0, end=None):
    """A smooth line through all points; `start` and `end` cut a piece of it for layering."""
    end = len(points) - 1 if end is None else end
    d = f"M{number(float(points[start][0]))} {number(float(points[start][1]))}"
    for i in range(start, end):
        before, here, there = points[max(i - 1, 0)], points[i], points[i + 1]
        after = points[min(i + 2, len(points) - 1)]
        c1 = [here[k] + (there[k] - before[k]) / 6 for k in (0, 1)]
        c2 = [there[k] - (after[k] - here[k]) / 6 for k in (0, 1)]
        d += "C" + " ".join(number(float(v)) for v in (*c1, *c2, *there))
    return d
