"""On a bad line a page arrives piece by piece, and nothing that is read already moves."""

import pytest

from tests.browser.chromium import IN_A_BROWSER, drive
from tests.factories import HomePageFactory, StoryIndexPageFactory, StoryPageFactory

pytestmark = IN_A_BROWSER


@pytest.fixture
def story(locales):
    HomePageFactory(slug="home", title="はじめ")
    StoryIndexPageFactory(title="お話", show_in_menus=True)
    return StoryPageFactory(title="雨の話", slug="rain")


def test_the_header_does_not_move_while_it_arrives(story, live_server):
    paths = [story.url, f"{story.url}?furigana=1", story.url.replace("/ja/", "/en/")]
    met = drive("arriving.mjs", live_server.url, *paths, seconds=540)
    assert len(met["shifts"]) == 3 * len(paths)
    assert met["shifts"] == {name: [] for name in met["shifts"]}
    # The name, the search and the languages at least.
    assert min(met["seen"].values()) >= 3
