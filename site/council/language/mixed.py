"""The words of a text in which scripts stand beside each other, each taken apart in its own way."""

from itertools import groupby
from operator import attrgetter

from council.language.han import han_words
from council.language.hangul import hangul_words
from council.language.normalise import normalise
from council.language.runs import ends_sentence, runs
from council.language.token import Token
from council.language.unspaced import letter_pairs
from council.language.word import plain_words

_WAYS = {"word": plain_words, "han": han_words, "hangul": hangul_words, "unspaced": letter_pairs}
# A text has many words, and this makes one in half the time that ``Token()`` takes.
_new = tuple.__new__


def mixed_tokens(text, **own_ways):
    """The words of a text as `Token`.

    Args:
        text: any string.
        own_ways: for a kind of run (see `council.language.runs`), what takes it apart instead of the usual. A way gets
            the normalised text and the runs of its kind that stand between two of another, and returns the words as
            `council.language.word` has them.
    """
    normal = normalise(text)
    ways = {**_WAYS, **own_ways}
    words = []
    for kind, group in groupby(runs(normal.text), attrgetter("kind")):
        words += ways[kind](normal.text, list(group))
    return _in_their_places(words, text, normal)


def _in_their_places(words, text, normal):
    """The words as `Token`, where they stand in the text as written."""
    starts, tokens, end_before = normal.starts, [], None
    for start, end, forms, joined in words:
        place, stop = starts[start], starts[end]
        if stop == place:
            # A part of one sign that stands for several, like ㌔: each part has all of it.
            place, stop = normal.span(start, end)
        follows = joined or (end_before is not None and not ends_sentence(text[end_before:place]))
        tokens.append(_new(Token, (place, stop, forms, joined, "", follows, 1)))
        end_before = stop
    return tokens
