"""What a reader finds by searching: every word, however it is typed, in their language, and nothing hidden."""

import re
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from search.forms import MAX_LENGTH
from search.query import MAX_WORDS, search_pages
from search.views import PER_PAGE
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
    return [link.get_text(strip=True) for link in soup.select(".rows h3 a")]


def test_a_word_of_the_title_or_the_summary_is_found(home):
    StoryPageFactory(title="雨の夜の話")
    OrganisationPageFactory(title="いとのま", summary="雨の日もひらく居場所")
    StandardPageFactory(title="よその案内", summary="晴れの日")
    assert titles("雨") == ["雨の夜の話", "いとのま"]


def test_every_type_of_page_is_found(home):
    pages = [
        PlanPageFactory(title="さがす計画"),
        GoalPageFactory(title="さがす目標"),
        InitiativePageFactory(title="さがす取組"),
        StoryPageFactory(title="さがす話"),
        OrganisationPageFactory(title="さがす団体"),
        StandardPageFactory(title="さがす案内"),
    ]
    assert set(titles("さがす")) == {page.title for page in pages}


def test_every_word_has_to_be_there(home):
    StoryPageFactory(title="雨の夜", summary="となりの戸")
    StoryPageFactory(title="雨の朝")
    assert titles("雨 戸") == ["雨の夜"]
    assert titles("戸　雨") == ["雨の夜"]
    assert titles("雨 ない") == []


def test_the_whole_query_in_a_title_comes_first(home):
    StoryPageFactory(title="さき", summary="居場所のこと")
    StoryPageFactory(title="居場所")
    StoryPageFactory(title="あと", summary="居場所のこと")
    assert titles("居場所")[0] == "居場所"


@pytest.mark.parametrize("query", ["NPO", "npo", "ＮＰＯ", "ｎｐｏ", "　NPO　"])
def test_letters_are_found_however_wide_they_are_typed(home, query):
    StoryPageFactory(title="NPOのひと")
    assert titles(query) == ["NPOのひと"]


def test_half_width_kana_find_full_width_ones(home):
    StoryPageFactory(title="ガラスのまど")
    assert titles("ｶﾞﾗｽ") == ["ガラスのまど"]


def test_the_signs_of_a_pattern_are_only_signs(home):
    StoryPageFactory(title="割引100%の日")
    StoryPageFactory(title="一日_二日")
    assert titles("%") == ["割引100%の日"]
    assert titles("_") == ["一日_二日"]


@pytest.mark.parametrize("query", ["", " ", "　", "　　　", "\t"])
def test_nothing_typed_finds_nothing_and_says_nothing(home, query):
    StoryPageFactory()
    soup = read(f"/ja/search/?q={query}")
    assert soup.select(".rows, .mistake, .listing-count") == []
    assert soup.select_one("input[name=q]")["value"] == ""


def test_without_a_question_there_is_the_form(home):
    soup = read("/ja/search/")
    assert soup.select_one("form")["action"] == "/ja/search/"
    assert soup.select(".rows, .mistake") == []


def test_too_long_a_question_gets_a_sentence(home, client):
    response = client.get("/ja/search/", {"q": "長" * (MAX_LENGTH + 1)})
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert str(MAX_LENGTH) in soup.select_one(".mistake").get_text()
    assert len(soup.select_one("input[name=q]")["value"]) == MAX_LENGTH + 1
    assert client.get("/ja/search/", {"q": "長" * MAX_LENGTH}).status_code == 200


def test_five_thousand_words_get_a_sentence(home, client):
    assert client.get("/ja/search/", {"q": "福祉 " * 5000}).status_code == 400


def test_only_the_first_words_count(home):
    StoryPageFactory(title=" ".join(f"語{number}" for number in range(MAX_WORDS)))
    query = " ".join(f"語{number}" for number in range(MAX_WORDS))
    assert search_pages(f"{query} ない").count() == 1
    assert search_pages(f"ない {query}").count() == 0


def test_a_page_is_found_once_in_the_language_of_the_reader(home):
    story = StoryPageFactory(title="Rain 雨")
    translate(story, "en", title="Rain in English")
    assert titles("Rain", "ja") == ["Rain 雨"]
    assert titles("Rain", "en") == ["Rain in English"]
    assert titles("Rain", "ko") == ["Rain 雨"]


def test_an_untranslated_page_is_found_and_marked(home):
    StoryPageFactory(title="雨の夜", slug="rain", summary="となりの戸")
    soup = read("/en/search/?q=雨")
    link = soup.select_one(".rows h3 a")
    assert (link["href"], link["lang"]) == ("/en/stories/rain/", "ja")
    assert soup.select_one(".rows p")["lang"] == "ja"


def test_words_of_a_draft_translation_find_nothing(home):
    translate(StoryPageFactory(title="雨"), "en", publish=False, title="Unfinished")
    assert titles("Unfinished", "en") == []


@pytest.mark.parametrize("way", HIDDEN)
def test_a_hidden_page_is_not_found_nor_counted(home, way):
    stories = [StoryPageFactory(title="かくれた話"), OrganisationPageFactory(title="かくれた団体")]
    assert len(titles("かくれた")) == 2
    for story in stories:
        HIDDEN[way](story)
    soup = read("/ja/search/?q=かくれた")
    assert soup.select(".rows") == []
    assert re.findall(r"\d+", soup.select_one(".listing-count").get_text()) == ["0"]


def test_results_come_in_pages_that_keep_the_question(home):
    for number in range(PER_PAGE + 3):
        StandardPageFactory(title=f"雨 {number}")
    soup = read("/ja/search/?q=%E9%9B%A8")
    assert len(soup.select(".rows li")) == PER_PAGE
    assert soup.select_one("a[rel=next]")["href"] == "?q=%E9%9B%A8&page=2"
    first = titles("雨")
    second = titles("雨", page=2)
    assert len(second) == 3
    assert set(first).isdisjoint(second)
    assert re.findall(r"\d+", soup.select_one(".listing-count").get_text()) == [str(PER_PAGE + 3)]


def test_the_root_of_all_trees_is_not_found(home):
    assert titles("Root") == []


def test_what_was_typed_stays_in_the_field(home):
    soup = read("/ja/search/?q=雨の夜")
    assert soup.select_one("input[name=q]")["value"] == "雨の夜"
    assert "雨の夜" in soup.title.get_text()
