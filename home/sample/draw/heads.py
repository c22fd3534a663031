"""Heads in a frame of about 100 units, turned to the right: in profile, three-quarter away, from behind."""

from . import palette as p
from .svg import capsule, circle, ellipse, line, path

FACE = (
    "M-46-6C-46-60 39-66 43-17C44-8 46-2 51 8C54 14 50 18 45 18C44 22 47 24 46 28C45 31 46 33 44 36"
    "C45 47 38 55 24 54C8 53-6 46-14 36C-36 30-46 14-46-6Z"
)
AWAY = "M-46-6C-46-60 42-64 43-14C43-4 47 2 48 12C49 26 42 50 20 52C0 52-34 36-46-6Z"

HAIR_PROFILE = {
    "short": (
        "M43-22C44-70-54-76-53-8C-53 12-46 26-34 36L-22 30C-18 18-22 4-14-4C-9-9-2-4 2-2"
        "C4-12 8-22 16-28C26-26 36-26 43-22Z"
    ),
    "crop": (
        "M42-24C38-66-50-68-50-8C-50 8-44 20-36 28L-26 26C-22 14-24 4-16-4C-10-8-4-4 0-4"
        "C2-14 4-24 12-30C24-32 34-30 42-24Z"
    ),
    "fringe": (
        "M46-8C50-72-58-80-56-4C-56 16-48 30-34 36L-20 30C-16 16-22 4-14-4C-9-9-2-4 2 2C8 0 12-8 14-12C26-8 38-6 46-8Z"
    ),
    "bob": "M45-14C48-74-60-82-60 0C-60 26-58 40-50 50C-34 58-10 54 4 42C-2 26 6 6 14-16C26-14 36-12 45-14Z",
    "long": ("M45-16C46-74-60-82-60 0C-60 40-66 80-78 116C-56 124-34 116-20 100C-8 74-4 26 12-14C24-20 36-18 45-16Z"),
    "swept": "M44-22C40-72-54-76-54-8C-54 12-46 28-32 34C-20 30-22 8-10-4C0-16 24-34 44-22Z",
    "bald": "M-14-2C-18-14-30-26-45-22C-52-6-50 14-34 32L-22 30C-18 18-22 6-14-2Z",
}
HAIR_AWAY = {
    "short": (
        "M42-34C26-76-56-72-53-8C-53 10-46 28-30 40C-10 42 4 38 6 28C2 14 4 0 14-2C22-2 26 6 28 8C32-8 38-22 42-34Z"
    ),
    "bob": "M44-30C28-80-62-80-60 0C-60 26-58 42-50 52C-30 62 6 60 22 48C14 30 26 6 34-8C38-16 42-24 44-30Z",
    "long": ("M44-30C28-80-62-80-60 0C-60 44-66 84-74 118C-46 134 4 132 24 112C16 70 20 26 34-8C38-16 42-24 44-30Z"),
    "swept": "M43-32C26-78-56-74-54-8C-54 12-46 30-28 40C-10 42 4 36 6 26C2 14 6-2 16-6C26-12 36-22 43-32Z",
    "bald": "M14 0C4-12-24-22-46-14C-52 4-46 26-28 40C-10 42 4 36 6 26C2 14 8 4 14 0Z",
}
HAIR_BEHIND = {
    "short": "M-48-4C-52-70 52-70 48-4C48 16 40 32 22 38C8 42-8 42-22 38C-40 32-48 16-48-4Z",
    "bob": "M-54 0C-58-76 58-76 54 0C54 24 56 36 48 48C22 58-22 58-48 48C-56 36-54 24-54 0Z",
    "long": "M-54 0C-58-76 58-76 54 0C54 44 58 78 52 112C24 124-24 124-52 112C-58 78-54 44-54 0Z",
}
ALIKE = {
    "crop": "short",
    "fringe": "short",
    "bun": "swept",
    "tail": "swept",
    "knot": "swept",
    "cap": "short",
    "kerchief": "bob",
    "captail": "swept",
    "beanie": "short",
    "curly": "short",
    "braid": "swept",
}
CURLS = [
    (36, -36, 19),
    (12, -54, 23),
    (-20, -54, 25),
    (-46, -32, 24),
    (-54, -2, 22),
    (-44, 24, 18),
    (-10, -20, 34),
]


def _shape(shapes, style):
    return shapes.get(style) or shapes.get(ALIKE.get(style, "short")) or shapes["short"]


