"""The search page: what it shows of what was found, what it can be narrowed by, and that its address says all of it."""

import datetime
import json
import re
from urllib.parse import parse_qs, quote, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.cache import cache
from wagtail.models import Locale

from council.translation.locales import all_locales, forget_locales
from search.address import SearchAddress
from search.forms import MAX_LENGTH
from search.indexing.queue import index_pending
from search.missed import MissedSearch
from search.page import PER_PAGE
from search.promoted import PromotedResult
from stories.models import StoryPage
from tests.factories import (
    GoalPageFactory,
    HomePageFactory,
    OrganisationPageFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.factories_links import about, make_draft, make_private, read
from tests.sample_site import queries_of

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def home(locales):
    home = HomePageFactory(slug="home", title="はじめ")
    StoryIndexPageFactory()
    ThemeIndexPageFactory()
    return home


def address(language="ja", **parameters):
    return f"/{language}/search/?{urlencode(parameters)}"


def search(language="ja", **parameters):
    return read(address(language, **parameters))


def titles(soup):
    return [link.get_text().strip() for link in soup.select(".result h3 a")]


def choices(soup, facet):
    """``{value: (label, count)}`` of the buttons of a facet."""
    return {
        button["value"]: (button.select_one(".choice-label").get_text(), int(button.select_one("[aria-hidden]").string))
        for button in soup.select(f"button[name={facet}]")
    }


def pressed(soup, facet, value):
    """The parameters that a press on a facet's button sends."""
    button = soup.select_one(f"button[name={facet}][value='{value}']")
    fields = {field["name"]: field["value"] for field in button.find_parent("form").select("input[type=hidden]")}
    return {**fields, facet: value}


# --- One result ---------------------------------------------------------------------------------------------------


def test_the_words_are_marked_as_they_are_written(home):
    StoryPageFactory(title="こども食堂の話", summary="毎週の子ども食堂です")
    result = search(q="子供食堂").select_one(".result")
    assert [mark.get_text() for mark in result.select("h3 mark")] == ["こども食堂"]
    assert [mark.get_text() for mark in result.select("p mark")] == ["子ども食堂"]
    assert result.h3.get_text(strip=True) == "こども食堂の話"


def test_what_is_found_is_text_and_never_markup(home):
    StoryPageFactory(title="<b>雨</b>", summary="<script>雨</script>")
    soup = search(q="雨")
    assert titles(soup) == ["<b>雨</b>"]
    assert not soup.select(".result b, .result script")


def test_a_result_says_what_it_is_and_a_story_when_it_was_told(home):
    StoryPageFactory(title="雨の話", told_on=datetime.date(2026, 6, 1))
    OrganisationPageFactory(title="雨の会").save_revision().publish()
    organisation, story = search("en", q="雨").select(".result-kind")
    assert (story.contents[0].strip(), story.time["datetime"]) == ("Story", "2026-06-01")
    assert organisation.contents[0].strip() == "Organisation"
    assert not organisation.time
    assert all(kind.time for kind in search(q="雨", sort="date").select(".result-kind"))


def test_a_language_without_a_locale_yet_searches_in_japanese(home, locales):
    StoryPageFactory(title="雨の話")
    locales["ko"].delete()
    forget_locales()
    assert titles(search("ko", q="雨")) == ["雨の話"]


@pytest.fixture
def outdated(home, locales):
    """Makes the process know nothing of a language, which another process has added meanwhile."""

    def forget(code):
        forget_locales()
        del all_locales()[locales[code].pk]

    return forget


@pytest.mark.parametrize("language", ["ja", "ja-simple"])
@pytest.mark.parametrize("path", ["search/", "search/suggest/", "search/feed/"])
def test_a_language_that_another_process_has_added_is_known(outdated, client, path, language):
    page = translate(StoryPageFactory(title="あめ"), "ja-simple", slug="ame", title="雨の話")
    StoryPage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).delete()
    index_pending()
    outdated("ja-simple")
    response = client.get(f"/{language}/{path}", {"q": "雨"})
    assert "/stories/ame/" in response.content.decode()


