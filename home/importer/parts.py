"""The typed parts a plan document is read into. Plain data: no Django, no page, no id."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

BOLD = re.compile(r"\*\*|__")
LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\((\S{0,500}?)\)")


@dataclass(frozen=True)
class Words:
    """Text as it stands in the document (Markdown inside it still there), and the lines it stands on.

    A copy of words that another part already holds carries no lines, so that nothing is counted twice.
    """

    text: str
    lines: tuple[int, ...] = ()

    @property
    def plain(self):
        """The text for a field that knows no bold and no links."""
        return BOLD.sub("", LINK.sub(r"\1 \2", self.text)).strip()

    def copy(self):
        return Words(self.text)

    def __bool__(self):
        return bool(self.text.strip())


@dataclass(frozen=True)
class Remark:
    """Something the editor should know. `asks`: an open question, so the part is not published."""

    code: str
    lines: tuple[int, ...] = ()
    detail: str = ""
    asks: bool = False


@dataclass(frozen=True)
class Leftover:
    """Text that has no place, with the reason's code."""

    lines: tuple[int, ...]
    text: str
    reason: str


@dataclass(frozen=True)
class Signpost:
    """A heading that only says what follows (目指す姿, 現状と課題): it lands in no field, so the report has it."""

    line: int
    text: str
    meaning: str


@dataclass
class Person:
    """Someone who speaks, as shown."""

    name: Words
    role: Words | None = None
    organisation_name: Words | None = None

    @property
    def identity(self):
        return tuple(words.plain if words else "" for words in (self.name, self.role, self.organisation_name))


@dataclass
class Organisation:
    """An organisation that the document introduces by its name."""

    name: Words
    short_name: Words | None = None
    website: str = ""
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Term:
    """A word and what it means."""

    word: Words
    explanation: list[Words]
    remarks: list[Remark] = field(default_factory=list)


# Parts of a story's body, in the order in which they stand.


@dataclass
class Paragraph:
    words: Words


@dataclass
class Heading:
    words: Words
    level: int = 2


@dataclass
class Quote:
    words: Words
    attribution: Words | None = None


@dataclass
class ListPart:
    items: list[Words]
    ordered: bool = False


@dataclass
class Table:
    columns: list[Words]
    rows: list[list[Words]]
    caption: Words | None = None


@dataclass
class Voice:
    text: list[Words]
    person: Person
    headline: Words | None = None


@dataclass
class QuestionAndAnswer:
    question: Words
    answer: list[Words]
    person: Person | None = None


@dataclass
class Message:
    """`organisation_name` is a copy: the sentence that opens with it stays whole in `text`."""

    text: list[Words]
    person: Person | None = None
    organisation_name: Words | None = None


@dataclass
class Needs:
    items: list[tuple[Words, Words]]
    heading: list[Words] = field(default_factory=list)


@dataclass
class Activities:
    items: list[Words]
    motto: Words | None = None


@dataclass
class Fact:
    """Taken out of a sentence that stays where it stands: every word here is a copy."""

    label: Words
    value: Words
    as_of: date | None = None


@dataclass
class Explainer:
    heading: Words
    text: list[Words]


@dataclass
class Members:
    items: list[Words]
    theme: Words | None = None
    heading: Words | None = None


@dataclass
class SiteLink:
    words: Words
    url: str = ""


@dataclass
class TakePart:
    """Where to turn: the text whole, and the telephone number found in it."""

    text: list[Words]
    heading: Words | None = None
    phone: str = ""
    url: str = ""


StoryPart = (
    Paragraph
    | Heading
    | Quote
    | ListPart
    | Table
    | Voice
    | QuestionAndAnswer
    | Message
    | Needs
    | Activities
    | Fact
    | Explainer
    | Members
    | SiteLink
    | TakePart
)


@dataclass
class Story:
    title: Words
    kicker: Words | None = None
    subtitle: Words | None = None
    lead: list[Words] = field(default_factory=list)
    body: list[StoryPart] = field(default_factory=list)
    organisation: Organisation | None = None
    goals: list[Goal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def people(self):
        """Who speaks, in order."""
        return [part.person for part in self.body if getattr(part, "person", None)]


@dataclass
class Initiative:
    """`side` is "community" or "council"; `name` is a title that stands in the document itself."""

    side: str
    statement: Words
    name: Words | None = None
    number: str = ""
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Goal:
    statement: Words
    name: Words | None = None
    number: str = ""
    situation: list[Words] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    where_to_turn: list[TakePart] = field(default_factory=list)
    stories_heading: Words | None = None
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Pillar:
    name: Words
    number: str = ""
    statement: Words | None = None
    goals: list[Goal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Plan:
    """What the document says about the plan as a whole."""

    title: Words | None = None
    philosophy: Words | None = None
    philosophy_text: list[Words] = field(default_factory=list)
    first_fiscal_year: int | None = None
    last_fiscal_year: int | None = None


@dataclass
class Document:
    """Everything read out of one document; `leftovers` and `signposts` hold what no field holds."""

    plan: Plan = field(default_factory=Plan)
    outline: list[Pillar | Goal] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    signposts: list[Signpost] = field(default_factory=list)
    marks: list[Leftover] = field(default_factory=list)
    damage: list[Remark] = field(default_factory=list)

    def goals(self):
        """Every goal, in order, whether it stands under a pillar or not."""
        for node in self.outline:
            if isinstance(node, Pillar):
                yield from node.goals
            else:
                yield node

    def is_empty(self):
        return not (self.outline or self.stories or self.terms)
