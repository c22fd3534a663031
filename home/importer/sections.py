"""Lines → sections: a heading with the paragraphs, lists and tables that stand under it."""

import re
from dataclasses import replace

from .characters import is_sentence
from .chunks import LINE_BREAK, Bullets, Grid, Item, Prose, Section, Sections
from .headings import OUTLINE, SECTIONS, Kind, meaning_of
from .numbers import LEADING_NUMBER, normalise_number
from .page_marks import without_page_marks
from .parts import Words
from .plain_titles import plain_title
from .side_marks import side_by_side, side_meaning

# A line shorter than this was not broken by a margin.
WRAPPED = 20
_NUMBERED = re.compile(rf"^{LEADING_NUMBER}[ \t\u3000:：．.、]*\S")
# A footnote, a caption, a bracket or a mark without words names nothing.
_NO_NAME = re.compile(r"^[※▲▼＊*]|^[（(](?![0-9０-９]{1,3}[)）])|^\W*$")
_BARE_NUMBER = re.compile(r"^[0-9０-９]{1,2}(?:[-－‐−–.．][0-9０-９]{1,2}){1,2}[.．]?$")
_CONTINUES = re.compile(r"^[はがをにでともへや、。]|^(?:する|した|して|さん)")
# What a plain line may say without any mark of a heading, because nothing else reads like it.
_PLAIN_KINDS = (
    OUTLINE
    | SECTIONS
    | {
        Kind.STORIES,
        Kind.PHILOSOPHY,
        Kind.CONTENTS,
        Kind.TURN_TO,
        Kind.STORY,
        Kind.EXPLAINER,
        Kind.PERIOD,
        Kind.IMPRINT,
    }
)


