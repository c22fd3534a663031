"""How many queries a page takes, with the process warm and no page kept: few, and the same for six items or sixty."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.models import AccessibilityTest, CriterionSignature, OrganisationPage, PlacePage
from home.models import ThemeIndexPage
from stories.models import StoryPage
from tests.factories import (
    AccessibilityResultsPageFactory,
    DocumentFactory,
    GlossaryPageFactory,
    GoalPageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OrganisationPageFactory,
    PersonFactory,
    PictureFactory,
    PillarPageFactory,
    PlaceHoursFactory,
    PlacePageFactory,
    PlanPageFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.factories_links import about, pointing_blocks
from tests.sample_site import FEW_QUERIES, pretend_renditions, queries_of, sample_once

MOST = FEW_QUERIES
# Where nothing is found, other words are looked for that the reader may have meant: `search.did_you_mean`.
MOST_WHERE_NOTHING_IS_FOUND = 20
NOTHING_FOUND = "/search/?q=zzzz"


@pytest.fixture(scope="session")
def sample(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return sample_once()


@pytest.mark.django_db
def test_no_page_of_the_sample_takes_more_than_twelve_queries(sample):
    counts = {address: answer.queries for address, answer in sample.answers.items() if answer.status == 200}
    assert len(counts) > 150
    too_many = {address: count for address, count in counts.items() if count > MOST}
    missed = {address: count for address, count in too_many.items() if address.endswith(NOTHING_FOUND)}
    assert {address: count for address, count in missed.items() if count > MOST_WHERE_NOTHING_IS_FOUND} == {}
    assert {address: count for address, count in too_many.items() if address not in missed} == {}


@pytest.fixture
def ground(locales):
    """What lists are made of: each thing with a picture, as on a real page."""
    StoryIndexPageFactory()
    GlossaryPageFactory()
    ThemeIndexPageFactory()
    PlanPageFactory()
    return locales


def make_stories(number, **fields):
    return [
        StoryPageFactory(told_on=datetime.date(2026, 1, 1) + datetime.timedelta(days=place), **fields)
        for place in range(number)
    ]


def assert_no_more_with_more(client, addresses, make_more):
    """Each address takes as many queries after `make_more` as before, and at most twelve."""
    pretend_renditions()
    before = {address: len(queries_of(client, address)) for address in addresses}
    make_more()
    pretend_renditions()
    after = {address: len(queries_of(client, address)) for address in addresses}
    assert after == before
    assert max(after.values()) <= MOST


def in_both(address):
    return [address, address.replace("/ja/", "/en/", 1)]


def test_a_goal_with_sixty_stories_takes_as_many_queries_as_with_six(ground, client):
    theme = ThemeFactory()
    goal = GoalPageFactory(picture=PictureFactory(), picture_alt="絵", themes=[theme])
    initiative = InitiativePageFactory(parent=goal)

    def make(number):
        stories = make_stories(number, about=about(goal, initiative), picture=PictureFactory(), picture_alt="絵")
        InitiativeUpdateFactory(initiative=initiative, story=stories[0])

    make(6)
    assert_no_more_with_more(
        client,
        [*in_both(goal.url), *in_both(initiative.url), *in_both(goal.get_parent().url)],
        lambda: make(54),
    )


def test_a_goal_with_many_initiatives_takes_as_many_queries_as_with_two(ground, client):
    goal = GoalPageFactory()
    stories = make_stories(3)

    def make(number):
        for place in range(number):
            initiative = InitiativePageFactory(parent=goal, led_by="community" if place % 2 else "council")
            for year in (2024, 2025, 2026):
                InitiativeUpdateFactory(initiative=initiative, fiscal_year=year, story=stories[year - 2024])

    make(2)
    assert_no_more_with_more(client, in_both(goal.url), lambda: make(20))


def test_a_plan_with_many_goals_takes_as_many_queries_as_with_two(ground, client):
    pillar = PillarPageFactory()
    plan = pillar.get_parent()

    def make(number):
        for parent in (plan, pillar):
            for _place in range(number):
                goal = GoalPageFactory(parent=parent)
                InitiativePageFactory(parent=goal)
                make_stories(1, about=about(goal))
        PillarPageFactory(parent=plan)

    make(1)
    goal = plan.get_descendants().filter(depth=6).first()
    assert_no_more_with_more(
        client, [*in_both(plan.url), *in_both(pillar.url), *in_both(goal.url), "/ja/", "/en/"], lambda: make(10)
    )


def test_a_list_of_a_hundred_stories_takes_as_many_queries_as_one_of_fourteen(ground, client):
    theme, organisation = ThemeFactory(), OrganisationPageFactory(slug="one")
    goal = GoalPageFactory(slug="goal-1")
    pictures = [PictureFactory() for _number in range(4)]

    def make(number):
        for place in range(number):
            StoryPageFactory(
                picture=pictures[place % 4],
                picture_alt="絵",
                summary="同じことば",
                themes=[theme],
                organisations=[organisation],
                about=about(goal),
            )

    make(14)
    addresses = ["/ja/stories/", "/ja/stories/?page=2", f"/ja/stories/?theme={theme.slug}&goal=goal-1&organisation=one"]
    addresses += ["/ja/search/?q=同じことば", "/ja/search/?q=同じことば&page=2", "/ja/", "/ja/stories/?page=999"]
    assert_no_more_with_more(client, [each for address in addresses for each in in_both(address)], lambda: make(86))


def test_an_organisation_with_many_stories_takes_as_many_queries_as_with_two(ground, client):
    organisation = OrganisationPageFactory()
    person = PersonFactory(organisation=organisation)

    def make(number):
        picture = PictureFactory()
        for _place in range(number):
            voice = ("voice", {"headline": "声", "text": "<p>話す</p>", "person": person})
            StoryPageFactory(body=[voice], picture=picture, picture_alt="絵")
            StoryPageFactory(organisations=[organisation])
            InitiativePageFactory(organisations=[organisation])

    make(2)
    assert_no_more_with_more(client, in_both(organisation.url), lambda: make(20))


def test_a_directory_of_many_organisations_takes_as_many_queries_as_one_of_two(ground, client):
    def make(number):
        for _place in range(number):
            OrganisationPageFactory(picture=PictureFactory(), picture_alt="絵", area="桑原台", address="桑原台1")

    make(2)
    assert_no_more_with_more(
        client, [*in_both("/ja/organisations/"), *in_both("/ja/organisations/?area=桑原台"), "/ja/"], lambda: make(30)
    )


def test_a_list_of_many_places_takes_as_many_queries_as_one_of_two(ground, client):
    organisation, theme = OrganisationPageFactory(), ThemeFactory(slug="ibasho")

    def make(number):
        for place in range(number):
            page = PlacePageFactory(
                organisation=organisation,
                themes=[theme],
                area="桑原台",
                latitude=f"35.6{place:02}",
                longitude="139.7",
                picture=PictureFactory(),
                picture_alt="絵",
            )
            PlaceHoursFactory(place=page, note="予約してください")

    make(2)
    narrowed = [f"/ja/places/?{query}" for query in ("theme=ibasho&area=桑原台&day=0", "open=today", "open=now&page=2")]
    addresses = ["/ja/places/", *narrowed, organisation.url, PlacePage.objects.first().url]
    assert_no_more_with_more(
        client, [*(each for page in addresses for each in in_both(page)), "/ja/"], lambda: make(30)
    )


def test_a_theme_of_much_takes_as_many_queries_as_one_of_little(ground, client):
    theme = ThemeFactory(slug="ibasho")
    goal = GoalPageFactory(themes=[theme])

    def make(number):
        for _place in range(number):
            GoalPageFactory(themes=[theme])
            InitiativeUpdateFactory(initiative=InitiativePageFactory(parent=goal, themes=[theme]))
            StoryPageFactory(themes=[theme], picture=PictureFactory(), picture_alt="絵")
            OrganisationPageFactory(themes=[theme], picture=PictureFactory(), picture_alt="絵")
            PlacePageFactory(themes=[theme])

    make(2)
    assert_no_more_with_more(client, [*in_both("/ja/themes/ibasho/"), *in_both("/ja/themes/")], lambda: make(15))
    assert ThemeIndexPage.objects.count() == 1


def test_a_glossary_of_many_terms_takes_as_many_queries_as_one_of_two(ground, client):
    def make(number):
        for _place in range(number):
            TermFactory()

    make(2)
    assert_no_more_with_more(client, in_both("/ja/glossary/"), lambda: make(30))


def test_the_accessibility_pages_take_as_many_queries_with_ten_tests_as_with_one(ground, client):
    results = AccessibilityResultsPageFactory()

    def make(number):
        for place in range(number):
            AccessibilityTest.objects.create(tested_on=datetime.date(2026, 1, 1) + datetime.timedelta(days=place))
            CriterionSignature.objects.create(criterion="1.1.1", verdict="pass", name="山野")

    make(1)
    addresses = [*in_both(results.url), *in_both(results.get_parent().url)]
    assert_no_more_with_more(client, addresses, lambda: make(9))


def blocks_of_every_kind():
    """One block of each type, with everything that a type can refer to, all of it new."""
    organisation = OrganisationPageFactory()
    person = PersonFactory(organisation=OrganisationPageFactory(), portrait=PictureFactory(), portrait_alt="顔")
    pages = [StandardPageFactory(), GoalPageFactory(), StoryPageFactory()]
    return [
        *pointing_blocks(pages),
        ("heading", {"text": "見出し", "level": "2"}),
        ("quote", {"text": "ことば", "attribution": "だれか"}),
        ("list", {"style": "bullet", "items": ["一", "二"]}),
        ("table", {"caption": "表", "columns": ["列"], "rows": [{"cells": ["値"]}]}),
        ("picture", {"image": PictureFactory(), "alternative_text": "絵", "caption": ""}),
        ("document", {"document": DocumentFactory(), "title": "書類"}),
        ("video", {"title": "動画", "url": "https://example.jp/", "picture": PictureFactory(), "transcript": "話"}),
        ("site_link", {"text": "よそ", "url": "https://example.jp/"}),
        ("voice", {"headline": "声", "text": "<p>話す</p>", "person": person}),
        ("question_and_answer", {"question": "?", "answer": "<p>答え</p>", "person": PersonFactory()}),
        ("message", {"organisation": organisation, "text": "<p>どうぞ</p>", "person": PersonFactory()}),
        ("needs", {"heading": "声", "items": [{"heading": "場所", "quote": "ほしい"}]}),
        ("activities", {"motto": "みんなで", "items": ["食べる"]}),
        ("fact", {"label": "数", "value": "17", "as_of": datetime.date(2026, 1, 1)}),
        ("explainer", {"term": TermFactory(), "heading": "ことば", "text": "<p>意味</p>"}),
        ("members", {"theme": ThemeFactory(), "items": [{"text": "会う", "organisation": OrganisationPageFactory()}]}),
    ]


def test_every_type_of_block_is_counted():
    """A new block type has to be added to the test below."""
    body = StoryPage._meta.get_field("body").stream_block
    assert set(body.child_blocks) == {
        *["paragraph", "take_part", "heading", "quote", "list", "table", "picture", "document", "video", "site_link"],
        *["voice", "question_and_answer", "message", "needs", "activities", "fact", "explainer", "members"],
    }


def test_a_story_with_every_block_four_times_takes_as_many_queries_as_with_each_once(ground, client):
    story = StoryPageFactory(
        body=blocks_of_every_kind(),
        picture=PictureFactory(),
        picture_alt="絵",
        about=about(GoalPageFactory(), InitiativePageFactory()),
        themes=[ThemeFactory()],
        organisations=[OrganisationPageFactory(picture=PictureFactory(), picture_alt="絵")],
    )

    def make():
        body = [block for _times in range(4) for block in blocks_of_every_kind()]
        story.body = body
        story.about = about(GoalPageFactory(), InitiativePageFactory(), GoalPageFactory())
        story.organisations = list(OrganisationPage.objects.all())
        story.save()

    # A document and a snippet of each kind ask their own tables, once each.
    pretend_renditions()
    before = [len(queries_of(client, address)) for address in in_both(story.url)]
    make()
    pretend_renditions()
    assert [len(queries_of(client, address)) for address in in_both(story.url)] == before
    assert max(before) <= MOST + 3


def test_a_translated_page_takes_no_more_than_an_untranslated_one(ground, client):
    goal = GoalPageFactory()
    story = StoryPageFactory(about=about(goal), body=pointing_blocks([goal]))
    untranslated = {page: len(queries_of(client, page.url.replace("/ja/", "/en/"))) for page in (goal, story)}
    for page in (goal, story):
        translate(page, "en")
    for page, count in untranslated.items():
        assert len(queries_of(client, page.url.replace("/ja/", "/en/"))) <= count


def test_a_page_that_is_not_there_takes_few_queries(ground, client):
    for address in ("/ja/nowhere/", "/en/stories/nowhere/"):
        client.get(address)
    for address in ("/ja/nowhere/", "/en/stories/nowhere/"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 404
        assert len(queries) <= MOST + 3


def test_no_rendition_is_looked_up_one_by_one(ground, client):
    """Also when Wagtail's own cache of renditions has nothing yet, as after each new start."""
    organisation, goal = OrganisationPageFactory(), GoalPageFactory()
    for picture in [PictureFactory() for _number in range(12)]:
        StoryPageFactory(
            picture=picture, picture_alt="絵", organisations=[organisation], about=about(goal), title="同じことば"
        )
    pretend_renditions()
    for address in ("/ja/stories/", "/ja/", organisation.url, goal.url, StoryPage.objects.first().url):
        client.get(address)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked = [each["sql"] for each in queries if 'FROM "wagtailimages_rendition"' in each["sql"]]
        assert len(asked) == 1, address