def test_a_theme_in_a_language_that_another_process_has_added_is_proposed(outdated, client):
    ThemeFactory(name="Rain", locale=Locale.objects.get(language_code="en"))
    outdated("en")
    assert [each["label"] for each in suggested(client, "Rain").json()["suggestions"]] == ["Rain"]


def test_results_in_a_language_that_another_process_has_added_come_first(outdated):
    StoryPageFactory(title="Rain Rain", slug="a")
    translate(StoryPageFactory(title="雨の話", slug="b"), "en", title="Rain and more of it")
    index_pending()
    outdated("en")
    assert titles(search("en", q="Rain")) == ["Rain and more of it", "Rain Rain"]


def test_japanese_in_the_text_of_a_page_in_another_language_is_said_to_be(home):
    text = "<p>{}</p>"
    for slug, words in {
        "leaflet": "傘を貸す店が駅前にできました。",
        "name": "Umbrellas are lent by かさの会, a group.",
    }.items():
        page = StandardPageFactory(title="雨", slug=slug)
        translate(page, "en", title="Rain", body=[("paragraph", text.format(words))])
    index_pending()
    passages = {p.get_text().strip(): p for p in search("en", q="傘").select(".result > p:last-child")}
    assert passages["傘を貸す店が駅前にできました。"]["lang"] == "ja"
    (group,) = search("en", q="umbrellas").select(".result > p:last-child [lang=ja]")
    assert group.get_text() == "かさの会"


# --- What stands above the results --------------------------------------------------------------------------------


def test_what_staff_puts_first_stands_first_and_once(home):
    StoryPageFactory(title="雨の話")
    chosen = StandardPageFactory(title="傘をお貸しします", summary="雨の日に")
    PromotedResult.objects.create(words="雨", page=chosen)
    soup = search(q="雨")
    assert titles(soup) == ["傘をお貸しします", "雨の話"]
    assert soup.select_one(".result")["class"] == ["result", "recommended"]
    assert re.search(r"\d+", soup.select_one(".found-count").get_text())[0] == "2"


def test_what_staff_puts_first_says_what_it_is_about_and_its_language(home):
    translated, japanese = StandardPageFactory(summary="雨の日に"), StandardPageFactory(summary="風の日に")
    translate(translated, "en", summary="When it rains")
    for page in (translated, japanese):
        PromotedResult.objects.create(words="weather", page=page)
    english, other = search("en", q="weather").select(".recommended")
    assert english.select("p")[-1].get_text() == "When it rains"
    assert not english.select_one(".result-language")
    assert other.select("p")[-1].get_text() == "風の日に"
    assert other.select_one(".result-language").get_text() == "In Japanese"
    assert other.a["lang"] == "ja"


def test_a_narrowed_search_recommends_nothing(home):
    StoryPageFactory(title="雨の話")
    PromotedResult.objects.create(words="雨", page=StandardPageFactory(title="傘"))
    assert titles(search(q="雨", type="story")) == ["雨の話"]


def test_a_slip_is_answered_with_a_question_that_finds_something(home):
    StoryPageFactory(title="ボランティアの話")
    soup = search(q="ボラソティア")
    link = soup.select_one(".found-corrected")
    assert link.get_text() == "ボランティア"
    assert titles(read(f"/ja/search/{link['href']}")) == ["ボランティアの話"]
    assert not search(q="ボランティア").select_one(".found-corrected")


def test_who_finds_nothing_gets_themes_and_the_newest_stories(home):
    ThemeFactory(name="つどいの場", slug="ibasho")
    StoryPageFactory(title="灯台", told_on=datetime.date(2026, 6, 1))
    soup = search(q="zzzz")
    assert titles(soup) == []
    assert soup.select_one(".search-themes a")["href"] == "/ja/themes/ibasho/"
    assert [link.get_text() for link in soup.select(".search-newest h3 a")] == ["灯台"]
    assert "0" in soup.select_one("[role=status] h2").get_text()


