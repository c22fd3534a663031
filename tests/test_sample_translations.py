"""The sample's translations: complete where they claim to be, fit for translators' own tools, and made once."""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from council.models import Person, Term, Theme
from home.sample.keys import sample_key
from home.sample.load import load_sample
from home.sample.remove import remove_sample
from home.sample.translations import FOLDER, ORDER, translation_files
from home.starter_pages.make import starter_translation_files
from tests.sample_snapshot import load_sample_once

LANGUAGES = ["en", "zh-hans", "ko", "ja-simple"]
FILES = sorted(FOLDER.rglob("*.po"))
# The pages about the site are everybody's, and stand elsewhere.
STARTER_FILES = [file.path for language in LANGUAGES for file in starter_translation_files(language)]


def needs(tool):
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


# --- The files ------------------------------------------------------------------------------------------------


def test_every_file_is_of_a_kind_and_a_language_that_are_taken_in():
    taken = {file.path for language in LANGUAGES for file in translation_files(language)}
    assert taken == set(FILES)
    assert len(FILES) > 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_file_is_translated(language):
    for file in translation_files(language):
        po = polib.pofile(str(file.path))
        assert [entry.msgid for entry in po if not entry.msgstr or entry.fuzzy or entry.obsolete] == [], file.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_header_names_its_translation_and_language(language):
    spelling = {"zh-hans": "zh_Hans", "ja-simple": "ja_Simple"}.get(language, language)
    for file in translation_files(language):
        header = polib.pofile(str(file.path)).metadata
        assert header["Language"] == spelling
        assert header["X-WagtailLocalize-TranslationID"] == str(
            sample_key("translation", f"{language}/{file.kind}/{file.name}")
        )


@needs("msgfmt")
def test_msgfmt_has_nothing_to_say():
    said = {}
    for path in [*FILES, *STARTER_FILES]:
        done = run("msgfmt", "--check", "-o", "/dev/null", str(path))
        if done.returncode or done.stderr:
            said[path] = done.stderr
    assert said == {}


def test_pofilter_has_nothing_to_say(tmp_path):
    checks = [word for check in ("xmltags", "variables", "untranslated") for word in ("-t", check)]
    pofilter = Path(sys.executable).with_name("pofilter")
    done = run(str(pofilter), "--progress", "none", *checks, str(FOLDER), str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert [path for path in tmp_path.rglob("*.po") if len(polib.pofile(str(path)))] == []


def test_plain_japanese_is_written_with_spaces_and_without_readings_in_brackets():
    for file in translation_files("ja-simple"):
        for entry in polib.pofile(str(file.path)):
            assert "<ruby" not in entry.msgstr
            long = [text for text in entry.msgstr.split("。") if len(text) > 25 and " " not in text]
            assert not long, (file.path, entry.msgstr)


# --- On the site ----------------------------------------------------------------------------------------------


@pytest.mark.long
class TestLoadedTranslations(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.made = load_sample_once()

    def live(self, language):
        pages = Page.objects.filter(locale__language_code=language, live=True, alias_of=None, depth__gt=1)
        return {page.translation_key for page in pages}

    def test_english_is_complete(self):
        assert self.live("en") == self.live("ja")
        for model in (Person, Term, Theme):
            live = {
                code: set(
                    model.objects.filter(locale__language_code=code, live=True).values_list(
                        "translation_key", flat=True
                    )
                )
                for code in ("ja", "en")
            }
            assert live["en"] == live["ja"]

    def test_the_other_languages_have_what_a_council_begins_with(self):
        stories = {
            "ja-simple": ["first-japanese-letter", "wednesday-curry", "night-of-the-heavy-rain", "my-own-words"],
            "zh-hans": ["first-japanese-letter", "wednesday-curry"],
            "ko": ["first-japanese-letter", "night-of-the-heavy-rain"],
        }
        for language, names in stories.items():
            expected = {sample_key("home", "home"), sample_key("goal", "goal-1-2")}
            expected |= {sample_key("story", name) for name in names}
            assert expected <= self.live(language), language
        initiatives = [f"goal-1-2/{leader}-{number}" for leader in ("community", "council") for number in (1, 2)]
        assert {sample_key("initiative", name) for name in initiatives} <= self.live("ja-simple")

    def test_a_draft_and_a_half_done_one_are_not_live(self):
        assert sample_key("story", "night-of-the-heavy-rain") not in self.live("zh-hans")
        assert sample_key("story", "wednesday-curry") not in self.live("ko")
        half = Translation.objects.get(uuid=sample_key("translation", "ko/story/wednesday-curry"))
        done, total = sorted(half.get_progress())
        assert 0 < done < total

    def test_translators_can_go_on_from_there(self):
        """Each is a translation of wagtail-localize, and its file can be taken in again."""
        assert Translation.objects.count() == len(FILES) + len(STARTER_FILES)
        names = {file.uuid for file in Translation.objects.all()}
        assert names == {
            sample_key("translation", f"{language}/{file.place}")
            for language in LANGUAGES
            for file in [*translation_files(language), *starter_translation_files(language)]
        }

    def test_the_tree_is_whole(self):
        """Publishing at the end of a transaction once wrote a front page back as it was before it had children."""
        for page in Page.objects.all():
            assert page.numchild == Page.objects.filter(depth=page.depth + 1, path__startswith=page.path).count(), page

    def test_loading_again_makes_nothing(self):
        assert load_sample() == Counter()

    def test_a_translation_that_was_edited_stays(self):
        page = Page.objects.get(translation_key=sample_key("story", "wednesday-curry"), locale__language_code="en")
        page.specific.title = "Another title"
        Page.objects.filter(pk=page.pk).update(title="Another title")
        load_sample()
        page.refresh_from_db()
        assert page.title == "Another title"

    def test_all_languages_are_taken_away_with_it(self):
        remove_sample()
        assert not Page.objects.filter(depth__gt=1).exists()
        assert not Translation.objects.exists()
        assert not any(model.objects.exists() for model in (Person, Term, Theme))

    def test_the_order_names_each_kind(self):
        assert {path.name for language in LANGUAGES for path in (FOLDER / language).iterdir()} <= set(ORDER)
        assert Locale.objects.count() == 5
