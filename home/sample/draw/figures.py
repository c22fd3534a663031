"""People. One engine for the side view (hip, lean, feet, hands), one for the view from behind."""

import math
from dataclasses import dataclass, replace

from . import palette as p
from .heads import head
from .svg import capsule, circle, group, line, path, rect

BUILDS = {  # leg, torso, head radius, girth
    "adult": (154, 116, 30, 1.0),
    "broad": (154, 122, 30, 1.16),
    "elder": (138, 110, 28, 1.04),
    "teen": (140, 104, 28, 0.9),
    "child": (86, 78, 27, 0.8),
    "small": (56, 62, 26, 0.74),
}


@dataclass(frozen=True)
class Person:
    """How someone looks; what they do is said when they are drawn."""

    build: str = "adult"
    skin: str = p.SKINS[0]
    hair: str = p.BLACK
    style: str = "short"
    top: str = p.GREEN
    bottom: str = p.SLATE
    shoes: str = p.INK
    cloth: str = p.ORANGE
    skirt: bool = False
    apron: str = ""
    coat: float = 0
    beard: bool = False
    glasses: bool = False

    def but(self, **changes):
        """The same person with something changed."""
        return replace(self, **changes)


def joint(start, end, first, second, side):
    """Where the elbow or knee is, between two fixed ends; and the end, if it was too far away."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    distance = math.hypot(dx, dy) or 0.01
    reach = min(distance, (first + second) * 0.995)
    end = (start[0] + dx / distance * reach, start[1] + dy / distance * reach)
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    off = math.sqrt(max(first**2 - along**2, 0)) * side
    ux, uy = dx / distance, dy / distance
    return (start[0] + ux * along - uy * off, start[1] + uy * along + ux * off), end


def _limb(start, end, lengths, widths, side, colour):
    bend, end = joint(start, end, *lengths, side)
    shape = capsule(*start, widths[0], *bend, widths[1], colour) + capsule(*bend, widths[1], *end, widths[2], colour)
    return shape, bend, end


def _arm(person, shoulder, hand, torso, colour, side=1, girth=1.0):
    lengths = (torso * 0.5, torso * 0.46)
    widths = (15 * girth, 12.5 * girth, 10 * girth)
    shape, bend, end = _limb(shoulder, hand, lengths, widths, side, colour)
    angle = math.atan2(end[1] - bend[1], end[0] - bend[0])
    tip = (end[0] + 9 * math.cos(angle), end[1] + 9 * math.sin(angle))
    return capsule(*end, 7.5 * girth, *tip, 9 * girth, person.skin) + shape


def _shoe(x, y, colour, turn=0):
    return group(path("M-13-16C-15-4-15 0-13 1L26 1C28-8 16-11 8-16Z", colour), x=x, y=y, turn=turn)


def figure(
    person,
    x,
    y,
    scale=1.0,
    left=False,
    hip=None,
    lean=0,
    feet=None,
    hands=None,
    nod=0,
    view="profile",
    props=("", ""),
    turns=(0, 0),
):
    """Someone from the side, looking right. Positions are from the feet, y upwards is negative.

    `feet` and `hands` are (far, near); `props` are drawn behind the near arm and over everything.
    """
    leg, torso, radius, girth = BUILDS[person.build]
    hip = hip or (0, -leg)
    lean += 7 if person.build == "elder" else 0
    angle = math.radians(lean)
    up = (math.sin(angle), -math.cos(angle))
    shoulder = (hip[0] + up[0] * (torso - 16) - 5, hip[1] + up[1] * (torso - 16))
    feet = feet or ((-10, 0), (8, 0))
    rest = (hip[0] + 10 + lean * 0.6, hip[1] + 4)
    hands = hands or (None, None)
    far, near = (h or rest for h in hands)
    parts = []
    lengths = ((leg - 12) * 0.505, (leg - 12) * 0.5)
    far_bottom = p.shade(person.bottom, 0.14)
    parts.append(_arm(person, (shoulder[0] + 5, shoulder[1] + 1), far, torso, p.shade(person.top, 0.16), 1, girth))
    widths = (22 * girth, 16 * girth, 11.5 * girth)
    low = hip[1] > -leg * 0.85
    for index, colour in ((0, far_bottom), (1, person.bottom)):
        if person.skirt:
            widths = (12 * girth, 9.5 * girth, 8 * girth)
            colour = p.shade(person.skin, 0.1 * (1 - index))
        foot = feet[index]
        shape, knee, end = _limb((hip[0], hip[1] - 4), (foot[0], foot[1] - 12), lengths, widths, -1, colour)
        if person.skirt and low:
            drape = path(
                (
                    f"M{knee[0] - 34} {knee[1] - 6}H{knee[0] + 20}L{knee[0] + 16} {knee[1] + 44}"
                    f"Q{knee[0] - 6} {knee[1] + 52} {knee[0] - 30} {knee[1] + 42}Z"
                ),
                (far_bottom, person.bottom)[index],
            )
            shape += (
                capsule(hip[0], hip[1] - 2, 26 * girth, *knee, 20 * girth, (far_bottom, person.bottom)[index]) + drape
            )
        parts += [_shoe(end[0], end[1] + 12, p.shade(person.shoes, 0), turns[index]), shape]
    body = [_torso_side(person.but(skirt=person.skirt and not low), torso, girth, leg * 0.54)]
    if person.apron:
        g, t = girth, torso
        body.append(
            path(
                f"M2 {-0.8 * t}C{20 * g} {-0.8 * t} {32 * g} {-0.6 * t} {36 * g} {-0.3 * t}"
                f"L{35 * g} 52Q10 62 {-14 * g} 50"
                f"L{-9 * g} {-0.34 * t}C{-4} {-0.5 * t} 0 {-0.6 * t} 2 {-0.8 * t}Z",
                person.apron,
            )
        )
        body.append(line(f"M{-36 * g} {-0.3 * t}L{-8 * g} {-0.26 * t}M2 {-0.8 * t}L-8 {-0.95 * t}", person.apron, 4.5))
    parts.append(group(*body, x=hip[0], y=hip[1], turn=lean))
    parts.append(props[0])
    neck = (hip[0] + up[0] * torso, hip[1] + up[1] * torso)
    size = radius / 50
    head_at = (neck[0] + up[0] * radius * 1.15 + 7, neck[1] - radius * 1.13)
    parts.append(group(head(person, view, 22), x=head_at[0], y=head_at[1], scale=size, turn=nod + lean * 0.35))
    parts.append(_collar(person, neck, lean, girth))
    parts.append(_arm(person, shoulder, near, torso, p.shade(person.top, 0.07), 1, girth))
    parts.append(props[1])
    return group(*parts, x=x, y=y, scale=scale, flip=left)


def _torso_side(person, torso, g, fall):
    hem = person.coat or 12
    skirt = ""
    if person.skirt:
        skirt = path(
            (
                f"M{-26 * g} -20C{-34 * g} 10 {-42 * g} {fall * 0.6} {-44 * g} {fall}"
                f"Q0 {fall + 10} {46 * g} {fall}C{42 * g} {fall * 0.6} {32 * g} 10 {28 * g} -20Z"
            ),
            person.bottom,
        )
    shape = path(
        f"M{-32 * g} {hem}C{-37 * g} {-torso * 0.3} {-40 * g} {-torso * 0.72} {-27 * g} {-torso * 0.92}"
        f"C{-20 * g} {-torso * 1.04} {8 * g} {-torso * 1.06} {17 * g} {-torso * 0.94}"
        f"C{31 * g} {-torso * 0.76} {37 * g} {-torso * 0.34} {35 * g} {hem}Q0 {hem + 8} {-32 * g} {hem}Z",
        person.top,
    )
    return skirt + shape


def _collar(person, neck, lean, g):
    if person.style in ("scarf", "hood"):
        return ""
    return group(
        path(
            (
                f"M{-19 * g} 6C{-10 * g} 12 {8 * g} 12 {17 * g} 3C{18 * g} 8 {16 * g} 14 0 15"
                f"C{-14 * g} 16 {-20 * g} 12 {-19 * g} 6Z"
            ),
            p.shade(person.top, 0.16),
        ),
        x=neck[0],
        y=neck[1],
        turn=lean,
    )


def stand(person, x, y, scale=1.0, left=False, **more):
    return figure(person, x, y, scale, left, **more)


def walk(person, x, y, scale=1.0, left=False, stride=1.0, **more):
    """Mid-step, the near leg in front."""
    leg = BUILDS[person.build][0]
    step = leg * 0.3 * stride
    more.setdefault("feet", ((-step, -7), (step, 0)))
    more.setdefault("turns", (24, -8))
    hip = (0, -leg * 0.97)
    hands = more.pop("hands", None) or (None, None)
    swing = leg * 0.2
    hands = (hands[0] or (hip[0] + swing + 14, hip[1] - 6), hands[1] or (hip[0] - swing, hip[1] + 2))
    return figure(person, x, y, scale, left, hip=hip, hands=hands, lean=more.pop("lean", 3), **more)


def sit(person, x, y, scale=1.0, left=False, seat=None, **more):
    """On a chair or bench whose seat is `seat` high (the chair is drawn apart)."""
    leg, _torso, *_ = BUILDS[person.build]
    seat = leg * 0.5 if seat is None else seat
    hip = more.pop("hip", None) or (0, -seat - 18)
    knee = leg * 0.5
    more.setdefault("feet", ((knee + 2, 0), (knee - 6, 0)))
    hands = more.pop("hands", None) or (None, None)
    lap = (knee * 0.72, hip[1] - 20)
    hands = (hands[0] or (lap[0] + 4, lap[1] - 2), hands[1] or lap)
    return figure(person, x, y, scale, left, hip=hip, hands=hands, **more)


def kneel(person, x, y, scale=1.0, left=False, **more):
    """Sitting on one's heels on the floor."""
    leg, _torso, _radius, girth = BUILDS[person.build]
    bottom = person.bottom
    low = capsule(-32, -12, 11, 40, -15, 13 * girth, p.shade(bottom, 0.14)) + capsule(
        -14, -30, 20 * girth, leg * 0.36, -24, 17 * girth, bottom
    )
    upper = figure(
        person.but(skirt=False, bottom=bottom),
        0,
        0,
        hip=(-8, -36),
        feet=((-8, -20), (-8, -20)),
        **{**more, "hands": more.get("hands") or ((leg * 0.28, -50), (leg * 0.24, -48))},
    )
    return (
        group(upper, low, x=x, y=y, scale=scale, flip=left)
        if not more.get("hands")
        else group(low, upper, low, x=x, y=y, scale=scale, flip=left)
    )


