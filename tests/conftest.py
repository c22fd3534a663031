"""What every test may ask for. No test needs another's data, an order, or a network."""

import socket

import pytest
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Locale, Page

from council.translation.collisions import forget_collisions
from council.translation.locales import forget_locales
from council.translation.untranslated import forget_untranslated
from search.indexing.moment import nothing_changed
from search.indexing.words import forget_words


@pytest.fixture(autouse=True)
def _fresh_process_memory():
    """What the process remembers of a database that a test's end has rolled back."""
    forget_locales()
    forget_collisions()
    forget_untranslated()
    forget_words()
    nothing_changed()
    cache.clear()
    # A request leaves its language to whatever the thread does next.
    translation.deactivate()
    yield
    forget_locales()
    forget_collisions()
    forget_untranslated()
    forget_words()
    nothing_changed()
    cache.clear()


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
