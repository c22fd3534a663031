"""The map of how a plan connects: what stands in it for whom, at its own address, and how dear it is."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from council.people import Person
from council.translation.untranslated import Untranslated
from plans.models import PillarPage
from stories.models import StoryPage
from stories.relation_map import svg
from stories.relation_map.relations import relations_of
from stories.relation_map.words import MOST_LINES, title_lines
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OrganisationPageFactory,
    PersonFactory,
    PillarPageFactory,
    PlanPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    translate,
)
from tests.factories_links import HIDDEN, about, make_ward, read
from tests.sample_site import queries_of

MAP = "/ja/plan/plan-iroha/map/"
SHOWN = ["pillar", "goal", "other_goal", "initiative", "story", "other_story", "organisation"]


@pytest.fixture
def ward(locales):
    return make_ward()


def in_english(address):
    return address.replace("/ja/", "/en/", 1)


def links_in(soup, selector):
    return [link["href"] for link in soup.select(f"{selector} a[href]")]


def drawn(soup):
    """``{address: accessible name}`` of the drawing's links."""
    return {link["href"]: link["aria-label"] for link in soup.select(".relation-map a")}


def relations_drawn(soup):
    """``{(address, address)}`` of the pairs that a thread joins."""
    at = {link["data-number"]: link["href"] for link in soup.select(".relation-map a")}
    ends = [path["id"][1:].split("-") for path in soup.select(".threads path")]
    return {frozenset({at[start], at[end]}) for start, end in ends if start}


# --- What stands in it ------------------------------------------------------------------------------------------


def test_everything_is_in_the_drawing_and_in_the_list_once(ward):
    soup = read(MAP)
    expected = sorted(getattr(ward, name).url for name in SHOWN)
    assert sorted(drawn(soup)) == expected
    assert len(soup.select(".relation-map a")) == len(expected)
    listed = set(links_in(soup, ".map-list") + links_in(soup, ".map-organisations"))
    assert sorted(listed) == expected


def test_the_keyboard_walks_down_each_branch_before_the_next(ward):
    order = ["pillar", "goal", "initiative", "story", "organisation", "other_goal", "other_story"]
    assert list(drawn(read(MAP))) == [getattr(ward, name).url for name in order]


def test_the_drawing_joins_what_the_pages_join(ward):
    joined = relations_drawn(read(MAP))
    for one, other in [
        ("pillar", "goal"),
        ("goal", "initiative"),
        ("initiative", "story"),
        ("initiative", "organisation"),
        ("story", "organisation"),
        ("other_goal", "other_story"),
        ("other_story", "organisation"),
    ]:
        assert frozenset({getattr(ward, one).url, getattr(ward, other).url}) in joined, (one, other)
    assert frozenset({ward.other_goal.url, ward.story.url}) not in joined


def test_the_list_nests_what_belongs_together(ward):
    soup = read(MAP)
    [pillar] = soup.select(".tree > li")
    goal, other = pillar.select(".tree-goal")
    assert pillar.a["href"] == ward.pillar.url
    assert links_in(goal, ".tree-hand-community > ul > li > .tree-name") == [ward.initiative.url]
    assert links_in(goal, ".tree-hand .tree-ends") == [ward.story.url, ward.organisation.url]
    assert links_in(other, ".tree-ends") == [ward.other_story.url]
    assert [int(re.search(r"\d+", span.get_text())[0]) for span in goal.select(".quiet span")] == [1, 1]


def test_the_list_of_organisations_names_initiatives_and_stories(ward):
    [row] = read(MAP).select(".map-organisations > ul > li")
    assert links_in(row, ".tree-name") == [ward.organisation.url]
    assert links_in(row, ".tree-ends") == [ward.initiative.url, ward.story.url, ward.other_story.url]


def test_those_who_look_for_an_organisation_need_not_scroll_past_the_plan(ward):
    soup = read(MAP)
    assert (
        soup.select_one('.opening a[href="#map-organisations"]').get_text()
        == soup.select_one("#map-organisations").get_text()
    )


def test_a_story_that_is_about_an_initiative_is_not_repeated_under_its_goal(ward):
    goal = read(MAP).select_one(".tree-goal")
    assert links_in(goal, ".tree-end-story") == [ward.story.url]


def test_a_story_that_only_a_history_shows_hangs_on_its_initiative(locales):
    initiative = InitiativePageFactory()
    story = StoryPageFactory()
    InitiativeUpdateFactory(initiative=initiative, story=story)
    [goal] = relations_of(plan_of(initiative)).trunk
    assert [each.page for each in goal.inside[0].stories] == [story]


