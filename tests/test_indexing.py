"""The index follows what is published: at once or in the background, and whatever goes wrong, nothing is lost."""

import datetime
import hashlib
import json
from io import StringIO

import pytest
from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command, get_commands
from django.db import DatabaseError, connection, transaction
from django.db.models.signals import post_save
from django.test import Client
from django.utils import timezone
from modelsearch.conf import get_app_config
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Locale, Page, PageViewRestriction

from council.models import Person, Term
from council.translation.locales import all_locales
from search import lexemes
from search.backends.database import SearchBackend
from search.cut_pages import is_cut
from search.entries import PageEntry, PageText
from search.indexing import moment, page_texts, queue
from search.indexing.queue import index_pending
from search.indexing.words import forget_words
from search.pending import PendingObject, mark, mark_pages
from search.results import find_pages
from search.vocabulary import VocabularyWord
from tests.factories import (
    DocumentFactory,
    GlossaryPageFactory,
    GoalPageFactory,
    HomePageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OrganisationPageFactory,
    PersonFactory,
    PictureFactory,
    StandardPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    UserFactory,
    translate,
)
from tests.factories_links import about

WORD = "羅針盤"


@pytest.fixture(autouse=True)
def _fresh_memory():
    forget_words()
    _forget_moment()
    yield
    forget_words()
    _forget_moment()


def _forget_moment():
    moment.nothing_changed()
    moment.something_left(False)
    moment.request_ends()


@pytest.fixture
def home(locales):
    return HomePageFactory(slug="home", title="はじめ")


def found(word=WORD, language="ja"):
    return [match.page_id for match in find_pages(word, language).matches]


def facets(page):
    index_pending()
    return PageEntry.objects.get(page=page.pk).facets


def readers(page):
    index_pending()
    return set(PageEntry.objects.get(page=page.pk).readers.split())


# --- When it is written -----------------------------------------------------------------------------------------------


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


# --- What goes wrong --------------------------------------------------------------------------------------------------


@pytest.fixture
def broken(monkeypatch):
    """A title that cannot be written, by an error of the database itself."""
    add_bulk = SearchBackend.add_bulk

    def refuse(self, model, objects):
        if any(getattr(each, "title", "") == "こわれた題" for each in objects):
            with connection.cursor() as cursor:
                cursor.execute("SELECT * FROM no_such_table")
        add_bulk(self, model, objects)

    monkeypatch.setattr(SearchBackend, "add_bulk", refuse)
    return monkeypatch


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


# --- What other pages show -----------------------------------------------------------------------------------------------


def story_with(**block):
    return StoryPageFactory(title="よその話", body=[(block.pop("kind"), block)])


def test_a_new_name_of_a_person_is_found_on_their_stories(home):
    person = PersonFactory(name="灯台守さん")
    story = story_with(kind="voice", headline="海", text="<p>話</p>", person=person)
    english = translate(story, "en", title="Sea")
    index_pending()
    person.name = "船長さん"
    person.save()
    assert found("船長") == [story.pk]
    assert found("船長", "en") == [english.pk]
    assert found("灯台守") == []


def test_who_gives_consent_is_found(home):
    person = PersonFactory(name="灯台守さん", consent_record="")
    story = story_with(kind="voice", headline="海", text="<p>話</p>", person=person)
    assert found("灯台守") == []
    Person.objects.get(pk=person.pk)
    person.consent_record = "綴り1"
    person.save()
    assert found("灯台守") == [story.pk]


def test_a_new_title_of_an_organisation_is_found_where_it_is_named(home):
    organisation = OrganisationPageFactory(title="灯台の会")
    story = story_with(kind="message", organisation=organisation, organisation_name="", text="<p>どうぞ</p>")
    index_pending()
    organisation.title = "船着場の会"
    organisation.save_revision().publish()
    assert set(found("船着場")) == {organisation.pk, story.pk}
    assert found("灯台") == []


