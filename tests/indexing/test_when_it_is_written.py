"""The index follows what is published: at once or in the background."""

from io import StringIO

from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page

from search.backends.database import SearchBackend
from search.entries import PageEntry, PageText
from search.indexing import moment, queue
from search.indexing.queue import index_pending
from search.pending import PendingObject
from tests.factories import (
    DocumentFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    PictureFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.indexing.asking import WORD, found


def test_modelsearch_writes_nothing_by_itself():
    connected = {model for model in get_indexed_models() if _has_stock_receiver(model)}
    assert connected == set()


def _has_stock_receiver(model):
    return post_save_signal_handler in post_save._live_receivers(sender=model)[0]


def test_a_page_is_found_in_the_transaction_that_saves_it(home):
    page = StandardPageFactory(title=WORD)
    assert found() == [page.pk]
    page.title = "磁石"
    page.save_revision().publish()
    assert (found(), found("磁石")) == ([], [page.pk])


def test_a_page_is_found_in_the_editors_list_in_the_transaction_that_saves_it(home):
    page = StandardPageFactory(title=WORD)
    picture = PictureFactory(title=WORD)
    assert [each.pk for each in Page.objects.search(WORD)] == [page.pk]
    assert [each.pk for each in type(picture).objects.search(WORD)] == [picture.pk]


def test_what_is_committed_is_written(home, django_capture_on_commit_callbacks):
    index_pending()
    with django_capture_on_commit_callbacks(execute=True):
        page = StandardPageFactory(title=WORD)
        assert PendingObject.objects.exists()
    assert not PendingObject.objects.exists()
    assert PageEntry.objects.filter(page=page.pk).exists()


def test_what_is_rolled_back_is_neither_pending_nor_found(home):
    index_pending()
    with transaction.atomic():
        StandardPageFactory(title=WORD)
        transaction.set_rollback(True)
    assert not PendingObject.objects.exists()
    assert found() == []


def test_links_and_entries_of_a_page_are_written_with_it(home, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = InitiativePageFactory(themes=[ThemeFactory(slug="ibasho")])
        InitiativeUpdateFactory(initiative=page, text=WORD, fiscal_year=2031)
    assert not PendingObject.objects.exists()
    assert " theme:ibasho " in PageEntry.objects.get(page=page.pk).facets
    assert " year:2031 " in PageEntry.objects.get(page=page.pk).facets
    assert found() == [page.pk]


def test_a_draft_that_is_saved_marks_nothing(home):
    page = StandardPageFactory(title=WORD)
    index_pending()
    page.title = "磁石"
    page.save_revision()
    assert not PendingObject.objects.exists()


def test_in_the_background_nobody_waits_for_the_index(home, settings, django_capture_on_commit_callbacks):
    index_pending()
    settings.INDEX_IN_BACKGROUND = True
    with django_capture_on_commit_callbacks(execute=True):
        page = StandardPageFactory(title=WORD)
    assert found() == []
    assert PendingObject.objects.filter(object_id=str(page.pk)).exists()
    call_command("index_pending", stdout=StringIO())
    assert found() == [page.pk]
    assert not PendingObject.objects.exists()


def test_ten_changes_are_written_once(home, monkeypatch):
    page = StandardPageFactory()
    index_pending()
    for number in range(10):
        page.summary = f"{number}"
        page.save()
    written = []
    monkeypatch.setattr(SearchBackend, "add_bulk", lambda self, model, objects: written.append(list(objects)))
    index_pending()
    assert written == [[page]]


def test_a_request_leaves_what_takes_long_for_after_its_answer(home, monkeypatch, django_capture_on_commit_callbacks):
    index_pending()
    monkeypatch.setattr(queue, "AT_ONCE", 2)
    monkeypatch.setattr(queue, "SECONDS_BEFORE_ANSWER", 0)
    moment.request_begins()
    with django_capture_on_commit_callbacks(execute=True):
        pages = [StandardPageFactory(title=WORD) for _number in range(7)]
    assert PageEntry.objects.filter(page__in=pages).count() < 7
    moment.request_ends()
    queue.index_after_answer()
    assert PageEntry.objects.filter(page__in=pages).count() == 7
    assert not PendingObject.objects.exists()


def test_files_are_read_after_the_answer(home, django_capture_on_commit_callbacks):
    moment.request_begins()
    with django_capture_on_commit_callbacks(execute=True):
        document = DocumentFactory(file__data=WORD.encode(), file__filename="a.txt")
        page = StandardPageFactory(body=[("document", {"document": document, "title": "書類"})])
    assert PageText.objects.get(page=page.pk).text == "書類"
    moment.request_ends()
    queue.index_after_answer()
    assert WORD in PageText.objects.get(page=page.pk).text