def test_the_last_entry_of_a_history_says_how_far_an_initiative_is(locales):
    initiative = InitiativePageFactory(led_by="council")
    InitiativeUpdateFactory(initiative=initiative, fiscal_year=2026, state="done")
    InitiativeUpdateFactory(initiative=initiative, fiscal_year=2025, state="planned")
    [goal] = relations_of(plan_of(initiative)).trunk
    assert goal.inside[0].state == "done"
    assert "実施しました" in drawn(read(f"{plan_of(initiative).url}map/"))[initiative.url]


def plan_of(initiative):
    return initiative.get_parent().get_parent().specific


def test_a_name_says_what_it_is(ward):
    names = drawn(read(MAP))
    assert names[ward.goal.url] == "目指す姿：1-1 目標いろは"
    assert names[ward.story.url] == "物語：物語いろは"
    assert names[ward.initiative.url] == "取り組み：取組いろは（地域での取り組み）"


def test_titles_are_escaped_and_long_ones_end_with_an_ellipsis(locales):
    goal = GoalPageFactory(title='<b>"&' + "とても長い目標の名まえ" * 20)
    soup = read(f"{goal.get_parent().url}map/")
    link = soup.select_one(".relation-map a")
    assert link["aria-label"].endswith(goal.title)
    assert not soup.select(".relation-map b")
    words = [each.get_text() for each in link.select("tspan")]
    assert len(words) == MOST_LINES
    assert words[0].startswith('<b>"&')
    assert words[-1].strip().endswith("…")


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ja", "居場所どうしが電話1本で助け合う"),
        ("en", "Neighbouring places help each other with one telephone call"),
        ("zh-hans", "各个居场所之间一通电话便可互相帮助一起走下去"),
        ("ko", "머물 곳들이 전화 한 통으로 서로 돕고 함께 걸어갑니다"),
        ("en", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"),
    ],
)
def test_lines_hold_the_whole_title_and_break_words_only_where_they_must(locales, code, title):
    goal = translate(GoalPageFactory(), code, title=title) if code != "ja" else GoalPageFactory(title=title)
    lines = title_lines(goal, "initiative", 230)
    assert 1 < len(lines) <= MOST_LINES
    joined = "".join if code in {"ja", "zh-hans"} or " " not in title else " ".join
    assert joined(lines) == title


def test_a_plan_without_anything_says_so(locales, client):
    plan = PlanPageFactory()
    soup = read(f"{plan.url}map/")
    assert not soup.select(".relation-map, .tree")
    assert "まだ公開されていません" in soup.main.get_text()
    assert not read(plan.url).select(".to-map")


def test_goals_may_stand_right_below_the_plan(locales):
    goal = GoalPageFactory()
    pillar = PillarPageFactory(parent=goal.get_parent())
    soup = read(f"{goal.get_parent().url}map/")
    assert list(drawn(soup)) == [goal.url, pillar.url]
    assert len(soup.select(".tree > li")) == 2


def test_a_box_brings_out_all_that_hangs_together_with_it(ward):
    """Without a script: a copy of these threads lies under the box."""
    lit = {}
    for knot in read(MAP).select(".map-knot"):
        lit[knot.a["href"]] = {use["href"].split("-")[-1] for use in knot.select(".lit use")}
    number = {link["href"]: link["data-number"] for link in read(MAP).select(".relation-map a")}
    numbers = {name: number[getattr(ward, name).url] for name in SHOWN}
    upwards = {numbers["pillar"], numbers["goal"]}
    assert lit[ward.goal.url] == {*upwards, numbers["initiative"], numbers["story"], numbers["organisation"]}
    # Down to the initiatives and goals whose organisation it is, and to the stories that name it, not through these.
    assert lit[ward.organisation.url] == {*upwards, numbers["initiative"], numbers["organisation"]}
    assert lit[ward.other_story.url] == {
        numbers["pillar"],
        numbers["other_goal"],
        numbers["other_story"],
        numbers["organisation"],
    }


# --- Who reads it -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("name", ["pillar", "goal", "initiative", "story", "organisation"])
def test_what_is_hidden_is_nowhere_in_the_map(ward, client, name, way):
    hidden = getattr(ward, name)
    way(hidden)
    for address in (MAP, in_english(MAP)):
        response = client.get(address)
        assert response.status_code in {200, 302, 404}
        assert hidden.title not in response.content.decode()


def test_what_stands_below_a_hidden_goal_is_not_in_the_map(ward):
    type(ward.goal).objects.filter(pk=ward.goal.pk).update(live=False)
    assert set(drawn(read(MAP))) == {
        getattr(ward, each).url for each in ("pillar", "other_goal", "other_story", "organisation")
    }


