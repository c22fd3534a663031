"""Words of Chinese: pairs of characters, simplified, without 的 and without what only makes a question.

Measured against words cut by a dictionary in docs/decisions/0009-words-of-other-languages.md.
"""

from council.language.chinese_vocabulary import words_from_elsewhere
from council.language.chinese_words import set_apart, stretches
from council.language.english import english_words
from council.language.han import characters_of
from council.language.mixed import mixed_tokens
from council.language.pairs import bridge, with_further_forms, words_of_stretch


def tokens(text):
    """The words of a Chinese text, simplified or traditional, as `Token`. Takes any string."""
    return mixed_tokens(text, word=english_words, han=chinese_words)


def chinese_words(text, group):
    """The runs as pairs of characters, joined where no known word ends and another begins."""
    return [word for run in group for word in _words_of_run(_as_on_the_mainland(characters_of(text, run)))]


def _as_on_the_mainland(characters):
    """The characters with the words of elsewhere exchanged; each of a word's characters then stands for the whole."""
    result, place = [], 0
    for start, end, word in words_from_elsewhere("".join(sign for _start, _end, sign in characters)):
        result += characters[place:start]
        result += [(characters[start][0], characters[end - 1][1], sign) for sign in word]
        place = end
    return result + characters[place:]


def _words_of_run(characters):
    written = "".join(sign for _start, _end, sign in characters)
    bounds = stretches(written)
    written = set_apart(written)
    characters = [(start, end, sign) for (start, end, _sign), sign in zip(characters, written, strict=True)]
    words, end_before = [], 0
    for start, end in bounds:
        if words:
            before = written[max(0, end_before - 2) : end_before]
            between, after = written[end_before:start], written[start:end]
            further = bridge(before, between, after)
            if between:
                # 垃圾的分类 is also found as 垃圾分类.
                further += bridge(before, "", after)
            words[-1] = with_further_forms(words[-1], further)
        words += words_of_stretch(characters[start:end])
        end_before = end
    if words:
        before = written[max(0, end_before - 2) : end_before]
        words[-1] = with_further_forms(words[-1], bridge(before, written[end_before:], ""))
    return words