class _Reader:
    """Walks through the lines once."""

    def __init__(self, lines, plain_titles=False):
        self.lines, set_aside = without_page_marks(lines)
        self.plain_titles = plain_titles  # the document has no heading that is marked or known
        self.number_line = None
        self.next_filled = self._following()
        self.result = Sections([Section()], set_aside)
        self.index = 0

    def _following(self):
        """For each line the index of the next one that isn't blank."""
        following, last = [None] * len(self.lines), None
        for index in range(len(self.lines) - 1, -1, -1):
            following[index] = last
            if not self.lines[index].is_blank:
                last = index
        return following

    @property
    def section(self):
        return self.result.sections[-1]

    def read(self):
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if line.is_blank or line.is_rule:
                self.index += 1
            elif reason := self._no_text(line):
                self.result.set_aside.append((line, reason))
                self.index += 1
            elif (end := self._table_end()) > self.index:
                self._table(end)
            elif self._is_number_of_next():
                self.number_line = line
                self.index += 1
            elif heading := self._heading():
                self.result.sections.append(self._with_number(heading))
                self.index += 1
            elif self._is_item(line):
                self._bullets()
            else:
                self._prose()
        return self.result

    def _no_text(self, line):
        """Why a line is none of the document's text, or nothing."""
        if line.is_contents_entry:
            return "contents"
        return "picture" if line.is_picture else ""

    # --- headings -------------------------------------------------------------------------------------------------

    def _heading(self, index=None):
        """The section that the line at `index` opens, or None."""
        index = self.index if index is None else index
        line = self.lines[index]
        if line.is_blank or line.is_row:
            return None
        meaning = meaning_of(line.words) or side_meaning(line, self.section) or side_by_side(line)
        if line.bracket and meaning and not meaning.name and line.after:
            return self._opened(line, meaning, line.after)
        if line.level:
            return self._opened(line, meaning)
        if line.bracket:
            return self._bracketed(line, meaning)
        if line.bullet:
            known = meaning and meaning.kind in SECTIONS | {Kind.STATEMENT} and not meaning.name
            return self._opened(line, meaning) if known and not self._has_twin(index) else None
        if meaning and self._may_be_said_plainly(index, line, meaning):
            return self._opened(line, meaning)
        if line.symbol:
            short = len(line.words) <= 60 and not line.words.endswith("。")
            return self._opened(line, meaning) if short and not self._has_twin(index) else None
        if line.bold and self.stands_alone(index) and not _CONTINUES.match(line.words):
            return self._opened(line, meaning) if len(line.words) <= 60 else None
        if self._names_what_follows(index, line):
            return self._opened(line, None)
        look = plain_title(self, index)
        return self._opened(replace(line, alone=look), None) if look else None

    def _is_number_of_next(self):
        """1-2 in a line of its own, above the heading that it numbers."""
        following = self.next_filled[self.index]
        if following is None or not _BARE_NUMBER.match(self.lines[self.index].words):
            return False
        heading = self._heading(following)
        if heading is None or _NUMBERED.match(heading.title.text):
            return False
        return not (heading.meaning and heading.meaning.number)

    def _with_number(self, section):
        number, self.number_line = self.number_line, None
        if number is not None:
            section.title = Words(f"{number.words} {section.title.text}", (number.number, section.line))
            if section.meaning:
                section.meaning = replace(section.meaning, number=normalise_number(number.words))
        return section

    def _opened(self, line, meaning, after=""):
        text = after or (meaning.name if meaning else "")
        inline = Words(LINE_BREAK.sub("\n", text), (line.number,)) if text else None
        words = line.words if not line.after or after else f"{line.words} {line.after}"
        return Section(line, Words(words, (line.number,)), meaning, inline)

    def _bracketed(self, line, meaning):
        if meaning and not line.after:
            return self._opened(line, meaning)
        if line.after or line.bracket in ("<>", "『』"):
            return None
        return self._opened(line, meaning)

    def _may_be_said_plainly(self, index, line, meaning):
        """A line that names a known part without #, symbol or bracket."""
        labelled = bool(re.match(r"^[^:：]{1,24}[:：]", line.words))
        numbered = meaning.kind in OUTLINE and meaning.number and meaning.name
        if numbered and is_sentence(line.words) and meaning.name.count("。") <= 1:
            # 目標1 みんなで支え合うまちをつくります。 is a goal all the same.
            return True
        if is_sentence(line.words) and not labelled and (meaning.kind != Kind.STORIES or line.words.endswith("。")):
            return False
        if len(line.words) > 60 and not labelled:
            return False
        if line.symbol or line.bold:
            return True
        if meaning.kind not in _PLAIN_KINDS:
            return self.stands_alone(index) and (self.plain_titles or meaning.kind != Kind.MESSAGES)
        if meaning.kind == Kind.IMPRINT or (meaning.kind in OUTLINE and meaning.name and not meaning.number):
            return labelled or self.stands_alone(index)
        previous = self.lines[index - 1] if index else None
        runs_on = (
            previous and self.is_text(previous) and len(previous.body) >= WRAPPED and not is_sentence(previous.body)
        )
        # 課題 at the head of a line may be the rest of a broken sentence; then it goes on after it.
        return not runs_on or not meaning.name

    def _names_what_follows(self, index, line):
        """An unmarked line right above 現状 or 目指す姿 names the goal these stand under."""
        following = self.next_filled[index]
        if following is None or len(line.words) > 60 or is_sentence(line.words) or _NO_NAME.match(line.words):
            return False
        before = self.lines[index - 1] if index else None
        if before and not before.is_blank and not _BARE_NUMBER.match(before.words):
            return False
        if self.section.kind in (Kind.STATEMENT, Kind.GOAL, Kind.PILLAR) and self.section.is_bare():
            return False
        after = self.lines[following]
        if not after.level and not after.symbol and not after.bracket and len(after.words) > 30:
            return False
        meaning = meaning_of(after.words)
        known = meaning is not None and meaning.kind in SECTIONS | {Kind.STATEMENT} and not is_sentence(after.body)
        return known and (bool(_NUMBERED.match(line.words)) or following > index + 1 or bool(after.style))

    def _has_twin(self, index):
        """A neighbour with the same mark: then they are a list, not headings."""
        line = self.lines[index]
        following = self.next_filled[index]
        after = self.lines[following] if following is not None else None
        before = self.lines[index - 1] if index else None
        return any(
            other is not None
            and other.symbol == line.symbol
            and other.bullet == line.bullet
            and not other.level
            and (other.symbol or other.bullet)
            and not meaning_of(other.words)
            for other in (after, before)
        )

    def stands_alone(self, index=None):
        index = self.index if index is None else index
        before = index == 0 or self.lines[index - 1].is_blank
        after = index + 1 >= len(self.lines) or self.lines[index + 1].is_blank
        return before and after

    # --- running text, lists, tables --------------------------------------------------------------------------------

    def _is_item(self, line):
        return line.bullet or bool(line.symbol) or bool(line.ordered)

    def is_text(self, line):
        return not (line.is_blank or line.level or self._is_item(line) or line.is_row or line.is_rule)

    def _bullets(self):
        bullets = Bullets([])
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if line.is_blank:
                following = self.next_filled[self.index]
                if following is None or not self._goes_on(following, bullets):
                    break
                self.index = following
                continue
            if self._is_item(line) and not line.level and (not bullets.items or not self._heading()):
                if bullets.items and _is_below(line, bullets.items[0].lines[0]):
                    bullets.items[-1].lines.append(line)
                else:
                    bullets.items.append(Item([line], ordered=line.ordered))
            elif (
                self.is_text(line)
                and not self._heading()
                and not self._no_text(line)
                and self._table_end() == self.index
            ):
                bullets.items[-1].lines.append(line)
            else:
                break
            self.index += 1
        self.section.chunks.append(bullets)

    def _goes_on(self, index, bullets):
        """After a blank line: another item of the same list, or an indented second paragraph of the last one."""
        line = self.lines[index]
        if self._heading(index) or line.level or line.is_row:
            return False
        if self._is_item(line):
            first = bullets.items[0].lines[0]
            return bool(line.ordered) == bool(first.ordered) and line.symbol == first.symbol
        return line.raw.startswith(("  ", "\t"))

    def _prose(self):
        prose = [self.lines[self.index]]
        self.index += 1
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if not self.is_text(line) or self._heading() or self._no_text(line) or self._table_end() > self.index:
                break
            if line.raw.startswith("\u3000") and is_sentence(prose[-1].body):
                break
            prose.append(line)
            self.index += 1
        self.section.chunks.append(Prose(prose))

    def _table_end(self):
        """The index after the table that begins here; the current index if none does."""
        lines, start = self.lines, self.index
        end = start
        if lines[start].is_row:
            while end < len(lines) and (lines[end].is_row or lines[end].is_table_rule):
                end += 1
            return end
        if "|" in lines[start].raw and start + 1 < len(lines) and lines[start + 1].is_table_rule:
            end = start + 2
            while end < len(lines) and "|" in lines[end].raw:
                end += 1
            return end
        width = _tab_cells(lines[start])
        # ① and a tab before the text: a list, not a table.
        if width < 2 or (
            width == 2 and (self._is_item(lines[start]) or len(lines[start].raw.strip().split("\t")[0]) < 2)
        ):
            return start
        while end < len(lines) and _tab_cells(lines[end]) == width:
            end += 1
        return end if end - start >= 2 else start

    def _table(self, end):
        lines = self.lines[self.index : end]
        rows, has_header = [], False
        for line in lines:
            if line.is_table_rule:
                has_header = has_header or len(rows) == 1
                continue
            rows.append([Words(LINE_BREAK.sub("\n", cell).strip(), (line.number,)) for cell in _cells(line)])
        if "\t" in lines[0].raw.strip() and "|" not in lines[0].raw:
            has_header = all(len(cell.text) <= 20 and not is_sentence(cell.text) for cell in rows[0])
        if rows:
            self.section.chunks.append(Grid(rows, has_header, lines))
        self.index = end


def _is_below(line, first):
    """An item of a list within the list."""
    deep = line.raw.startswith(("  ", "\t", "\u3000"))
    return deep and not first.indented


def _cells(line):
    raw = line.raw.strip()
    if "|" in raw or "｜" in raw:
        raw = re.sub(r"^[|｜]|(?<!\\)[|｜]$", "", raw)
        return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)[|｜]", raw)]
    return [cell.strip() for cell in raw.split("\t")]


def _tab_cells(line):
    stripped = line.raw.strip(" \u3000")
    if "\t" not in stripped.strip("\t"):
        return 0
    return len(stripped.split("\t"))


def read_sections(lines):
    """The document's lines, in sections. Where nothing is marked or known as a heading, lines that stand alone are."""
    read = _Reader(lines).read()
    if not any(section.heading for section in read.sections):
        read = _Reader(lines, plain_titles=True).read()
    return read
