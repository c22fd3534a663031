"""A real plan document, where it is at hand: PLAN_DOCUMENT names it. None of its sentences stand here."""

import os
from pathlib import Path

import pytest
from wagtail.models import Page

from council.models import OrganisationPage, Person, Term, Theme
from home.models import HomePage
from plans.models import GoalPage, InitiativePage
from stories.models import StoryPage

from .helpers import characters, held
from .test_pages import reported_texts, stored_texts

ROOT = Path(__file__).resolve().parents[2]
PLAN_DOCUMENT = Path(os.environ.get("PLAN_DOCUMENT", ROOT.parent / "shared" / "seed" / "000_bb500771fce96b47.txt"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not PLAN_DOCUMENT.is_file(), reason=f"the plan document is not at hand ({PLAN_DOCUMENT}): set PLAN_DOCUMENT"
    ),
]


@pytest.fixture
def result(run_import):
    return run_import(PLAN_DOCUMENT)


def blocks(kind):
    return [
        block.value for story in StoryPage.objects.order_by("path") for block in story.body if block.block_type == kind
    ]


def test_the_goal_and_its_initiatives(result):
    goal = GoalPage.objects.get()
    assert len(goal.situation) == 3
    assert InitiativePage.objects.child_of(goal).filter(led_by="community").count() == 2
    assert InitiativePage.objects.child_of(goal).filter(led_by="council").count() == 4
    assert goal.stories_heading


def test_the_stories_are_about_the_goal(result):
    stories = StoryPage.objects.order_by("path")
    assert [[link.subject_id for link in story.about.all()] for story in stories] == [[GoalPage.objects.get().pk]] * 2
    assert [bool(story.subtitle) for story in stories] == [True, False]
    assert [bool(story.kicker) for story in stories] == [False, True]


def test_the_people(result):
    assert Person.objects.count() == 5
    assert all(person.role for person in Person.objects.all())
    assert Person.objects.exclude(organisation_name="").count() == 3
    assert [value["person"] is not None for value in blocks("voice")] == [True, True]


def test_the_blocks(result):
    assert len(blocks("explainer")) == 2
    assert Term.objects.count() == 2
    (needs,) = blocks("needs")
    assert len(needs["items"]) == 3
    (activities,) = blocks("activities")
    assert len(activities["items"]) == 7
    members = blocks("members")
    assert len(members) == Theme.objects.count() == 7
    assert sum(len(value["items"]) for value in members) == 8
    messages = blocks("message")
    assert len(messages) == 3
    assert all(value["organisation_name"] and value["person"] for value in messages)
    assert blocks("fact")


def test_the_network_has_a_page_with_its_short_name(result):
    assert OrganisationPage.objects.get().short_name


def test_nothing_is_published(result):
    assert not Page.objects.filter(live=True, depth__gt=1).exists()
    assert not Person.objects.filter(live=True).exists()


def test_every_character_is_in_a_field_or_in_the_report(result):
    text = PLAN_DOCUMENT.read_text("utf-8")
    lost = characters(text) - held(stored_texts()) - held(reported_texts(result))
    assert not lost
    assert result.not_placed == []


def test_the_damage_is_told(result):
    codes = [each["code"] for each in result.damage]
    assert codes.count("suspect_character") == 2
    assert "sentence_cut" in codes
    assert "table_tail" in codes


def test_published_with_consent(run_import):
    run_import(PLAN_DOCUMENT, "--publish", "--consent", "書庫 3-12")
    assert HomePage.objects.get().live
    assert GoalPage.objects.get().live
    assert InitiativePage.objects.filter(live=True).count() == 6
    assert [story.live for story in StoryPage.objects.order_by("path")] == [True, False]
    assert Person.objects.filter(live=True).count() == 5
    assert not OrganisationPage.objects.get().live


def test_again(run_import):
    run_import(PLAN_DOCUMENT)
    again = run_import(PLAN_DOCUMENT, "--update")
    assert {part["state"] for part in again.parts} == {"unchanged"}
