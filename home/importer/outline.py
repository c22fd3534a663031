"""Sections of the plan → pillars and goals: which heading is which, and what stands under it."""

import re

from .chunks import Prose
from .goals import GoalReader, statement_words
from .headings import OUTLINE, SECTIONS, Kind
from .initiatives import LONGEST_NUMBER, number_and_title
from .nodes import GOAL_RANK, INFERRED_GOAL, Node, inferred_ranks, without_overviews
from .parts import Leftover, Pillar, Remark, Signpost
from .zones import Zone

# What may stand inside a goal without naming or ending one.
_INSIDE = {
    None,
    Kind.EXPLAINER,
    Kind.TURN_TO,
    Kind.ACTIVITIES,
    Kind.MEMBERS,
    Kind.MESSAGES,
    Kind.QUESTIONS,
    Kind.STORY,
}


# 第3章 計画の内容: the name of a part of the book, which groups no goals.
_NAMES_BOOK = re.compile(
    r"^(?:(?:地域福祉|地域福祉活動|活動|行動|実施|本|基本)?計画|施策|取り?組み?|活動|事業)?(?:の)?(?:具体的な)?"
    r"(?:活動計画|計画|施策|取り?組み?|活動|事業|目標|柱|基本目標)?(?:[とや・]|の)?(?:内容|展開|目標|取り?組み?|柱|推進|方向性?|実施)?$"
)


