"""Items, paragraphs and rows under 取り組み → Initiative by Initiative."""

import re

from .characters import is_sentence
from .chunks import LINE_BREAK, Bullets, Grid, is_footnote, item_text
from .headings import whose
from .lines import without_marks
from .numbers import LEADING_NUMBER, normalise_number
from .parts import Initiative, Leftover, Remark, Signpost, Words
from .side_marks import led_by_side
from .tables import initiative_columns

# Broken off in the middle, or a sentence without its stop: no title.
_CUT = re.compile(r"(?:[をにがはのとでてもへりく、・やし]|ます|ました|ません|です|よう)$")
_NAMED = re.compile(r"^(?P<name>[^:：。]{2,30})[:：](?!//)[ \t\u3000]*(?P<text>.{8,})$", re.DOTALL)
_BOLD_NAMED = re.compile(r"^\*\*(?P<name>[^*。]{2,40})\*\*[ \t\u3000:：]*(?P<text>.{8,})$", re.DOTALL)
_BRACKET_NAMED = re.compile(
    r"^[【〈《［\[](?P<name>[^】〉》］\]]{2,40})[】〉》］\]][ \t\u3000:：]*(?P<text>.{8,})$", re.DOTALL
)
_NUMBERED = re.compile(rf"^(?P<number>{LEADING_NUMBER})[ \t\u3000:：．.、]*(?=\S)")
LONGEST_NUMBER = 10


class InitiativeReader:
    """Reads what stands under one heading that says whose side it is."""

    def __init__(self, goal, document, side, remarks=()):
        self.goal = goal
        self.document = document
        self.side = side
        self.remarks = list(remarks)

    def read(self, chunks):
        for index, chunk in enumerate(chunks):
            if isinstance(chunk, Bullets):
                for item in chunk.items:
                    self.item(item)
            elif isinstance(chunk, Grid):
                self.table(chunk)
            elif is_footnote(chunk):
                self._leave(chunk, "footnote")
            elif self._introduces(chunks, index):
                self._leave(chunk, "introduction")
            elif any(isinstance(each, Bullets) for each in chunks[:index]):
                # What is done was listed; running text behind the list is no further item of it.
                self._leave(chunk, "after_list")
            else:
                self.prose(chunk)

    def _leave(self, chunk, reason):
        self.document.leftovers.append(Leftover(chunk.numbers, chunk.raw(), reason))

    def _introduces(self, chunks, index):
        """次のことに取り組みます。 above a list."""
        return index + 1 < len(chunks) and isinstance(chunks[index + 1], (Bullets, Grid))

    def prose(self, prose):
        for words in prose.sentences_by_line():
            self.add(words)

    def item(self, item):
        first, *others = item.lines
        text = LINE_BREAK.sub("\n", without_marks(first))
        number = normalise_number(item.ordered) if item.ordered else ""
        behind = 0
        led = None if number else _NUMBERED.match(text)
        if led:
            behind = led.end()
            number, text = normalise_number(led["number"]), text[behind:]
        if others and is_name(text):
            rest = Words(item_text(others), tuple(line.number for line in others))
            self.add(rest, Words(text.strip("*").rstrip("：:"), (first.number,)), number)
            return
        self.add(Words(item.words().text[behind:], item.numbers), None, number)

    def titled(self, section):
        """A heading of its own with its text: the document itself gives the title."""
        number, title = number_and_title(section.title)
        texts, lines = [], []
        for chunk in section.chunks:
            if isinstance(chunk, Grid):
                self.document.leftovers.append(Leftover(chunk.numbers, chunk.raw(), "table"))
                continue
            pieces = [item.words() for item in chunk.items] if isinstance(chunk, Bullets) else [chunk.words()]
            texts.extend(words.text for words in pieces)
            lines.extend(chunk.numbers)
        if section.inline:
            texts.insert(0, section.inline.text)
        statement = Words("\n".join(texts), tuple(lines)) if texts else title
        self.add(statement, title if texts else None, number)

    def table(self, grid):
        columns = initiative_columns(grid)
        if not columns:
            self.document.leftovers.append(Leftover(grid.numbers, grid.raw(), "table"))
            return
        header, *rows = grid.rows
        self.document.signposts.append(
            Signpost(header[0].lines[0], " ".join(cell.text for cell in header if cell), "columns")
        )
        for row in rows:
            cells = {role: row[place] for role, place in columns.items() if place < len(row) and row[place]}
            side, remarks = self.side, list(self.remarks)
            who = whose(cells["who"].plain) if "who" in cells else None
            if who:
                side = who[0]
                remarks = [Remark("side_unsure", cells["who"].lines, cells["who"].plain, asks=True)] if who[1] else []
            name, text = cells.get("name"), cells.get("text")
            if not (name or text):
                continue
            self.add(text or name, name if text else None, "", side, remarks)
            self._rest(header, row, columns, who)

    def _rest(self, header, row, columns, who):
        """Cells that no field holds: named with their column."""
        for place, cell in enumerate(row):
            used = place in columns.values() and place != columns.get("who")
            if cell and not used:
                label = header[place].plain if place < len(header) else ""
                known = place == columns.get("who") and who
                reason = "cell_read" if known else "cell"
                self.document.leftovers.append(
                    Leftover(cell.lines, f"{label} | {cell.text}" if label else cell.text, reason)
                )

    def add(self, statement, name=None, number="", side=None, remarks=None):
        if not re.search(r"\w", statement.text):
            return  # a bullet without words: the report has it among the marks
        if name is None and side is None:
            side, statement, remarks = self._led(statement, remarks)
        if name is None:
            named = (
                _BRACKET_NAMED.match(statement.text)
                or _BOLD_NAMED.match(statement.text)
                or _NAMED.match(statement.text)
            )
            if named and is_sentence(named["text"].split("\n")[-1]):
                name = Words(named["name"], statement.lines)
                statement = Words(named["text"], statement.lines)
        if len(number) > LONGEST_NUMBER:
            number = ""
        self.goal.initiatives.append(
            Initiative(side or self.side, statement, name, number, list(self.remarks if remarks is None else remarks))
        )

    def _led(self, statement, remarks):
        """(side, statement, remarks) of an item that begins with who does it: 【地域】…"""
        led = led_by_side(statement.text)
        if not led:
            return None, statement, remarks
        side, doubt, text = led
        label = statement.text[: -len(text)].strip()
        if doubt:
            remarks = [Remark(f"side_{doubt}", statement.lines, label, asks=True)]
        self.document.signposts.append(Signpost(statement.lines[0], label, "initiatives"))
        return side, Words(text, statement.lines), [] if not doubt else remarks


def is_name(text):
    """A first line that stands for itself: short, no sentence, not broken off."""
    text = text.strip("*")
    return len(text) <= 32 and not is_sentence(text) and not _CUT.search(text)


def number_and_title(title):
    """ "1-1 つながりをつくる" → ("1-1", Words of the rest)."""
    led = _NUMBERED.match(title.text)
    if not led:
        return "", title
    return normalise_number(led["number"]), Words(title.text[led.end() :], title.lines)
