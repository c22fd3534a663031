"""With OpenSearch the same questions find the same pages in the same order; the database still says who may read them."""

import json

import pytest
from django.test import override_settings
from modelsearch.backends import get_search_backend
from wagtail.models import Page

from search.indexing.queue import index_pending
from search.results import find_pages
from tests.factories import StandardPageFactory
from tests.opensearch_server import Server

OPENSEARCH = {
    "default": {
        "BACKEND": "search.backends.opensearch",
        "URLS": ["http://opensearch.example:9200"],
        "INDEX_PREFIX": "tsunagu_",
        "OPTIONS": {"connection_class": Server},
    }
}
PAGES = [
    ("子ども食堂の案内", "どなたでもどうぞ。"),
    ("区の催し", "こども食堂を三つの会場で。こども食堂、子供食堂。"),
    ("食堂の案内", "子どもの好きな献立です。"),
    ("京都への旅", "一度だけ東京都にも寄ります。"),
    ("東京都の制度", "申し込みは窓口で。"),
    ("支え合いのまち", "ひとり暮らしの方を見守ります。"),
]


def pages_with(body):
    return [{"type": "paragraph", "value": f"<p>{body}</p>"}]


@pytest.fixture
def pages(locales):
    return [StandardPageFactory(title=title, body=pages_with(body)) for title, body in PAGES]


@pytest.fixture
def opensearch(pages):
    """The same pages in OpenSearch as in the database's own index."""
    Server.indexes, Server.requests = {}, []
    with override_settings(WAGTAILSEARCH_BACKENDS=OPENSEARCH):
        index_pending()
        for page in pages:
            get_search_backend().add(page)
        yield Server


QUESTIONS = [
    "こども食堂",
    "子ども 食堂",
    "京都",
    "申込み",
    "独り暮らし",
    "ささえあい",
    "見守り まち",
    "どこにもない語",
    '"区の催し"',
]


def titles(question):
    keys = [match.page_id for match in find_pages(question, "ja").matches]
    found = Page.objects.in_bulk(keys)
    return [found[key].title for key in keys]


def test_the_same_questions_find_the_same_pages(pages, request):
    in_database = {question: titles(question) for question in QUESTIONS}
    assert in_database["こども食堂"] == ["子ども食堂の案内", "区の催し"]
    request.getfixturevalue("opensearch")
    assert {question: titles(question) for question in QUESTIONS} == in_database


def test_the_server_is_sent_lexemes_and_no_text(opensearch):
    (index,) = {name for name in opensearch.indexes if name.startswith("tsunagu_")}
    documents = opensearch.indexes[index].values()
    assert all(set(document) >= {"pk", "words", "beginnings"} for document in documents)
    assert not any("どなたでも" in json.dumps(document, ensure_ascii=False) for document in documents)


def test_what_may_not_be_read_is_not_found(opensearch, pages):
    Page.objects.filter(pk=pages[0].pk).update(live=False)
    assert titles("こども食堂") == ["区の催し"]


def test_what_is_deleted_is_taken_out(opensearch, pages):
    get_search_backend().delete(pages[1])
    assert titles("こども食堂") == ["子ども食堂の案内"]


def test_lists_of_the_editors_side_are_searched_too(opensearch, pages):
    backend = get_search_backend()
    assert next(page.title for page in backend.search("子ども食堂", Page.objects.all())) == "子ども食堂の案内"
    assert [page.title for page in backend.autocomplete("京", Page.objects.all())] == ["京都への旅"]


def test_an_index_is_made_with_plain_fields(opensearch):
    backend = get_search_backend()
    index = backend.get_index_for_model(Page)
    index.put()
    index.add_model(Page)
    mapping = next(json.loads(text) for _method, url, text in reversed(opensearch.requests) if "_mapping" in url)
    assert mapping["properties"]["words"] == {"type": "keyword"}
    assert "title" not in mapping["properties"]
