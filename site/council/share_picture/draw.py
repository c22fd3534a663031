"""Draws the picture: paper and ink, the thread with its knot, the title, the council's name, the page's own picture."""

import io

from PIL import Image, ImageDraw, ImageOps

from council.share_picture.fonts import font_for, without_pictograms
from council.share_picture.lines import set_lines

# What Open Graph, LINE and X ask for, in pixels.
WIDTH, HEIGHT = 1200, 630
# Raised when the same words come out as another picture: the pictures that are stored are then drawn anew.
EDITION = 3

# The colours of foundation.css.
_PAPER, _INK, _SOFT, _THREAD, _KNOT = "#fbf8f2", "#1a1a1a", "#4d4d4d", "#6f6a5e", "#ac3e00"
_MARGIN = 72
_THREAD_X = 56
_TEXT_X = 104
_SIZES = {84: 3, 72: 4, 62: 5, 52: 6}
_LEADING = 1.4
_NAME_SIZE = 32
_NAME_SIZES = {_NAME_SIZE: 1, 28: 1, 24: 1}
_PICTURE_WIDTH = 440
# Drawn this many times as large and made smaller: Pillow's lines have no soft edges.
_SHARP = 3


def draw(title, council_name, language_code, council_language, picture=None):
    """The PNG as bytes.

    Args:
        title: In ``language_code``; without a font that has its signs the picture has no words.
        council_name: In ``council_language``.
        picture: A Pillow image that stands at the right, or ``None``.
    """
    canvas = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    right = WIDTH
    if picture is not None:
        right -= _PICTURE_WIDTH
        picture = ImageOps.fit(picture.convert("RGBA"), (_PICTURE_WIDTH, HEIGHT))
        canvas.paste(picture, (right, 0), picture)
    _draw_thread(canvas)
    pen = ImageDraw.Draw(canvas)
    name_top = HEIGHT - _MARGIN - _NAME_SIZE
    _draw_name(pen, council_name, council_language, name_top, right)
    _draw_title(pen, title, language_code, name_top, right)
    out = io.BytesIO()
    canvas.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw_title(pen, title, language_code, bottom, right):
    title = without_pictograms(title)
    setting = set_lines(
        title,
        language_code,
        list(_SIZES),
        right - _TEXT_X - _MARGIN,
        _SIZES,
        lambda size: font_for(language_code, size, title + "…"),
    )
    if setting is None:
        return
    leading = setting.size * _LEADING
    top = max(_MARGIN - setting.size * 0.15, (bottom - len(setting.lines) * leading) / 2)
    for number, line in enumerate(setting.lines):
        pen.text((_TEXT_X, top + number * leading), line, font=setting.font, fill=_INK)


def _draw_name(pen, name, language_code, top, right):
    name = without_pictograms(name)
    setting = set_lines(
        name,
        language_code,
        list(_NAME_SIZES),
        right - _TEXT_X - _MARGIN,
        _NAME_SIZES,
        lambda size: font_for(language_code, size, name + "…"),
    )
    if setting is not None and setting.lines:
        pen.text((_TEXT_X, top), setting.lines[0], font=setting.font, fill=_SOFT)


def _draw_thread(canvas):
    """From the upper edge to the knot before the council's name, and on to the lower edge."""
    strip = Image.new("RGB", (_TEXT_X * _SHARP, HEIGHT * _SHARP), _PAPER)
    pen = ImageDraw.Draw(strip)
    x, knot = _THREAD_X * _SHARP, (HEIGHT - _MARGIN - _NAME_SIZE * 0.35) * _SHARP
    pen.line([(x, 0), (x, HEIGHT * _SHARP)], fill=_THREAD, width=4 * _SHARP)
    radius = 13 * _SHARP
    box = (x - radius, knot - radius, x + radius, knot + radius)
    pen.ellipse(box, fill=_PAPER, outline=_KNOT, width=5 * _SHARP)
    canvas.paste(strip.resize((_TEXT_X, HEIGHT), Image.Resampling.LANCZOS), (0, 0))