def _extras(style, hair, cloth, view):
    """What lies on or hangs from the hair. `view` is profile, away or behind."""
    x = {"profile": -50, "away": -44, "behind": 0}[view]
    if style == "bun":
        return circle(x - 4 if x else 0, -30 if x else -22, 23, p.shade(hair, 0.14) if not x else hair)
    if style == "knot":
        return circle(x + 34 if x else 0, -66, 21, hair)
    if style == "tail":
        d = "M-44-34C-92-40-86 30-74 78C-56 66-50 20-40-8Z" if x else "M-12-22C-26 10-18 60 0 84C18 60 26 10 12-22Z"
        return path(d, hair if x else p.shade(hair, 0.16)) + circle(x + 2 if x else 0, -20, 7, cloth)
    if style == "braid":
        knots = "".join(
            circle((x - 8 - i) if x else 0, 18 + 20 * i, 13 - i, hair if i % 2 else p.mix(hair, "#ffffff", 0.1))
            for i in range(5)
        )
        return knots + circle((x - 12) if x else 0, 112, 6, cloth)
    if style == "curly":
        if view == "behind":
            spots = [
                (-38, -30, 24),
                (0, -48, 28),
                (38, -30, 24),
                (-46, 2, 22),
                (46, 2, 22),
                (-28, 26, 20),
                (28, 26, 20),
                (0, 6, 40),
            ]
            return "".join(circle(a, b, r, hair) for a, b, r in spots)
        return "".join(circle(a - (4 if view == "away" else 0), b, r, hair) for a, b, r in CURLS)
    if style in ("cap", "captail", "beanie"):
        dome = "M-54-14C-54-78 44-80 46-22C20-30-24-28-54-14Z" if x else "M-50-8C-54-80 54-80 50-8C26-18-26-18-50-8Z"
        rim = "M40-26C58-26 72-20 76-12C62-14 50-16 40-18Z" if style != "beanie" and x else ""
        band = (
            line("M-50-18C-24-32 20-34 44-26" if x else "M-46-12C-24-20 24-20 46-12", p.shade(cloth, 0.2), 7)
            if style == "beanie"
            else ""
        )
        return path(dome, cloth) + (path(rim, p.shade(cloth, 0.2)) if rim else "") + band
    if style == "kerchief":
        dome = "M-54-6C-54-76 44-78 46-20C16-26-24-22-54-6Z" if x else "M-50-2C-54-76 54-76 50-2C26-12-26-12-50-2Z"
        ends = "M-48-12L-78 4L-66 14L-70 30L-46 2Z" if x else "M0-8L-18 20L0 14L18 20Z"
        return path(ends, p.shade(cloth, 0.12)) + path(dome, cloth)
    return ""


def _hood(cloth, view):
    """A raincoat's hood: a soft peak, open at the face and the chin."""
    if view == "behind":
        return path("M-54 40C-64-64-20-76 0-84C20-76 64-64 54 40Q0 66-54 40Z", cloth)
    outer = "M58-24C44-60 4-76-34-66C-68-56-68 0-58 40C-50 62-16 72 8 64C14 60 16 54 16 48C4 30 8-8 26-22Q42-30 58-24Z"
    return path(outer, cloth) + line("M16 48C4 30 8-8 26-22Q42-30 58-24", p.shade(cloth, 0.2), 4)


def _scarf(cloth, view):
    """A headscarf that covers hair and neck."""
    if view == "behind":
        return path("M-52 0C-56-74 56-74 52 0C52 34 64 62 70 92C30 108-30 108-70 92C-64 62-52 34-52 0Z", cloth)
    opening = (
        "M46-20C52-76-62-86-60 0C-60 36-74 60-80 86C-44 112 20 108 50 84C46 66 40 58 28 54"
        "C4 46 4-14 20-30C28-34 40-30 46-20Z"
    )
    if view == "away":
        opening = (
            "M46-26C40-80-62-86-60 0C-60 36-74 60-80 86C-44 112 20 108 48 84C46 70 44 62 38 50"
            "C22 40 22-6 36-24C40-28 44-28 46-26Z"
        )
    folds = line("M-20 64C-6 76 16 78 34 72", p.shade(cloth, 0.16), 3)
    return path(opening, cloth) + folds


COVERS = {"scarf": _scarf, "hood": _hood}


def head(person, view="profile", neck=34):
    """The head with its neck; the chin is near y=54, the neck goes `neck` below it."""
    skin, hair, style, cloth = person.skin, person.hair, person.style, person.cloth
    dark = p.shade(skin, 0.16)
    neck_x = {"profile": -14, "away": -12, "behind": 0}[view]
    parts = [capsule(neck_x, 26, 20, neck_x - 4 * bool(neck_x), 44 + neck, 21, p.shade(skin, 0.09))]
    if view == "behind":
        if style in COVERS:
            return "".join(parts) + COVERS[style](cloth, view)
        parts += [ellipse(side * 49, 6, 8, 12, skin) for side in (-1, 1)]
        parts += [path(_shape(HAIR_BEHIND, style), hair), _extras(style, hair, cloth, view)]
        if style == "bald":
            parts.append(path("M-46-14C-44-66 44-66 46-14C30 4-30 4-46-14Z", skin))
        return "".join(parts)
    if style == "captail":
        parts.append(_extras("tail", hair, hair, view))
    if style in ("tail", "bun", "braid"):
        parts.append(_extras(style, hair, cloth, view))
    parts.append(path(FACE if view == "profile" else AWAY, skin))
    if view == "profile":
        parts.append(circle(24, 18, 9, p.ORANGE_MID, opacity=0.28))
        parts.append(line("M23-1Q30 5 37-1", p.mix(p.INK, skin, 0.25), 3.2))
        parts.append(line("M44 33Q37 36 33 31", p.mix(p.INK, skin, 0.45), 2.6))
    else:
        parts.append(circle(38, 22, 8, p.ORANGE_MID, opacity=0.25))
    if style in COVERS:
        return "".join(parts) + COVERS[style](cloth, view)
    parts.append(path(_shape(HAIR_PROFILE if view == "profile" else HAIR_AWAY, style), hair))
    if style not in ("bob", "long", "kerchief"):
        ear = -7 if view == "profile" else 14
        parts.append(ellipse(ear, 9, 8.5, 12, skin))
        parts.append(line(f"M{ear - 2} 3Q{ear + 5} 8 {ear - 1} 15", dark, 2.4))
    if style not in ("tail", "bun", "braid"):
        parts.append(_extras(style, hair, cloth, view))
    if person.beard and view == "profile":
        parts.append(path("M44 34C47 50 40 66 22 64C4 62-8 48-10 26C0 36 14 40 26 34C34 30 40 30 44 34Z", hair))
    if person.glasses:
        rim = p.mix(p.INK, hair, 0.3)
        if view == "profile":
            parts += [line("M24-8H42V8H26Q22 0 24-8Z", rim, 3), line("M24-4L-6 0", rim, 3)]
        else:
            parts += [line("M46-2L16 2", rim, 3)]
    return "".join(parts)
