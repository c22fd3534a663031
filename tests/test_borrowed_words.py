"""Whatever a page borrows from somewhere else says its language, where that is not the one around it."""

import pytest
from wagtail.models import Locale, Page, Site

from council.site_settings import CouncilSettings, CouncilWording
from stories.models import StoryPage
from tests.factories import (
    HomePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PillarPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.factories_links import read


def language_of(words, address):
    """The languages in which a reader who listens hears these words, wherever they stand on a page."""
    found = read(address).body.find_all(string=lambda text: words in text)
    assert found, f"{words} is not at {address}"
    return {text.find_parent(lang=True)["lang"] for text in found}


@pytest.fixture
def theme(locales):
    ThemeIndexPageFactory(title="テーマいちらん")
    return ThemeFactory(slug="ibasho", name="居場所", description="だれでも来られるところ。")


# --- Themes ---------------------------------------------------------------------------------------------------


def test_a_theme_without_a_translation_is_marked_on_a_translated_page(theme):
    translate(StoryPageFactory(slug="rain", themes=[theme]), "en")
    translate(ThemeIndexPageFactory._meta.model.objects.get(), "en")
    assert language_of("居場所", "/en/stories/rain/") == {"ja"}
    assert language_of("居場所", "/en/themes/") == {"ja"}
    assert language_of("だれでも来られる", "/en/themes/") == {"ja"}
    for address in ("/en/stories/rain/", "/en/themes/"):
        assert read(address).main.find("a", href="/en/themes/ibasho/")["hreflang"] == "ja"


def test_a_theme_with_a_translation_is_marked_on_an_untranslated_page(theme):
    translate(theme, "ko", name="머물 곳")
    StoryPageFactory(slug="rain", themes=[theme])
    assert language_of("머물 곳", "/ko/stories/rain/") == {"ko"}
    assert language_of("머물 곳", "/ko/themes/") == {"ko"}


def test_a_heading_that_is_a_themes_name_is_marked(theme):
    members = {"heading": "", "theme": theme, "items": [{"text": "会う", "organisation": None}]}
    story = StoryPageFactory(slug="rain", body=[("members", members)])
    translate(theme, "ko", name="머물 곳")
    assert StoryPage.objects.get() == story
    assert language_of("머물 곳", "/ko/stories/rain/") == {"ko"}


def alternates(soup):
    return {link["hreflang"]: link["href"] for link in soup.select("link[hreflang]")}


def test_the_page_of_an_untranslated_theme_says_so(theme):
    """Although the list of themes is translated."""
    index = translate(ThemeIndexPageFactory._meta.model.objects.get(), "en", title="Themes")
    soup = read("/en/themes/ibasho/")
    original = index.get_translation(theme.locale).full_url + "ibasho/"
    assert (soup.main["lang"], len(soup.main.select(".translation-notice"))) == ("ja", 1)
    assert soup.select_one("link[rel=canonical]")["href"] == original
    assert alternates(soup) == alternates(read("/ja/themes/ibasho/")) == {"ja": original}
    assert language_of("Themes", "/en/themes/ibasho/") == {"en"}
    assert language_of("居場所", "/en/themes/ibasho/") == {"ja"}


def test_the_page_of_a_translated_theme_is_no_untranslated_page(theme):
    """Although the list of themes is not translated yet."""
    translate(theme, "ko", name="머물 곳")
    soup = read("/ko/themes/ibasho/")
    original = Page.objects.get(slug="themes").full_url + "ibasho/"
    korean = original.replace("/ja/", "/ko/")
    assert not soup.main.has_attr("lang")
    assert not soup.main.select(".translation-notice")
    assert soup.select_one("link[rel=canonical]")["href"] == korean
    assert alternates(soup) == alternates(read("/ja/themes/ibasho/")) == {"ja": original, "ko": korean}
    assert language_of("テーマいちらん", "/ko/themes/ibasho/") == {"ja"}


# --- Pages and people -----------------------------------------------------------------------------------------


def test_the_summary_of_a_page_below_is_marked(locales):
    above = StandardPageFactory(slug="above")
    StandardPageFactory(slug="below", parent=above, summary="下のページのまとめ")
    translate(above, "en")
    assert language_of("下のページのまとめ", "/en/above/") == {"ja"}


def test_the_statement_of_an_untranslated_pillar_is_marked(locales):
    pillar = PillarPageFactory(statement="柱のことば")
    plan = translate(pillar.get_parent().specific, "en")
    assert language_of("柱のことば", plan.url) == {"ja"}


def test_who_speaks_is_marked(locales):
    person = PersonFactory(name="山野さん", role="民生委員", organisation=OrganisationPageFactory(title="団体"))
    voice = ("voice", {"headline": "声", "text": "<p>話します</p>", "person": person})
    StoryPageFactory(slug="rain", body=[voice])
    translate(person, "ko", name="야마노 씨", role="민생위원")
    for words in ("야마노 씨", "민생위원"):
        assert language_of(words, "/ko/stories/rain/") == {"ko"}
    assert language_of("団体", "/ko/stories/rain/") == {"ja"}


# --- The council's own words ----------------------------------------------------------------------------------


@pytest.fixture
def council(locales):
    HomePageFactory(slug="home")
    settings = CouncilSettings.for_site(Site.objects.get(is_default_site=True))
    settings.phone = "00-0000-0000"
    settings.save()
    words = {
        "name": "名前",
        "tagline": "一行で",
        "section_in_charge": "担当の係",
        "address": "住所",
        "hours": "受付の時間",
        "footer": "足もとの文",
    }
    CouncilWording.objects.create(settings=settings, locale=locales["ja"], **words)
    return words


@pytest.mark.parametrize("translated", [False, True])
def test_the_councils_words_are_marked_where_they_are_not_translated(council, translated):
    page = StandardPageFactory(slug="about")
    if translated:
        translate(page, "en")
    for words in council.values():
        assert language_of(words, "/en/about/") == {"ja"}
    assert language_of(council["hours"], "/en/") == {"ja"}
    assert not read("/ja/about/").select_one(".site-name [lang]")


def test_the_councils_words_are_marked_where_the_page_is_not_translated(council):
    wording = CouncilWording.objects.get()
    english = {name: f"English {name}" for name in council}
    CouncilWording.objects.create(settings=wording.settings, locale=Locale.objects.get(language_code="en"), **english)
    StandardPageFactory(slug="about")
    for words in english.values():
        assert language_of(words, "/en/about/") == {"en"}


def test_the_section_in_charge_of_an_untranslated_page_is_marked(council):
    StandardPageFactory(slug="about", section_in_charge="地域の係")
    assert language_of("地域の係", "/en/about/") == {"ja"}
    assert language_of("地域の係", "/ja/about/") == {"ja"}
