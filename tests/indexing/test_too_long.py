"""A page that is too long is found by its beginning, and whoever publishes it is told."""

import hashlib
import json

import pytest
from django.db import connection
from django.test import Client

from search import lexemes
from search.backends.database import SearchBackend
from search.cut_pages import is_cut
from search.indexing.queue import index_pending
from tests.factories import StandardPageFactory, UserFactory
from tests.indexing.asking import WORD, found, long_page


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
