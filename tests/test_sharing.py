"""Ways to hand a page on: links that work without a script, and nothing of another site in the page."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles.finders import find

from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    StandardPageFactory,
    StoryPageFactory,
)

SHARED = [StoryPageFactory, GoalPageFactory, InitiativePageFactory, OrganisationPageFactory]


def sharing(client, page):
    soup = BeautifulSoup(client.get(page.url).content.decode(), "html.parser")
    return soup.select_one("section.sharing")


@pytest.mark.parametrize("factory", SHARED)
def test_it_ends_what_people_hand_on(locales, client, factory):
    page = factory(title="雨 & 夜「道」")
    line, mail = (link["href"] for link in sharing(client, page).select("a"))
    assert line.startswith("https://social-plugins.line.me/lineit/share?")
    assert parse_qs(urlsplit(line).query) == {"url": [page.full_url]}
    assert mail.startswith("mailto:?")
    assert parse_qs(urlsplit(mail).query) == {"subject": ["雨 & 夜「道」"], "body": [page.full_url]}
    assert "+" not in mail


def test_other_pages_do_without(locales, client):
    assert sharing(client, StandardPageFactory()) is None


def test_the_button_is_hidden_without_the_script_and_says_what_it_did(locales, client):
    page = StoryPageFactory()
    part = sharing(client, page)
    button = part.select_one("button")
    assert button.has_attr("hidden")
    assert button["data-copy"] == page.full_url
    assert button["data-done"]
    assert part.select_one("[role=status]").get_text() == ""


def test_the_script_is_small_and_asks_nobody():
    with open(find("js/copy-link.js")) as file:
        text = file.read()
    assert len(text.encode()) < 1000
    assert "http" not in text
    assert "fetch" not in text
