"""A council adds Vietnamese: one line of settings, one command (docs/languages.md)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# A process for each: a site reads its languages when it starts.
BEFORE = """
import django; django.setup()
from django.core.management import call_command
from tests.factories import StoryPageFactory
call_command("migrate", verbosity=0)
call_command("setup_site", verbosity=0)
StoryPageFactory(title="雨の夜", slug="rain")
"""
AFTER = """
from council.settings import languages
languages.CONTENT_LANGUAGES.append(("vi", "Tiếng Việt"))  # the one line
import django; django.setup()
import json
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from stories.models import StoryPage
from tests.factories import translate
call_command("setup_site", verbosity=0)  # the one command
client = Client()
page = BeautifulSoup(client.get("/vi/stories/rain/").content, "html.parser")
found = {
    "groups": list(Group.objects.filter(locale_role__locale__language_code="vi").values_list("name", flat=True)),
    "lang": page.html["lang"],
    "main": page.main["lang"],
    "selector": [link.get_text() for link in page.select(".languages a")],
    "front door": client.get("/", headers={"accept-language": "vi-VN"})["Location"],
    "choice": client.get("/language/vi/")["Location"],
}
translate(StoryPage.objects.get(), "vi", title="Đêm mưa")
page = BeautifulSoup(client.get("/vi/stories/rain/").content, "html.parser")
found["translated"] = [page.h1.get_text(), page.main.get("lang")]
found["og"] = page.select_one("meta[property='og:locale']")["content"]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def vietnamese(tmp_path_factory):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "council.settings.test",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('vietnamese') / 'site.sqlite3'}",
    }
    for program in (BEFORE, AFTER):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_readers_have_the_language(vietnamese):
    assert (vietnamese["lang"], vietnamese["main"]) == ("vi", "ja")
    assert vietnamese["selector"][-1] == "Tiếng Việt"
    assert vietnamese["front door"] == "/vi/"
    assert vietnamese["choice"] == "/vi/"


def test_translators_have_their_groups(vietnamese):
    assert len(vietnamese["groups"]) == 2
    assert all("Tiếng Việt" in name for name in vietnamese["groups"])


def test_a_translation_is_read_there(vietnamese):
    assert vietnamese["translated"] == ["Đêm mưa", None]
    assert vietnamese["og"] == "vi_VN"


def test_the_documentation_says_it_in_five_lines():
    text = (ROOT / "docs" / "languages.md").read_text("utf-8")
    section = text.split("## Adding a language", 1)[1].split("\n## ", 1)[0]
    assert len([line for line in section.splitlines() if line.strip()]) <= 5
    assert "setup_site" in section
    assert "CONTENT_LANGUAGES" in section
