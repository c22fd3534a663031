"""A keyboard is enough to search: with proposals while one types, and without any script at all."""

import datetime
from urllib.parse import parse_qs

import pytest

from search.page import PER_PAGE
from tests.browser.chromium import IN_A_BROWSER, drive
from tests.factories import (
    HomePageFactory,
    OrganisationPageFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
)

STORIES = PER_PAGE + 2

pytestmark = IN_A_BROWSER


@pytest.fixture
def site(locales, live_server):
    """The address of a site with fourteen pages about rain, two of which begin with an umbrella."""
    HomePageFactory(slug="home", title="はじめ")
    StoryIndexPageFactory()
    for number in range(STORIES):
        StoryPageFactory(title=f"雨の話 {number}", told_on=datetime.date(2026, 1, 1 + number))
    OrganisationPageFactory(title="かさの会", reading="かさのかい", summary="雨の日に")
    StandardPageFactory(title="かさをお貸しします", summary="雨の日に")
    return live_server.url


def walk(site, way):
    return drive("search.mjs", site, way)


def assert_searched(met):
    """The way through the results, which is the same with a script and without one."""
    results = met["results"]
    assert str(STORIES + 2) in results["status"]
    assert len(results["titles"]) == PER_PAGE
    assert set(results["marks"]) == {"雨"}
    assert results["chosen"] == []

    narrowed = met["narrowed"]
    assert parse_qs(narrowed["address"].lstrip("?")) == {"q": ["雨"], "type": ["story"]}
    assert str(STORIES) in narrowed["status"]
    assert len(narrowed["chosen"]) == 1

    second = met["second"]
    assert len(second["titles"]) == STORIES - PER_PAGE
    assert set(second["titles"]).isdisjoint(narrowed["titles"])
    assert "2" in second["title"]

    assert parse_qs(met["widened"]["address"].lstrip("?")) == {"q": ["雨"]}
    assert met["first"] == met["opened"] == met["widened"]["titles"][0]


def test_a_keyboard_is_enough_and_what_is_proposed_is_heard(site):
    met = walk(site, "with-script")
    assert (met["before"]["expanded"], met["before"]["status"]) == ("false", "")
    assert met["typed"]["expanded"] == "true"
    assert "2" in met["typed"]["status"]
    # What assistive technology is told.
    assert [(node["role"], node.get("expanded")) for node in met["tree"][:1]] == [("combobox", True)]
    assert [node["role"] for node in met["tree"]].count("option") == 2
    assert all(node["name"] for node in met["tree"])

    # One after the other, then back to what was typed, and from there to the last.
    proposed = {"かさの会", "かさをお貸しします"}
    assert {met["down"]["active"], met["downAgain"]["active"]} == proposed
    assert met["selected"] == 1
    assert met["around"]["active"] == ""
    assert met["last"]["active"] == met["downAgain"]["active"]
    assert {each["value"] for each in (met["down"], met["around"], met["escaped"])} == {"かさ"}
    assert (met["escaped"]["expanded"], met["escaped"]["active"], met["escaped"]["status"]) == ("false", "", "")
    assert met["chosen"] == met["down"]["active"]
    assert (met["composing"]["expanded"], met["composing"]["value"]) == ("true", "かさ")

    assert_searched(met)


def test_without_a_script_the_same_is_found(site):
    met = walk(site, "without-script")
    assert met["role"] is None
    assert_searched(met)
