"""Every feed that a page of the sample names, as feedparser reads it, against RFC 4287."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

import feedparser
import pytest

from council.settings.languages import CONTENT_LANGUAGES
from search.indexing.queue import index_pending
from tests.factories import StandardPageFactory
from tests.parsers_of_others.addresses import is_absolute, path_of

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in CONTENT_LANGUAGES]


@pytest.fixture(scope="session")
def feeds(sample):
    """The text of every feed, by its address."""
    return {
        address: answer.html
        for address, answer in sample.for_machines.items()
        if answer.headers["Content-Type"].startswith("application/atom+xml")
    }


def faults_of(text):
    """What RFC 4287 (4.1.1, 4.1.2, 4.2) does not allow, in words."""
    read = feedparser.parse(text)
    if read.bozo:
        yield f"not well formed: {read.bozo_exception}"
    if read.version != "atom10":
        yield f"{read.version or 'no feed at all'}"
    yield from (f"the feed: {fault}" for fault in _of_both(read.feed))
    if not any(link.rel == "self" and is_absolute(link.href) for link in read.feed.get("links", [])):
        yield "the feed: does not say where it stands"
    ids = [entry.get("id") for entry in read.entries]
    if len(ids) != len(set(ids)):
        yield "two entries have one id"
    for entry in read.entries:
        yield from (f"{entry.get('id')}: {fault}" for fault in _of_both(entry))
        if not (entry.get("author") or read.feed.get("author")):
            yield f"{entry.get('id')}: nobody wrote it"


def _of_both(element):
    """Of a feed, or of an entry."""
    for name in ("id", "title", "updated", "link"):
        # Asked for its value, feedparser gives the day of publication for a missing "updated".
        if name not in element or not element[name]:
            yield f"no {name}"
    if element.get("id") and not (is_absolute(element.id) or _is_uuid(element.id)):
        yield f"the id {element.id} is no IRI"
    if element.get("link") and not is_absolute(element.link):
        yield f"the link {element.link} is not absolute"
    for name in ("updated", "published"):
        if element.get(name) and not _is_moment(element[name]):
            yield f"{name} {element[name]} is no moment"


def _is_uuid(text):
    prefix, _colon, rest = text.rpartition(":")
    try:
        return prefix == "urn:uuid" and str(UUID(rest)) == rest
    except ValueError:
        return False


def _is_moment(text):
    """RFC 3339: a day, a time and a zone."""
    try:
        return "T" in text and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def test_there_are_feeds_of_stories_themes_and_searches_in_each_language(feeds):
    for code in CODES:
        own = [urlsplit(each) for each in feeds if each.startswith(f"/{code}/")]
        assert [each for each in own if each.path == f"/{code}/feed/"]
        assert [each for each in own if each.path.startswith(f"/{code}/feed/") and each.path.count("/") == 4]
        assert [each for each in own if each.path == f"/{code}/search/feed/" and each.query]


def test_every_feed_is_one_to_a_feed_reader(feeds):
    faults = {address: list(faults_of(text)) for address, text in feeds.items()}
    assert {address: found for address, found in faults.items() if found} == {}


def test_every_entry_leads_to_a_page(sample, feeds):
    linked = {path_of(entry.link) for text in feeds.values() for entry in feedparser.parse(text).entries}
    assert len(linked) > 20
    assert {path for path in linked if path not in sample.answers or sample.answers[path].status != 200} == set()


def test_every_feed_and_entry_says_its_language(sample, feeds):
    for address, text in feeds.items():
        read = feedparser.parse(text)
        assert read.feed.language == address.split("/")[1], address
        for entry in read.entries:
            said = entry.title_detail.language
            assert said in CODES, (address, entry.id)
            assert f'<meta property="og:locale" content="{said[:2]}_' in sample.answers[path_of(entry.link)].html


@pytest.mark.parametrize("name", ["title", "updated", "id"])
def test_a_feed_without_what_it_must_have_is_found(feeds, name):
    text = feeds["/ja/feed/"]
    assert list(faults_of(text)) == []
    start = text.index(f"<{name}", text.index("<entry"))
    end = text.index(f"</{name}>", start) + len(f"</{name}>")
    assert [fault for fault in faults_of(text[:start] + text[end:]) if f"no {name}" in fault]


def test_a_page_that_no_editor_published_is_an_entry_too(locales, client):
    """An import or an older database may leave a page without any date, and a council may have no name yet."""
    page = StandardPageFactory(title="雨の日に", first_published_at=None, last_published_at=None)
    index_pending()
    assert page.last_published_at is None
    text = client.get("/ja/search/feed/?q=雨").content.decode()
    assert [entry.title for entry in feedparser.parse(text).entries] == ["雨の日に"]
    assert list(faults_of(text)) == []
