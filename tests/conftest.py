"""What every test may ask for. No test needs another's data, an order, or a network."""

import socket

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Locale, Page

from council.explained_words.glossary import forget_glossary
from council.furigana.dictionary import forget_readings
from council.page_views.counting import counter
from council.translation.collisions import forget_collisions
from council.translation.locales import forget_locales
from council.translation.untranslated import forget_untranslated
from search.indexing.moment import nothing_changed
from search.indexing.words import forget_words


def pytest_collection_modifyitems(items):
    """A test that commits has the tables emptied after it, without Django's writing its own rows anew: see below."""
    for item in items:
        if commits(item):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """What migrations wrote is put back after it, for whatever test comes next in this process.

    After the last one the tests' database is gone, and what is connected is that of DATABASE_URL.
    """
    result = yield
    if nextitem is not None and commits(item):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return result


def commits(item):
    return any(marker.kwargs.get("transaction") for marker in item.iter_markers("django_db"))


@pytest.fixture(autouse=True)
def _fresh_process_memory():
    """What the process remembers of a database that a test's end has rolled back."""
    forget_all()
    # A request leaves its language to whatever the thread does next.
    translation.deactivate()
    yield
    forget_all()


def forget_all():
    forget_locales()
    forget_collisions()
    forget_untranslated()
    forget_readings()
    forget_glossary()
    forget_words()
    nothing_changed()
    cache.clear()
    # Else they would be written when the process ends, and its database is again that of DATABASE_URL.
    counter.forget()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """A test that reaches for another machine fails instead of waiting for it."""
    connect = socket.socket.connect

    def refuse(self, address):
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"A test tried to reach {address}.")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def locales(db):
    """Every locale of the settings, by code."""
    from django.conf import settings

    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


@pytest.fixture
def root(db):
    return Page.get_first_root_node()
