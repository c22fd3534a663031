"""How far the promises are, in words and numbers, on the goal and in the table of contents: the latest step counts."""

import datetime

import pytest

from plans.initiatives import State
from plans.promises import how_far
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    PillarPageFactory,
    PlanPageFactory,
    translate,
)
from tests.factories_links import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(locales):
    """A goal with two promises of the council, one of them under way for a year, and one of the community that nobody counts."""
    plan = PlanPageFactory(slug="plan-iroha")
    goal = GoalPageFactory(parent=PillarPageFactory(parent=plan, slug="pillar"), slug="goal")
    for slug in ("first", "second"):
        initiative = InitiativePageFactory(parent=goal, slug=slug, led_by="council")
        InitiativeUpdateFactory(initiative=initiative, fiscal_year=2024, state=State.PLANNED)
        InitiativeUpdateFactory(
            initiative=initiative, fiscal_year=2025, date=datetime.date(2025, 5, 1), state=State.UNDER_WAY
        )
    InitiativeUpdateFactory(initiative=initiative, fiscal_year=2025, date=datetime.date(2026, 3, 1), state=State.DONE)
    InitiativePageFactory(parent=goal, slug="third", led_by="community")
    return goal


def counts(element):
    return [item.get_text(" ", strip=True) for item in element.select(".how-far li")]


def test_states_are_counted_in_their_order_and_silence_is_not():
    assert how_far([]) == how_far([""]) == []
    assert [(each["state"], each["count"]) for each in how_far(["done", "", "planned", "done"])] == [
        ("planned", 1),
        ("done", 2),
    ]


@pytest.mark.parametrize("address", ["plan/plan-iroha/", "plan/plan-iroha/pillar/"])
def test_the_table_of_contents_counts_the_latest_state_of_each_promise(goal, address):
    assert counts(read(f"/ja/{address}").select_one(".goal-row")) == ["進めています 1", "実施しました 1"]


def test_the_table_of_contents_counts_what_its_reader_gets(goal):
    translate(goal.get_children().get(slug="first").specific, "en", publish=False)
    assert counts(read("/en/plan/plan-iroha/").select_one(".goal-row")) == ["Under way 1", "Done 1"]


def test_the_goal_says_it_for_each_hand(goal):
    soup = read("/ja/plan/plan-iroha/pillar/goal/")
    assert counts(soup.select_one(".glance-council")) == ["進めています 1", "実施しました 1"]
    assert counts(soup.select_one(".glance-community")) == []
