"""Chromium keeps the Content-Security-Policy, and misses nothing by it: readers' pages, the editors' bar, Wagtail's own pages."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.factories import (
    GoalPageFactory,
    HomePageFactory,
    OrganisationPageFactory,
    PictureFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
)

SCRIPT = Path(__file__).with_name("content_policy.mjs")
PUPPETEER = Path(__file__).parents[2] / ".ci" / "tools" / "node_modules" / "puppeteer-core"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not shutil.which("node"), reason="There is no Node.js here to drive a browser with."),
    pytest.mark.skipif(not CHROMIUM, reason="There is no Chromium here; CHROMIUM=… names one that stands elsewhere."),
    pytest.mark.skipif(
        not PUPPETEER.exists(), reason="The tools of the checks are not installed: npm ci --prefix .ci/tools"
    ),
]


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
    run = subprocess.run(
        ["node", SCRIPT, PUPPETEER, CHROMIUM, live_server.url, session, *paths],
        capture_output=True,
        text=True,
        timeout=540,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    met = json.loads(run.stdout)
    assert met["errors"] == []
    return met


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
