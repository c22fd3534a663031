"""A locked translation stays as it is; a planned one waits; one that is to end ends with its source."""

import datetime
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from tests.factories import HomePageFactory, PictureFactory, StandardPageFactory, ThemeFactory, translate
from tests.factories_translations import complete, in_language, make_users, publish
from translators.gaps_allowed import GapsAllowed
from translators.sending.parcels import pack
from translators.sending.send import send
from translators.status import records

pytestmark = pytest.mark.django_db
SOON = timezone.now() + datetime.timedelta(days=5)


@pytest.fixture
def users(locales):
    call_command("setup_site", verbosity=0)
    return make_users()


@pytest.fixture
def source(users, locales):
    front = HomePageFactory()
    translate(front, "en")
    page = StandardPageFactory(
        parent=front, title="題", slug="page", summary="まとめ", picture=PictureFactory(), picture_alt="海"
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def english(source, locales):
    [translation] = send([pack([source], locales["en"])])
    complete(translation)
    publish(translation)
    return translation


def published(page, **fields):
    page = Page.objects.get(pk=page.pk).specific
    for name, value in fields.items():
        setattr(page, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    return page


# --- Locks ------------------------------------------------------------------------------------------------------


def to_segment(client, translation, method="put"):
    part = StringSegment.objects.get(source=translation.source, context__path="title")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, part.pk])
    data = urlencode({"value": "After the lock"})
    return getattr(client, method)(address, data, content_type="application/x-www-form-urlencoded")


def to_override(client, translation):
    part = OverridableSegment.objects.get(source=translation.source, context__path="picture")
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, part.pk])
    data = urlencode({"value": PictureFactory().pk})
    return client.put(address, data, content_type="application/x-www-form-urlencoded")


def to_po(client, translation):
    po = translation.export_po()
    for entry in po:
        entry.msgstr = "After the lock"
    upload = SimpleUploadedFile("page.po", str(po).encode(), content_type="text/x-gettext-translation")
    return client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": upload})


def to_machine(client, translation):
    return client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))


def to_gaps_page(client, translation):
    return client.post(reverse("translators_publish_with_gaps", args=[translation.pk]))


def to_editor(client, translation):
    page = translation.get_target_instance()
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})


ROUTES = [to_segment, to_override, to_po, to_machine, to_gaps_page, to_editor]


def state():
    return (
        list(StringTranslation.objects.order_by("pk").values()),
        list(SegmentOverride.objects.values()),
        list(GapsAllowed.objects.values()),
        list(Page.objects.order_by("pk").values("pk", "title", "live_revision_id", "latest_revision_id")),
    )


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_locked_by_another_is_left_alone(english, users, client, route):
    page = english.get_target_instance()
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=users["approver"], locked_at=timezone.now())
    client.force_login(users["reviewer en"])
    before = state()
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = route(client, english)
    assert state() == before
    if route in (to_segment, to_override):
        assert response.status_code == 403
        assert "ロックされています" in response.json()["detail"]
    else:
        assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert "ロックされています" in client.get(response.url).content.decode()


@pytest.mark.parametrize("route", [to_segment, to_editor])
def test_whoever_locked_it_works_on(english, users, client, route):
    page = english.get_target_instance()
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=users["reviewer en"], locked_at=timezone.now())
    client.force_login(users["reviewer en"])
    complete(english, "Newer: {source}")
    before = state()
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert route(client, english).status_code < 400
    assert state() != before


def test_a_locked_page_can_be_looked_at(english, users, client):
    Page.objects.filter(pk=english.get_target_instance().pk).update(locked=True, locked_by=users["approver"])
    client.force_login(users["translator en"])
    assert client.get(reverse("wagtail_localize:download_pofile", args=[english.pk])).status_code == 200


# --- Planned, and to end ----------------------------------------------------------------------------------------


def test_what_is_planned_for_tomorrow_is_not_published_now(english, users):
    page = english.get_target_instance().specific
    was = page.title
    page.title, page.go_live_at = "Tomorrow", timezone.now() + datetime.timedelta(days=1)
    revision = page.save_revision()
    complete(english, "Newer: {source}")
    revision.publish(user=users["reviewer en"])
    page, revision = in_language(page, "en"), page.revisions.get(pk=revision.pk)
    assert page.title == was
    assert revision.approved_go_live_at is not None


def test_when_its_time_has_come_the_translation_as_it_then_is_is_published(english):
    page = english.get_target_instance().specific
    page.title, page.go_live_at = "Tomorrow", timezone.now() - datetime.timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    complete(english, "Newer: {source}")
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("publish_scheduled", verbosity=0)
    assert in_language(page, "en").title == "Newer: 題"


def test_the_draft_that_is_made_has_no_dates_of_its_own(source, locales):
    source = published(source, expire_at=SOON)
    Page.objects.filter(pk=source.pk).update(go_live_at=SOON)
    source.refresh_from_db()
    send([pack([source], locales["en"])])
    page = in_language(source, "en")
    draft = page.get_latest_revision_as_object()
    assert (page.expire_at, page.go_live_at, draft.expire_at, draft.go_live_at) == (None,) * 4


def test_a_snippets_draft_has_no_dates_either(users, locales):
    theme = ThemeFactory(expire_at=SOON)
    theme.save_revision().publish()
    send([pack([theme], locales["en"])])
    version = in_language(theme, "en")
    assert (version.expire_at, version.get_latest_revision_as_object().expire_at) == (None, None)


def test_a_translation_ends_when_its_source_does(english, source):
    published(source, expire_at=SOON)
    assert in_language(source, "en").expire_at == SOON
    published(source, expire_at=None)
    assert in_language(source, "en").expire_at is None


def test_a_translation_takes_the_end_of_its_source_when_it_is_published(source, locales):
    published(source, expire_at=SOON)
    [translation] = send([pack([source], locales["en"])])
    complete(translation)
    publish(translation)
    assert in_language(source, "en").expire_at == SOON
    # A draft from before says otherwise.
    published(in_language(source, "en"), expire_at=None)
    assert in_language(source, "en").expire_at == SOON


def test_a_translation_that_was_ended_keeps_its_own_dates(english, source):
    Translation.objects.filter(pk=english.pk).update(enabled=False)
    published(source, expire_at=SOON)
    assert in_language(source, "en").expire_at is None


def test_a_page_is_off_in_each_language_at_the_same_time(english, source):
    published(source, expire_at=SOON)
    Page.objects.filter(expire_at=SOON).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert [in_language(source, code).live for code in ("ja", "en")] == [False, False]


# --- The table --------------------------------------------------------------------------------------------------


def test_what_is_sent_while_the_table_is_read_is_left_out(english, monkeypatch):
    monkeypatch.setattr(records, "_sources", lambda keys: {})
    assert records.Records.read().works == {}