def test_a_page_that_changes_in_what_others_do_not_show_marks_itself_alone(home):
    organisation = OrganisationPageFactory(title="灯台の会")
    story_with(kind="message", organisation=organisation, organisation_name="", text="<p>どうぞ</p>")
    index_pending()
    organisation.summary = "あたらしい要約"
    organisation.save()
    assert set(PendingObject.objects.values_list("object_id", flat=True)) == {str(organisation.pk)}


def test_a_term_changes_the_glossary_and_the_pages_that_explain_it(home):
    glossary = GlossaryPageFactory()
    term = TermFactory(word="灯台")
    story = story_with(kind="explainer", term=term, heading="ことば", text="<p>説明</p>")
    assert set(found("灯台")) == {glossary.pk, story.pk}
    term.word = "船着場"
    term.save()
    assert set(found("船着場")) == {glossary.pk, story.pk}
    assert found("灯台") == []
    Term.objects.get(pk=term.pk).delete()
    assert found("船着場") == []


def test_a_new_address_of_a_theme_is_what_pages_are_narrowed_by(home):
    theme = ThemeFactory(slug="old")
    story = StoryPageFactory(themes=[theme])
    assert " theme:old " in facets(story)
    theme.slug = "new"
    theme.save()
    assert " theme:new " in facets(story)
    theme.delete()
    assert " theme:" not in facets(story)


def test_an_initiative_that_is_moved_belongs_to_its_new_goal_with_its_stories(home):
    old, new = GoalPageFactory(), GoalPageFactory()
    initiative = InitiativePageFactory(parent=old)
    story = StoryPageFactory(about=about(initiative))
    assert f" goal:{old.pk} " in facets(initiative)
    assert f" goal:{old.pk} " in facets(story)
    initiative.refresh_from_db()
    new.refresh_from_db()
    initiative.move(new, pos="last-child")
    assert f" goal:{new.pk} " in facets(initiative)
    assert f" goal:{new.pk} " in facets(story)


def test_a_replaced_document_is_read_anew(home):
    document = DocumentFactory(file__data="灯台の話".encode(), file__filename="a.txt")
    page = StandardPageFactory(body=[("document", {"document": document, "title": "書類"})])
    assert found("灯台") == [page.pk]
    other = DocumentFactory(file__data="船着場の話".encode(), file__filename="b.txt")
    document.file, document.file_hash = other.file, ""
    document.save()
    assert (found("灯台"), found("船着場")) == ([], [page.pk])
    document.delete()
    assert found("船着場") == []


# --- Who gets which version -------------------------------------------------------------------------------------------


def test_readers_get_another_version_when_theirs_comes_and_goes(home):
    page = StandardPageFactory(title=WORD)
    assert readers(page) == {"ja", "en", "ko", "zh-hans", "ja-simple"}
    english = translate(page, "en", title="Compass")
    assert (readers(page), readers(english)) == ({"ja", "ko", "zh-hans", "ja-simple"}, {"en"})
    english.unpublish()
    assert "en" in readers(page)
    english.save_revision().publish()
    assert "en" not in readers(page)
    english.delete()
    assert "en" in readers(page)


def test_readers_get_another_version_when_theirs_becomes_private(home):
    page = StandardPageFactory(title=WORD)
    english = translate(page, "en", title="Compass")
    assert readers(english) == {"en"}
    restriction = PageViewRestriction.objects.create(page=english.get_parent(), restriction_type="login")
    assert "en" in readers(page)
    assert found(WORD, "en") == [page.pk]
    restriction.delete()
    assert "en" not in readers(page)


