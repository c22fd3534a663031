"""Remembers the words of a page, with their readings."""

from council.language.kana import sound
from search.vocabulary import VocabularyWord

# What this process has written or seen already; a word is not asked for twice.
_known = set()
MOST_REMEMBERED = 300_000
LONGEST = 100


def remember_words(vocabulary, text, tokens):
    """Adds what is new among a page's words to the site's vocabulary.

    Args:
        vocabulary: the name of the language's way of taking texts apart.
        text: a text of the page.
        tokens: its words.
    """
    new = {}
    for place, token in enumerate(tokens):
        _add(new, vocabulary, text[token.start : token.end], token.forms[0], token.reading)
        if token.parts > 1 and len(tokens) >= place + token.parts:
            # The whole word too: 保護司 is what somebody means who types 保護士.
            whole = tokens[place : place + token.parts]
            reading = "".join(part.reading for part in whole)
            _add(new, vocabulary, text[token.start : whole[-1].end], token.forms[1], reading)
    if new:
        VocabularyWord.objects.bulk_create(new.values(), ignore_conflicts=True)
        if len(_known) > MOST_REMEMBERED:
            _known.clear()
        _known.update(new)


def _add(new, vocabulary, surface, form, reading):
    key = vocabulary, surface
    if key not in _known and key not in new and len(surface) <= LONGEST and not surface.isdecimal():
        new[key] = VocabularyWord(
            vocabulary=vocabulary, surface=surface, form=form[:LONGEST], sound=sound(reading)[:LONGEST]
        )


def forget_words():
    """What was remembered of another database, or of one that a rollback has changed."""
    _known.clear()
