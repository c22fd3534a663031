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


def mixed_tokens(text, **own_ways):
    """The words of a text as `Token`.

    Args:
        text: any string.
        own_ways: for a kind of run (see `council.language.runs`), what takes it apart instead of the usual. A way gets
            the normalised text and the runs of its kind that stand between two of another, and returns ``[Word]``.
    """
    normal = normalise(text)
    ways = {**_WAYS, **own_ways}
    result = []
    for kind, group in groupby(runs(normal.text), attrgetter("kind")):
        for word in ways[kind](normal.text, list(group)):
            start, end = normal.span(word.start, word.end)
            follows = bool(result) and (word.joined or not ends_sentence(text[result[-1].end : start]))
            # Of one sign that stands for several, like ㌔, each part has all.
            result.append(Token(start, max(end, start + 1), word.forms, joined=word.joined, follows=follows))
    return result
