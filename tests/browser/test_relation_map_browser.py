"""A keyboard is enough to walk the map of a plan, with a script and without, on a desktop and a phone."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.factories_links import make_ward

SCRIPT = Path(__file__).with_name("relation_map.mjs")
PUPPETEER = Path(__file__).parents[2] / ".ci" / "tools" / "node_modules" / "puppeteer-core"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
ORDER = ["pillar", "goal", "initiative", "story", "organisation", "other_goal", "other_story"]

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
def ward(locales):
    return make_ward()


def drive(live_server, ward, way):
    address = f"{live_server.url}{ward.plan.url}map/"
    run = subprocess.run(
        ["node", SCRIPT, PUPPETEER, CHROMIUM, address, way], capture_output=True, text=True, timeout=240, check=False
    )
    assert run.returncode == 0, run.stderr
    met = json.loads(run.stdout)
    assert met["errors"] == []
    return met


@pytest.mark.parametrize("way", ["with-script", "without-script", "phone"])
def test_the_tabulator_walks_the_tree_and_brings_out_each_thread(live_server, ward, way):
    met = drive(live_server, ward, way)
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
