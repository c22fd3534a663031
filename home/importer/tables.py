"""Tables that hold a plan: a column or a row for each of 目指す姿, 現状と課題, the community's part, the council's."""

import re

from .chunks import Grid, Section
from .headings import OUTLINE, SECTIONS, Kind, Meaning, meaning_of, whose
from .lines import Line, read_line
from .sections import read_sections

_PLAN_KINDS = SECTIONS | {Kind.STATEMENT, Kind.GOAL, Kind.PILLAR, Kind.TURN_TO}
_NAME = re.compile(
    r"^(?:取り?組み?|取り?組み?の?名称?|取り?組み?項目|事業|事業名|項目|活動|活動名|施策|施策名|名称|タイトル|テーマ)$"
)
_TEXT = re.compile(
    r"^(?:内容|概要|取り?組み?内容|事業内容|活動内容|具体的な?(?:内容|取り?組み?)|説明|方向性|事業概要|今後の方向性)$"
)
_WHO = re.compile(r"^(?:主体|実施主体|担当|担い手|推進主体|役割|誰が|だれが|実施者|取り?組み?主体|主な担い手)$")


def unfolded(sections):
    """The sections, with every such table turned into the sections that its cells are."""
    result = []
    for section in sections:
        result.extend(_unfold(section))
    return result


def _unfold(section):
    if not any(isinstance(chunk, Grid) and _holds_plan(chunk) for chunk in section.chunks):
        return [section]
    before = Section(section.heading, section.title, section.meaning, section.inline)
    result = [before]
    for chunk in section.chunks:
        if isinstance(chunk, Grid) and _holds_plan(chunk):
            result.extend(_rows(chunk) if _by_row(chunk) else _columns(chunk))
        else:
            result[-1].chunks.append(chunk)
    return result


def cell_meaning(cell):
    """What a cell says that its row or column holds, or None."""
    text = cell.plain
    if not text or len(text) > 40:
        return None
    meaning = meaning_of(text.strip("【】〈〉《》[]［］■●◆ 　"))
    if meaning and meaning.kind in _PLAN_KINDS:
        return meaning
    side = whose(text)
    return Meaning(Kind.INITIATIVES, side=side[0], doubt=side[1]) if side else None


def _by_row(grid):
    """Each row begins with what it holds: 目指す姿 | だれもが…"""
    if any(len(row) != 2 for row in grid.rows):
        return False
    known = [cell_meaning(row[0]) for row in grid.rows]
    return len(grid.rows) >= 2 and sum(meaning is not None and not meaning.name for meaning in known) * 2 >= len(known)


def _by_column(grid):
    if len(grid.rows) < 2:
        return False
    known = [cell_meaning(cell) for cell in grid.rows[0]]
    named = [meaning for meaning in known if meaning and not meaning.name]
    return any(meaning.kind in SECTIONS or meaning.kind == Kind.STATEMENT for meaning in named) and len(
        named
    ) * 2 >= len(known)


def _holds_plan(grid):
    if initiative_columns(grid):
        return False
    return _by_row(grid) or _by_column(grid)


def _rows(grid):
    for label, content in grid.rows:
        yield _section(label, cell_meaning(label), content)


def _columns(grid):
    header, *rows = grid.rows
    meanings = [cell_meaning(cell) for cell in header]
    repeated = len(rows) > 1 and any(meaning and meaning.kind in OUTLINE for meaning in meanings)
    if repeated:
        # One goal a row: its parts must follow it before the next goal begins.
        for row in rows:
            for label, meaning, cell in zip(header, meanings, row, strict=False):
                if cell:
                    yield _section(label, meaning, cell)
        return
    for place, (label, meaning) in enumerate(zip(header, meanings, strict=True)):
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        section = _section(label, meaning, None)
        for cell in cells:
            section.chunks.extend(_chunks(cell))
        yield section


def _section(label, meaning, content):
    number = label.lines[0] if label.lines else 0
    line = Line(number, label.text, body=label.text, words=label.text, bracket="||")
    section = Section(line, label, meaning)
    if content is None:
        return section
    if meaning and meaning.kind in (Kind.GOAL, Kind.PILLAR) and not meaning.name:
        section.inline = content
    else:
        section.chunks.extend(_chunks(content))
    return section


def _chunks(cell):
    lines = [read_line(cell.lines[0], text) for text in cell.text.split("\n")]
    return [chunk for section in read_sections(lines).sections for chunk in section.chunks]


def initiative_columns(grid):
    """{"name": 0, "text": 1, "who": 2} for a table of initiatives, a row each; {} for any other table."""
    if len(grid.rows) < 2:
        return {}
    found = {}
    for place, cell in enumerate(grid.rows[0]):
        for role, pattern in (("name", _NAME), ("text", _TEXT), ("who", _WHO)):
            if role not in found and pattern.match(cell.plain):
                found[role] = place
    return found if "name" in found and ("text" in found or "who" in found) else ({} if "text" not in found else found)
