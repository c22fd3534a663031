"""What is linked once shows on both sides, in the reader's language, and only what every reader may open."""

import re

import pytest
from wagtail.models import Site

from council.models import CouncilSettings, CouncilWording, Theme
from home.models import ThemeIndexPage
from plans.models import InitiativePage
from stories.models import StoryPage
from tests.factories import (
    HomePageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.factories_links import HIDDEN, about, addresses_of, link_to, make_private, make_ward, read


@pytest.fixture
def ward(locales):
    return make_ward()


def sides_of_a_story(ward, language):
    """The addresses of everything that shows the ward's story."""
    pages = {
        "goal": ward.goal.url,
        "initiative": ward.initiative.url,
        "organisation": ward.organisation.url,
        "theme": f"{ward.theme_index.url}ibasho/",
        "all stories": ward.story_index.url,
        "stories of a theme": f"{ward.story_index.url}?theme=ibasho",
        "stories of a goal": f"{ward.story_index.url}?goal=goal-1",
        "stories of an organisation": f"{ward.story_index.url}?organisation=iroha",
        "front page": ward.home.url,
        "a rich text": ward.pointing.url,
        "the story before": ward.other_story.url,
    }
    return {side: address.replace("/ja/", f"/{language}/", 1) for side, address in pages.items()}


def shown_on(story, ward, language):
    """``{side: (title, its language)}`` of the links to a story; a rich text's own words are of its own language."""
    links = {side: link_to(story, read(address)) for side, address in sides_of_a_story(ward, language).items()}
    return {side: link if link is None or link[0] != "ここへ" else "its own words" for side, link in links.items()}


def everywhere(ward, title, mark):
    """What `shown_on` gives where a story shows on every side."""
    worded = {"a rich text", "the story before"}
    return {side: "its own words" if side in worded else (title, mark) for side in sides_of_a_story(ward, "ja")}


def number_in(element):
    """The number in a sentence of any language."""
    return int(re.search(r"\d+", element.get_text())[0])


# --- A story and what it is about -----------------------------------------------------------------------------


def test_a_story_without_a_translation_shows_in_japanese_and_is_marked_so(ward):
    assert shown_on(ward.story, ward, "ja") == everywhere(ward, "物語いろは", "")
    assert shown_on(ward.story, ward, "en") == everywhere(ward, "物語いろは", "ja")


def test_a_draft_translation_shows_nowhere_and_the_japanese_story_stands_in_its_place(ward):
    translate(ward.story, "en", publish=False, title="Draft story")
    assert shown_on(ward.story, ward, "en") == everywhere(ward, "物語いろは", "ja")


def test_a_translated_story_shows_in_the_language_of_the_reader(ward):
    translate(ward.story, "en", title="Story in English")
    assert shown_on(ward.story, ward, "en") == everywhere(ward, "Story in English", "")
    assert shown_on(ward.story, ward, "ja") == everywhere(ward, "物語いろは", "")
    assert shown_on(ward.story, ward, "ko") == everywhere(ward, "物語いろは", "ja")


def test_a_translated_story_shows_on_translated_pages_too(ward):
    for page in (ward.goal, ward.initiative, ward.organisation, ward.theme_index, ward.pointing, ward.other_story):
        translate(page, "en")
    translate(ward.story, "en", title="Story in English")
    assert shown_on(ward.story, ward, "en") == everywhere(ward, "Story in English", "")


def test_a_story_not_translated_shows_on_translated_pages_in_japanese(ward):
    for page in (ward.goal, ward.initiative, ward.organisation, ward.theme_index, ward.pointing, ward.other_story):
        translate(page, "en")
    assert shown_on(ward.story, ward, "en") == everywhere(ward, "物語いろは", "ja")


def make_english_story(ward, **fields):
    """A story that was written in English and is not there in Japanese."""
    index = ward.story_index.get_translation_or_none(fields.pop("locale")) or translate(ward.story_index, "en")
    return StoryPageFactory(parent=index, locale=index.locale, title="Born in English", slug="born", **fields)


def test_a_story_born_in_english_shows_to_readers_of_every_language(ward, locales):
    story = make_english_story(
        ward,
        locale=locales["en"],
        about=about(ward.goal, ward.initiative),
        themes=[ward.theme],
        organisations=[ward.organisation],
    )
    sides = {"goal", "initiative", "organisation", "theme", "all stories", "stories of a goal"}
    for language, mark in (("en", ""), ("ja", "en"), ("ko", "en")):
        shown = shown_on(story, ward, language)
        assert {side: shown[side] for side in sides} == dict.fromkeys(sides, ("Born in English", mark))


def test_a_link_made_in_english_holds_in_japanese(ward, locales):
    goal, initiative = translate(ward.goal, "en", title="Goal"), translate(ward.initiative, "en", title="Initiative")
    organisation = translate(ward.organisation, "en", title="Organisation")
    theme = translate(ward.theme, "en", name="Places to be")
    story = make_english_story(
        ward,
        locale=locales["en"],
        about=about(goal, initiative),
        themes=[theme],
        organisations=[organisation],
    )
    sides = {"goal", "initiative", "organisation", "theme", "stories of a theme", "stories of an organisation"}
    for language, mark in (("en", ""), ("ja", "en")):
        shown = shown_on(story, ward, language)
        assert {side: shown[side] for side in sides} == dict.fromkeys(sides, ("Born in English", mark))
    soup = read("/ja/stories/born/")
    assert link_to(ward.goal, soup) == ("目標いろは", "")
    assert link_to(ward.initiative, soup) == ("取組いろは", "")
    assert link_to(ward.organisation, soup) == ("団体いろは", "")


def test_a_story_leads_back_to_its_goal_initiative_and_organisation(ward):
    back = {ward.goal: "目標いろは", ward.initiative: "取組いろは", ward.organisation: "団体いろは"}
    for language, mark in (("ja", ""), ("en", "ja")):
        soup = read(f"/{language}/stories/story-1/")
        assert {page: link_to(page, soup) for page in back} == {page: (title, mark) for page, title in back.items()}


def test_a_story_leads_back_to_the_translations_that_are_published(ward):
    translate(ward.goal, "en", title="Goal")
    translate(ward.initiative, "en", title="Initiative")
    translate(ward.organisation, "en", publish=False, title="Draft organisation")
    soup = read("/en/stories/story-1/")
    assert link_to(ward.goal, soup) == ("Goal", "")
    assert link_to(ward.initiative, soup) == ("Initiative", "")
    assert link_to(ward.organisation, soup) == ("団体いろは", "ja")


def test_a_story_is_shown_once_on_each_side_however_it_is_linked(ward, locales):
    """Linked twice, from a translation too, and both versions published."""
    translated = translate(ward.story, "en", title="Story in English")
    translated.about.add(*about(ward.goal))
    translated.organisations.add(ward.organisation)
    translated.save()
    for language in ("ja", "en"):
        soup = read(f"/{language}/plan/plan-iroha/pillar/goal-1/")
        assert len(soup.select("#stories .story-card")) == 1
        soup = read(f"/{language}/organisations/iroha/")
        assert [card.h3.get_text() for card in soup.select(".story-card")].count("物語いろは") == (language == "ja")


def test_counts_of_stories_and_initiatives_are_those_the_reader_finds(ward):
    translate(ward.story, "en", title="Story in English")
    translate(ward.initiative, "en", publish=False)
    for language in ("ja", "en"):
        for address in ("plan/plan-iroha/", "plan/plan-iroha/pillar/"):
            first = read(f"/{language}/{address}").select(".goal-row")[0]
            assert [number_in(span) for span in first.select("p.quiet span")] == [1, 1]


def test_an_update_leads_to_its_story_in_the_language_of_the_reader(ward):
    def link(language):
        return read(f"/{language}/plan/plan-iroha/pillar/goal-1/community-1/").select_one(".history a")

    assert link("en")["hreflang"] == "ja"
    assert link("en")["href"] == "/en/stories/story-1/"
    translate(ward.story, "en", title="Story in English")
    assert link("en").get_text(strip=True) == "Story in English"
    assert link("ja").get_text(strip=True) == "物語いろは"


# --- An organisation ------------------------------------------------------------------------------------------


def stories_on(organisation, language="ja"):
    soup = read(organisation.url.replace("/ja/", f"/{language}/", 1))
    return {card.h3.get_text(strip=True) for card in soup.select(".story-card")}


@pytest.mark.parametrize(
    "block",
    [
        lambda organisation: ("message", {"organisation": organisation, "text": "<p>どうぞ</p>"}),
        lambda organisation: ("members", {"items": [{"text": "会う", "organisation": organisation}]}),
        lambda organisation: (
            "voice",
            {"headline": "声", "text": "<p>話す</p>", "person": PersonFactory(organisation=organisation)},
        ),
        lambda organisation: (
            "question_and_answer",
            {"question": "?", "answer": "<p>答え</p>", "person": PersonFactory(organisation=organisation)},
        ),
    ],
    ids=["message", "member", "speaker", "answer"],
)
def test_an_organisation_shows_the_stories_whose_text_mentions_it(locales, block):
    organisation, other = OrganisationPageFactory(slug="one"), OrganisationPageFactory(slug="two")
    story = StoryPageFactory(title="語り", body=[block(organisation)])
    StoryPageFactory(title="よその話", body=[block(other)])
    assert stories_on(organisation) == {"語り"}
    translate(organisation, "en")
    assert stories_on(organisation, "en") == {"語り"}
    translate(story, "en", title="Told")
    assert stories_on(organisation, "en") == {"Told"}
    assert stories_on(organisation) == {"語り"}


def test_a_mention_chosen_in_another_language_holds_too(locales):
    organisation = OrganisationPageFactory()
    english = translate(organisation, "en")
    StoryPageFactory(title="語り", body=[("message", {"organisation": english, "text": "<p>どうぞ</p>"})])
    assert stories_on(organisation) == {"語り"}
    assert stories_on(organisation, "en") == {"語り"}


def test_a_mention_that_was_taken_out_is_gone(locales):
    organisation = OrganisationPageFactory()
    story = StoryPageFactory(body=[("message", {"organisation": organisation, "text": "<p>どうぞ</p>"})])
    story.body = [("paragraph", "<p>もう出てこない</p>")]
    story.save_revision().publish()
    assert stories_on(organisation) == set()


def test_an_organisation_shows_its_initiatives(ward):
    for language, mark in (("ja", ""), ("en", "ja")):
        soup = read(f"/{language}/organisations/iroha/")
        assert link_to(ward.initiative, soup) == ("取組いろは", mark)
    translate(ward.initiative, "en", title="Initiative")
    assert link_to(ward.initiative, read("/en/organisations/iroha/")) == ("Initiative", "")


def test_an_initiative_linked_in_english_shows_on_the_japanese_organisation(ward, locales):
    organisation, goal = translate(ward.organisation, "en"), translate(ward.goal, "en")
    initiative = InitiativePageFactory(
        parent=goal, locale=locales["en"], title="Born in English", slug="born", organisations=[organisation]
    )
    assert link_to(initiative, read("/ja/organisations/iroha/")) == ("Born in English", "en")
    assert link_to(initiative, read("/en/organisations/iroha/")) == ("Born in English", "")
    assert link_to(initiative, read("/ja/plan/plan-iroha/pillar/goal-1/")) == ("Born in English", "en")


def test_an_initiative_shows_its_organisations_and_its_goal(ward):
    translate(ward.organisation, "en", title="Organisation")
    for language, expected in (
        ("ja", {"organisation": ("団体いろは", ""), "goal": ("目標いろは", "")}),
        ("en", {"organisation": ("Organisation", ""), "goal": ("目標いろは", "ja")}),
    ):
        soup = read(f"/{language}/plan/plan-iroha/pillar/goal-1/community-1/")
        assert {name: link_to(getattr(ward, name), soup) for name in expected} == expected


# --- A theme --------------------------------------------------------------------------------------------------


def test_a_theme_shows_all_that_concerns_it_in_the_language_of_the_reader(ward):
    concerned = [ward.goal, ward.initiative, ward.story, ward.organisation]
    for language, mark in (("ja", ""), ("en", "ja")):
        soup = read(f"/{language}/themes/ibasho/")
        assert [link_to(page, soup) for page in concerned] == [(page.title, mark) for page in concerned]
        assert link_to(ward.other_goal, soup) is None
    for page in concerned:
        translate(page, "en", title=f"English {page.pk}")
    soup = read("/en/themes/ibasho/")
    assert [link_to(page, soup) for page in concerned] == [(f"English {page.pk}", "") for page in concerned]


def test_a_theme_is_named_in_the_language_of_the_reader(ward):
    translate(ward.theme, "en", name="Places to be")
    for page in (ward.goal, ward.initiative, ward.story, ward.organisation):
        english, japanese = read(page.url.replace("/ja/", "/en/")), read(page.url)
        assert english.select_one(".themes a").get_text() == "Places to be"
        assert english.select_one(".themes a")["href"] == "/en/themes/ibasho/"
        assert japanese.select_one(".themes a").get_text() == "つどいの場"
    assert read("/en/themes/ibasho/").h1.get_text() == "Places to be"
    assert "Places to be" in read("/en/themes/").main.get_text()


def test_a_draft_theme_has_no_page_and_is_named_nowhere(ward, client):
    Theme.objects.update(live=False)
    assert client.get("/ja/themes/ibasho/").status_code == 404
    for language in ("ja", "en"):
        for address in addresses_of(ward, language):
            if "/themes/ibasho/" not in address:
                assert "つどいの場" not in read(address).get_text(), address


def test_a_draft_translation_of_a_theme_is_named_in_japanese(ward):
    translate(ward.theme, "en", publish=False, name="Draft name")
    for address in ("/en/themes/ibasho/", "/en/themes/", "/en/stories/story-1/", "/en/stories/"):
        text = read(address).get_text()
        assert "Draft name" not in text
        assert "つどいの場" in text


def test_a_theme_counts_each_story_once(ward):
    translate(ward.story, "en")
    for language in ("ja", "en"):
        quiet = read(f"/{language}/themes/").select_one(".theme-list .quiet")
        assert number_in(quiet) == 1


# --- What not every reader may open shows nowhere ---------------------------------------------------------------

SHOWN = ["plan", "pillar", "goal", "initiative", "story", "organisation", "standard", "standard_child"]
# Hidden together where neither is a page on which the other would show.
TOGETHER = [("story", "organisation"), ("initiative", "pillar"), ("goal", "standard_child"), ("plan", "standard")]


def answers(ward, client):
    """``{address: text}`` of all that readers of two languages can open."""
    found = {}
    for language in ("ja", "en"):
        for address in addresses_of(ward, language):
            response = client.get(address)
            if response.status_code == 200:
                found[address] = response.content.decode()
    return found


def naming(page, found, language_prefixes=("/ja/", "/en/")):
    """Those of the answers that name a page by its title or link to it; its own address is left out."""
    own = {page.url.replace("/ja/", prefix, 1) for prefix in language_prefixes}
    return {
        address
        for address, html in found.items()
        if address not in own and (page.title in html or any(f'href="{each}"' in html for each in own))
    }


def test_the_ward_names_each_page_in_many_places(ward, client):
    """Without this the tests below would hold on an empty site."""
    found = answers(ward, client)
    for name in SHOWN:
        places = naming(getattr(ward, name), found)
        assert {"/ja/", "/en/", "/ja/pointing/", "/en/stories/story-2/"} <= places, name
        assert any("/search/" in address for address in places), name


@pytest.mark.parametrize("names", TOGETHER, ids="+".join)
@pytest.mark.parametrize("way", HIDDEN)
def test_what_is_hidden_is_named_nowhere(ward, client, names, way):
    # A standard page stands right below the front page: private, it would take everything along.
    names = [name for name in names if not (name == "standard" and way == "below a private page")]
    for name in names:
        HIDDEN[way](getattr(ward, name))
    found = answers(ward, client)
    assert "/ja/pointing/" in found
    assert {name: naming(getattr(ward, name), found) for name in names} == {name: set() for name in names}


@pytest.mark.parametrize("way", HIDDEN)
def test_what_is_hidden_is_not_in_the_sitemap(ward, client, way):
    pages = [ward.story, ward.organisation, ward.initiative, ward.standard_child]

    def listed():
        sitemap = client.get("/sitemap.xml").content.decode()
        return [page.slug for page in pages if f"<loc>{page.full_url}</loc>" in sitemap]

    assert listed() == [page.slug for page in pages]
    for page in pages:
        HIDDEN[way](page)
    assert listed() == []


def test_the_sitemap_names_every_published_translation(ward, client):
    english = translate(ward.story, "en", title="Story in English")
    draft = translate(ward.organisation, "en", publish=False)
    sitemap = client.get("/sitemap.xml").content.decode()
    assert english.full_url in sitemap
    assert draft.full_url not in sitemap


@pytest.mark.parametrize("way", HIDDEN)
def test_a_hidden_translation_is_not_an_alternate_of_the_original(ward, client, way):
    english = translate(ward.story, "en", title="Hidden in English")
    HIDDEN[way](english)
    found = answers(ward, client)
    assert 'rel="alternate" hreflang="en"' not in found["/ja/stories/story-1/"]
    assert [address for address, html in found.items() if english.title in html] in ([], ["/en/stories/story-1/"])


@pytest.mark.parametrize("name", ["plans", "story_index", "organisation_index", "theme_index", "glossary"])
@pytest.mark.parametrize("way", ["draft", "expired", "private"])
def test_a_hidden_section_is_in_no_menu_and_no_foot(ward, client, name, way):
    page = getattr(ward, name)
    HIDDEN[way](page)
    for language in ("ja", "en"):
        for address in (f"/{language}/", f"/{language}/pointing/", f"/{language}/search/?q=いろは"):
            menus = read(address).select(".site-menu a, .site-footer-links a, .themes a")
            tail = page.url.partition("/ja/")[2]
            assert f"/{language}/{tail}" not in {link["href"] for link in menus}


def test_a_private_page_asks_for_a_login_under_every_language(ward, client):
    HIDDEN["private"](ward.story)
    for language in ("ja", "en", "ko", "zh-hans", "ja-simple"):
        response = client.get(f"/{language}/stories/story-1/")
        assert response.status_code == 302
        assert "login" in response["Location"]


def test_a_page_below_a_private_one_asks_for_a_login_under_every_language(ward, client):
    HIDDEN["private"](ward.plan)
    for language in ("ja", "en"):
        for page in (ward.plan, ward.pillar, ward.goal, ward.initiative):
            response = client.get(page.url.replace("/ja/", f"/{language}/", 1))
            assert response.status_code == 302


def test_a_password_on_a_page_keeps_its_words(ward, client):
    make_private(ward.story, "password")
    for language in ("ja", "en"):
        response = client.get(f"/{language}/stories/story-1/")
        assert "物語いろは" not in response.content.decode()
    assert naming(ward.story, answers(ward, client)) == set()


def test_a_draft_answers_not_found_under_every_language(ward, client):
    HIDDEN["draft"](ward.story)
    for language in ("ja", "en"):
        assert client.get(f"/{language}/stories/story-1/").status_code == 404


def test_a_goal_without_readable_stories_offers_no_filter_option(ward, client):
    HIDDEN["draft"](ward.goal)
    values = {option["value"] for option in read("/ja/stories/").select("#filter-goal option")}
    assert "goal-1" not in values
    assert "goal-2" in values


def test_a_listing_ignores_a_filter_value_it_does_not_offer(ward):
    HIDDEN["private"](ward.organisation)
    soup = read("/ja/stories/?organisation=iroha&theme=nowhere&goal=1%27")
    assert len(soup.select(".story-card")) == 2
    assert not soup.select("option[selected]")


def test_the_front_page_skips_a_hidden_story_told_large(ward):
    HIDDEN["expired"](ward.story)
    assert read("/ja/").select_one("#home-story-title").get_text(strip=True) == "物語ほかの"


def test_the_front_page_skips_a_hidden_plan(ward):
    HIDDEN["private"](ward.plan)
    assert read("/ja/").select(".home-plan") == []


def test_readers_see_the_published_text_and_not_the_newer_draft(ward):
    page = StoryPage.objects.get(pk=ward.story.pk)
    page.title = "まだ書きかけ"
    page.save_revision()
    for address in ("/ja/stories/", "/ja/plan/plan-iroha/pillar/goal-1/", "/ja/stories/story-1/"):
        assert "まだ書きかけ" not in read(address).get_text()


def test_a_link_in_a_draft_revision_shows_nowhere_yet(ward):
    story = StoryPage.objects.get(pk=ward.other_story.pk)
    story.about = about(ward.goal)
    story.save_revision()
    assert link_to(ward.other_story, read(ward.goal.url)) is None


def test_what_is_unpublished_and_published_again_is_back(ward):
    initiative = InitiativePage.objects.get(pk=ward.initiative.pk)
    initiative.unpublish()
    assert link_to(ward.initiative, read(ward.organisation.url)) is None
    initiative.save_revision().publish()
    assert link_to(ward.initiative, read(ward.organisation.url)) is not None


def test_a_deleted_page_leaves_plain_words_and_no_error(ward):
    ward.organisation.delete()
    for address in addresses_of(ward, "ja"):
        if "iroha/" in address and "organisations" in address:
            continue
        assert "団体いろは" not in read(address).get_text()


def test_the_council_is_named_in_the_language_of_the_reader(ward, locales):
    settings = CouncilSettings.for_site(Site.objects.get(is_default_site=True))
    settings.wordings = [
        CouncilWording(locale=locales["ja"], name="いろは区社協"),
        CouncilWording(locale=locales["en"], name="Iroha Council"),
    ]
    settings.save()
    for language, name in (("ja", "いろは区社協"), ("en", "Iroha Council"), ("ko", "いろは区社協")):
        assert read(f"/{language}/stories/").select_one(".site-footer-name").get_text() == name


def test_another_sites_pages_are_not_in_this_sites_menu(ward):
    other = HomePageFactory(slug="other", title="よその区")
    StandardPageFactory(title="よその案内", slug="elsewhere", parent=other, show_in_menus=True)
    assert "よその案内" not in read("/ja/").get_text()


def test_a_theme_of_many_stories_shows_the_newest_twelve(locales):
    theme = ThemeFactory(slug="many")
    for number in range(ThemeIndexPage.STORIES + 1):
        StoryPageFactory(title=f"話{number:02}", told_on=f"2026-01-{number + 1:02}", themes=[theme])
    ThemeIndexPageFactory()
    titles = [card.h3.get_text(strip=True) for card in read("/ja/themes/many/").select(".story-card")]
    assert titles == [f"話{number:02}" for number in range(ThemeIndexPage.STORIES, 0, -1)]
