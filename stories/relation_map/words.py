"""The titles of the map's boxes, broken into lines."""

from dataclasses import dataclass
from functools import lru_cache

from council.share_picture.lines import set_lines
from council.translation.locales import language_of
from stories.relation_map.widths import EstimatedFont

MOST_LINES = 6


@dataclass(frozen=True)
class Type:
    """A size of type and the distance of its lines, in pixels."""

    size: int
    leading: int


TITLES = {
    "pillar": Type(18, 26),
    "goal": Type(17, 25),
    "initiative": Type(16, 23),
    "story": Type(16, 23),
    "organisation": Type(16, 23),
}
# Numbers of pillars and goals, and whose hands initiatives are in.
LABEL = Type(14, 22)


def title_lines(page, kind, width):
    """A page's title in at most `MOST_LINES` lines, about equally long; longer ones are cut short."""
    return _lines(page.title, language_of(page), TITLES[kind].size, width)


@lru_cache(maxsize=4096)
def _lines(title, language_code, size, width):
    """Remembered, because taking Japanese apart into phrases takes longer than all the rest of the drawing."""
    setting = set_lines(title, language_code, [size], width, {size: MOST_LINES}, EstimatedFont)
    return tuple(setting.lines)