class OutlineReader:
    """Walks through the plan's sections and builds the outline; `zones` then tells which goal stories stand with."""

    def __init__(self, items, document):
        self.items = items
        self.document = document
        self.root = Node(rank=-1)
        self.stack = [self.root]
        self.nodes = []
        self.waiting = []  # parts that stand before the goal they belong to
        self.aside_level = 0
        self.just_opened = False
        self.zones = []
        self.inferred = inferred_ranks(items)
        self._look_at_order()

    def _look_at_order(self):
        """Some documents tell what belongs to a goal first and name the goal after it, in a box of its own."""
        events = []
        for index, item in enumerate(self.items):
            if isinstance(item, Zone):
                continue
            if item.kind in (Kind.GOAL, Kind.PILLAR, Kind.STATEMENT) or index in self.inferred:
                events.append(("goal", index))
            elif item.kind in SECTIONS and not item.meaning.chapter and not item.is_bare():
                events.append(("part", index))
        goals = [index for event, index in events if event == "goal"]
        self.last_goal = goals[-1] if goals else -1
        self.boxes_follow = bool(goals) and events[0][0] == "part" and (events[-1][0] == "goal" or len(goals) == 1)

    def read(self):
        """The outline: pillars and goals in order."""
        for index, item in enumerate(self.items):
            if isinstance(item, Zone):
                self._current().zones.append(item)
                continue
            if self.aside_level and not (item.level > self.aside_level and item.kind not in OUTLINE):
                self.aside_level = 0
            if self.aside_level:
                self._leave(item, "aside")
            elif item.kind == Kind.STATEMENT:
                self._statement(index, item)
            elif item.kind in OUTLINE or index in self.inferred:
                self._open(index, item)
            elif item.kind in SECTIONS or (item.kind in _INSIDE and self._is_inside(item)):
                self._part(index, item)
            else:
                self._leave(item, str(item.kind or "unknown") if item.heading else "before_first_heading")
                if item.kind in (Kind.ASIDE, Kind.CONTENTS, Kind.IMPRINT):
                    self.aside_level = item.level
        self._finish_waiting()
        return self._converted()

    def _current(self):
        return self.nodes[-1] if self.nodes else self.root

    def _is_inside(self, item):
        """Whether an unknown section still stands in the goal: below its heading."""
        if self.waiting:
            return True
        current = self._current()
        if current is self.root:
            return False
        return not item.level or not current.level or item.level > current.level

    # --- headings of the outline --------------------------------------------------------------------------------

    def _open(self, index, item):
        meaning = item.meaning
        if index in self.inferred:
            rank = self.inferred[index]
            number, name = number_and_title(item.title)
            code = "read_as_goal" if rank == INFERRED_GOAL else "read_as_pillar"
            node = Node(item, rank, number, name, remarks=[Remark(code, (item.line,), item.title.plain)])
        else:
            node = Node(item, meaning.rank, meaning.number, item.inline)
        if len(node.number) > LONGEST_NUMBER:
            node.number = ""
        self._push(node)
        if self.boxes_follow and node.rank >= GOAL_RANK:
            self._take_waiting(node)
        self.just_opened = True

    def _push(self, node):
        while len(self.stack) > 1 and not self.stack[-1].holds(node):
            self.stack.pop()
        self.stack[-1].children.append(node)
        self.stack.append(node)
        self.nodes.append(node)

    def _statement(self, index, item):
        current = self._current()
        free = current is not self.root and current.statement is None and (self.just_opened or not current.sections)
        if free and not (self.boxes_follow and self.waiting) and self._statements_ahead(index) == 1:
            current.statement = item
            return
        node = Node(item, 50, item.meaning.number, statement=item)
        self._push(node)
        if self.boxes_follow:
            self._take_waiting(node)
        self.just_opened = False

    def _statements_ahead(self, index):
        """How many 目指す姿 stand here before the outline goes on: several mean that each is a goal."""
        count = 0
        for place in range(index, min(len(self.items), index + 60)):
            item = self.items[place]
            if isinstance(item, Zone):
                continue
            if item.kind == Kind.STATEMENT:
                count += 1
            elif item.kind in OUTLINE or place in self.inferred:
                break
        return count

    # --- parts of a goal ------------------------------------------------------------------------------------------

    def _part(self, index, item):
        self.just_opened = False
        if self._current() is self.root or (self.boxes_follow and index < self.last_goal):
            self.waiting.append(item)
        else:
            self._current().sections.append(item)

    def _take_waiting(self, node):
        if self.waiting:
            lines = tuple(section.line for section in self.waiting)
            node.sections = self.waiting + node.sections
            node.remarks.append(Remark("box_after_text", lines))
            self.waiting = []

    def _finish_waiting(self):
        """Parts before the first goal of a document whose goals otherwise come first, or that has none."""
        goals = [
            node for node in self.nodes if not node.reaches_goals() and (node.rank >= GOAL_RANK or node.has_parts())
        ]
        unsure = []
        for section in self.waiting:
            if not goals:
                self._leave(section, "no_goal")
            elif len(goals) > 1 and section.meaning and section.meaning.chapter:
                self._leave(section, "above_goals")
            else:
                unsure.append(section)
        if unsure:
            lines = tuple(section.line for section in unsure)
            goals[0].sections = unsure + goals[0].sections
            goals[0].remarks.append(Remark("goal_unsure", lines, asks=len(goals) > 1))
        self.waiting = []

    # --- the tree as pillars and goals ------------------------------------------------------------------------------

    def _converted(self):
        outline = []
        self._found(self.root.zones, None)
        for node in without_overviews(self.root.children, self._leave):
            self._convert(node, None, outline)
        return outline

    def _found(self, zones, goal):
        self.zones.extend((zone, goal) for zone in zones)

    def _convert(self, node, pillar, outline):
        if node.reaches_goals():
            if node.is_one_goal():
                self._goal(node, pillar, outline, node.children)
            else:
                self._pillar(node, pillar, outline)
        elif node.is_goal():
            self._goal(node, pillar, outline, [])
            for child in node.children:
                self._leave_node(child)
        else:
            self._leave_node(node)

    def _leave_node(self, node):
        self._leave(node.section, "chapter" if node.section.kind == Kind.CHAPTER else "outline_without_text")
        for section in node.sections:
            self._leave(section, "unknown")
        self._found(node.zones, None)
        for child in node.children:
            self._leave_node(child)

    def _pillar(self, node, above, outline):
        # Only one level stands between a plan and its goals: the one right above them.
        names_book = node.name and node.section.kind == Kind.CHAPTER and _NAMES_BOOK.match(node.name.plain)
        if above is not None or not node.name or names_book or (node.holds_pillars() and not node.holds_goals()):
            if node.name:
                self.document.leftovers.append(Leftover((node.section.line,), _raw(node.section), "level_above"))
            else:
                self._signpost(node.section)
            self._leave_texts(node)
            self._found(node.zones, None)
            for child in node.children:
                self._convert(child, above, outline)
            return
        pillar = Pillar(node.name, node.number, remarks=node.remarks)
        self._signpost(node.section, node.name)
        if node.statement:
            pillar.statement = statement_words(node.statement)
            self._signpost(node.statement, node.statement.inline)
        elif node.section.chunks and isinstance(node.section.chunks[0], Prose):
            pillar.statement = node.section.chunks.pop(0).as_printed()
        self._leave_texts(node)
        outline.append(pillar)
        for child in node.children:
            self._convert(child, pillar, outline)
        if not pillar.goals:
            outline.remove(pillar)
            self.document.leftovers.append(Leftover((node.section.line,), _raw(node.section), "chapter"))
        self._found(node.zones, pillar.goals[0] if len(pillar.goals) == 1 else None)

    def _leave_texts(self, node):
        for chunk in node.section.chunks:
            self.document.leftovers.append(Leftover(chunk.numbers, chunk.raw(), "pillar_text"))
        for section in node.sections:
            self._leave(section, "pillar_text")

    def _goal(self, node, pillar, outline, groups):
        goal = GoalReader(self.document).read(node, groups)
        (pillar.goals if pillar else outline).append(goal)
        self._found(node.zones, goal)
        for child in groups:
            self._found(child.zones, goal)

    def _signpost(self, section, name=None):
        text = _raw(section)
        if name and name.text in text:
            text = text.replace(name.text, " ", 1).strip()
        if text.strip("# \u3000"):
            self.document.signposts.append(Signpost(section.line, text, str(section.kind or "pillar")))

    def _leave(self, section, reason):
        if section.heading or section.chunks:
            self.document.leftovers.append(Leftover(section.numbers, section.raw(), reason))


def _raw(section):
    return section.heading.raw.strip()
