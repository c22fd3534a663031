"""A keyboard is enough to walk the map of a plan, with a script and without, on a desktop and a phone."""

import pytest

from tests.browser.chromium import IN_A_BROWSER, drive
from tests.factories_links import make_ward

ORDER = ["pillar", "goal", "initiative", "story", "organisation", "other_goal", "other_story"]

pytestmark = IN_A_BROWSER


@pytest.fixture
def ward(locales):
    return make_ward()


def walk(live_server, ward, way):
    return drive("relation_map.mjs", f"{live_server.url}{ward.plan.url}map/", way)


@pytest.mark.parametrize("way", ["with-script", "without-script", "phone"])
def test_the_tabulator_walks_the_tree_and_brings_out_each_thread(live_server, ward, way):
    met = walk(live_server, ward, way)
    assert [step["href"] for step in met["walked"]] == [getattr(ward, name).url for name in ORDER]
    assert all(step["lit"] for step in met["walked"])
    assert {step["ring"] for step in met["walked"]} == {"4px"}
    assert [step["href"] for step in met["walked"] if not step["inSight"]] == []
    assert met["after"]
    assert met["skipped"]
    if way == "phone":
        assert (met["closed"], met["opened"], met["overflow"]) == (False, True, 0)
    if way == "with-script":
        right, below, back = met["arrows"][:3], met["arrows"][3], met["arrows"][4:]
        assert right == [ward.goal.url, ward.initiative.url, ward.story.url]
        assert below in {ward.organisation.url, ward.other_story.url}
        assert back == [ward.story.url, ward.initiative.url, ward.goal.url, ward.other_goal.url]