def test_what_nobody_found_is_noted_once_a_search(home):
    StoryPageFactory(title="雨の話")
    for parameters in ({"q": "雨"}, {"q": "灯台", "type": "story"}, {"q": "雨", "type": "goal"}):
        search(**parameters)
    assert not MissedSearch.objects.exists()
    search(q="灯台")
    assert [(row.words, row.language, row.count) for row in MissedSearch.objects.all()] == [("灯台", "ja", 1)]


def test_without_a_question_there_are_the_form_and_the_themes(home):
    ThemeFactory(name="つどいの場", slug="ibasho")
    for soup in (read("/ja/search/"), read("/ja/search/?q="), read("/ja/search/?q=　&type=story&page=3")):
        assert soup.select_one("main form")["action"] == "/ja/search/"
        assert soup.select_one(".search-themes a").get_text() == "つどいの場"
        assert soup.select(".found, .mistake, meta[name=robots]") == []
        assert soup.select_one("input[name=q]")["value"] == ""


# --- Narrowing ----------------------------------------------------------------------------------------------------


@pytest.fixture
def rain(home):
    """Three stories, an organisation and a page about rain, and a story about something else."""
    themes = [ThemeFactory(name="つどいの場", slug="ibasho"), ThemeFactory(name="ささえあい", slug="sasaeai")]
    organisation = OrganisationPageFactory(title="雨の会", themes=themes[:1])
    goal = GoalPageFactory(title="ぬれないまち")
    StoryPageFactory(
        title="雨 一", told_on=datetime.date(2025, 1, 1), themes=themes, organisations=[organisation], about=about(goal)
    )
    StoryPageFactory(title="雨 二", told_on=datetime.date(2026, 1, 1), themes=themes[:1], about=about(goal))
    StoryPageFactory(title="雨 三", told_on=datetime.date(2026, 2, 1))
    StoryPageFactory(title="晴れ", told_on=datetime.date(2024, 1, 1), themes=themes)
    StandardPageFactory(title="雨の案内")
    return goal, organisation


def test_counts_are_what_a_press_finds(rain):
    soup = search("en", q="雨")
    assert choices(soup, "type") == {
        "story": ("Stories", 3),
        "organisation": ("Organisations", 1),
        "page": ("Other pages", 1),
    }
    assert choices(soup, "theme") == {"ibasho": ("つどいの場", 3), "sasaeai": ("ささえあい", 1)}
    for facet in ("type", "theme", "year"):
        for value, (_label, number) in choices(soup, facet).items():
            assert len(titles(search("en", **pressed(soup, facet, value)))) == number


def test_two_choices_narrow_more_than_one_and_each_can_be_taken_back(rain):
    soup = search(**pressed(search(q="雨", sort="date"), "theme", "ibasho"))
    soup = search(**pressed(soup, "type", "story"))
    assert titles(soup) == ["雨 二", "雨 一"]
    type_gone, theme_gone = soup.select(".chosen a")
    assert set(titles(read(f"/ja/search/{type_gone['href']}"))) == {"雨 二", "雨 一", "雨の会"}
    assert titles(read(f"/ja/search/{theme_gone['href']}")) == ["雨 三", "雨 二", "雨 一"]


def test_another_value_of_the_same_facet_takes_the_place_of_the_first(rain):
    soup = search(q="雨", year="2026")
    assert pressed(soup, "year", "2025") == {"q": "雨", "year": "2025"}
    assert titles(search(q="雨", year="2025")) == ["雨 一"]
    assert soup.select_one("b.choice[aria-current]").get_text().startswith("2026")


def test_a_goal_and_an_organisation_are_called_as_readers_know_them(rain):
    goal, organisation = rain
    translate(organisation, "en", title="Rain club")
    value = str(organisation.pk)
    chip = search("en", q="雨", organisation=value).select_one(".chosen a")
    assert "Rain club" in chip.get_text()
    assert not chip.select("[lang]")
    chip = search("en", q="雨", goal=str(goal.pk)).select_one(".chosen a")
    assert chip.select_one("[lang=ja]").get_text() == "ぬれないまち"


