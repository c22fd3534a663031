"""Words of Chinese: pairs of characters, simplified, without 的 and without what only makes a question.

Measured against words cut by a dictionary in docs/decisions/0009-words-of-other-languages.md.
"""

from itertools import pairwise

from council.language.chinese_vocabulary import words_from_elsewhere
from council.language.chinese_words import set_apart, stretches
from council.language.english import english_words
from council.language.han import characters_of
from council.language.mixed import mixed_tokens
from council.language.pairs import bridge, words_of_stretch


def tokens(text):
    """The words of a Chinese text, simplified or traditional, as `Token`. Takes any string."""
    return mixed_tokens(text, word=english_words, han=chinese_words)


def chinese_words(_text, group):
    """The runs as pairs of characters, joined where no known word ends and another begins."""
    return [word for run in group for word in _words_of_row(*_as_on_the_mainland(*characters_of(run)))]


def _as_on_the_mainland(characters, starts, ends):
    """The row with the words of elsewhere exchanged; each of a word's characters then stands for the whole."""
    exchanged = words_from_elsewhere(characters)
    if not exchanged:
        return characters, starts, ends
    written, begins, stops, place = "", [], [], 0
    for start, end, word in exchanged:
        written += characters[place:start] + word
        begins += [*starts[place:start], *[starts[start]] * len(word)]
        stops += [*ends[place:start], *[ends[end - 1]] * len(word)]
        place = end
    return written + characters[place:], [*begins, *starts[place:]], [*stops, *ends[place:]]


def _words_of_row(characters, starts, ends):
    words, length = [], len(characters)
    bounds = stretches(characters)
    characters = set_apart(characters)
    row = characters, starts, ends
    for (start, end), (start_after, end_after) in pairwise([*bounds, (length, length)]):
        before, after = characters[max(0, end - 2) : end], characters[start_after:end_after]
        further = bridge(before, characters[end:start_after], after)
        if end < start_after:
            # 垃圾的分类 is also found as 垃圾分类.
            further += bridge(before, "", after)
        words += words_of_stretch(row, start, end, further)
    return words
