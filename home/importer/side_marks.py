"""Lines that only say whose part follows: （地域）, 【社協】, ■住民 below 主な取組."""

import re

from .headings import SECTIONS, Kind, Meaning, meaning_of, whose

_ROUND = re.compile(r"^[（(]([^（()）]{1,16})[)）]$")
_LABELLED = re.compile(r"^(?P<who>[^\s:：。、]{1,12})[:：][ \t\u3000]*(?P<text>\S.{4,})$")
# A line with several headings in it is no longer than this.
_LONGEST = 120
_COLUMNS = re.compile(r"[ \t\u3000]{2,}|\t")
_LED = re.compile(
    r"^[（(【〈［\[]([^（(【〈［\[\]］〉】)）]{1,12})[）)】〉］\]][ \t\u3000:：]*(?=\S)|^([^\s:：。、]{1,12})[:：][ \t\u3000]*(?=\S)"
)


def side_meaning(line, section):
    """The Meaning of such a line, where the section above is about initiatives; else None."""
    one_line = section.inline and not section.chunks
    labelled = _LABELLED.match(line.words) if section.kind in SECTIONS and one_line and not line.bullet else None
    side = whose(labelled["who"]) if labelled else None
    if side:
        # 現状：… / 地域：… / 社協：…, a line for each part.
        return Meaning(Kind.INITIATIVES, name=labelled["text"], side=side[0], doubt=side[1])
    if section.kind != Kind.INITIATIVES or line.bullet or (line.ordered and not _ROUND.match(line.words)):
        return None
    inner = _ROUND.match(line.words)
    if not (inner or line.bracket or line.symbol or line.level or line.bold) or line.after:
        return None
    side = whose((inner[1] if inner else line.words).strip(" \t\u3000:："))
    return Meaning(Kind.INITIATIVES, side=side[0], doubt=side[1]) if side else None


def side_by_side(line):
    """地域の取組　　　社協の取組 in one line: the heads of two columns. Whose each item below is, nobody can tell."""
    pieces = _COLUMNS.split(line.body) if len(line.body) <= _LONGEST else []
    if len(pieces) < 2 or line.is_row:
        return None
    meanings = [meaning_of(piece) for piece in pieces]
    if all(meaning and meaning.kind == Kind.INITIATIVES and not meaning.name for meaning in meanings):
        return Meaning(Kind.INITIATIVES, side="council", doubt="unsure")
    return None


def led_by_side(text):
    """(side, doubt, text behind it) of an item that begins with who does it (【地域】…, 社協：…), or None."""
    found = _LED.match(text)
    side = whose(found[1] or found[2]) if found else None
    return (*side, text[found.end() :]) if side else None
