"""What print adds to every page: its number, and the plan's or the chapter's name beside it.

A sentence that runs over such a place goes on behind it; the report still calls it cut.
"""

import re
from itertools import pairwise

from .characters import is_sentence, looks_cut, squeeze
from .headings import Kind, meaning_of
from .lines import Line

_LONGEST = 50
# A line shorter than this was not broken by a margin.
_WRAPPED = 20
_DIGITS = re.compile(r"[0-9０-９]{1,4}")


def without_page_marks(lines):
    """(lines, [(line, reason)]): the text without what belongs to its pages."""
    marks = {**_page_numbers(lines), **running_heads(lines)}
    kept, set_aside, run = [], [], []
    for line in lines:
        if line.number in marks:
            set_aside.append((line, marks[line.number]))
            run.append(line)
        elif line.is_blank:
            run.append(line)
        else:
            kept.extend(_between(kept, run, line, marks))
            kept.append(line)
            run = []
    return kept + [line for line in run if line.number not in marks], set_aside


def _between(kept, run, following, marks):
    """The blank lines that stay: none where a sentence goes on over the page's end."""
    blanks = [line for line in run if line.number not in marks]
    if len(blanks) == len(run):
        return blanks
    if kept and _is_cut(kept[-1]) and _is_running_text(following):
        return []
    return blanks or [Line(run[0].number, "")]


def _is_cut(line):
    return len(line.body) >= _WRAPPED and looks_cut(line.body) and not (line.level or line.is_row)


def _is_running_text(line):
    marked = line.level or line.bullet or line.symbol or line.ordered or line.bracket or line.bold or line.is_row
    return not marked and line.raw[:1] != "\u3000" and meaning_of(line.words) is None


def _page_numbers(lines):
    """Figures alone between blank lines."""
    found = {}
    for place, line in enumerate(lines):
        before = place == 0 or lines[place - 1].is_blank
        if before and line.is_page_number and (place + 1 == len(lines) or lines[place + 1].is_blank):
            found[line.number] = "page_number"
    return found


def running_heads(lines):
    """{line number: reason} of such lines and of the page numbers beside them."""
    filled = [line for line in lines if not line.is_blank]
    seen = {}
    for place, line in enumerate(filled):
        number = _page_beside(filled, place)
        if number is not None and _may_be_head(line):
            seen.setdefault(squeeze(line.words), []).append((line, number))
    found = {}
    for places in seen.values():
        pages = [int(_DIGITS.search(number.body).group()) for _, number in places]
        # Page after page, the same words beside a number that grows.
        if len(places) > 1 and all(page < later for page, later in pairwise(pages)):
            for line, number in places:
                found[line.number] = "running_head"
                found[number.number] = "page_number"
    return found


def _page_beside(filled, place):
    """The page number right above or below, in the next filled line."""
    for other in (place + 1, place - 1):
        if 0 <= other < len(filled) and filled[other].is_page_number:
            return filled[other]
    return None


def _may_be_head(line):
    if line.bullet or line.is_row or line.is_page_number or len(line.body) > _LONGEST or is_sentence(line.body):
        return False
    meaning = meaning_of(line.words)
    return meaning is None or meaning.kind in (Kind.PLAN, Kind.CHAPTER)
