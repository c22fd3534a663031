"""Every language has its own addresses, and a page not yet translated is read in place, marked as what it is."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.utils import translation
from wagtail.models import Page

from council.calendar_words import era_year, fiscal_year_label
from council.settings.languages import CONTENT_LANGUAGES
from council.templatetags.council_tags import local_date, month_year
from tests.factories import (
    HomePageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OpeningTimeFactory,
    OrganisationPageFactory,
    PlanPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.factories_links import make_private, read

CODES = [code for code, _name in CONTENT_LANGUAGES]
OTHERS = [code for code in CODES if code != "ja"]


@pytest.fixture
def story(locales):
    return StoryPageFactory(title="雨の夜", slug="rain", body=[("paragraph", "<p>戸をたたいた。</p>")])


def selector(soup):
    """``{language code: address}`` of the language selector, to which it leads by the address that remembers it."""
    found = {}
    for link in soup.select(".languages a"):
        address = urlsplit(link["href"])
        assert address.path == f"/language/{link['hreflang']}/"
        found[link["hreflang"]] = parse_qs(address.query)["to"][0]
    return found


def path_of(address):
    return "/" + address.partition("//")[2].partition("/")[2] if "//" in address else address


# --- Addresses ------------------------------------------------------------------------------------------------


def test_the_site_speaks_the_five_languages_of_the_settings():
    assert CODES == ["ja", "en", "zh-hans", "ko", "ja-simple"]


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_its_prefix(story, code):
    soup = read(f"/{code}/")
    assert soup.html["lang"] == code
    soup = read(f"/{code}/stories/rain/")
    assert soup.html["lang"] == code
    assert soup.h1.get_text() == "雨の夜"


def test_an_address_without_a_language_leads_to_the_same_page_in_one(story, client):
    response = client.get("/stories/rain/", headers={"accept-language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/stories/rain/")


def test_an_address_in_a_language_that_is_not_spoken_is_not_found(story, client):
    assert client.get("/fr/stories/rain/").status_code in {302, 404}
    assert client.get("/fr/stories/rain/", follow=True).status_code == 404


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("zh-CN,zh;q=0.9", "zh-hans"),
        ("zh-Hans-CN", "zh-hans"),
        ("fr", "ja"),
        ("fr,ko;q=0.5", "ko"),
        ("", "ja"),
        ("*", "ja"),
        ("ja-JP", "ja"),
        ("x" * 5000, "ja"),
    ],
)
def test_the_front_door_leads_to_a_language_the_reader_can_read(story, client, accepted, code):
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response["Location"]) == (302, f"/{code}/")


def test_no_cache_keeps_the_front_door_for_others(client, story):
    response = client.get("/", headers={"accept-language": "ko"})
    assert {"no-store", "private"} <= {part.strip() for part in response["Cache-Control"].split(",")}
    assert "Accept-Language" in response["Vary"]
    assert "Cookie" not in response["Vary"]


@pytest.mark.parametrize("code", CODES)
def test_what_the_browser_speaks_does_not_change_a_page_with_a_language_in_its_address(story, client, code):
    response = client.get(f"/{code}/stories/rain/", headers={"accept-language": "ko"})
    assert BeautifulSoup(response.content, "html.parser").html["lang"] == code
    assert "Accept-Language" not in response.get("Vary", "")


# --- A page that is not translated ----------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_an_untranslated_page_is_read_in_place(story, code):
    soup = read(f"/{code}/stories/rain/")
    assert soup.html["lang"] == code
    assert soup.main["lang"] == "ja"
    assert soup.main.select_one(".notice")["lang"] == code
    assert soup.select_one("link[rel=canonical]")["href"] == story.full_url
    assert {link["hreflang"] for link in soup.select("link[rel=alternate][hreflang]")} == {"ja"}
    assert "戸をたたいた。" in soup.main.get_text()


def test_a_translated_page_is_all_in_its_language(story):
    english = translate(story, "en", title="A night of rain")
    soup = read("/en/stories/rain/")
    assert soup.html["lang"] == "en"
    assert not soup.main.has_attr("lang")
    assert not soup.main.select(".notice")
    assert soup.h1.get_text() == "A night of rain"
    assert soup.select_one("link[rel=canonical]")["href"] == english.full_url == story.full_url.replace("/ja/", "/en/")
    for code in ("ja", "en"):
        alternates = {
            link["hreflang"]: link["href"] for link in read(f"/{code}/stories/rain/").select("link[hreflang]")
        }
        assert alternates == {"ja": story.full_url, "en": english.full_url}


def test_a_draft_translation_falls_back_to_japanese(story):
    translate(story, "en", publish=False, title="Draft")
    soup = read("/en/stories/rain/")
    assert (soup.h1.get_text(), soup.main["lang"]) == ("雨の夜", "ja")
    assert soup.select_one("link[rel=canonical]")["href"] == story.full_url


def test_an_unpublished_translation_falls_back_to_japanese(story):
    translate(story, "en", title="For a while").unpublish()
    assert read("/en/stories/rain/").h1.get_text() == "雨の夜"


def test_a_page_born_in_english_is_read_in_place_by_readers_of_japanese(story, locales):
    index = translate(story.get_parent().specific, "en")
    StoryPageFactory(parent=index, locale=locales["en"], title="Born in English", slug="born")
    for code in ("ja", "ko"):
        soup = read(f"/{code}/stories/born/")
        assert (soup.html["lang"], soup.main["lang"], soup.h1.get_text()) == (code, "en", "Born in English")
        assert soup.select_one("link[rel=canonical]")["href"].endswith("/en/stories/born/")


def test_japanese_comes_before_the_other_languages_in_place_of_a_missing_one(story):
    translate(story, "en", title="A night of rain")
    assert read("/ko/stories/rain/").h1.get_text() == "雨の夜"


def test_japanese_comes_first_on_wagtails_own_way_too(story, rf):
    """That way leads to what `council.direct_route` does not find, such as the page of an alias."""
    front = story.get_parent().get_parent().specific
    translate(story, "en", title="A night of rain")
    korean = translate(front, "ko")
    with translation.override("ko"):
        assert korean.route(rf.get("/"), ["stories", "rain"]).page.title == "雨の夜"


def test_where_japanese_is_taken_down_the_translation_is_read_in_place(story):
    translate(story, "en", title="A night of rain")
    Page.objects.filter(pk=story.pk).update(live=False)
    for code in ("ja", "ko"):
        soup = read(f"/{code}/stories/rain/")
        assert (soup.h1.get_text(), soup.main["lang"]) == ("A night of rain", "en")


def test_a_page_below_an_untranslated_one_is_read_in_its_translation(story):
    """Stories may be translated before their list is."""
    english = translate(story, "en", title="A night of rain")
    Page.objects.filter(pk=english.get_parent().pk).update(live=False)
    assert read("/en/stories/rain/").h1.get_text() == "A night of rain"


def test_a_theme_page_is_read_in_place(locales):
    ThemeFactory(slug="ibasho", name="居場所")
    ThemeIndexPageFactory()
    soup = read("/ko/themes/ibasho/")
    assert (soup.html["lang"], soup.main["lang"], soup.h1.get_text()) == ("ko", "ja", "居場所")


@pytest.mark.parametrize("code", CODES)
def test_a_private_page_stays_private_when_read_in_place(story, client, code):
    make_private(story)
    response = client.get(f"/{code}/stories/rain/")
    assert response.status_code == 302
    assert "雨の夜" not in response.content.decode()


def test_a_page_below_a_private_one_stays_private_when_read_in_place(locales, client):
    parent = StandardPageFactory(slug="inside")
    StandardPageFactory(slug="deeper", parent=parent)
    make_private(parent)
    for code in CODES:
        assert client.get(f"/{code}/inside/deeper/").status_code == 302


def test_a_private_theme_list_keeps_its_themes_private(locales, client):
    ThemeFactory(slug="ibasho", name="居場所")
    make_private(ThemeIndexPageFactory())
    for code in ("ja", "en"):
        response = client.get(f"/{code}/themes/ibasho/")
        assert response.status_code == 302


def test_an_alias_is_read_as_the_page_it_repeats(story, locales):
    """A copy in the English tree says it is English; its text is Japanese."""
    story.copy_for_translation(locales["en"], copy_parents=True, alias=True)
    soup = read("/en/stories/rain/")
    assert (soup.html["lang"], soup.main["lang"], soup.h1.get_text()) == ("en", "ja", "雨の夜")
    assert {link["hreflang"] for link in soup.select("link[rel=alternate][hreflang]")} == {"ja"}
    assert soup.select_one("link[rel=canonical]")["href"] == story.full_url


def test_an_alias_is_private_when_the_page_it_repeats_is(story, locales, client):
    story.copy_for_translation(locales["en"], copy_parents=True, alias=True)
    make_private(story)
    assert client.get("/en/stories/rain/").status_code == 302


def test_an_alias_is_in_no_list(story, locales):
    story.copy_for_translation(locales["en"], copy_parents=True, alias=True)
    for code in ("ja", "en"):
        assert len(read(f"/{code}/stories/").select(".story-card")) == 1
        assert len(read(f"/{code}/search/?q=雨の夜").select(".rows li")) == 1


def test_words_of_the_interface_inside_an_untranslated_page_are_marked(locales):
    initiative = InitiativePageFactory()
    InitiativeUpdateFactory(initiative=initiative, state="done")
    address = initiative.url.replace("/ja/", "/en/", 1)
    head = read(address).select_one(".history-head")
    assert head["lang"] == "en"
    assert "FY2025" in head.get_text()
    assert not read(initiative.url).select_one(".history-head").has_attr("lang")


# --- The language selector ------------------------------------------------------------------------------------


def test_the_selector_keeps_the_reader_on_the_same_page(story):
    translate(story, "en")
    for code in CODES:
        soup = read(f"/{code}/stories/rain/")
        assert {each: path_of(url) for each, url in selector(soup).items()} == {
            each: f"/{each}/stories/rain/" for each in CODES
        }
        current = [link["hreflang"] for link in soup.select(".languages a[aria-current]")]
        assert current == [code]


def test_each_language_is_named_in_itself(story):
    names = {link["hreflang"]: link.get_text() for link in read("/ja/").select(".languages a")}
    assert names == dict(settings.LANGUAGES)
    assert names["ja-simple"] == "やさしい日本語"


def test_the_selector_keeps_filters_and_search_words(story):
    ThemeFactory(slug="ibasho")
    for address in ("/stories/?theme=ibasho&page=2", "/search/?q=%E9%9B%A8+%E5%A4%9C&page=1"):
        urls = selector(read(f"/ja{address}"))
        assert {code: path_of(url) for code, url in urls.items()} == {code: f"/{code}{address}" for code in CODES}


def test_the_selector_of_a_theme_page_keeps_the_theme(locales):
    ThemeFactory(slug="ibasho")
    ThemeIndexPageFactory()
    urls = selector(read("/ja/themes/ibasho/"))
    assert {code: path_of(url) for code, url in urls.items()} == {code: f"/{code}/themes/ibasho/" for code in CODES}


def test_the_canonical_address_of_a_theme_page_is_its_own(locales):
    ThemeFactory(slug="ibasho")
    ThemeIndexPageFactory()
    soup = read("/ja/themes/ibasho/")
    assert path_of(soup.select_one("link[rel=canonical]")["href"]) == "/ja/themes/ibasho/"
    assert path_of(soup.select_one("link[hreflang=ja]")["href"]) == "/ja/themes/ibasho/"


def test_the_second_page_of_a_list_is_its_own_canonical_address(locales):
    for _number in range(13):
        StoryPageFactory()
    soup = read("/ja/stories/?page=2&theme=")
    assert path_of(soup.select_one("link[rel=canonical]")["href"]) == "/ja/stories/?page=2"
    soup = read("/ja/stories/?page=1")
    assert path_of(soup.select_one("link[rel=canonical]")["href"]) == "/ja/stories/"


def test_the_second_page_of_a_list_names_that_page_in_each_language(locales):
    """`hreflang` has to name the page it stands on, or it says nothing."""
    for _number in range(13):
        StoryPageFactory()
    translate(Page.objects.get(slug="stories").specific, "en")
    for code in ("ja", "en"):
        soup = read(f"/{code}/stories/?page=2&theme=")
        addresses = {link["hreflang"]: path_of(link["href"]) for link in soup.select("link[hreflang]")}
        assert addresses == {each: f"/{each}/stories/?page=2" for each in ("ja", "en")}
        assert path_of(selector(soup)["en"]) == "/en/stories/?page=2&theme="


def test_the_not_found_page_offers_every_language(story, client):
    response = client.get("/ko/nowhere/")
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert soup.html["lang"] == "ko"
    assert selector(soup) == {code: f"/{code}/nowhere/" for code in CODES}
    assert soup.select_one("main a.go")["href"] == "/ko/"


def test_the_selectors_addresses_all_answer(story, client):
    for address in selector(read("/en/stories/rain/")).values():
        assert client.get(path_of(address)).status_code == 200


# --- Years and dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "shown"),
    [
        (2025, "令和7"),
        (2019, "令和元"),
        (2020, "令和2"),
        (2018, "平成30"),
        (1989, "平成元"),
        (1926, "昭和元"),
        (1900, "1900"),
    ],
)
def test_years_are_counted_by_era(year, shown):
    assert era_year(year) == shown


@pytest.mark.parametrize(
    ("code", "year", "label"),
    [
        ("ja", 2025, "令和7年度"),
        ("ja", 2019, "令和元年度"),
        ("ja", 2018, "平成30年度"),
        # Plain Japanese says the year that also stands on telephones and in passports.
        ("ja-simple", 2025, "2025年度"),
        ("en", 2025, "FY2025"),
        ("en", 2019, "FY2019"),
    ],
)
def test_a_fiscal_year_is_named_as_its_language_does(code, year, label):
    with translation.override(code):
        assert fiscal_year_label(year) == label


def test_a_fiscal_year_on_a_page_follows_the_reader_and_not_the_text(locales):
    plan = PlanPageFactory(first_fiscal_year=2019, last_fiscal_year=2024)
    assert read(plan.url).select_one(".label").get_text() == "令和元年度–令和6年度"
    assert read(plan.url.replace("/ja/", "/en/")).select_one(".label").get_text() == "FY2019–FY2024"


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("ja", "2026年6月1日", "2026年6月"),
        ("ja-simple", "2026年6月1日", "2026年6月"),
        ("en", "1 June 2026", "June 2026"),
        ("zh-hans", "2026年6月1日", "2026年6月"),
        ("ko", "2026년 6월 1일", "2026년 6월"),
    ],
)
def test_a_date_is_written_as_its_language_does(code, day, month):
    with translation.override(code):
        date = datetime.date(2026, 6, 1)
        assert local_date(date) == day
        assert month_year(date) == month


def test_the_days_of_the_week_follow_the_reader(locales):
    organisation = OrganisationPageFactory(phone="00-0000-0000")
    OpeningTimeFactory(organisation=organisation, weekday=2)
    for code, day in (("ja", "水曜日"), ("en", "Wednesday"), ("ko", "수요일")):
        row = read(organisation.url.replace("/ja/", f"/{code}/", 1)).select_one(".opening-times tr")
        assert row.th.get_text() == day
        assert row.td.get_text() == "10:00–16:00"


# --- One more language ----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_language_without_a_locale_yet_does_not_break_a_page(client):
    """The settings name it, and nobody has added it on the editors' side."""
    HomePageFactory(slug="home")
    StandardPageFactory(slug="about", title="案内")
    for address in ("/ja/about/", "/ko/about/", "/ko/", "/ko/search/?q=案内"):
        response = client.get(address)
        assert response.status_code == 200, address
        assert "案内" in response.content.decode()


def test_a_page_of_another_type_takes_its_own_address(locales):
    """Although this process remembers what stood there."""
    StandardPageFactory(slug="about", title="案内")
    assert read("/en/about/").h1.get_text() == "案内"
    front = translate(Page.objects.get(depth=2, locale=locales["ja"]).specific, "en")
    ThemeIndexPageFactory(parent=front, locale=locales["en"], slug="about", title="Themes")
    assert read("/en/about/").h1.get_text() == "Themes"
    assert read("/ko/about/").h1.get_text() == "案内"


def test_a_preview_of_a_translation_shows_its_blocks(story, locales, admin_client):
    from wagtail_localize.models import StringSegment, StringTranslation, Translation
    from wagtail_localize.operations import translate_object

    translate_object(story, [locales["en"]])
    for segment in StringSegment.objects.all():
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locales["en"],
            defaults={"data": "Somebody knocked."},
        )
    translation_ = Translation.objects.get()
    answer = admin_client.get(f"/admin/localize/translate/{translation_.pk}/preview/").content.decode()
    assert "Somebody knocked." in BeautifulSoup(answer, "html.parser").select_one(".prose").get_text()
    assert "戸をたたいた" not in answer
