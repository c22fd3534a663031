"""Remembers the words of a page, with their readings."""

from council.language.kana import sound
from search.vocabulary import VocabularyWord

# What this process has written or seen already; a word is not asked for twice.
_known = set()
MOST_REMEMBERED = 300_000


def remember_words(vocabulary, text, tokens):
    """Adds what is new among a page's words to the site's vocabulary.

    Args:
        vocabulary: the name of the language's way of taking texts apart.
        text: a text of the page.
        tokens: its words.
    """
    new = {}
    for token in tokens:
        surface = text[token.start : token.end]
        key = vocabulary, surface
        if key not in _known and 1 < len(surface) <= 50 and not surface.isdecimal():
            new[key] = VocabularyWord(
                vocabulary=vocabulary, surface=surface, form=token.forms[0][:100], sound=sound(token.reading)[:200]
            )
    if new:
        VocabularyWord.objects.bulk_create(new.values(), ignore_conflicts=True)
        if len(_known) > MOST_REMEMBERED:
            _known.clear()
        _known.update(new)


def forget_words():
    """What was remembered of another database, or of one that a rollback has changed."""
    _known.clear()
