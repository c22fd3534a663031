"""Whoever saves a text as it stood has changed nothing: the table stays as it was, and nobody is told."""

from urllib.parse import urlencode

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail_localize.models import StringSegment, StringTranslation

from tests.factories_translations import make_users, page_in_english, publish
from translators.mail.events import COMPLETED
from translators.models import Suggestion
from translators.status.cells import State
from translators.status.rows import read_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def users(locales):
    call_command("setup_site", verbosity=0)
    return make_users()


@pytest.fixture
def english(users):
    """A page's live translation that no reviewer has been told of."""
    translation = page_in_english()
    publish(translation)
    return translation


@pytest.fixture
def save(client, users):
    """Saves the title's translation in the translators' editor."""
    client.force_login(users["translator en"])

    def put(translation, value, method="put"):
        segment = StringSegment.objects.get(source=translation.source, context__path="title")
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        with TestCase.captureOnCommitCallbacks(execute=True):
            return getattr(client, method)(
                address, urlencode({"value": value}), content_type="application/x-www-form-urlencoded"
            )

    return put


def title_of(translation):
    return StringTranslation.objects.get(context__path="title", locale=translation.target_locale)


def state_of(translation):
    [row] = read_rows([translation.source.object_id])
    return row.cells[translation.target_locale_id].state


def test_nothing_becomes_of_it(english, save):
    before = StringTranslation.objects.filter(pk=title_of(english).pk).values().get()
    response = save(english, "Translated: 題")
    assert response.status_code == 200
    assert StringTranslation.objects.filter(pk=before["id"]).values().get() == before
    assert state_of(english) == State.LIVE
    assert mail.outbox == []
    assert not registry.get_logs_for_instance(english.get_target_instance()).filter(action=COMPLETED).exists()


def test_the_editor_gets_the_text_back(english, save):
    segment = StringSegment.objects.get(source=english.source, context__path="title")
    said = save(english, "Translated: 題").json()
    assert (said["data"], said["segment_id"], said["error"]) == ("Translated: 題", segment.pk, None)


def test_another_text_counts(english, save):
    assert save(english, "Another").status_code == 200
    assert title_of(english).data == "Another"
    assert state_of(english) == State.DRAFT
    assert {letter.subject for letter in mail.outbox} == {"確認の依頼：題"}


@pytest.mark.parametrize("proposed_by", ["the memory", "a machine"])
def test_whoever_saves_a_proposal_as_it_is_accepts_it(english, save, proposed_by):
    row = title_of(english)
    if proposed_by == "the memory":
        StringTranslation.objects.filter(pk=row.pk).update(has_error=True, field_error="a remark")
        Suggestion.objects.create(string_translation=row, kind=Suggestion.Kind.SIMILAR)
    else:
        StringTranslation.objects.filter(pk=row.pk).update(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    save(english, row.data)
    row.refresh_from_db()
    assert (row.has_error, row.translation_type) == (False, StringTranslation.TRANSLATION_TYPE_MANUAL)
    assert not Suggestion.objects.exists()
    assert mail.outbox


def test_the_first_text_of_a_place_is_saved(english, save):
    title_of(english).delete()
    assert save(english, "New").status_code == 201
    assert title_of(english).data == "New"


def test_a_text_can_be_taken_out(english, save):
    assert save(english, "", method="delete").status_code == 200
    assert not StringTranslation.objects.filter(context__path="title", locale=english.target_locale).exists()


def test_of_another_language_nobody_gets_an_answer(english, save, client, users):
    client.force_login(users["translator ko"])
    assert save(english, "Translated: 題").status_code == 403