def test_the_map_of_a_hidden_plan_is_hidden(ward, client):
    type(ward.plan).objects.filter(pk=ward.plan.pk).update(live=False)
    assert client.get(MAP).status_code == 404


def speaking(person):
    return [("voice", {"headline": "声", "text": "<p>話す</p>", "person": person})]


@pytest.mark.parametrize(
    "change",
    [
        {"consent_withdrawn_on": datetime.date(2020, 1, 1)},
        {"consent_until": datetime.date(2020, 1, 1)},
        {"consent_record": ""},
        {"live": False},
    ],
    ids=["taken back", "over", "not on file", "draft"],
)
def test_an_organisation_is_not_told_of_by_somebody_without_consent(locales, change):
    organisation = OrganisationPageFactory()
    person = PersonFactory(organisation=organisation)
    goal = GoalPageFactory()
    StoryPageFactory(about=about(goal), body=speaking(person))
    address = f"{goal.get_parent().url}map/"
    assert organisation.url in drawn(read(address))
    Person.objects.filter(pk=person.pk).update(**change)
    assert organisation.url not in drawn(read(address))
    assert read(organisation.url).select(".story-card") == []


def test_consent_that_holds_today_is_enough(locales):
    today = timezone.localdate()
    person = PersonFactory(
        organisation=OrganisationPageFactory(),
        consent_until=today,
        consent_withdrawn_on=today + datetime.timedelta(days=1),
    )
    goal = GoalPageFactory()
    StoryPageFactory(about=about(goal), body=speaking(person))
    assert person.has_consent
    assert person.organisation.url in drawn(read(f"{goal.get_parent().url}map/"))


# --- In each language -------------------------------------------------------------------------------------------


def test_what_is_not_translated_is_marked_in_drawing_and_list(ward):
    translate(ward.plan, "en", title="Plan")
    translate(ward.story, "en", title="Told in English")
    soup = read(in_english(MAP))
    assert soup.main.get("lang") is None
    for part in (".relation-map", ".map-list"):
        marks = {link["href"]: link.get("lang") for link in soup.select(f"{part} a[href]")}
        assert marks[in_english(ward.story.url)] is None
        assert marks[in_english(ward.initiative.url)] == "ja"
    assert "Story: Told in English" in drawn(soup).values()
    assert soup.h1.get_text() == "How it all connects"


def test_the_map_of_a_plan_that_is_not_translated_is_in_its_language(ward):
    soup = read(in_english(MAP))
    assert soup.main["lang"] == "ja"
    assert soup.h1["lang"] == "en"
    # Also where the text around is in it: an SVG link has no other way to say what the page behind it is read in.
    assert {link.get("lang") for link in soup.select(".relation-map a")} == {"ja"}
    assert soup.select_one(".map-heads")["lang"] == "en"


def test_it_has_its_own_address_among_the_languages(ward):
    english = translate(ward.plan, "en", title="Plan")
    soup = read(MAP)
    here = ward.plan.full_url
    assert soup.find("link", rel="canonical")["href"] == f"{here}map/"
    alternates = {link["hreflang"]: link["href"] for link in soup.select("link[hreflang]")}
    assert alternates == {"ja": f"{here}map/", "en": f"{english.full_url}map/"}
    choices = {link["hreflang"]: link["href"] for link in soup.select(".languages a")}
    assert choices["ko"].endswith("%2Fko%2Fplan%2Fplan-iroha%2Fmap%2F")
    crumbs = soup.select(".breadcrumb li")
    assert crumbs[-2].a["href"] == ward.plan.url
    assert crumbs[-1].get_text() == soup.h1.get_text() == "つながりの図"
    assert "つながりの図" in soup.title.get_text()
    assert ward.plan.title in soup.title.get_text()


def test_the_structured_data_name_the_map(ward):
    data = read(MAP).find("script", type="application/ld+json").string
    assert '"name": "つながりの図"' in data
    assert f'"item": "{ward.plan.full_url}map/"' in data


def test_a_printed_map_gives_its_own_address(ward):
    assert f"{ward.plan.full_url}map/" in read(MAP).select_one(".printed-address").get_text()


def test_a_translated_plan_leads_readers_of_its_old_address_on(ward, client):
    english = translate(ward.plan, "en", slug="plan-in-english")
    response = client.get(in_english(MAP))
    assert response.status_code in {200, 302}
    if response.status_code == 302:
        assert response["Location"] == f"{english.url}map/"


