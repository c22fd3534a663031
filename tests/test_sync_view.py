"""wagtail-localize's sync view, answered by ours: earlier texts come back, and a machine's failure is a sentence."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from tests.factories import StoryPageFactory
from tests.factories_translations import complete, publish, send
from tests.test_machine_translation import Service
from translators.suggestions import Suggestion


@pytest.fixture
def english(locales, admin_client):
    story = StoryPageFactory(
        title="雨の夜、となりの戸をたたいた", slug="rain", body=[("paragraph", "<p>水曜日の三時。</p>")]
    )
    story.save_revision().publish()
    translation = send(story, "en")["en"]
    complete(translation)
    publish(translation)
    return translation


@pytest.fixture
def machine(settings):
    service = Service()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "translators.machine.libretranslate.LibreTranslate",
        "OPTIONS": {"LIBRETRANSLATE_URL": service.url, "API_KEY": ""},
    }
    yield service
    service.server.shutdown()
    service.server.server_close()


def change(translation, **fields):
    page = translation.source.get_source_instance()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def sync(client, translation, **fields):
    return client.post(reverse("wagtail_localize:update_translations", args=[translation.source_id]), fields)


def test_a_changed_text_comes_back_with_its_old_translation(english, admin_client):
    change(english, title="大雨の夜、となりの戸をたたいた")
    assert sync(admin_client, english).status_code == 302
    suggestion = Suggestion.objects.get()
    assert suggestion.kind == Suggestion.Kind.CHANGED
    assert suggestion.previous_source == "雨の夜、となりの戸をたたいた"
    assert suggestion.string_translation.data == "Translated: 雨の夜、となりの戸をたたいた"


def test_what_a_machine_says_at_a_sync_waits_for_a_person(english, machine, admin_client):
    change(english, summary="まったく別の、まだだれも訳していない文。")
    sync(admin_client, english, use_machine_translation="on", publish_translations="on")
    added = StringTranslation.objects.get(data__startswith="EN ")
    assert added.has_error
    assert added.suggestion.kind == Suggestion.Kind.MACHINE
    page = english.get_target_instance()
    assert page.summary == ""
    assert page.live


@pytest.mark.parametrize("status", [403, 500])
def test_a_machine_that_fails_at_a_sync_is_a_sentence(english, machine, admin_client, status):
    machine.status = status
    change(english, summary="まったく別の、まだだれも訳していない文。")
    response = sync(admin_client, english, use_machine_translation="on")
    assert response.status_code == 302
    assert any("LibreTranslate" in str(message) for message in get_messages(response.wsgi_request))
    english.source.refresh_from_db()
    assert json.loads(english.source.content_json)["summary"].endswith("訳していない文。")