def crouch(person, x, y, scale=1.0, left=False, **more):
    """Squatting low, near to the ground."""
    leg = BUILDS[person.build][0]
    hip = (-leg * 0.2, -leg * 0.3)
    more.setdefault("feet", ((leg * 0.08, 0), (-leg * 0.02, 0)))
    more.setdefault("hands", ((leg * 0.55, -leg * 0.3), (leg * 0.5, -leg * 0.25)))
    return figure(person, x, y, scale, left, hip=hip, lean=more.pop("lean", 20), **more)


def wheelchair(person, x, y, scale=1.0, left=False, frame=p.SLATE, **more):
    """Sitting in a wheelchair."""
    leg = BUILDS[person.build][0]
    seat = 84
    hands = more.pop("hands", None) or (None, None)
    hands = (hands[0] or (60, -128), hands[1] or (56, -124))
    knee = leg * 0.5
    body = figure(person, 0, 0, hip=(-6, -seat - 20), feet=((knee + 14, -18), (knee + 8, -18)), hands=hands, **more)
    back = line(f"M-62-178H-44L-36-{seat}H{knee - 4:.0f}L{knee + 8:.0f}-18H{knee + 36:.0f}", frame, 7)
    wheel = circle(-14, -62, 58, "none", stroke=frame, stroke_width=7) + circle(
        -14, -62, 44, "none", stroke=p.GREY, stroke_width=3
    )
    hub = circle(-14, -62, 8, frame) + "".join(
        line(f"M-14-62L{-14 + 56 * math.cos(a):.0f} {-62 + 56 * math.sin(a):.0f}", p.GREY, 2)
        for a in (0.3, 1.35, 2.4, 3.44, 4.5, 5.5)
    )
    caster = circle(knee + 2, -14, 13, "none", stroke=frame, stroke_width=6)
    rest = line("M-40-124H40", frame, 8)
    seat_pad = rect(-46, -88, knee + 34, 14, p.shade(frame, 0.2), 6)
    return group(seat_pad, back, body, rest, wheel, hub, caster, x=x, y=y, scale=scale, flip=left)


