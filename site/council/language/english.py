"""Words of English: Snowball's stems, in one spelling, without the words that every text has.

Measured in docs/decisions/0009-words-of-other-languages.md.
"""

import re

from council.language.accents import fold
from council.language.english_compounds import PREFIXES, is_compound, parts_of
from council.language.english_stems import stem
from council.language.mixed import mixed_tokens

_NO_WORDS = """
    a about also am an and any are as at be been being but by can cannot could did do does doing for from had has have
    having he her hers him his how i if in into is it its me my of on or our ours shall she should so some than that
    the their theirs them then there these they this those to too us was we were what when where which who whom whose
    why with would you your yours arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent
    wont wouldnt
"""
# What an apostrophe joins to another word: 's of a person, 'll of we'll.
_BEHIND_APOSTROPHE = re.compile(r"['’ʼ](?:s|ll|re|ve|d|m)$")
_HYPHENS = ("-", "\u2010")
_CARRYING_NOTHING = frozenset(_NO_WORDS.split())


def tokens(text):
    """The words of an English text, as `Token`. Takes any string."""
    return mixed_tokens(text, word=english_words)


def english_words(text, group):
    """The runs as words of English."""
    words = []
    written = [_as_written(run.text) for run in group]
    each_with_the_next = zip(group, written, [*group[1:], None], [*written[1:], ""], strict=True)
    for run, first, beside, second in each_with_the_next:
        between = text[run.end : beside.start] if second else ""
        is_hyphen = between in _HYPHENS
        if (is_hyphen or between == " ") and is_compound(first, second):
            words.append((run.start, beside.end, _forms(first + second, first, second), False))
            next(each_with_the_next)
        elif is_hyphen and first in PREFIXES:
            words.append((run.start, beside.end, _forms(first + second, second), False))
            next(each_with_the_next)
        elif first and first not in _CARRYING_NOTHING:
            # Low-income is low and income, which may stand anywhere, and is also found as lowincome.
            further = (first + second,) if is_hyphen else parts_of(first)
            words.append((run.start, run.end, _forms(first, *further), False))
    return words


def _as_written(word):
    return word if word.isascii() and word.isalnum() else fold(_BEHIND_APOSTROPHE.sub("", word))


def _forms(*words):
    return (stem(words[0]),) if len(words) == 1 else tuple(dict.fromkeys(map(stem, words)))
