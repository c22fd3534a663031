"""What a reader finds by searching: however it is typed, in their language, and nothing hidden."""

import re
from urllib.parse import urlencode

import pytest

from search.page import PER_PAGE
from tests.factories import (
    GoalPageFactory,
    HomePageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    PlanPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    translate,
)
from tests.factories_links import HIDDEN, read


@pytest.fixture
def home(locales):
    return HomePageFactory(slug="home", title="はじめ")


def titles(query, language="ja", **parameters):
    """The titles found, in their order, as the page shows them."""
    soup = read(f"/{language}/search/?{urlencode({'q': query, **parameters})}")
    return [link.get_text().strip() for link in soup.select(".result h3 a")]


def count(query, language="ja"):
    heading = read(f"/{language}/search/?{urlencode({'q': query})}").select_one(".found-count")
    return int(re.search(r"\d+", heading.get_text())[0])


def test_a_word_of_the_title_the_summary_or_the_text_is_found(home):
    StoryPageFactory(title="雨の夜の話")
    OrganisationPageFactory(title="いとのま", summary="雨の日もひらく居場所")
    StandardPageFactory(title="もちもの", body=[("paragraph", "<p>雨のときは傘を</p>")])
    StandardPageFactory(title="よその案内", summary="晴れの日")
    assert titles("雨") == ["雨の夜の話", "いとのま", "もちもの"]


def test_every_type_of_page_is_found(home):
    pages = [
        PlanPageFactory(title="灯台の計画"),
        GoalPageFactory(title="灯台の目標"),
        InitiativePageFactory(title="灯台の取組"),
        StoryPageFactory(title="灯台の話"),
        OrganisationPageFactory(title="灯台の団体"),
        StandardPageFactory(title="灯台の案内"),
    ]
    assert set(titles("灯台")) == {page.title for page in pages}


def test_every_word_has_to_be_there(home):
    StoryPageFactory(title="雨の夜", summary="となりの戸")
    StoryPageFactory(title="雨の朝")
    assert titles("雨 戸") == ["雨の夜"]
    assert titles("戸　雨") == ["雨の夜"]


def test_where_nothing_has_every_word_those_with_some_come_and_it_is_said(home):
    StoryPageFactory(title="雨の朝")
    soup = read("/ja/search/?q=雨 灯台")
    assert [link.get_text().strip() for link in soup.select(".result h3 a")] == ["雨の朝"]
    assert soup.select_one("[role=status] .found-note")
    assert not read("/ja/search/?q=雨").select_one("[role=status] .found-note")


def test_a_title_comes_before_a_summary(home):
    StoryPageFactory(title="さき", summary="居場所のこと")
    StoryPageFactory(title="居場所")
    StoryPageFactory(title="あと", summary="居場所のこと")
    assert titles("居場所")[0] == "居場所"


@pytest.mark.parametrize("query", ["NPO", "npo", "ＮＰＯ", "ｎｐｏ", "　NPO　"])
def test_letters_are_found_however_wide_they_are_typed(home, query):
    StoryPageFactory(title="NPOのひと")
    assert titles(query) == ["NPOのひと"]


@pytest.mark.parametrize("query", ["ガラス", "ｶﾞﾗｽ", "がらす"])
def test_kana_are_found_in_whatever_script_they_are_typed(home, query):
    StoryPageFactory(title="ガラスのまど")
    assert titles(query) == ["ガラスのまど"]


def test_a_page_is_found_once_in_the_language_of_the_reader(home):
    story = StoryPageFactory(title="Rain 雨")
    translate(story, "en", title="Rain in English")
    assert titles("Rain", "ja") == ["Rain 雨"]
    assert titles("Rain", "en") == ["Rain in English"]
    assert titles("Rain", "ko") == ["Rain 雨"]


def test_pages_in_another_language_come_below_and_say_so(home):
    StoryPageFactory(title="Rain 雨", slug="rain", summary="Rain: となりの戸")
    translate(StoryPageFactory(title="かさ"), "en", title="Umbrella", summary="For the rain")
    soup = read("/en/search/?q=rain")
    own, other = soup.select(".result")
    assert own.h3.get_text(strip=True) == "Umbrella"
    assert not own.select_one(".result-language")
    assert other.find_previous("h2")["class"] == ["found-others"]
    assert "Japanese" in other.select_one(".result-language").get_text()
    link = other.select_one("h3 a")
    assert (link["href"], link["lang"], link["hreflang"]) == ("/en/stories/rain/", "ja", "ja")
    assert other.select("p")[-1]["lang"] == "ja"


def test_words_of_a_draft_translation_find_nothing(home):
    translate(StoryPageFactory(title="雨"), "en", publish=False, title="Unfinished")
    assert titles("Unfinished", "en") == []


@pytest.mark.parametrize("way", HIDDEN)
def test_a_hidden_page_is_not_found_nor_counted(home, way):
    stories = [StoryPageFactory(title="灯台の話"), OrganisationPageFactory(title="灯台の団体")]
    assert (len(titles("灯台")), count("灯台")) == (2, 2)
    for story in stories:
        HIDDEN[way](story)
    assert (titles("灯台"), count("灯台")) == ([], 0)


def test_results_come_in_pages_that_keep_the_question(home):
    for number in range(PER_PAGE + 3):
        StandardPageFactory(title=f"雨 {number}")
    soup = read("/ja/search/?q=%E9%9B%A8")
    assert soup.select_one("a[rel=next]")["href"] == "?q=%E9%9B%A8&page=2"
    first, second = titles("雨"), titles("雨", page=2)
    assert (len(first), len(second)) == (PER_PAGE, 3)
    assert set(first).isdisjoint(second)
    assert count("雨") == PER_PAGE + 3


def test_the_root_of_all_trees_is_not_found(home):
    assert titles("Root") == []
