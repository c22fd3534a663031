"""Whatever goes wrong with the index, nothing is lost."""

import datetime

import pytest
from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page

from search.backends.database import SearchBackend
from search.entries import PageEntry
from search.indexing import queue
from search.indexing.queue import index_pending
from search.pending import PendingObject, mark
from tests.factories import DocumentFactory, HomePageFactory, StandardPageFactory
from tests.indexing.asking import WORD, found


def test_a_failure_breaks_no_publication_and_is_kept(home, broken, caplog, django_capture_on_commit_callbacks):
    index_pending()
    with django_capture_on_commit_callbacks(execute=True):
        page = StandardPageFactory(title="こわれた題")
        other = StandardPageFactory(title=WORD)
    assert Page.objects.get(pk=page.pk).live
    assert found() == [other.pk]
    row = PendingObject.objects.get()
    assert (row.object_id, row.attempts) == (str(page.pk), 1)
    assert "no_such_table" in row.last_error
    assert row.try_at > timezone.now()
    assert str(page.pk) in caplog.text


def test_what_failed_is_tried_again(home, broken, monkeypatch):
    page = StandardPageFactory(title="こわれた題")
    assert index_pending().failed == 1
    assert index_pending() == queue.Outcome()
    broken.undo()
    later = timezone.now() + datetime.timedelta(seconds=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert index_pending().written == 1
    assert found("こわれた題") == [page.pk]
    assert not PendingObject.objects.exists()


def test_each_try_waits_longer_but_an_hour_at_most(home, broken):
    StandardPageFactory(title="こわれた題")
    for _number in range(20):
        index_pending()
        PendingObject.objects.update(try_at=timezone.now())
    index_pending()
    row = PendingObject.objects.get()
    assert datetime.timedelta(minutes=59) < row.try_at - timezone.now() <= datetime.timedelta(hours=1)


def test_a_new_change_is_tried_at_once(home, broken):
    page = StandardPageFactory(title="こわれた題")
    index_pending()
    page.title = WORD
    page.save()
    assert found() == [page.pk]
    assert not PendingObject.objects.exists()


def test_what_is_changed_while_it_is_written_stays_pending(home, monkeypatch):
    page = StandardPageFactory(title=WORD)
    add_bulk = SearchBackend.add_bulk

    def change_meanwhile(self, model, objects):
        add_bulk(self, model, objects)
        if model is type(page) and not PendingObject.objects.filter(since__gt=start).exists():
            mark(page)

    start = timezone.now()
    index_pending()
    monkeypatch.setattr(SearchBackend, "add_bulk", change_meanwhile)
    start = timezone.now()
    mark(page)
    PendingObject.objects.update(since=start - datetime.timedelta(seconds=1))
    monkeypatch.setattr(queue, "_let_others_write", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        index_pending()
    assert PendingObject.objects.count() == 1


def test_a_killed_worker_loses_nothing(home, monkeypatch):
    page = StandardPageFactory(title=WORD)

    def killed(self, model, objects):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(SearchBackend, "add_bulk", killed)
        with pytest.raises(SystemExit):
            index_pending()
    assert PendingObject.objects.filter(object_id=str(page.pk)).exists()
    index_pending()
    assert found() == [page.pk]


def test_a_file_that_breaks_its_reader_stops_nothing(home, monkeypatch, caplog):
    DocumentFactory()
    page = StandardPageFactory(title=WORD)

    def broken_reader(documents):
        raise RuntimeError("broken reader")

    monkeypatch.setattr(queue, "read_documents", broken_reader)
    index_pending()
    assert found() == [page.pk]
    assert "broken reader" in caplog.text


def test_what_was_deleted_meanwhile_is_pending_no_longer(home):
    page = StandardPageFactory(title=WORD)
    pk = page.pk
    page.delete()
    index_pending()
    assert not PendingObject.objects.exists()
    assert not PageEntry.objects.filter(page=pk).exists()


@pytest.mark.django_db(transaction=True)
def test_a_committed_page_is_found_without_anybody_asking():
    for code, _name in django_settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    if Page.get_first_root_node() is None:
        Page.add_root(title="Root", slug="root", content_type=ContentType.objects.get_for_model(Page))
    home = HomePageFactory(title="はじめ")
    page = StandardPageFactory(parent=home, title=WORD)
    assert not PendingObject.objects.exists()
    assert found() == [page.pk]