def behind(person, x, y, scale=1.0, hands=None, seated=False, nod=0, lap=(False, False)):
    """Someone from behind. `hands` are (left, right), `lap` says which lie in front; seated: no legs."""
    leg, torso, radius, girth = BUILDS[person.build]
    g = girth
    hip_y = 0 if seated else -leg
    parts = []
    if not seated:
        for side in (-1, 1):
            shoe = path(f"M{-13}-14C-16 2-14 3-10 3H10C14 3 16 2 13-14Z", person.shoes)
            parts.append(group(shoe, x=side * 20 * g))
            if person.skirt:
                parts.append(capsule(side * 17 * g, hip_y + 50, 11, side * 18 * g, -14, 8, person.skin))
            else:
                parts.append(capsule(side * 17 * g, hip_y, 22 * g, side * 20 * g, -16, 12 * g, person.bottom))
    shoulder_y = hip_y - torso + 18
    hands = hands or (None, None)
    rest = [(-45 * g, hip_y + 6), (45 * g, hip_y + 6)]
    arms = [
        _arm(person, (s * 39 * g, shoulder_y + 4), hands[i] or rest[i], torso, p.shade(person.top, 0.08), s, g)
        for i, s in ((0, -1), (1, 1))
    ]
    if person.skirt:
        parts.append(
            path(
                (
                    f"M{-38 * g} {hip_y - 20}L{-52 * g} {hip_y + leg * 0.54}"
                    f"Q0 {hip_y + leg * 0.54 + 12} {52 * g} {hip_y + leg * 0.54}L{38 * g} {hip_y - 20}Z"
                ),
                person.bottom,
            )
        )
    hem = hip_y + (person.coat or 14)
    top = hip_y - torso
    torso_shape = path(
        f"M{-41 * g} {hem}C{-41 * g} {hip_y - torso * 0.3} {-42 * g} {hip_y - torso * 0.5} "
        f"{-46 * g} {top + 36}"
        f"C{-49 * g} {top + 12} {-34 * g} {top + 4} {-14 * g} {top - 6}Q0 {top - 2} {14 * g} {top - 6}"
        f"C{34 * g} {top + 4} {49 * g} {top + 12} {46 * g} {top + 36}"
        f"C{42 * g} {hip_y - torso * 0.5} {42 * g} {hip_y - torso * 0.3} {41 * g} {hem}"
        f"Q0 {hem + 8} {-41 * g} {hem}Z",
        person.top,
    )
    parts += (
        [arm for arm, far in zip(arms, lap, strict=False) if far]
        + [torso_shape]
        + [arm for arm, far in zip(arms, lap, strict=False) if not far]
    )
    if person.apron:
        parts += [
            line(f"M{-40 * g} {hip_y - 26}H{40 * g}", person.apron, 6),
            line(f"M-16 {top}L-36 {hip_y - 26}M16 {top}L36 {hip_y - 26}", person.apron, 6),
            path(
                (
                    f"M0 {hip_y - 28}C-22 {hip_y - 44} -26 {hip_y - 14} 0 {hip_y - 26}"
                    f"C26 {hip_y - 14} 22 {hip_y - 44} 0 {hip_y - 28}Z"
                ),
                person.apron,
            ),
        ]
    parts.append(group(head(person, "behind", 18), x=0, y=top - radius * 1.15, scale=radius / 50, turn=nod))
    if person.style not in ("scarf", "hood", "long", "braid"):
        parts.append(
            path(
                (
                    f"M{-19 * g} {top - 6}Q0 {top + 6} {19 * g} {top - 6}Q{16 * g} {top + 10} 0 {top + 11}"
                    f"Q{-16 * g} {top + 10} {-19 * g} {top - 6}Z"
                ),
                p.shade(person.top, 0.14),
            )
        )
    return group(*parts, x=x, y=y, scale=scale)


def stick(x, y, length=150):
    """A walking stick, its handle at x, y."""
    return line(f"M{x - 16} {y}Q{x - 8} {y - 8} {x} {y}L{x + 6} {y + length}", p.WOOD, 6)


def bag(x, y, colour=p.ORANGE_SOFT):
    """A cloth bag hanging from a hand at x, y."""
    return line(f"M{x - 14} {y + 34}Q{x} {y - 26} {x + 14} {y + 34}", p.shade(colour, 0.2), 4) + rect(
        x - 26, y + 30, 52, 56, colour, 8
    )
