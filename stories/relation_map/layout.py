"""Where everything on the map stands, and along which curves the threads run. Pure; all figures are pixels of the drawing.

Each box carries its words on a line at its lower edge. A thread leaves that line at its right end, comes to the next box at
the left end and becomes its line: so it runs unbroken from the left edge of the drawing to the last box.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from statistics import fmean

WIDTH = 1156
# How far a thread that joins two boxes of the last column swings out.
SWING = 60
# The lane through which threads pass a column in which they have no box.
LANE = 28
TOP = 8
# How far apart boxes of the last column are put where there is room.
MOST_APART = 40


@dataclass(frozen=True)
class Column:
    """One column: its left edge, its width, and the room between two boxes of the same branch and of two branches."""

    x: int
    width: int
    gap: int
    gap_between_branches: int

    @property
    def right(self):
        return self.x + self.width


# Pillars, goals, initiatives, and what they lead to. The first column stands where the text of the page begins.
WITH_PILLARS = (
    Column(36, 150, 40, 72),
    Column(250, 196, 20, 44),
    Column(510, 246, 14, 14),
    Column(850, 246, 14, 14),
)
WITHOUT_PILLARS = (
    Column(36, 0, 44, 44),
    Column(36, 260, 20, 44),
    Column(390, 290, 14, 14),
    Column(796, 300, 14, 14),
)
LAST = 3


@dataclass
class Branch:
    """A box of the tree and what grows from it.

    Attributes:
        key: Names it among all boxes.
        column: 0 to 2: pillar, goal, initiative.
        height: Of its box.
        branches: Those of the next column.
        leads_to: Keys of leaves.
    """

    key: Hashable
    column: int
    height: int
    branches: list["Branch"] = field(default_factory=list)
    leads_to: list[Hashable] = field(default_factory=list)


@dataclass(frozen=True)
class Leaf:
    """A box of the last column. ``tied_to``: keys of leaves it is joined with, each pair named once."""

    key: Hashable
    height: int
    tied_to: tuple = ()


@dataclass(frozen=True)
class Box:
    """A box in its place; its line runs along the lower edge."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self):
        return self.x + self.width

    @property
    def line(self):
        return self.y + self.height


@dataclass(frozen=True)
class Thread:
    """From the line of one box along that of another; ``path`` is SVG path data. ``start`` is ``None`` at the left edge."""

    start: Hashable
    end: Hashable
    path: str


@dataclass
class Layout:
    """``boxes`` by key in the order in which one walks the tree, ``threads`` from left to right."""

    width: int
    height: int
    boxes: dict
    threads: list


def lay_out(branches, leaves):
    """Places the boxes of a tree and the leaves it leads to.

    Args:
        branches: `Branch`\\ es without a parent, of the first column or of the second.
        leaves: `Leaf`\\ s in the order they have where nothing else decides.
    """
    columns = WITH_PILLARS if any(branch.column == 0 for branch in branches) else WITHOUT_PILLARS
    tree = _Tree(columns)
    tree.place(branches)
    known = {leaf.key for leaf in leaves}
    ways = [way for way in tree.ways if way[0] in known]
    boxes = tree.boxes | _place_leaves(leaves, ways, columns[LAST], _lowest(tree.boxes, ways))
    threads = [*tree.threads, *_threads_to_leaves(ways, boxes), *_ties(leaves, boxes)]
    return Layout(WIDTH, _lowest(boxes, ways) + TOP, boxes, threads)


def _lowest(boxes, ways):
    return max([0, *[box.line for box in boxes.values()], *[way[-1] for way in ways]])


