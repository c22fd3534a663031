"""What wagtail-localize's editor shows: days as they are said here, and no way to make an alias."""

import datetime
import json
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from tests.factories_translations import make_users, page_in_english
from translators.texts.comment import comment_on

pytestmark = pytest.mark.django_db

# Half past midnight in Tokyo, still the day before in UTC.
NIGHT = datetime.datetime(2026, 3, 31, 15, 30, tzinfo=datetime.UTC)


@pytest.fixture
def users(locales):
    call_command("setup_site", verbosity=0)
    return make_users()


@pytest.fixture
def english(users):
    translation = page_in_english()
    StringTranslation.objects.update(updated_at=NIGHT)
    return translation


def edit_url(translation):
    return reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def props(client, translation):
    page = BeautifulSoup(client.get(edit_url(translation)).content.decode(), "html.parser")
    return json.loads(page.select_one(".js-translation-editor")["data-props"])


@pytest.mark.parametrize(("language", "day"), [("ja", "2026年4月1日"), ("en", "1 April 2026")])
def test_a_day_is_that_of_the_sites_clock_in_the_readers_language(english, users, client, language, day):
    UserProfile.objects.create(user=users["translator en"], preferred_language=language)
    client.force_login(users["translator en"])
    comments = {text["comment"] for text in props(client, english)["initialStringTranslations"]}
    assert len(comments) == 1
    assert day in comments.pop()


def test_a_saved_text_gets_such_a_day_too(english, users, client):
    client.force_login(users["translator en"])
    segment = StringSegment.objects.get(source=english.source, context__path="title")
    address = reverse("wagtail_localize:edit_string_translation", args=[english.pk, segment.pk])
    said = client.put(
        address, urlencode({"value": "Another"}), content_type="application/x-www-form-urlencoded"
    ).json()["comment"]
    row = StringTranslation.objects.get(data="Another")
    with override("ja"):
        assert said == comment_on(row)


@pytest.mark.parametrize(
    ("tool", "words"), [("memory", "the translation memory"), ("PO File", "a PO file"), ("X", "X")]
)
def test_where_a_text_comes_from_is_said(tool, words):
    with override("en"):
        assert comment_on(StringTranslation(tool_name=tool, updated_at=NIGHT)) == f"From {words}, 1 April 2026"


@pytest.mark.parametrize("role", ["writer", "approver", "admin", "translator en", "reviewer en"])
def test_nobody_is_offered_an_alias(english, users, client, role):
    client.force_login(users[role])
    assert props(client, english)["links"]["convertToAliasUrl"] is None


def test_nor_where_a_translation_was_ended(english, users, client):
    Translation.objects.filter(pk=english.pk).update(enabled=False)
    client.force_login(users["admin"])
    page = client.get(edit_url(english)).content.decode()
    assert "localize-restart-translation" in page
    assert "localize-convert-to-alias" not in page


def test_its_address_is_closed(english, users, client):
    client.force_login(users["admin"])
    address = reverse("wagtail_localize:convert_to_alias", args=[english.get_target_instance().pk])
    client.get(address)
    client.post(address)
    assert english.get_target_instance().alias_of_id is None