@pytest.mark.parametrize("hide", [make_draft, make_private])
def test_what_readers_may_not_see_is_not_offered_and_an_address_with_it_is_as_without(rain, hide):
    goal, _organisation = rain
    hide(goal)
    for soup in (search(q="雨"), search(q="雨", goal=str(goal.pk))):
        assert "ぬれないまち" not in soup.get_text()
        assert not soup.select(".chosen, button[name=goal]")
        assert len(titles(soup)) == 5


def test_what_makes_no_difference_is_not_offered(home):
    StoryPageFactory(title="雨 一")
    StoryPageFactory(title="雨 二")
    soup = search(q="雨")
    assert not soup.select("button[name=type], button[name=theme]")


def test_a_facet_of_many_values_shows_eight_and_keeps_the_rest_at_hand(home):
    for number in range(11):
        StoryPageFactory(title=f"雨 {number}", themes=[ThemeFactory()])
    form = search(q="雨").select_one("button[name=theme]").find_parent("form")
    assert len(form.select(".narrowing-more button")) == 3
    assert len(form.select("button")) == 11


def test_narrowed_to_nothing_there_is_a_way_back(rain):
    soup = search(q="雨", year="2025", type="page")
    assert titles(soup) == []
    wider = [link["href"] for link in soup.select(".found-pages a")]
    assert wider == [f"?q={quote('雨')}"]


# --- Addresses ----------------------------------------------------------------------------------------------------


def test_an_address_is_the_same_for_the_same_search():
    one = SearchAddress.of("雨", {"year": "2026", "theme": "ibasho", "sort": "relevance"})
    assert one.query_string() == f"q={quote('雨')}&theme=ibasho&year=2026"
    other = SearchAddress.of("雨", {"sort": "date", **one.chosen})
    assert parse_qs(other.query_string())["sort"] == ["date"]
    assert SearchAddress.of("雨", parameters={**one.chosen, "type": ""}) == one


def test_the_title_says_the_question_and_the_page(home):
    for number in range(PER_PAGE + 1):
        StandardPageFactory(title=f"雨 {number}")
    first, second = search("en", q="雨"), search("en", q="雨", page=2)
    assert first.title.get_text().startswith("雨 – Search – Page 1 of 2 | ")
    assert second.title.get_text().startswith("雨 – Search – Page 2 of 2 | ")
    assert second.select_one("link[rel=canonical]")["href"].endswith(f"/en/search/?q={quote('雨')}&page=2")
    assert second.select_one("meta[name=robots]")["content"] == "noindex"
    ranked = search("en", q="雨", page=2, colour="red", sort="relevance").select_one("link[rel=canonical]")["href"]
    assert ranked.endswith(f"?q={quote('雨')}&page=2")


def test_sort_and_choices_stay_when_one_turns_the_page(home):
    for number in range(PER_PAGE + 1):
        StoryPageFactory(title=f"雨 {number}", told_on=datetime.date(2026, 1, 1 + number))
    StandardPageFactory(title="雨の案内")
    soup = search(q="雨", type="story", sort="date")
    target = soup.select_one("a[rel=next]")["href"]
    assert parse_qs(urlsplit(target).query) == {"q": ["雨"], "type": ["story"], "sort": ["date"], "page": ["2"]}
    assert titles(read(f"/ja/search/{target}")) == ["雨 0"]


NONSENSE = [
    "zzz",
    "0",
    "-1",
    "9" * 5000,
    "9" * 19,
    "%",
    "' OR 1=1 --",
    "story theme:ibasho",
    "２０２６",
    "\x01",
    "\ufffe",
    "",
]


@pytest.mark.parametrize("name", ["type", "theme", "goal", "organisation", "year", "sort", "page", "format"])
def test_what_no_search_means_is_passed_over(rain, client, name):
    for value in NONSENSE:
        response = client.get("/ja/search/", {"q": "雨", name: value})
        assert response.status_code == 200, value
        assert len(titles(BeautifulSoup(response.content, "html.parser"))) == 5, value


