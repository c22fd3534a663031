"""What the commands of the index write, and what they say."""

from io import StringIO

import pytest
from django.core.management import call_command, get_commands
from django.db import DatabaseError, connection
from django.utils import timezone
from modelsearch.conf import get_app_config
from modelsearch.index import get_indexed_models
from wagtail.models import Page

from search.backends.database import SearchBackend
from search.entries import PageEntry, PageText
from search.indexing.queue import index_pending
from search.pending import PendingObject, mark, mark_pages
from search.vocabulary import VocabularyWord
from tests.factories import PersonFactory, StandardPageFactory
from tests.indexing.asking import WORD, found, long_page, story_with


@pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL keeps a list of what is new.")
def test_nothing_that_was_written_waits_in_a_list_that_every_question_reads(home):
    StandardPageFactory(title="防災", parent=home)
    index_pending()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gin_clean_pending_list(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid "
            "WHERE indrelid = %s::regclass AND relam = (SELECT oid FROM pg_am WHERE amname = 'gin')",
            [get_app_config().get_model("IndexEntry")._meta.db_table],
        )
        assert {pages for (pages,) in cursor.fetchall()} == {0}


def test_update_index_of_this_project_wins():
    assert get_commands()["update_index"] == "search"


def test_update_index_writes_everything_and_says_how_far_it_is(home, short_pages):
    page = long_page()
    index_pending()
    VocabularyWord.objects.create(vocabulary="japanese", surface="なくなった語", form="なくなった語")
    PageEntry.objects.all().delete()
    PageText.objects.all().delete()
    mark(page)
    out = StringIO()
    call_command("update_index", stdout=out)
    total = sum(model.get_indexed_objects().count() for model in get_indexed_models())
    assert f"objects written: {total} of {total}" in out.getvalue()
    assert f"Page {page.pk} is too long" in out.getvalue()
    assert found() == [page.pk]
    assert not PendingObject.objects.exists()
    words = set(VocabularyWord.objects.values_list("surface", flat=True))
    assert WORD in words
    assert "なくなった語" not in words


def test_update_index_goes_on_after_a_failure(home, broken):
    failing = StandardPageFactory(title="こわれた題")
    page = StandardPageFactory(title=WORD)
    add_items = SearchBackend.index_class.add_items

    def refuse(self, model, objects):
        if any(getattr(each, "title", "") == "こわれた題" for each in objects):
            raise DatabaseError("no such lexeme")
        add_items(self, model, objects)

    broken.setattr(SearchBackend.index_class, "add_items", refuse)
    out, errors = StringIO(), StringIO()
    call_command("update_index", stdout=out, stderr=errors)
    assert "no such lexeme" in errors.getvalue()
    assert "1 objects are missing" in errors.getvalue()
    assert set(PendingObject.objects.values_list("object_id", flat=True)) == {str(failing.pk)}
    broken.undo()
    assert found() == [page.pk]


def test_update_index_hides_what_it_could_not_write(home, monkeypatch, settings):
    person = PersonFactory(name="灯台守さん")
    story = story_with(kind="voice", headline="海", text="<p>話</p>", person=person)
    other = StandardPageFactory(title=WORD)
    index_pending()
    assert found("灯台守") == [story.pk]
    settings.INDEX_IN_BACKGROUND = True
    person.consent_withdrawn_on = timezone.localdate()
    person.save()
    mark_pages(Page.objects.filter(pk=other.pk), hides=True)
    add_items = SearchBackend.index_class.add_items

    def refuse(self, model, objects):
        if any(isinstance(each, Page) and each.pk == story.pk for each in objects):
            raise DatabaseError("no such lexeme")
        add_items(self, model, objects)

    with monkeypatch.context() as patched:
        patched.setattr(SearchBackend.index_class, "add_items", refuse)
        call_command("update_index", stdout=StringIO(), stderr=StringIO())
    assert (found("灯台守"), found()) == ([], [other.pk])
    assert set(PendingObject.objects.values_list("object_id", flat=True)) == {str(story.pk)}
    index_pending()
    assert found("灯台守") == []
    assert not PendingObject.objects.exists()


def test_the_stock_options_of_update_index_are_kept(home):
    StandardPageFactory(title=WORD)
    PageEntry.objects.all().delete()
    call_command("update_index", schema_only=True, backend_name="default", chunk_size=50, stdout=StringIO())
    assert PendingObject.objects.exists()


def test_index_pending_names_what_fails(home, broken):
    page = StandardPageFactory(title="こわれた題")
    out, errors = StringIO(), StringIO()
    call_command("index_pending", stdout=out, stderr=errors)
    assert "1 failed" in out.getvalue()
    assert str(page.pk) in errors.getvalue()
