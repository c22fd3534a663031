"""Chromium keeps the Content-Security-Policy, and misses nothing by it: readers' pages, the editors' bar, Wagtail's own pages."""

import pytest

from tests.browser.chromium import IN_A_BROWSER, drive
from tests.factories import (
    GoalPageFactory,
    HomePageFactory,
    OrganisationPageFactory,
    PictureFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
)

pytestmark = IN_A_BROWSER


@pytest.fixture
def story(locales):
    HomePageFactory(slug="home", title="はじめ")
    StoryIndexPageFactory()
    return StoryPageFactory(
        title="雨の話",
        slug="rain",
        picture=PictureFactory(),
        picture_alt="絵",
        organisations=[OrganisationPageFactory()],
    )


def met_on(live_server, paths, session=""):
    return drive("content_policy.mjs", live_server.url, session, *paths, seconds=540)


def test_readers_miss_nothing_and_what_is_written_into_a_page_does_nothing(story, live_server):
    goal, page = GoalPageFactory(), StandardPageFactory()
    paths = ["/ja/", goal.url, page.url, "/ja/search/?q=雨", "/ja/nowhere/", story.url]
    met = met_on(live_server, paths)
    assert met["forbidden"] == {path: [] for path in paths}
    assert met["ran"] is False


def test_editors_have_their_bar_and_their_pages(story, live_server, admin_client):
    edited, session = f"/admin/pages/{story.pk}/edit/", admin_client.cookies["sessionid"].value
    paths = [story.url, "/admin/", "/admin/images/add/", edited, f"/admin/pages/{story.pk}/view_draft/"]
    met = met_on(live_server, paths, session)
    assert met["forbidden"] == {path: [] for path in paths}
    assert met["userbar"][story.url] is True