def test_the_sitemap_lists_it_with_its_languages(ward, client):
    english = translate(ward.plan, "en")
    sitemap = client.get("/sitemap.xml").content.decode()
    for page in (ward.plan, english):
        assert f"<loc>{page.full_url}map/</loc>" in sitemap
    [entry] = re.findall(rf"<loc>{re.escape(ward.plan.full_url)}map/</loc>.*?</url>", sitemap, re.DOTALL)
    assert f'hreflang="en" href="{english.full_url}map/"' in entry
    assert "lastmod" not in entry


def test_the_sitemap_lists_no_map_of_a_plan_without_anything(locales, client):
    plan = PlanPageFactory()
    sitemap = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{plan.full_url}</loc>" in sitemap
    assert f"<loc>{plan.full_url}map/</loc>" not in sitemap


def test_a_title_that_a_translation_lacks_is_marked_in_the_drawing(ward, monkeypatch):
    translate(ward.plan, "en", title="Plan")
    translate(ward.goal, "en")
    left = Untranslated(texts={"ja": {ward.goal.title}})
    monkeypatch.setattr(svg, "untranslated", lambda: left)
    marks = {link["href"]: link.get("lang") for link in read(in_english(MAP)).select(".relation-map a")}
    assert marks[in_english(ward.goal.url)] == "ja"


def test_the_plan_leads_to_its_map(ward):
    for address in (ward.plan.url, in_english(ward.plan.url)):
        assert read(address).select_one(".to-map a")["href"] == f"{address}map/"


def test_as_markdown_it_is_the_list(ward, client):
    text = client.get(f"{MAP}index.md").content.decode()
    assert "# つながりの図" in text
    assert f"[物語いろは]({ward.story.full_url})" in text


def test_no_page_below_a_plan_takes_the_address_of_the_map(ward, admin_client):
    from django.urls import reverse
    from wagtail.test.utils.form_data import nested_form_data

    def errors(model, parent):
        address = reverse("wagtailadmin_pages:add", args=["plans", model._meta.model_name, parent.pk])
        data = nested_form_data({"title": "柱", "slug": "map", "number": "", "statement": "", "action-publish": "yes"})
        response = admin_client.post(address, data)
        return response.context["form"].errors if response.context else {}

    assert "slug" in errors(PillarPage, ward.plan)


# --- How it may be used -----------------------------------------------------------------------------------------


def test_the_drawing_is_passed_over_by_one_link_and_heard_as_links(ward):
    soup = read(MAP)
    skip = soup.select_one(".map-hint a")
    assert soup.find(id=skip["href"][1:]).name == "h2"
    frame = soup.select_one(".map-frame")
    assert frame["tabindex"] == "0"
    assert soup.find(id=frame["aria-labelledby"]).get_text(strip=True)
    assert not soup.select(".relation-map [aria-hidden=true] a")
    assert not soup.select(".relation-map [tabindex]")


def test_every_reference_inside_the_drawing_has_its_target(ward):
    drawing = read(MAP).select_one(".relation-map")
    ids = [each["id"] for each in drawing.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {use["href"][1:] for use in drawing.select("use")} <= set(ids)


# --- What it costs ----------------------------------------------------------------------------------------------


def make_plan(plan, number):
    pillar = PillarPageFactory(parent=plan)
    goals = [GoalPageFactory(parent=pillar, number="1-1") for _each in range(3)]
    for place in range(number):
        organisation = OrganisationPageFactory(title=f"たすけあいの会 {place}")
        initiative = InitiativePageFactory(
            title="居場所どうしが電話1本で助け合う" + str(place), parent=goals[place % 3], organisations=[organisation]
        )
        story = StoryPageFactory(
            title="ふとん店のシャッターが、また上がった" + str(place),
            about=about(initiative),
            organisations=[organisation],
            body=speaking(PersonFactory(organisation=OrganisationPageFactory())),
        )
        InitiativeUpdateFactory(initiative=initiative, story=story)


def test_a_large_plan_takes_as_many_queries_as_a_small_one(locales, client):
    StoryIndexPageFactory()
    plan = PlanPageFactory()
    make_plan(plan, 2)
    addresses = [f"{plan.url}map/", in_english(f"{plan.url}map/")]
    before = [len(queries_of(client, address)) for address in addresses]
    make_plan(plan, 20)
    assert [len(queries_of(client, address)) for address in addresses] == before
    assert max(before) <= 12


def test_the_relations_themselves_take_five_queries(locales, ward):
    with translation.override("ja"), CaptureQueriesContext(connection) as queries:
        relations_of(ward.plan)
    assert len(queries) == 5
    assert StoryPage.objects.count() == 2
