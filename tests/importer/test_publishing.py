"""--publish: nothing with an open question, nothing below a draft, nobody without consent."""

import pytest
from wagtail.models import Page

from council.models import OrganisationPage, Person
from home.models import HomePage
from plans.models import GoalPage, InitiativePage, PlanPage
from stories.models import StoryPage

from .helpers import text_of

pytestmark = pytest.mark.django_db


def left(result):
    return {each["title"]: [why["code"] for why in each["why"]] for each in result.left_as_draft}


def test_the_damaged_booklet_with_consent(run_import):
    result = run_import("damaged.md", "--publish", "--consent", "書庫 3-12")
    assert GoalPage.objects.get().live
    assert InitiativePage.objects.filter(live=True).count() == 6
    assert [story.live for story in StoryPage.objects.order_by("path")] == [True, False]
    assert {person.consent_record for person in Person.objects.filter(live=True)} == {"書庫 3-12"}
    assert Person.objects.filter(live=True).count() == 5
    assert not OrganisationPage.objects.get().live
    assert left(result) == {
        "放課後みんなのネットなみおと": ["website_missing", "organisation_reading_missing"],
        "海の子も山の子も あそぶ まなぶ 放課後の応援団": [
            "address_unknown",
            "suspect_character",
            "suspect_character",
            "would_not_pass",
        ],
    }


def test_nobody_without_consent(run_import):
    result = run_import("damaged.md", "--publish")
    assert not Person.objects.filter(live=True).exists()
    assert not StoryPage.objects.filter(live=True).exists()
    assert GoalPage.objects.get().live
    assert left(result)["商店主 浜口さん"] == ["consent_missing"]
    assert left(result)["となりの店が居間になる"] == ["person_not_published", "person_not_published"]


def test_without_publish_nothing_is_live(run_import):
    result = run_import("damaged.md")
    assert not Page.objects.filter(live=True, depth__gt=1).exists()
    assert result.published == []


def test_a_second_run_publishes_what_the_first_made(run_import):
    run_import("damaged.md")
    run_import("damaged.md", "--publish", "--consent", "書庫 3-12")
    assert GoalPage.objects.get().live
    assert HomePage.objects.get().live


def test_nothing_below_a_draft(run_import):
    run_import("pillars.md")
    plan = PlanPage.objects.get()
    plan.title = "名前を直した計画"
    plan.save_revision()
    result = run_import("pillars.md", "--publish")
    assert left(result)["第３次あけぼの市地域福祉活動計画（令和６年度～令和１０年度）"] == ["edited_since"]
    assert not GoalPage.objects.filter(live=True).exists()
    assert left(result)["立ち寄れる場所がある"] == ["below_draft"]


def test_whose_side_is_unclear_stays_a_draft(run_import):
    run_import("pillars.md", "--publish")
    assert [page.statement for page in InitiativePage.objects.filter(live=False)] == ["活動の保険料を負担します。"]


def test_what_an_editor_took_off_stays_off(run_import):
    run_import("damaged.md", "--publish")
    GoalPage.objects.get().unpublish()
    result = run_import("damaged.md", "--publish")
    assert not GoalPage.objects.get().live
    assert left(result)["坂の上でも下でも声の届く町がある"] == ["unpublished_since"]


def test_consent_recorded_by_hand_is_kept(run_import):
    run_import("damaged.md")
    person = Person.objects.get(name="浜口さん")
    person.consent_record = "書庫 1-1"
    person.save()
    result = run_import("damaged.md", "--publish", "--consent", "書庫 3-12")
    person.refresh_from_db()
    assert person.consent_record == "書庫 1-1"
    assert left(result)["商店主 浜口さん"] == ["edited_since"]


def test_update_and_publish_renews_what_is_live(run_import):
    run_import("damaged.md", "--publish")
    changed = text_of("damaged.md").replace("店先や軒先を開き", "店先や庭先を開き")
    run_import("damaged.md", "--update", text=changed)
    page = InitiativePage.objects.get(title__startswith="通りがかりの人が")
    assert page.live
    assert "軒先" in page.statement
    run_import("damaged.md", "--update", "--publish", text=changed.replace("床に座って", "床にすわって"))
    page.refresh_from_db()
    assert "庭先" in page.statement