ANYTHING = ["%00", "%ED%A0%80", "q" * 10_000, "%01", "%EF%BF%BE", '"', "%22%22%22", "*", "a AND", "(", "😀", "%CC%81"]


@pytest.mark.parametrize("path", ["search/", "search/suggest/", "search/feed/"])
def test_whatever_is_typed_is_answered(home, client, path):
    for question in ANYTHING:
        assert client.get(f"/ja/{path}?q={question}").status_code in {200, 400, 404}, question


def test_too_long_a_question_gets_a_sentence(home, client):
    response = client.get("/ja/search/", {"q": "長" * (MAX_LENGTH + 1)})
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert str(MAX_LENGTH) in soup.select_one(".mistake").get_text()
    assert len(soup.select_one("input[name=q]")["value"]) == MAX_LENGTH + 1
    assert client.get("/ja/search/", {"q": "長" * MAX_LENGTH}).status_code == 200


def test_what_was_typed_stays_in_the_field_as_it_was(home):
    soup = search(q="ＮＰＯ  雨の夜")
    assert soup.select_one("input[name=q]")["value"] == "ＮＰＯ 雨の夜"


def test_it_takes_few_queries_however_much_is_found(home, client):
    themes = [ThemeFactory() for _number in range(12)]
    organisations = [OrganisationPageFactory() for _number in range(12)]
    goals = [GoalPageFactory() for _number in range(4)]

    def make(number):
        for place in range(number):
            StoryPageFactory(
                title="雨の話",
                themes=themes[: 1 + place],
                organisations=organisations[: 1 + place],
                about=about(goals[place % 4]),
                told_on=datetime.date(2020 + place % 5, 1, 1),
            )

    make(2)
    narrow = {"theme": themes[0].slug, "organisation": str(organisations[0].pk), "goal": str(goals[0].pk)}
    addresses = [address(code, **more) for code in ("ja", "en") for more in ({"q": "雨"}, {"q": "雨", **narrow})]
    before = [len(queries_of(client, each)) for each in addresses]
    make(40)
    cache.clear()
    after = [len(queries_of(client, each)) for each in addresses]
    assert after == before
    assert max(after) <= 14


# --- Suggestions --------------------------------------------------------------------------------------------------


def suggested(client, text, language="ja", **parameters):
    response = client.get(f"/{language}/search/suggest/", {"q": text, **parameters})
    assert response.status_code == 200
    return response


def test_what_begins_so_is_proposed(home, client):
    StoryPageFactory(title="傘の話", slug="umbrella")
    answer = suggested(client, "傘", "en").json()["suggestions"]
    assert answer == [{"label": "傘の話", "url": "/en/stories/umbrella/", "kind": "Page", "language": "ja"}]
    answer = suggested(client, "傘").json()["suggestions"]
    assert [(each["url"], each["language"]) for each in answer] == [("/ja/stories/umbrella/", "")]


def test_nothing_typed_proposes_nothing(home, client):
    assert suggested(client, "").json() == {"suggestions": []}
    assert client.get("/ja/search/suggest/").json() == {"suggestions": []}


def test_proposals_may_be_kept_for_minutes_and_belong_to_this_site(home, client):
    response = suggested(client, "傘")
    assert response["Content-Type"] == "application/json"
    seconds = int(re.search(r"max-age=(\d+)", response["Cache-Control"])[1])
    assert 60 <= seconds <= 600
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response
    assert not response.cookies


def test_browsers_get_proposals_in_their_own_form(home, client):
    StoryPageFactory(title="傘の話", slug="umbrella")
    response = suggested(client, "傘", format="opensearch")
    assert response["Content-Type"] == "application/x-suggestions+json"
    text, labels, kinds, addresses = json.loads(response.content)
    assert (text, labels, len(kinds)) == ("傘", ["傘の話"], 1)
    assert addresses == ["http://testserver/ja/stories/umbrella/"]


