"""The map's drawing, without pages: nothing overlaps or sticks out, and every thread runs from one line's end to another."""

import itertools
import random
import re

import pytest

from stories.relation_map.layout import (
    LANE,
    TOP,
    WIDTH,
    WITH_PILLARS,
    WITHOUT_PILLARS,
    Branch,
    Leaf,
    lay_out,
)

_POINT = re.compile(r"(-?\d+) (-?\d+)")


def a_plan(seed, pillars, goals, initiatives, leaves):
    """A plan of about this size, grown at random but the same for the same seed."""
    chance = random.Random(seed)
    names = [f"leaf {place}" for place in range(leaves)]

    def some_leaves():
        return chance.sample(names, min(len(names), chance.choice([0, 0, 1, 1, 2, 3])))

    def height():
        return chance.choice([33, 56, 79, 101])

    tree, left = [], initiatives
    for place in range(goals):
        inside = left if place == goals - 1 else min(left, chance.randint(0, 2 * initiatives // goals + 1))
        left -= inside
        grown = [Branch(f"initiative {place} {each}", 2, height(), [], some_leaves()) for each in range(inside)]
        tree.append(Branch(f"goal {place}", 1, height(), grown, some_leaves()))
    if pillars:
        tree = [Branch(f"pillar {place}", 0, height(), tree[place::pillars]) for place in range(pillars)]
    ties = [tuple(chance.sample(names[place + 1 :], min(2, leaves - place - 1))) for place in range(leaves)]
    return tree, [Leaf(name, height(), tied) for name, tied in zip(names, ties, strict=True)]


SIZES = [
    (0, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 1, 1, 0),
    (1, 0, 0, 0),
    (1, 1, 1, 1),
    (2, 5, 20, 27),
    (0, 5, 20, 27),
    (3, 12, 60, 120),
    (0, 3, 60, 4),
    (2, 4, 3, 60),
]


@pytest.fixture(params=[(seed, *size) for size in SIZES for seed in range(6)], ids=str)
def plan(request):
    return a_plan(*request.param)


def numbers(path):
    return [(int(x), int(y)) for x, y in _POINT.findall(path)]


def all_branches(tree):
    for branch in tree:
        yield branch
        yield from all_branches(branch.branches)


def test_no_box_lies_over_another(plan):
    boxes = sorted(lay_out(*plan).boxes.values(), key=lambda box: (box.x, box.y))
    for above, below in itertools.pairwise(boxes):
        assert above.x != below.x or above.line < below.y


def test_columns_do_not_touch(plan):
    # A column without width is none.
    for columns in (WITH_PILLARS, [column for column in WITHOUT_PILLARS if column.width]):
        assert all(left.right < right.x for left, right in itertools.pairwise(columns))


def test_everything_fits_into_the_drawing(plan):
    layout = lay_out(*plan)
    for box in layout.boxes.values():
        assert box.x >= 0
        assert box.right <= WIDTH
        assert box.y >= TOP
        assert box.line < layout.height
    # The handles of a curve may lie outside, the curve itself not: it stays three quarters of the way to them.
    for thread in layout.threads:
        for x, y in numbers(thread.path):
            assert 0 <= x <= WIDTH + 20
            assert 0 <= y <= layout.height


def test_every_box_of_the_plan_is_drawn_once(plan):
    tree, leaves = plan
    assert list(lay_out(*plan).boxes) != [] or tree == leaves == []
    assert set(lay_out(*plan).boxes) == {each.key for each in all_branches(tree)} | {leaf.key for leaf in leaves}


def test_every_relation_is_one_thread(plan):
    tree, leaves = plan
    expected = [(None, branch.key) for branch in tree]
    expected += [(branch.key, each.key) for branch in all_branches(tree) for each in branch.branches]
    expected += [(branch.key, key) for branch in all_branches(tree) for key in branch.leads_to]
    expected += [(leaf.key, key) for leaf in leaves for key in leaf.tied_to]
    assert sorted(map(str, ((each.start, each.end) for each in lay_out(*plan).threads))) == sorted(map(str, expected))


def test_threads_run_from_the_end_of_one_line_to_the_beginning_of_another(plan):
    layout = lay_out(*plan)
    ties = {(leaf.key, key) for leaf in plan[1] for key in leaf.tied_to}
    for thread in layout.threads:
        points, end = numbers(thread.path), layout.boxes[thread.end]
        if thread.start is None:
            assert points[0][0] == 0
        else:
            start = layout.boxes[thread.start]
            assert points[0] == (start.right, start.line)
        is_tie = (thread.start, thread.end) in ties
        assert points[-1] == (end.right if is_tie else end.x, end.line)
        # It goes on as the line of the box it comes to.
        assert thread.path.endswith(f"H{end.x if is_tie else end.right}")


def test_branches_stand_in_the_order_of_the_plan(plan):
    tree, _leaves = plan
    boxes = lay_out(*plan).boxes
    for column in range(3):
        lines = [boxes[each.key].y for each in all_branches(tree) if each.column == column]
        assert lines == sorted(lines)


def test_a_branch_stands_beside_the_middle_of_what_grows_from_it():
    inside = [Branch(place, 2, 40) for place in range(5)]
    boxes = lay_out([Branch("goal", 1, 40, inside)], []).boxes
    assert boxes["goal"].line == boxes[2].line


def test_the_same_plan_is_always_drawn_the_same(plan):
    assert lay_out(*plan) == lay_out(*plan)


def test_what_a_goal_leads_to_itself_passes_the_initiatives_in_a_lane():
    inside = [Branch(place, 2, 40) for place in range(2)]
    layout = lay_out([Branch("goal", 1, 40, inside, ["story"])], [Leaf("story", 40)])
    [thread] = [each for each in layout.threads if each.end == "story"]
    lane = int(re.search(r"(\d+)H", thread.path)[1])
    assert f"H{WITHOUT_PILLARS[2].right}" in thread.path
    for place in range(2):
        box = layout.boxes[place]
        assert not box.y - LANE / 4 < lane < box.line + LANE / 4


def test_a_leaf_stands_level_with_what_leads_to_it_where_there_is_room():
    inside = [Branch(place, 2, 40, [], [f"leaf {place}"]) for place in range(4)]
    boxes = lay_out([Branch("goal", 1, 40, inside)], [Leaf(f"leaf {place}", 40) for place in range(4)]).boxes
    assert [boxes[f"leaf {place}"].line for place in range(4)] == [boxes[place].line for place in range(4)]


def test_leaves_that_want_the_same_place_share_the_way():
    inside = [Branch(0, 2, 40, [], ["a", "b", "c"])]
    boxes = lay_out([Branch("goal", 1, 300, inside)], [Leaf(key, 40) for key in "abc"]).boxes
    assert boxes["b"].line == boxes[0].line
    assert boxes["a"].line < boxes["b"].line < boxes["c"].line


def test_a_leaf_that_only_another_leaf_is_tied_to_stands_near_it():
    inside = [Branch(place, 2, 40, [], [f"story {place}"]) for place in range(9)]
    leaves = [Leaf(f"story {place}", 40, ("group",) if place == 7 else ()) for place in range(9)]
    boxes = lay_out([Branch("goal", 1, 40, inside)], [*leaves, Leaf("group", 40)]).boxes
    assert abs(boxes["group"].y - boxes["story 7"].y) < 100


def test_a_plan_without_pillars_gives_their_room_to_the_others():
    goal = Branch("goal", 1, 40)
    assert lay_out([goal], []).boxes["goal"].width > lay_out([Branch("pillar", 0, 40, [goal])], []).boxes["goal"].width


def test_a_leaf_of_which_nothing_is_known_draws_no_thread():
    layout = lay_out([Branch("goal", 1, 40, [], ["elsewhere"])], [])
    assert [thread.end for thread in layout.threads] == ["goal"]