def test_readers_get_another_version_when_the_hour_of_theirs_has_come(home):
    page = StandardPageFactory(title=WORD)
    english = translate(page, "en", title="Compass")
    assert readers(english) == {"en"}
    Page.objects.filter(pk=english.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    queue.mark_what_has_ended()
    assert "en" in readers(page)
    queue.mark_what_has_ended()
    assert not PendingObject.objects.exists()


def test_a_new_language_has_readers(home, settings):
    Locale.objects.filter(language_code="ko").delete()
    page = StandardPageFactory(title=WORD)
    assert "ko" not in readers(page)
    locale = Locale.objects.create(language_code="ko")
    assert "ko" in readers(page)
    locale.delete()
    assert "ko" not in readers(page)


def test_a_language_that_another_process_has_added_has_readers(home, locales):
    page = StandardPageFactory()
    del all_locales()[locales["en"].pk]
    assert "en" in readers(page)


def test_an_alias_is_no_result(home):
    page = StandardPageFactory(title=WORD)
    page.create_alias(update_slug="again")
    assert found() == [page.pk]


# --- What is too long -------------------------------------------------------------------------------------------------


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(page_texts, "MOST_CHARACTERS", 100)


def long_page(**fields):
    return StandardPageFactory(body=[("paragraph", f"<p>{WORD}。{'長い文。' * 40}</p><p>灯台</p>")], **fields)


def test_a_page_that_is_too_long_is_found_by_its_beginning(home, short_pages):
    page = long_page()
    assert (found(), found("灯台")) == ([page.pk], [])
    assert is_cut(page)
    assert not is_cut(StandardPageFactory())


@pytest.mark.parametrize("is_written_later", [False, True])
def test_whoever_publishes_a_page_that_is_too_long_is_told(home, short_pages, settings, is_written_later):
    settings.INDEX_IN_BACKGROUND = is_written_later
    page, client = long_page(title="とても長い頁"), Client()
    index_pending()
    client.force_login(UserFactory(is_superuser=True))
    texts = {"title": page.title, "slug": page.slug, "summary": "", "body-count": "1", "body-0-deleted": ""}
    texts |= {"body-0-order": "0", "body-0-type": "paragraph", "body-0-id": "", "action-publish": "1"}
    texts["body-0-value"] = json.dumps({"blocks": [_draftail("長い文。" * 60)], "entityMap": {}})
    response = client.post(f"/admin/pages/{page.pk}/edit/", texts, follow=True)
    assert response.status_code == 200
    warnings = [str(message) for message in response.context["messages"] if message.level_tag == "warning"]
    assert len(warnings) == 1
    assert "とても長い頁" in warnings[0]


def _draftail(text):
    ranges = {"inlineStyleRanges": [], "entityRanges": []}
    return {"key": "a", "text": text, "type": "unstyled", "depth": 0, **ranges}


def test_an_entry_of_more_words_than_the_database_can_hold_is_no_failure(home):
    page = StandardPageFactory()
    index = SearchBackend({}).get_index_for_model(type(page))
    # As unlike each other as words are: FTS5 takes long for those that are numbered.
    signs = [hashlib.md5(str(number).encode()).hexdigest() for number in range(150_000)]
    words = {f"語{each[:5]}" for each in signs[:50_000]}
    pairs = {f"語{each[:8]}{lexemes.BESIDE}語{each[8:16]}" for each in signs}
    kept, are_missing = index.fitting(words | pairs, lambda: words)
    assert words <= kept
    assert are_missing == (connection.vendor == "postgresql") == (len(kept) < len(words | pairs))
    assert index.write([page], {str(page.pk): (kept, words | pairs)})


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite holds any number of words.")
def test_a_page_of_more_words_than_the_database_can_hold_is_cut(home, monkeypatch):
    monkeypatch.setattr("search.backends.postgres.LARGEST_VECTOR", 2000)
    page = StandardPageFactory(title=WORD, body=[("paragraph", f"<p>{' '.join(map(str, range(1000)))}</p>")])
    assert index_pending().failed == 0
    assert found() == [page.pk]
    assert is_cut(page)


# --- The commands -----------------------------------------------------------------------------------------------------


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