class _Tree:
    """The first three columns. ``ways``: ``(leaf's key, branch's key, path so far, x, y)`` of what goes on to the leaves."""

    def __init__(self, columns):
        self.columns = columns
        self.boxes, self.threads, self.ways = {}, [], []
        self._extents = {}

    def place(self, branches):
        top = TOP
        for branch in branches:
            self._place(branch, top)
            top += self._extent(branch) + self.columns[branch.column].gap_between_branches
            box = self.boxes[branch.key]
            self.threads.append(Thread(None, branch.key, _shoot(box)))

    def _extent(self, branch):
        """How much height a branch takes with all that grows from it."""
        if branch.key not in self._extents:
            self._extents[branch.key] = max(branch.height, self._extent_inside(branch))
        return self._extents[branch.key]

    def _extent_inside(self, branch):
        heights = [self._extent(each) for each in branch.branches] + [LANE] * self._has_lane(branch)
        return sum(heights) + self._gap_inside(branch) * max(0, len(heights) - 1)

    def _gap_inside(self, branch):
        """More room where the branches inside are wide ones themselves."""
        column = self.columns[min(branch.column + 1, LAST)]
        return column.gap_between_branches if any(each.branches for each in branch.branches) else column.gap

    def _has_lane(self, branch):
        return branch.column < LAST - 1 and bool(branch.leads_to)

    def _place(self, branch, top):
        extent, inside = self._extent(branch), self._extent_inside(branch)
        column = self.columns[branch.column]
        y = top + (extent - branch.height) // 2
        box = self.boxes[branch.key] = Box(column.x, y, column.width, branch.height)
        y = top + (extent - inside) // 2
        for each in branch.branches:
            self._place(each, y)
            y += self._extent(each) + self._gap_inside(branch)
            child = self.boxes[each.key]
            self.threads.append(Thread(branch.key, each.key, _start(box) + _into(box.right, box.line, child)))
        if self._has_lane(branch):
            self._through_lane(branch, box, y + LANE // 2)
        elif branch.leads_to:
            self.ways += [(key, branch.key, _start(box), box.right, box.line) for key in branch.leads_to]

    def _through_lane(self, branch, box, y):
        """One curve into the lane, straight through the columns that are passed, and out of it towards each leaf."""
        first, last = self.columns[branch.column + 1], self.columns[LAST - 1]
        path = f"{_start(box)}{_curve(box.right, box.line, first.x, y)}H{last.right}"
        self.ways += [(key, branch.key, path, last.right, y) for key in branch.leads_to]


def _place_leaves(leaves, ways, column, lowest):
    """Each leaf as near as can be to the middle of what leads to it, none over another.

    They stand apart as far as the height of the tree lets them, or they would crowd at its middle.
    """
    room = lowest - TOP - sum(leaf.height for leaf in leaves)
    gap = min(MOST_APART, max(column.gap, room // max(1, len(leaves))))
    sources = defaultdict(list)
    for key, _branch, _path, _x, y in ways:
        sources[key].append(y)
    wanted = {key: fmean(ys) for key, ys in sources.items()}
    tied = defaultdict(list)
    for leaf in leaves:
        for other in leaf.tied_to:
            tied[leaf.key].append(other)
            tied[other].append(leaf.key)
    for leaf in leaves:
        near = [fmean(sources[other]) for other in tied[leaf.key] if other in sources]
        if near:
            wanted[leaf.key] = fmean([*sources.get(leaf.key, ()), *near])
    # What nothing leads to comes last.
    below = max(wanted.values(), default=TOP)
    ordered = sorted(leaves, key=lambda leaf: (leaf.key not in wanted, wanted.get(leaf.key)))
    tops = _spread(
        [wanted.get(leaf.key, below) - leaf.height for leaf in ordered], [leaf.height + gap for leaf in ordered]
    )
    return {leaf.key: Box(column.x, top, column.width, leaf.height) for leaf, top in zip(ordered, tops, strict=True)}


def _spread(wanted, rooms):
    """The places nearest to those wanted (least squares) at which each keeps its room and none comes before `TOP`.

    Without the rooms this is isotonic regression: places that would run into each other are pooled at their mean.
    """
    before, pools = 0, []
    for place, room in zip(wanted, rooms, strict=True):
        pools.append([place - before, 1])
        before += room
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, count = pools.pop()
            pools[-1] = [(pools[-1][0] * pools[-1][1] + mean * count) / (pools[-1][1] + count), pools[-1][1] + count]
    places, before = [], 0
    shifts = [mean for mean, count in pools for _each in range(count)]
    for shift, room in zip(shifts, rooms, strict=True):
        places.append(max(TOP, round(shift)) + before)
        before += room
    return places


def _threads_to_leaves(ways, boxes):
    return [Thread(branch, key, path + _into(x, y, boxes[key])) for key, branch, path, x, y in ways]


def _ties(leaves, boxes):
    """Threads inside the last column: they swing out to the right, the farther apart the wider."""
    ties = []
    for leaf in leaves:
        for other in leaf.tied_to:
            if other in boxes:
                start, end = boxes[leaf.key], boxes[other]
                # A Bézier curve reaches three quarters of the way to its handles.
                reach = start.right + min(SWING * 4 // 3, 24 + abs(end.line - start.line) // 8)
                ties.append(
                    Thread(
                        leaf.key,
                        other,
                        f"{_start(start)}C{reach} {start.line} {reach} {end.line} {end.right} {end.line}H{end.x}",
                    )
                )
    return ties


def _start(box):
    return f"M{box.right} {box.line}"


def _curve(x1, y1, x2, y2):
    """Level at both ends."""
    middle = (x1 + x2) // 2
    return f"C{middle} {y1} {middle} {y2} {x2} {y2}"


def _into(x, y, box):
    """From a point to a box, and along its line."""
    return f"{_curve(x, y, box.x, box.line)}H{box.right}"


def _shoot(box):
    """What parts from the thread along the left edge of the page, as a shoot from its stem."""
    y = box.line
    return f"M0 {max(0, y - 40)}C0 {y} 0 {y} {box.x} {y}H{box.right}"
