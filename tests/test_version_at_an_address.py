"""A link and the address it leads to agree on which language's version a reader meets, whatever became of the others."""

import pytest
from wagtail.models import Page, PageViewRestriction

from council import direct_route
from council.translation.collisions import forget_collisions
from tests.factories import StandardPageFactory, StoryPageFactory, ThemeFactory, ThemeIndexPageFactory, translate
from tests.factories_links import make_private, read


@pytest.fixture
def story(locales):
    return StoryPageFactory(title="雨の夜", slug="rain")


def card(code, client):
    """``(title, hreflang)`` of the story in a reader's list, and what they read where it leads."""
    link = read(f"/{code}/stories/").select_one(".story-card a")
    response = client.get(link["href"])
    assert response.status_code == 200, link["href"]
    soup = read(link["href"])
    return (link.get_text(), link.get("hreflang", code)), (soup.h1.get_text(), soup.main.get("lang", code))


def rename(page, slug):
    Page.objects.filter(pk=page.pk).update(slug=slug, url_path=page.url_path.replace(page.slug, slug))
    forget_collisions()


# --- Where a page was born ------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["ja", "en", "ko"])
def test_without_japanese_a_list_names_the_version_that_its_link_leads_to(story, client, code):
    """Language codes and locales have different orders."""
    translate(story, "ja-simple", title="やさしく")
    translate(story, "zh-hans", title="雨夜")
    Page.objects.filter(pk=story.pk).update(live=False)
    named, met = card(code, client)
    assert named == met


@pytest.mark.parametrize("code", ["ja", "zh-hans", "ja-simple"])
def test_a_story_born_in_korean_is_read_in_korean_although_it_is_translated_into_english(locales, client, code):
    index = StoryPageFactory().get_parent().specific
    Page.objects.filter(depth=4).update(live=False)
    story = StoryPageFactory(parent=translate(index, "ko"), locale=locales["ko"], title="한국어", slug="born")
    translate(story, "en", title="In English")
    assert card(code, client) == (("한국어", "ko"), ("한국어", "ko"))


def test_a_page_of_another_type_does_not_come_before_the_japanese_one(locales, client):
    """Although this process remembers the other's type, and not yet that of the Japanese one."""
    japanese = StandardPageFactory(slug="about", title="案内")
    front = Page.objects.get(depth=2, locale=locales["ja"]).specific
    translate(front, "ko")
    english = ThemeIndexPageFactory(parent=translate(front, "en"), locale=locales["en"], slug="about", title="Themes")
    direct_route._types.clear()
    read(english.url)
    assert set(direct_route._types) == {english.url_path}
    assert read("/ko/about/").h1.get_text() == japanese.title


# --- Behind a login in one language ---------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["ja", "en", "ko"])
def test_no_link_leads_to_a_login_where_only_the_japanese_page_is_private(story, client, code):
    translate(story, "en", title="A night of rain")
    make_private(story)
    assert card(code, client)[0] == ("A night of rain", "en")


@pytest.mark.parametrize("code", ["ja", "en", "ko"])
def test_no_link_leads_to_a_login_where_only_the_translation_is_private(story, client, code):
    make_private(translate(story, "en", title="A night of rain"))
    assert card(code, client)[0] == ("雨の夜", "ja")


def test_a_page_that_becomes_public_again_is_read_in_place(story, client):
    translate(story, "en", title="A night of rain")
    make_private(story)
    assert card("ko", client)[0][1] == "en"
    PageViewRestriction.objects.get().delete()
    assert card("ko", client) == (("雨の夜", "ja"), ("雨の夜", "ja"))


@pytest.mark.parametrize("code", ["ja", "ko"])
def test_a_private_page_keeps_its_address(story, client, code):
    """Who has its password comes back to it."""
    translate(story, "en", title="A night of rain")
    make_private(story)
    assert "/login/" in client.get(f"/{code}/stories/rain/")["Location"]


# --- At another address in one language -----------------------------------------------------------------------


def test_a_reader_is_sent_to_the_translation_where_it_has_another_address(story, client):
    """They asked for what is there in their language: it must not say that it is not translated yet."""
    rename(translate(story, "en", title="A night of rain"), "rain-en")
    response = client.get("/en/stories/rain/?page=2")
    assert (response.status_code, response["Location"]) == (302, "/en/stories/rain-en/?page=2")
    assert read("/ko/stories/rain/").h1.get_text() == "雨の夜"


@pytest.mark.parametrize("code", ["ja", "ko"])
def test_the_old_address_of_a_moved_page_does_not_lead_to_its_translation_that_stayed(
    locales, client, code, django_capture_on_commit_callbacks
):
    above = StandardPageFactory(slug="above")
    page = StandardPageFactory(slug="below", title="した", parent=above)
    other = StandardPageFactory(slug="other")
    translate(page, "en", title="Below")
    page.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        page.move(other, pos="last-child")
    response = client.get(f"/{code}/above/below/")
    assert (response.status_code, response["Location"]) == (302, f"/{code}/other/below/")
    assert read("/en/above/below/").h1.get_text() == "Below"


def test_a_theme_is_found_where_the_list_of_themes_has_another_address(locales, client):
    ThemeFactory(slug="ibasho", name="居場所")
    rename(translate(ThemeIndexPageFactory(), "en"), "topics")
    assert client.get("/en/themes/ibasho/")["Location"] == "/en/topics/ibasho/"


def test_nobody_is_sent_round_in_circles(story, client):
    """Another page stands where the translation is read in place."""
    english = translate(story, "en", title="A night of rain")
    rename(english, "rain-en")
    StoryPageFactory(title="別の雨", slug="rain-en")
    forget_collisions()
    Page.objects.filter(pk=story.pk).update(live=False)
    assert read("/ko/stories/rain-en/").h1.get_text() == "別の雨"
    assert read("/en/stories/rain-en/").h1.get_text() == "A night of rain"


def test_a_page_that_shows_another_one_names_that_as_the_one_to_find(locales, client):
    original = StandardPageFactory(title="案内", slug="guide")
    shown = original.create_alias(parent=original.get_parent(), update_slug="guide-again")
    html = client.get(shown.url).content.decode()
    assert f'<link rel="canonical" href="{original.full_url}">' in html
    # As Wagtail has it, who may not read the one may not read the other.
    make_private(original)
    assert client.get(shown.url).status_code == 302
