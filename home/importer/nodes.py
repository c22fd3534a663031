"""The outline while it is being read: headings that hold each other."""

from dataclasses import dataclass, field

from .headings import OUTLINE, SECTIONS, Kind
from .initiatives import number_and_title
from .parts import Words
from .zones import Zone

INFERRED_GOAL, INFERRED_PILLAR = 40, 20
# From this rank on a heading with a name is a goal, even with nothing below it.
GOAL_RANK = 30


@dataclass
class Node:
    """A heading of the outline, with the sections right under it."""

    section: object = None
    rank: int = 0
    number: str = ""
    name: Words | None = None
    sections: list = field(default_factory=list)
    statement: object = None  # the section 目指す姿
    children: list = field(default_factory=list)
    zones: list = field(default_factory=list)
    remarks: list = field(default_factory=list)

    @property
    def level(self):
        return self.section.level if self.section else 0

    @property
    def depth(self):
        return self.number.count("-") + 1 if self.number else 0

    def holds(self, other):
        """Whether `other` stands below this heading."""
        if self.rank != other.rank:
            return self.rank < other.rank
        if self.depth != other.depth:
            return self.depth < other.depth
        return bool(self.level and other.level and self.level < other.level)

    def has_parts(self):
        return self.statement is not None or any(section.kind in SECTIONS for section in self.sections)

    def is_goal(self):
        return self.has_parts() or (self.rank >= GOAL_RANK and bool(self.name or self.section.chunks))

    def reaches_goals(self):
        return any(child.is_goal() or child.reaches_goals() for child in self.children)

    def is_one_goal(self):
        """現状 stands under this heading and only 取り組み under the lower ones: these group its initiatives."""
        own = any(section.kind == Kind.SITUATION for section in self.sections)
        return own and all(
            child.statement is None
            and not child.children
            and not any(section.kind == Kind.SITUATION for section in child.sections)
            for child in self.children
        )

    def holds_pillars(self):
        return any(child.reaches_goals() and not child.is_one_goal() for child in self.children)

    def holds_goals(self):
        return any(child.is_goal() and not child.reaches_goals() for child in self.children)


def inferred_ranks(items):
    """{index: rank} of headings nobody knows that name what follows: a goal above 現状, a pillar above goals."""
    found = {}
    following, following_rank = None, None
    first = next((index for index, item in enumerate(items) if not isinstance(item, Zone) and item.heading), None)
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, Zone) or not item.heading:
            continue
        rank = None
        if item.kind is None and following is not None and not item.heading.bullet and _stands_above(item, following):
            if following.kind in SECTIONS | {Kind.STATEMENT}:
                rank = INFERRED_GOAL
            elif following_rank is not None and following_rank > INFERRED_PILLAR:
                numbered = bool(number_and_title(item.title)[0])
                rank = INFERRED_PILLAR if numbered or (index != first and item.level) else None
        if rank is not None:
            found[index] = rank
            following, following_rank = item, rank
        elif item.kind in OUTLINE | SECTIONS:
            following, following_rank = item, item.meaning.rank if item.kind in OUTLINE else None
        elif item.kind is not None:
            following, following_rank = None, None
    return found


def _stands_above(item, following):
    if item.level and following.level:
        return item.level < following.level
    if item.level or following.level:
        return bool(item.level)
    # Neither is marked: 支え合うまち right above 現状と課題 names a goal; above 社協の取組 it needs a number.
    begins = following.kind != Kind.INITIATIVES or bool(number_and_title(item.title)[0])
    return item.style != following.style or (item.is_bare() and begins)


def without_overviews(nodes, leave):
    """A list of the goals that comes before they are told: the empty twin goes to the report."""
    told = {
        (node.number, node.name.plain)
        for node in _all(nodes)
        if node.name and (node.has_parts() or node.sections or node.children)
    }
    return _pruned(nodes, told, leave)


def _pruned(nodes, told, leave):
    kept = []
    for node in nodes:
        empty = node.name and not (node.has_parts() or node.sections or node.children or node.zones)
        if empty and (node.number, node.name.plain) in told:
            leave(node.section, "overview")
            continue
        node.children = _pruned(node.children, told, leave)
        kept.append(node)
    return kept


def _all(nodes):
    for node in nodes:
        yield node
        yield from _all(node.children)
