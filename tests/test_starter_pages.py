"""The pages about the site: ready in every language, made once, true of what the site does."""

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from home.accessibility_pages import AccessibilityPolicyPage, AccessibilityResultsPage
from home.models import StandardPage
from home.sample.keys import sample_key
from home.starter_pages.make import NAMES, starter_translation_files
from tests.factories import HomePageFactory, StandardPageFactory, translate

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def live(language):
    return set(
        Page.objects.filter(locale__language_code=language, live=True, alias_of=None, depth__gt=2).values_list(
            "slug", flat=True
        )
    )


def test_they_stand_in_every_language_that_has_a_front_page(locales, django_capture_on_commit_callbacks):
    home = HomePageFactory()
    for code in LANGUAGES[1:-1]:
        translate(home, code)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("setup_site", pages=True, verbosity=0)
    for code in LANGUAGES[:-1]:
        assert live(code) == set(NAMES), code
    assert live(LANGUAGES[-1]) == set()
    assert AccessibilityResultsPage.objects.filter(live=True).count() == len(LANGUAGES) - 1
    client = Client()
    for code in LANGUAGES:
        for address in ("how-to-use/", "privacy/", "accessibility/", "accessibility/accessibility-results/"):
            response = client.get(f"/{code}/{address}")
            assert response.status_code == 200
            assert not response.cookies
        # In the foot of every page.
        html = client.get(f"/{code}/").content.decode()
        assert all(f'href="/{code}/{name}/"' in html for name in ("how-to-use", "privacy", "accessibility"))


def test_made_again_nothing_changes(locales, capsys):
    HomePageFactory()
    call_command("setup_site", pages=True)
    privacy = StandardPage.objects.get(slug="privacy")
    privacy.title = "わたしたちの約束"
    privacy.save_revision().publish()
    before = Page.objects.count()
    capsys.readouterr()
    call_command("setup_site", pages=True)
    assert Page.objects.count() == before
    assert StandardPage.objects.get(slug="privacy").title == "わたしたちの約束"
    assert ": 0" in capsys.readouterr().out


def test_a_page_of_the_councils_own_stays_and_is_named(locales, capsys):
    own = StandardPageFactory(slug="accessibility", title="前からある方針")
    call_command("setup_site", pages=True)
    assert "accessibility" in capsys.readouterr().out
    assert Page.objects.get(slug="accessibility").pk == own.pk
    assert not AccessibilityPolicyPage.objects.exists()
    assert not AccessibilityResultsPage.objects.exists()
    assert StandardPage.objects.filter(slug="privacy").exists()


def test_without_a_front_page_it_says_so(locales):
    with pytest.raises(CommandError):
        call_command("setup_site", pages=True, verbosity=0)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_text_is_translated_and_every_file_names_its_language(language):
    files = list(starter_translation_files(language))
    assert [file.name for file in files] == NAMES
    spelling = {"zh-hans": "zh_Hans", "ja-simple": "ja_Simple"}.get(language, language)
    for file in files:
        po = polib.pofile(str(file.path))
        assert [entry.msgid for entry in po if not entry.msgstr or entry.fuzzy] == []
        assert po.metadata["Language"] == spelling
        assert po.metadata["X-WagtailLocalize-TranslationID"] == str(
            sample_key("translation", f"{language}/page/{file.name}")
        )


def test_the_only_cookie_a_reader_gets_is_the_language_they_chose(locales):
    StandardPageFactory(slug="rubbish")
    client = Client()
    for address in ("/", "/ja/", "/ja/rubbish/", "/ja/rubbish/?furigana=1", "/ja/search/?q=x", "/ja/nowhere/"):
        client.get(address)
    client.post(f"/ja/did-it-help/{Page.objects.get(slug='rubbish').pk}/", {"answer": "yes"})
    assert dict(client.cookies) == {}
    client.get("/language/ko/?to=/ko/")
    assert list(client.cookies) == ["language"]
    assert client.cookies["language"]["max-age"] == 365 * 24 * 3600
