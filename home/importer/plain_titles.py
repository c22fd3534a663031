"""Titles without any mark: a short line alone, with running text below it."""

import re

from .characters import is_sentence
from .headings import SECTIONS, Kind
from .people import is_anonymous, speaker_of

_QUOTED = re.compile(r"^[「『][^「」『』]{4,50}[」』]$")
_LONGEST = 40
# So much text below a line makes it a title, not one of several short lines.
_TEXT = 25


def plain_title(reader, index):
    """What such a heading looks like ("title", "quoted"), or "" where the line is none.

    Only where stories may stand: after a goal's lists, under 取組事例, and in a document without any heading.
    """
    line = reader.lines[index]
    following = reader.next_filled[index]
    if following is None or not (_may_stand_here(reader)) or line.raw[:1] in " \t\u3000":
        return ""
    if not reader.is_text(line) or not reader.stands_alone(index) or not _is_text_below(reader, following):
        return ""
    if _QUOTED.match(line.body):
        return "quoted"
    plain = (
        len(line.body) <= _LONGEST and not is_sentence(line.body) and not re.search(r"[をにがはでと、,]$", line.body)
    )
    signs = speaker_of([(line.body, line.number)]) or is_anonymous(line.body)
    return "title" if plain and not signs and not line.body.startswith(("（", "(", "※", "▲")) else ""


def _may_stand_here(reader):
    section = reader.section
    if reader.plain_titles or section.kind in (Kind.STORIES, Kind.STORY):
        return True
    if section.heading and section.heading.alone:
        return True
    return section.kind in SECTIONS and bool(section.chunks) and hasattr(section.chunks[-1], "items")


def _is_text_below(reader, index):
    line = reader.lines[index]
    return reader.is_text(line) and len(line.body) >= _TEXT
