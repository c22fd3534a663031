"""What stands under a heading: paragraphs, lists, tables; and the section they make."""

import re
from dataclasses import dataclass, field

from .characters import is_sentence, join_lines
from .headings import Meaning
from .lines import without_marks
from .parts import Words

_FOOTNOTE = re.compile(r"^[\s\u3000]*[（(]?(?:※|(?:注|＊)[0-9０-９]*[)）:： \u3000])")
LINE_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"^(?:また|さらに|そして|なお|そのため|一方|しかし|あわせて|併せて|加えて|特に|これ|それ|その)"
)


@dataclass
class Prose:
    """A paragraph, line by line."""

    lines: list

    @property
    def numbers(self):
        return tuple(line.number for line in self.lines)

    def words(self):
        return Words(join_lines([line_text(line) for line in self.lines]), self.numbers)

    def as_printed(self):
        """With its line breaks."""
        return Words("\n".join(line_text(line) for line in self.lines), self.numbers)

    def raw(self):
        return "\n".join(line.raw.strip() for line in self.lines)

    def sentences_by_line(self):
        """Where each line is a sentence of its own, one Words a line; a line that begins with また stays with the last."""
        if len(self.lines) < 2 or not all(is_sentence(line_text(line)) for line in self.lines):
            return [self.words()]
        groups = []
        for line in self.lines:
            if groups and _CONJUNCTION.match(line.body):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [Prose(group).words() for group in groups]


@dataclass
class Item(Prose):
    """One item of a list, with the lines that go on with it."""

    ordered: str = ""

    def words(self):
        return Words(item_text(self.lines), self.numbers)


@dataclass
class Bullets:
    items: list

    @property
    def numbers(self):
        return tuple(number for item in self.items for number in item.numbers)

    def raw(self):
        return "\n".join(item.raw() for item in self.items)


@dataclass
class Grid:
    """A table: cells of Words. `has_header`: the first row names the columns."""

    rows: list
    has_header: bool
    lines: list

    @property
    def numbers(self):
        return tuple(line.number for line in self.lines)

    def raw(self):
        return "\n".join(line.raw.strip() for line in self.lines)


@dataclass
class Section:
    """What stands under one heading, up to the next heading of any kind."""

    heading: object = None
    title: Words | None = None
    meaning: Meaning | None = None
    inline: Words | None = None
    chunks: list = field(default_factory=list)

    @property
    def kind(self):
        return self.meaning.kind if self.meaning else None

    @property
    def level(self):
        return self.heading.level if self.heading else 0

    @property
    def style(self):
        return self.heading.style if self.heading else ""

    @property
    def line(self):
        return self.heading.number if self.heading else 0

    @property
    def numbers(self):
        numbers = [self.line] if self.heading else []
        for chunk in self.chunks:
            numbers.extend(chunk.numbers)
        return tuple(numbers)

    def raw(self):
        parts = [self.heading.raw.strip()] if self.heading else []
        return "\n".join([*parts, *(chunk.raw() for chunk in self.chunks)])

    def is_bare(self):
        return not self.chunks and not self.inline


@dataclass
class Sections:
    """The document in sections, and the lines that are none of its text: page numbers, contents, pictures."""

    sections: list
    set_aside: list = field(default_factory=list)  # (line, reason)


def is_footnote(chunk):
    """※ … below the text that it explains."""
    return bool(_FOOTNOTE.match(chunk.lines[0].raw))


def item_text(lines):
    """Lines of one item: what goes on is joined, an item within the item begins a new line."""
    groups = []
    for line in lines:
        own = line.bullet or line.symbol or line.ordered
        text = LINE_BREAK.sub("\n", without_marks(line) if own or not groups else line.body)
        if groups and not own:
            groups[-1].append(text)
        else:
            groups.append([text])
    return "\n".join(join_lines(group) for group in groups)


def line_text(line):
    return LINE_BREAK.sub("\n", line.body)
