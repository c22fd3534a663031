"""A script of Node.js drives Chromium over a test's own site, and says as JSON what it met."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PUPPETEER = HERE.parents[1] / ".ci" / "tools" / "node_modules" / "puppeteer-core"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

# For what is shown without a site.
IN_A_BROWSER_ALONE = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("node"), reason="There is no Node.js here to drive a browser with."),
    pytest.mark.skipif(not CHROMIUM, reason="There is no Chromium here; CHROMIUM=… names one that stands elsewhere."),
    pytest.mark.skipif(
        not PUPPETEER.exists(), reason="The tools of the checks are not installed: npm ci --prefix .ci/tools"
    ),
]
IN_A_BROWSER = [*IN_A_BROWSER_ALONE, pytest.mark.django_db(transaction=True)]


def drive(script, *arguments, seconds=240):
    """What a script of this folder met; an error in the page or the script fails the test."""
    run = subprocess.run(
        ["node", HERE / script, PUPPETEER, CHROMIUM, *arguments],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    met = json.loads(run.stdout)
    assert met["errors"] == []
    return met
