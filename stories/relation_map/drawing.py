"""The map as a drawing: which boxes there are, what stands in each, and what is brought out when one of them is meant."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from stories.relation_map.layout import LAST, WITH_PILLARS, WITHOUT_PILLARS, Box, Branch, Column, Layout, Leaf, lay_out
from stories.relation_map.relations import Entry
from stories.relation_map.words import LABEL, TITLES, title_lines

COLUMNS = {"pillar": 0, "goal": 1, "initiative": 2, "story": LAST, "organisation": LAST}
# Words stand to the right of the knot on their line.
INDENT = 16
ABOVE_WORDS, BELOW_WORDS = 2, 8


@dataclass(frozen=True)
class Words:
    """One line of text; ``y`` is its base line."""

    x: int
    y: int
    text: str


@dataclass
class Knot:
    """A box as it is drawn.

    Attributes:
        number: Names it and its threads in the drawing.
        entry: What it leads to.
        box: Where it stands.
        label: Its number in the plan, above its title.
        title: The lines of its title.
        hand: Whose hands this initiative and the following are in, above them; ``None`` where that was said before.
        lit: The threads that are brought out with it, each by the numbers of its ends (``None``: the left edge).
    """

    number: int
    entry: Entry
    box: Box
    label: Words | None = None
    title: list[Words] = field(default_factory=list)
    hand: Words | None = None
    lit: list[tuple] = field(default_factory=list)


@dataclass
class Drawing:
    """The map, to be written as SVG.

    Attributes:
        layout: Where everything is.
        ends: Of each thread of the layout, the numbers of the boxes it joins (``None``: the left edge).
        columns: The four columns.
        knots: In the order in which a keyboard walks them: down each branch of the tree to what it leads to.
    """

    layout: Layout
    ends: list[tuple]
    columns: tuple[Column, ...]
    knots: list[Knot]


def draw(relations):
    """The `Drawing` of `stories.relation_map.relations.Relations`."""
    has_pillars = any(entry.kind == "pillar" for entry in relations.trunk)
    columns = WITH_PILLARS if has_pillars else WITHOUT_PILLARS
    sketch = _Sketch(columns)
    branches = [sketch.branch(entry) for entry in relations.trunk]
    leaves = [sketch.leaf(entry) for entry in [*relations.stories, *relations.organisations]]
    layout = lay_out(branches, leaves)
    entries = list(_walk(relations.trunk))
    numbers = {entry.key: number for number, entry in enumerate(entries)}
    reached = _Reached(layout.threads, numbers, {numbers[entry.key] for entry in relations.stories})
    knots = []
    for number, entry in enumerate(entries):
        knot = sketch.knot(entry, number, layout.boxes[entry.key])
        knot.lit = reached.from_knot(number)
        knots.append(knot)
    return Drawing(layout, reached.ends, columns, knots)


def _walk(trunk):
    """Each entry once: every branch down to its end before the next, what it leads to right after it."""
    seen = {}

    def visit(entry):
        if entry.key in seen:
            return
        seen[entry.key] = entry
        for each in [*entry.inside, *entry.stories, *entry.organisations]:
            # From an organisation one does not go back to where it is named.
            if entry.kind != "organisation":
                visit(each)

    for entry in trunk:
        visit(entry)
    return seen.values()


class _Sketch:
    """What boxes hold, and how high that makes them."""

    def __init__(self, columns):
        self.columns = columns
        self.first_of_hand = set()

    def branch(self, entry):
        for _hand, together in groupby(entry.inside, key=lambda each: each.led_by):
            self.first_of_hand.add(next(together).key)
        return Branch(
            entry.key,
            COLUMNS[entry.kind],
            self._height(entry),
            [self.branch(each) for each in entry.inside],
            [each.key for each in entry.ends],
        )

    def leaf(self, entry):
        tied = tuple(each.key for each in entry.organisations) if entry.kind == "story" else ()
        return Leaf(entry.key, self._height(entry), tied)

    def knot(self, entry, number, box):
        kind = TITLES[entry.kind]
        x, y = box.x + INDENT, box.y + ABOVE_WORDS
        knot = Knot(number, entry, box)
        if self._says_hand(entry):
            knot.hand = Words(x, y + _base(LABEL), entry.led_by)
            y += LABEL.leading
        if entry.number and entry.kind != "initiative":
            knot.label = Words(x, y + _base(LABEL), entry.number)
            y += LABEL.leading
        for line in self._lines(entry):
            knot.title.append(Words(x, y + _base(kind), line))
            y += kind.leading
        return knot

    def _height(self, entry):
        has_label = entry.number and entry.kind != "initiative"
        labels = LABEL.leading * (bool(has_label) + self._says_hand(entry))
        return ABOVE_WORDS + labels + TITLES[entry.kind].leading * len(self._lines(entry)) + BELOW_WORDS

    def _says_hand(self, entry):
        return entry.kind == "initiative" and entry.key in self.first_of_hand

    def _lines(self, entry):
        return title_lines(entry.page, entry.kind, self.columns[COLUMNS[entry.kind]].width - INDENT)


def _base(kind):
    """From the upper edge of a line down to its base line."""
    return round((kind.leading - kind.size) / 2 + kind.size * 0.88)


class _Reached:
    """What hangs together with a box: all it grows from, all that grows from it, and what it is tied to."""

    def __init__(self, threads, numbers, ties):
        self.to, self.from_ = defaultdict(list), defaultdict(list)
        self.ends = [(numbers.get(thread.start), numbers[thread.end]) for thread in threads]
        self.ties = {place for place, (start, _end) in enumerate(self.ends) if start in ties}
        for place, (start, end) in enumerate(self.ends):
            self.to[end].append(place)
            self.from_[start].append(place)

    def from_knot(self, number):
        """The ends of the threads that hang together with a box."""
        places = dict.fromkeys([*self._follow(number, self.to, 0), *self._follow(number, self.from_, 1)])
        return [self.ends[place] for place in places]

    def _follow(self, number, threads, end):
        """A tie leads no further: through one organisation nearly everything hangs together."""
        waiting, seen = [number], set()
        while waiting:
            for place in threads[waiting.pop()]:
                is_tie = place in self.ties
                if place in seen or (is_tie and number not in self.ends[place]):
                    continue
                seen.add(place)
                yield place
                further = self.ends[place][end]
                if further is not None and not is_tie:
                    waiting.append(further)
