"""Whose reading holds: that of the page, the reading dictionary, people, organisations and places, terms, in this order."""

import time
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Replace
from django.utils import timezone

from council.furigana.page_readings import PageReading
from council.language.furigana.own_words import OwnWords, of_a_person
from council.organisations import OrganisationPage
from council.people import Person
from council.places.place import PlacePage
from council.readings import Reading
from council.terms import Term
from council.translation.locales import source_locale

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
    words, pages = [{}, {}, {}, {}], {}
    for kind, page_id, word, reading in _rows():
        # 社会福祉協議会（社協）, しゃかいふくしきょうぎかい: what stands in brackets has no reading there.
        word = word if "（" in reading else word.partition("（")[0]
        if kind == _OF_A_PAGE:
            pages.setdefault(page_id, {})[word] = reading
        else:
            words[kind] |= of_a_person(word, reading) if kind == _OF_A_PERSON else {word: reading}
    terms, organisations, people, dictionary_of_the_site = words
    site = Dictionary({**terms, **organisations, **people, **dictionary_of_the_site})
    return site, {page_id: site.with_words(own) for page_id, own in pages.items()}


_OF_A_PERSON, _OF_A_PAGE = 2, 4


def _rows():
    """``(place in the order above, page id or 0, word, reading)`` of everything, in one query: a reader may wait for it."""
    today = timezone.localdate()
    # As `ConsentMixin.has_consent` has it: of somebody who may not be named here not even how their name is read.
    consent = (Q(consent_until=None) | Q(consent_until__gte=today)) & (
        Q(consent_withdrawn_on=None) | Q(consent_withdrawn_on__gt=today)
    )
    people = Person.objects.filter(consent, live=True).exclude(consent_record="")
    sources = [
        _japanese(Term.objects.filter(live=True))
        .exclude(reading="")
        .values_list(Value(0), Value(0), "word", "reading"),
        *(
            _read_as_written(_japanese(model.objects.live())).values_list(Value(1), Value(0), "title", "reading")
            for model in (OrganisationPage, PlacePage)
        ),
        _japanese(people).values_list(Value(_OF_A_PERSON), Value(0), "name", "reading"),
        Reading.objects.values_list(Value(3), Value(0), "word", "reading"),
        PageReading.objects.values_list(Value(_OF_A_PAGE), "page_id", "word", "reading"),
    ]
    first, *others = (source.order_by() for source in sources)
    return first.union(*others, all=True)


def _japanese(objects):
    return objects.filter(locale__language_code__startswith="ja")


def _read_as_written(pages):
    """Without versions that took over the reading of an original that is called otherwise, spaces apart."""
    original = pages.filter(
        translation_key=OuterRef("translation_key"), reading=OuterRef("reading"), locale=source_locale()
    )
    named_otherwise = original.annotate(bare=_bare("title")).exclude(bare=_bare(OuterRef("title")))
    return pages.exclude(Exists(named_otherwise))


def _bare(title):
    return Replace(title, Value(" "))
