"""Which font a language's title is drawn with: that of the settings, else one the system has, else none."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from PIL import ImageFont

# Where systems keep fonts that hold Japanese, the best first. Names as Debian, Fedora, Alpine, macOS and Windows have them.
_KNOWN = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-vf-fonts/NotoSansCJK-VF.ttc",
    "/usr/share/fonts/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/opentype/ipafont-gothic/ipagp.ttf",
    "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf",
    "/usr/share/fonts/truetype/vlgothic/VL-PGothic-Regular.ttf",
    "/usr/share/fonts/truetype/takao-gothic/TakaoPGothic.ttf",
    "/System/Library/Fonts/ヒラギノ角ゴシック W6.ttc",
    "C:/Windows/Fonts/YuGothB.ttc",
)
# The same sign of Unicode is drawn otherwise in each country: which face of a collection is a language's.
_COUNTRY = {"ja": "JP", "zh-hans": "SC", "zh-hant": "TC", "ko": "KR"}
_MOST_FACES = 16
# Pictograms with what joins and colours them: regional letters, skin colours, the joiner, the selectors, tags, keycaps.
# Signs that fonts for text have too, such as an umbrella, count where the selector asks for them in colours.
_PICTOGRAMS = re.compile("[\u2000-\u3299]\ufe0f|[\U0001f000-\U0001faff\u200d\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f]")
# Stored in no font: what is drawn for it is what is drawn for everything that is missing.
_MISSING = "\U0010ffff"


def font_for(language_code, size, text):
    """A Pillow font that has every sign of a text, ``size`` pixels high; ``None`` where there is none."""
    path = font_path()
    if path is None:
        return None
    font = _face(path, _country_of(language_code), size)
    missing = bytes(font.getmask(_MISSING))
    signs = {sign for sign in text if not sign.isspace()}
    return None if any(bytes(font.getmask(sign)) == missing for sign in signs) else font


def without_pictograms(text):
    """A title without emoji: fonts for text have none, and a single one would cost the picture all its words."""
    return " ".join(_PICTOGRAMS.sub("", text).split())


@cache
def font_path():
    """The file of ``OG_FONT``; without that setting the first that this machine has; ``None`` without any.

    A file that is named and not there, or no font, counts as none: a page is never without an answer for it.
    """
    wanted = [settings.OG_FONT] if settings.OG_FONT else _KNOWN
    for path in wanted:
        if not Path(path).is_file():
            continue
        try:
            ImageFont.truetype(path, 20)
        except OSError:
            continue
        return path
    return None


def _country_of(language_code):
    return _COUNTRY.get(language_code) or _COUNTRY.get(language_code.partition("-")[0], "JP")


@cache
def _face(path, country, size):
    first = font = ImageFont.truetype(path, size)
    for place in range(_MOST_FACES):
        if country in font.getname()[0].split():
            return font
        try:
            font = ImageFont.truetype(path, size, index=place + 1)
        except OSError:
            break
    return first