@pytest.mark.parametrize("code", CODES)
def test_browsers_can_add_the_site_to_their_search(home, client, code):
    link = BeautifulSoup(client.get(f"/{code}/").content, "html.parser").select_one("link[rel=search]")
    response = client.get(link["href"])
    assert response["Content-Type"] == link["type"] == "application/opensearchdescription+xml"
    description = ElementTree.fromstring(response.content)
    assert 0 < len(description.find(f"{OPENSEARCH}ShortName").text) <= 16
    assert description.find(f"{OPENSEARCH}Language").text == code
    templates = {url.get("type"): url.get("template") for url in description.iter(f"{OPENSEARCH}Url")}
    for kind in ("text/html", "application/x-suggestions+json"):
        target = urlsplit(templates[kind].replace("{searchTerms}", quote("傘")))
        answer = client.get(f"{target.path}?{target.query}")
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(kind)


def test_the_field_is_an_ordinary_one_until_the_script_has_come(home):
    field = read("/ja/search/").select_one("input[name=q]")
    assert field["data-suggestions"] == "/ja/search/suggest/"
    assert {"{count}"} == set(re.findall(r"\{\w+\}", field["data-count"]))
    assert not field.has_attr("role")


# --- Feed ---------------------------------------------------------------------------------------------------------


def feed(client, language="ja", **parameters):
    response = client.get(f"/{language}/search/feed/", parameters)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def entries(root):
    return [
        (entry.find(f"{ATOM}title").text, entry.get(LANGUAGE), urlsplit(entry.find(f"{ATOM}link").get("href")).path)
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_the_newest_of_what_is_found_come_first_in_the_feed(home, client):
    old = StoryPageFactory(title="雨 一", slug="one", told_on=datetime.date(2024, 1, 1))
    StoryPageFactory(title="雨 二", slug="two", told_on=datetime.date(2025, 1, 1))
    translate(old, "en", title="Rain 雨")
    root = feed(client, "en", q="雨")
    assert root.get(LANGUAGE) == "en"
    assert entries(root) == [("雨 二", "ja", "/en/stories/two/"), ("Rain 雨", "en", "/en/stories/one/")]


def test_the_feed_is_narrowed_as_the_page_is_and_the_page_names_it(home, client):
    StoryPageFactory(title="雨 一")
    StandardPageFactory(title="雨の案内")
    link = search(q="雨", type="story", sort="date").select_one("link[rel=alternate][href*='search/feed']")
    root = ElementTree.fromstring(client.get(link["href"]).content)
    assert [title for title, *_ in entries(root)] == ["雨 一"]
    assert "雨" in root.find(f"{ATOM}title").text


def test_the_feed_has_twenty_entries_and_takes_few_queries(home, client, django_assert_max_num_queries):
    for number in range(24):
        StandardPageFactory(title=f"雨 {number}", summary="<b>雨</b> & 傘")
    feed(client, q="雨")
    with django_assert_max_num_queries(12):
        root = feed(client, q="雨")
    assert len(entries(root)) == 20
    # A summary is HTML, a page's text is none.
    assert root.find(f"{ATOM}entry/{ATOM}summary").text == "&lt;b&gt;雨&lt;/b&gt; &amp; 傘"


def test_nothing_hidden_is_in_the_feed(home, client):
    for hide in (make_draft, make_private):
        hide(StoryPageFactory(title="雨のひみつ"))
    assert entries(feed(client, q="雨")) == []
    assert StoryPage.objects.count() == 2


def test_signs_that_no_feed_can_hold_are_left_out(home, client):
    assert "雨 傘" in feed(client, q="雨\x0b\x01傘").find(f"{ATOM}title").text


@pytest.mark.parametrize("parameters", [{}, {"q": ""}, {"q": "　"}, {"q": "長" * 101}])
def test_there_is_no_feed_of_no_words(home, client, parameters):
    assert client.get("/ja/search/feed/", parameters).status_code == 404
