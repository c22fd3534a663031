"""Remembers the words of pages, with their readings."""

import time

from django.db import router, transaction

from council.language.kana import sound
from search.vocabulary import VocabularyWord

# What this process knows to be written already; a word is not asked for twice. Another process may have begun anew.
_known = set()
_known_since = time.monotonic()
MOST_REMEMBERED = 300_000
SECONDS_REMEMBERED = 600
LONGEST = 100


class NewWords:
    """What is new to the site's vocabulary among the words of several pages."""

    def __init__(self):
        if len(_known) > MOST_REMEMBERED or time.monotonic() - _known_since > SECONDS_REMEMBERED:
            forget_words()
        self._new = {}

    def add(self, vocabulary, text, tokens):
        """Takes up the words of a text.

        Args:
            vocabulary: the name of the language's way of taking texts apart.
            text: as it is written.
            tokens: its words.
        """
        for place, (start, end, forms, _joined, reading, _follows, parts) in enumerate(tokens):
            # Nearly every word is known, or stands in the text again.
            key = vocabulary, text[start:end]
            if key not in _known and key not in self._new:
                self._add(key, forms[0], reading)
            if parts > 1 and len(tokens) >= place + parts:
                # The whole word too: 保護司 is what somebody means who types 保護士.
                whole = tokens[place : place + parts]
                key = vocabulary, text[start : whole[-1].end]
                if key not in _known and key not in self._new:
                    self._add(key, forms[1], "".join(part.reading for part in whole))

    def _add(self, key, form, reading):
        vocabulary, surface = key
        if len(surface) <= LONGEST and not surface.isdecimal():
            self._new[key] = VocabularyWord(
                vocabulary=vocabulary, surface=surface, form=form[:LONGEST], sound=sound(reading)[:LONGEST]
            )

    def write(self):
        """Writes them. Only what is committed is known: a rollback takes the words along."""
        if self._new:
            # In one order, so that two who write the same words wait for each other and do not block each other.
            VocabularyWord.objects.bulk_create(
                [self._new[key] for key in sorted(self._new)], ignore_conflicts=True, batch_size=1000
            )
            transaction.on_commit(lambda: _known.update(self._new), using=router.db_for_write(VocabularyWord))


def forget_words():
    """What was remembered of a vocabulary that has been made anew."""
    global _known_since
    _known.clear()
    _known_since = time.monotonic()
