"""The front page's greeting, and the plan in a line for each pillar."""

import pytest

from tests.factories import GoalPageFactory, HomePageFactory, PillarPageFactory, PlanPageFactory
from tests.factories_links import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("greeting", "large", "below"),
    [
        ("ようこそ", "ようこそ", None),
        ("ようこそ\nここで会えます。", "ようこそ", "ここで会えます。"),
        ("ようこそ\r\nここで\r\n会えます。\r\n", "ようこそ", "ここで会えます。"),
    ],
)
def test_the_first_line_of_the_greeting_stands_large(locales, greeting, large, below):
    HomePageFactory(slug="home", greeting=greeting)
    soup = read("/ja/")
    assert soup.h1.get_text(strip=True) == large
    rest = soup.select_one(".home-greeting-text")
    assert (rest and "".join(rest.stripped_strings)) == below


def lines():
    return [
        (item.h3.get_text(strip=True), (text := item.select_one(".home-pillar-text")) and text.get_text(strip=True))
        for item in read("/ja/").select(".home-pillars > li")
    ]


@pytest.fixture
def plan(locales):
    HomePageFactory(slug="home")
    return PlanPageFactory()


def test_a_pillar_stands_with_its_statement_and_without_its_goals(plan):
    pillar = PillarPageFactory(parent=plan, title="出会い", statement="だれもが会える。")
    GoalPageFactory(parent=pillar, title="柱の下")
    assert lines() == [("出会い", "だれもが会える。")]


def test_goals_right_below_the_plan_stand_first_and_say_all_by_their_titles(plan):
    PillarPageFactory(parent=plan, title="出会い")
    GoalPageFactory(parent=plan, title="目指す姿")
    assert lines() == [("目指す姿", None), ("出会い", None)]


def test_a_plan_of_nothing_yet_has_no_empty_list(plan):
    soup = read("/ja/")
    assert soup.select_one(".home-plan")
    assert not soup.select(".home-pillars")
