"""Texts of the interface: compiled without gettext's tools, and Japanese wherever editors look."""

import gettext
import os
import re
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from wagtail import VERSION as WAGTAIL

DOMAINS = ["django", "djangojs"]
COMPLETED = Path(settings.SITE_DIR) / "wagtail_locale" / "ja" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|(?<![A-Za-z0-9%])%[sd](?![A-Za-z])|\{\w*\}")


@pytest.fixture
def catalogue(tmp_path, settings):
    """A .po file of one message below LOCALE_PATHS, not compiled yet."""
    folder = tmp_path / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    settings.LOCALE_PATHS = [tmp_path]
    return write_catalogue(folder / "django.po", "また来てね")


def write_catalogue(path, text):
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "ja"}
    catalogue.append(polib.POEntry(msgid="Come again", msgstr=text))
    catalogue.save(str(path))
    return path


def compiled(path):
    with path.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Come again")


def set_age(path, seconds):
    os.utime(path, (1_700_000_000 - seconds, 1_700_000_000 - seconds))


def test_compile_messages_makes_what_gettext_reads(catalogue):
    call_command("compile_messages")
    assert compiled(catalogue) == "また来てね"


def test_compile_messages_leaves_a_newer_file_alone(catalogue):
    newer = catalogue.with_suffix(".mo")
    newer.write_bytes(b"newer")
    set_age(catalogue, 60)
    set_age(newer, 0)
    call_command("compile_messages")
    assert newer.read_bytes() == b"newer"


def test_compile_messages_replaces_an_older_file(catalogue):
    call_command("compile_messages")
    write_catalogue(catalogue, "またどうぞ")
    set_age(catalogue, 0)
    set_age(catalogue.with_suffix(".mo"), 60)
    call_command("compile_messages")
    assert compiled(catalogue) == "またどうぞ"


def test_compile_messages_leaves_nothing_beside_the_file(catalogue):
    call_command("compile_messages")
    assert sorted(path.name for path in catalogue.parent.iterdir()) == ["django.mo", "django.po"]


def test_compile_messages_takes_every_language_and_domain(catalogue, tmp_path):
    other = tmp_path / "en" / "LC_MESSAGES"
    other.mkdir(parents=True)
    write_catalogue(other / "djangojs.po", "Come again!")
    call_command("compile_messages")
    assert compiled(catalogue) == "また来てね"
    assert compiled(other / "djangojs.po") == "Come again!"


def translated(path):
    """The messages of a catalogue that say something, as gettext keeps them."""
    if not path.exists():
        return set()
    return {
        (entry.msgctxt, entry.msgid)
        for entry in polib.pofile(str(path))
        if not entry.obsolete
        and "fuzzy" not in entry.flags
        and (entry.msgstr or (entry.msgstr_plural and all(entry.msgstr_plural.values())))
    }


def catalogues(language, domain):
    """The catalogues of every installed app, which Django reads as one."""
    # Of taggit only what speaks through an API nobody mounts has no Japanese.
    configs = [config for config in apps.get_app_configs() if config.name != "taggit"]
    paths = [Path(config.path) / "locale" / language / "LC_MESSAGES" / f"{domain}.po" for config in configs]
    return [path for path in paths if path.exists() and COMPLETED not in path.parents]


@pytest.mark.skipif(WAGTAIL[:2] != (7, 4), reason="our Japanese completes the Wagtail that is pinned, not the next one")
@pytest.mark.parametrize(("domain", "at_least"), [("django", 1500), ("djangojs", 150)])
def test_every_text_of_the_editors_side_is_there_in_japanese(domain, at_least):
    japanese = translated(COMPLETED / f"{domain}.po").union(*map(translated, catalogues("ja", domain)))
    wanted = {
        (entry.msgctxt, entry.msgid)
        for path in catalogues("en", domain)
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    }
    assert len(wanted) > at_least
    assert wanted - japanese == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_completed_text_keeps_every_placeholder(domain):
    wrong = []
    for entry in polib.pofile(str(COMPLETED / f"{domain}.po")):
        # Japanese has one form for one and for many: that of many has to hold both.
        source = entry.msgid_plural or entry.msgid
        for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            if set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(text)):
                wrong.append((entry.msgid, text))
    assert wrong == []
