"""On a bad line a page arrives piece by piece, and nothing that is read already moves."""

import pytest

from tests.browser.chromium import IN_A_BROWSER, drive
from tests.factories import (
    GoalPageFactory,
    HomePageFactory,
    OrganisationPageFactory,
    PictureFactory,
    PlaceIndexPageFactory,
    PlacePageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
)

pytestmark = IN_A_BROWSER


@pytest.fixture
def paths(locales):
    front = HomePageFactory(slug="home", title="はじめ")
    index = StoryIndexPageFactory(title="お話", show_in_menus=True)
    picture = PictureFactory()
    organisation = OrganisationPageFactory(title="雨の会", picture=picture, picture_alt="絵")
    story = StoryPageFactory(
        title="雨の話", slug="rain", picture=picture, picture_alt="絵", organisations=[organisation]
    )
    goal = GoalPageFactory(
        title="雨の日も行ける", statement="雨の日も、行けるところがある。", picture=picture, picture_alt="絵"
    )
    places = PlaceIndexPageFactory(title="居場所")
    for number in range(3):
        PlacePageFactory(title=f"雨やどり{number}", parent=places, latitude=f"35.7{number}", longitude="139.6")
    english = story.url.replace("/ja/", "/en/")
    pages = [front, index, organisation, story, goal, places]
    return [*(page.url for page in pages), english, f"{story.url}?furigana=1", "/ja/search/?q=雨"]


def test_nothing_moves_while_a_page_arrives(paths, live_server):
    met = drive("arriving.mjs", live_server.url, *paths, seconds=540)
    assert len(met["shifts"]) == 2 * len(paths)
    assert met["shifts"] == {name: [] for name in met["shifts"]}
    # What waits for the rest of a page is seen in the end: at the least its name, the search, the languages, the title.
    assert min(met["seen"].values()) >= 5
