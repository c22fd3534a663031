"""A site whose index is empty, and what can go wrong with it."""

import pytest
from django.db import connection

from search.backends.database import SearchBackend
from search.indexing import moment, page_texts
from search.indexing.words import forget_words
from tests.factories import HomePageFactory


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


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(page_texts, "MOST_CHARACTERS", 100)
