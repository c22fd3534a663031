"""A page that moves stays findable at the address people have printed."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from home.models import StandardPage
from plans.models import GoalPage
from stories.models import StoryPage
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    PillarPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    translate,
)


@pytest.fixture
def story(locales):
    return StoryPageFactory(title="雨の夜", slug="rain")


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Gives a page another slug as an editor does, and lets everything that waits for the end of it happen."""

    def rename(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return type(page).objects.get(pk=page.pk)

    return rename


@pytest.fixture
def move(django_capture_on_commit_callbacks):
    def move(page, target):
        page = type(page).objects.get(pk=page.pk)
        with django_capture_on_commit_callbacks(execute=True):
            page.move(type(target).objects.get(pk=target.pk), pos="last-child")

    return move


def test_a_renamed_page_is_found_at_its_old_address(story, rename, client):
    rename(story, "night-of-rain")
    response = client.get("/ja/stories/rain/")
    assert (response.status_code, response["Location"]) == (301, "/ja/stories/night-of-rain/")
    assert client.get("/ja/stories/night-of-rain/").status_code == 200


def test_what_stands_below_a_renamed_page_is_found_too(locales, rename, client):
    goal = GoalPageFactory(slug="goal-1")
    initiative = InitiativePageFactory(slug="council-1", parent=goal)
    rename(goal, "goal-one")
    response = client.get(initiative.url, follow=True)
    assert response.status_code == 200
    assert response.redirect_chain[-1][0].endswith("/goal-one/council-1/")


def test_a_moved_page_is_found_at_its_old_address(locales, move, client):
    first, second = PillarPageFactory(slug="first"), PillarPageFactory(slug="second")
    goal = GoalPageFactory(slug="goal-1", parent=first)
    move(goal, second)
    response = client.get(goal.url)
    assert response.status_code == 301
    assert response["Location"] == GoalPage.objects.get().url


def test_a_page_renamed_twice_is_found_at_both_addresses(story, rename, client):
    rename(story, "second")
    rename(story, "third")
    for slug in ("rain", "second"):
        assert client.get(f"/ja/stories/{slug}/", follow=True).redirect_chain[-1][0] == "/ja/stories/third/"


def test_a_page_that_gets_its_old_name_back_is_not_sent_round_in_circles(story, rename, client):
    rename(story, "second")
    rename(story, "rain")
    assert client.get("/ja/stories/rain/").status_code == 200
    assert client.get("/ja/stories/second/")["Location"] == "/ja/stories/rain/"


def test_a_new_page_at_an_old_address_is_read_there(story, rename, client):
    rename(story, "second")
    StoryPageFactory(title="あたらしい話", slug="rain")
    response = client.get("/ja/stories/rain/")
    assert response.status_code == 200
    assert "あたらしい話" in response.content.decode()


@pytest.mark.parametrize("code", ["en", "ko", "zh-hans", "ja-simple"])
def test_the_old_address_holds_under_every_language_in_which_the_page_was_read_in_place(story, rename, client, code):
    assert client.get(f"/{code}/stories/rain/").status_code == 200
    rename(story, "night-of-rain")
    response = client.get(f"/{code}/stories/rain/")
    assert response.status_code == 301
    assert response["Location"] == f"/{code}/stories/night-of-rain/"


def test_the_old_address_of_a_translation_leads_to_the_translation(story, rename, client):
    english = translate(story, "en", title="A night of rain")
    for page in (story, english):
        rename(page, "night-of-rain")
    for code in ("ja", "en"):
        assert client.get(f"/{code}/stories/rain/")["Location"] == f"/{code}/stories/night-of-rain/"


def test_readers_of_a_language_that_has_the_page_are_sent_to_it_in_their_language(story, rename, client):
    translate(story, "en", title="A night of rain")
    rename(story, "night-of-rain")
    response = client.get("/en/stories/rain/", follow=True)
    assert response.status_code == 200


def test_a_redirect_the_staff_wrote_holds_outside_the_languages(story, client):
    Redirect.add_redirect("/leaflet", story, is_permanent=False)
    response = client.get("/leaflet/")
    assert (response.status_code, response["Location"]) == (302, "/ja/stories/rain/")


def test_a_redirect_sets_no_cookie(story, rename, client):
    rename(story, "second")
    response = client.get("/ja/stories/rain/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_page_moved_below_another_keeps_its_children_findable(locales, move, client):
    parent, target = StandardPageFactory(slug="parent"), StandardPageFactory(slug="target")
    child = StandardPageFactory(slug="child", parent=parent)
    move(parent, target)
    assert client.get(child.url, follow=True).redirect_chain[-1][0] == "/ja/target/parent/child/"
    assert StandardPage.objects.get(slug="child").url == "/ja/target/parent/child/"


def test_a_story_that_is_only_a_draft_makes_no_redirect(story, django_capture_on_commit_callbacks, client):
    page = StoryPage.objects.get()
    page.slug = "not-yet"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision()
    assert client.get("/ja/stories/rain/").status_code == 200
    assert not Redirect.objects.exists()
