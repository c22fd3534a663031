"""Nobody finds what they may not read: pages of every type, and the voices of people who no longer agree."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, get_page_models

from council.pages import CouncilPage
from search.did_you_mean import correction
from search.entries import PageEntry
from search.indexing.queue import index_pending
from search.indexing.words import forget_words
from search.results import find_pages
from search.suggestions import suggest
from tests.factories import (
    PAGE_FACTORIES,
    DocumentFactory,
    HomePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    StandardPageFactory,
    StoryPageFactory,
    translate,
)
from tests.factories_links import HIDDEN
from tests.heading_breaks import without_breaks

DAY = datetime.timedelta(days=1)
WORD, MISTYPED = "羅針盤", "羅針番"
# The page of results marks the word that was asked for; the rest of the title stands there in one piece.
REST = "のひみつ帳"
TITLE = WORD + REST


@pytest.fixture(autouse=True)
def _fresh_words():
    forget_words()
    yield
    forget_words()


@pytest.fixture
def home(locales):
    return HomePageFactory(slug="home", title="はじめ")


def unpublish(page):
    page.unpublish()


def delete(page):
    page.delete()


def move_below_a_private_page(page):
    private = StandardPageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    page.refresh_from_db()
    private.refresh_from_db()
    page.move(private, pos="last-child")


WAYS = {
    **HIDDEN,
    "unpublished": unpublish,
    "deleted": delete,
    "moved below a private page": move_below_a_private_page,
}


def traces():
    """Where a reader meets a page of this title: the names of the ways."""
    found = find_pages(WORD, "ja")
    seen = {
        "results": bool(found.matches),
        "counts": any(any(values.values()) for values in found.counts.values()),
        "suggestions": any(REST in each.label for each in suggest(WORD, "ja")),
        "correction": correction(MISTYPED, "ja") != "",
    }
    for name, address in {"page": "", "feed": "feed/", "typing": "suggest/"}.items():
        response = Client().get(f"/ja/search/{address}", {"q": WORD})
        assert response.status_code == 200, address
        text = str(response.json()) if name == "typing" else without_breaks(response.content.decode())
        seen[name] = REST in text
    return {name for name, is_seen in seen.items() if is_seen}


EVERYWHERE = {"results", "counts", "suggestions", "correction", "page", "feed", "typing"}


def test_every_type_of_page_is_tested_here():
    assert {model for model in get_page_models() if issubclass(model, CouncilPage)} == set(PAGE_FACTORIES)


@pytest.mark.parametrize("model", PAGE_FACTORIES, ids=lambda model: model.__name__)
def test_a_page_is_found_by_its_title_everywhere(model, home):
    PAGE_FACTORIES[model](title=TITLE)
    assert traces() == EVERYWHERE
    assert correction(MISTYPED, "ja") == WORD


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("model", PAGE_FACTORIES, ids=lambda model: model.__name__)
def test_a_hidden_page_leaves_no_trace(model, way, home, settings):
    page = PAGE_FACTORIES[model](title=TITLE)
    index_pending()
    assert traces() == EVERYWHERE
    # No worker is there: it is hidden from that moment on, not only when the index has been written.
    settings.INDEX_IN_BACKGROUND = True
    WAYS[way](page)
    assert traces() == set()
    index_pending()
    assert traces() == set()


# A draft is one by the table alone here, which no program does; an hour that has come is seen by the next that runs.
@pytest.mark.parametrize("way", sorted(WAYS.keys() - {"draft", "expired"}))
def test_a_hidden_page_leaves_no_trace_in_pages_that_name_it(way, home, settings):
    named = OrganisationPageFactory(title=TITLE)
    body = [("message", {"organisation": named, "organisation_name": "", "text": "<p>どうぞ</p>"})]
    story = StoryPageFactory(title="よその話", body=body)
    assert {match.page_id for match in find_pages(WORD, "ja").matches} == {named.pk, story.pk}
    settings.INDEX_IN_BACKGROUND = True
    WAYS[way](named)
    assert find_pages(WORD, "ja").matches == []
    index_pending()
    assert find_pages(WORD, "ja").matches == []
    assert {match.page_id for match in find_pages("よその話", "ja").matches} == {story.pk}


def test_a_draft_of_a_published_page_is_not_found(home):
    page = StandardPageFactory(title="公開の題")
    page.title = TITLE
    page.save_revision()
    assert traces() == set()


# --- Voices ---------------------------------------------------------------------------------------------------------


def withdraw(person):
    person.consent_withdrawn_on = timezone.localdate()
    person.save()


def end(person):
    person.consent_until = timezone.localdate() - DAY
    person.save()


def lose_the_record(person):
    person.consent_record = ""
    person.save()


def unpublish_person(person):
    person.unpublish()


WITHDRAWN = {
    "taken back": withdraw,
    "over": end,
    "without a record": lose_the_record,
    "unpublished": unpublish_person,
    "deleted": lambda person: person.delete(),
}


def story_of(person):
    voice = ("voice", {"headline": "海の話", "text": f"<p>{WORD}を持って歩いた。</p>", "person": person})
    return StoryPageFactory(title=TITLE.replace(WORD, "海図"), body=[("paragraph", "<p>まえがき</p>"), voice])


@pytest.mark.parametrize("way", WITHDRAWN)
@pytest.mark.parametrize("word", [WORD, "灯台守"])
def test_a_voice_is_gone_at_once(way, word, home, settings):
    person = PersonFactory(name="灯台守さん")
    story = story_of(person)
    translate(story, "en", title="Chart")
    index_pending()
    assert [match.page_id for match in find_pages(word, "ja").matches] == [story.pk]
    settings.INDEX_IN_BACKGROUND = True
    WITHDRAWN[way](person)
    assert find_pages(word, "ja").matches == []
    assert find_pages(word, "en").matches == []
    index_pending()
    assert find_pages(word, "ja").matches == []
    # The rest of the story is found again.
    assert [match.page_id for match in find_pages("海図", "ja").matches] == [story.pk]


def test_a_voice_is_gone_when_its_last_day_is_over(home, monkeypatch):
    person = PersonFactory(consent_until=timezone.localdate())
    story = story_of(person)
    assert [match.page_id for match in find_pages(WORD, "ja").matches] == [story.pk]
    tomorrow = timezone.now() + DAY
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert find_pages(WORD, "ja").matches == []


def test_a_page_whose_voice_is_over_is_written_anew(home):
    story = story_of(PersonFactory(consent_until=timezone.localdate()))
    index_pending()
    # As if it had been written before the day was over.
    PageEntry.objects.filter(page=story.pk).update(until=timezone.now() - DAY)
    assert find_pages("海図", "ja").matches == []
    call_command("index_pending", verbosity=0)
    assert [match.page_id for match in find_pages("海図", "ja").matches] == [story.pk]


def test_a_private_document_is_gone_from_the_pages_that_offer_it(home):
    root = Collection.get_first_root_node()
    collection = root.add_child(instance=Collection(name="内部"))
    document = DocumentFactory(collection=collection, file__data=f"{WORD}の読み方".encode(), file__filename="a.txt")
    page = StandardPageFactory(title="書類の頁", body=[("document", {"document": document, "title": "書類"})])
    assert [match.page_id for match in find_pages(WORD, "ja").matches] == [page.pk]
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert find_pages(WORD, "ja").matches == []
    assert [match.page_id for match in find_pages("書類の頁", "ja").matches] == [page.pk]


@pytest.fixture
def offered(home):
    """``(page, document, collection)``: the document stands in the collection, and belongs to the page."""
    collection = new_collection("公開")
    document = DocumentFactory(collection=collection, file__data=f"{WORD}の読み方".encode(), file__filename="a.txt")
    page = StandardPageFactory(title="書類の頁", body=[("document", {"document": document, "title": "書類"})])
    index_pending()
    assert [match.page_id for match in find_pages(WORD, "ja").matches] == [page.pk]
    return page, document, collection


def new_collection(name, is_private=False):
    root = Collection.get_first_root_node()
    collection = root.add_child(instance=Collection(name=name))
    if is_private:
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def move_document(document, _collection, target, client):
    address = reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "add_to_collection"])
    response = client.post(f"{address}?id={document.pk}", {"collection": target.pk})
    assert response.status_code == 302
    document.refresh_from_db()
    assert document.collection_id == target.pk


def move_collection(_document, collection, target, client):
    address = reverse("wagtailadmin_collections:edit", args=[collection.pk])
    response = client.post(address, {"name": "公開", "parent": target.pk})
    assert response.status_code == 302
    assert Collection.objects.get(pk=collection.pk).get_parent().pk == target.pk


@pytest.mark.parametrize("move", [move_document, move_collection])
def test_a_document_that_is_moved_into_a_private_collection_is_gone(offered, move, settings, admin_client):
    page, document, collection = offered
    private = new_collection("内部", is_private=True)
    index_pending()
    settings.INDEX_IN_BACKGROUND = True
    move(document, collection, private, admin_client)
    assert find_pages(WORD, "ja").matches == []
    index_pending()
    assert find_pages(WORD, "ja").matches == []
    assert [match.page_id for match in find_pages("書類の頁", "ja").matches] == [page.pk]


@pytest.mark.parametrize("move", [move_document, move_collection])
def test_a_document_that_is_moved_out_of_a_private_collection_is_found(offered, move, settings, admin_client):
    page, document, collection = offered
    private = new_collection("内部", is_private=True)
    root = Collection.get_first_root_node()
    move(document, collection, private, admin_client)
    index_pending()
    assert find_pages(WORD, "ja").matches == []
    settings.INDEX_IN_BACKGROUND = True
    move(document, Collection.objects.get(pk=collection.pk), root, admin_client)
    index_pending()
    assert [match.page_id for match in find_pages(WORD, "ja").matches] == [page.pk]


def test_a_collection_of_a_site_without_a_private_one_hides_nothing(offered, settings, admin_client):
    page, document, collection = offered
    target = new_collection("別")
    settings.INDEX_IN_BACKGROUND = True
    for move in (move_collection, move_document):
        move(document, collection, target, admin_client)
        assert [match.page_id for match in find_pages(WORD, "ja").matches] == [page.pk]
