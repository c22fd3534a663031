"""Whose reading holds: that of the page, the reading dictionary, people, organisations, terms, in this order."""

import time
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.db import transaction

from council.furigana.page_readings import PageReading
from council.language.furigana.own_words import OwnWords, of_a_person
from council.organisations import OrganisationPage
from council.people import Person
from council.readings import Reading
from council.terms import Term

# For processes that did not see the correction themselves.
SECONDS_REMEMBERED = 60

_memory = {}


@dataclass(frozen=True)
class Dictionary:
    """``{word: reading}``, and a short key for it."""

    readings: dict

    @cached_property
    def words(self):
        return OwnWords(self.readings)

    @cached_property
    def key(self):
        return sha256(repr(sorted(self.readings.items())).encode()).hexdigest()[:16]

    def with_words(self, readings):
        """The same with others that come first; itself where there are none, or they say the same."""
        changed = {word: reading for word, reading in readings.items() if self.readings.get(word) != reading}
        return Dictionary({**self.readings, **changed}) if changed else self


def dictionary(page_id=None):
    """The `Dictionary` of the site, or of one page of it. Rarely a query."""
    until, site, pages = _memory.get("read", (0, None, None))
    if time.monotonic() > until:
        site, pages = _read()
        _memory["read"] = (time.monotonic() + SECONDS_REMEMBERED, site, pages)
    return pages.get(page_id, site)


def forget_readings():
    """Looks again at the next page."""
    _memory.clear()


def note_readings_changed(**kwargs):
    """To be called when somebody has changed how something is read."""
    forget_readings()
    # A request that comes before the commit would keep what was.
    transaction.on_commit(forget_readings)


def _read():
    words = {}
    words |= dict(_japanese(Term.objects.filter(live=True)).exclude(reading="").values_list("word", "reading"))
    for title, short_name, reading in _japanese(OrganisationPage.objects.live()).values_list(
        "title", "short_name", "reading"
    ):
        words[title] = reading
        if short_name and short_name not in title:
            words.pop(short_name, None)
    # Nothing of somebody who may not be named here, not even how their name would be read.
    for person in _japanese(Person.objects.filter(live=True)):
        if person.has_consent:
            words |= of_a_person(person.name, person.reading)
    words |= dict(Reading.objects.values_list("word", "reading"))
    site = Dictionary(words)
    pages = {}
    for page_id, word, reading in PageReading.objects.values_list("page_id", "word", "reading"):
        pages.setdefault(page_id, {})[word] = reading
    return site, {page_id: site.with_words(own) for page_id, own in pages.items()}


def _japanese(objects):
    return objects.filter(locale__language_code__startswith="ja")
