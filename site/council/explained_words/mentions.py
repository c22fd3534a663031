"""Where a text has words of the glossary: whole ones, by the site's own analysis of the language. Pure."""

import re
from itertools import count, pairwise

from council.language import analyse, vocabulary_of
from council.language.korean_endings import length_of_stem

# Languages whose words the analysis finds as such; of the others it has only pairs of signs, so they are looked for as written.
_WITH_WORDS = {"japanese", "english"}
_KOREAN_WORD = re.compile("[가-힣]+")
# Texts of some hundred pages; the oldest go first.
_MOST_REMEMBERED = 20_000

_numbers = count()
_remembered = {}


class Spellings:
    """How a language writes its terms; ``found_in`` says where a text has them.

    Args:
        words: ``{spelling: key of the term}``.
        language: BCP 47 code.
    """

    def __init__(self, words, language):
        self.language = language
        self.vocabulary = vocabulary_of(language)
        self._number = next(_numbers)
        self._words = {word.casefold(): key for word, key in words.items() if len(word) > 1}
        longest_first = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if longest_first else None
        # By the first form of a term, the longest first: (forms, what stands between them, key).
        self._by_first = {}
        if self.vocabulary in _WITH_WORDS:
            for word, key in words.items():
                forms, between = _forms(analyse(word, language), word)
                if forms and len(word) > 1:
                    self._by_first.setdefault(forms[0], []).append((forms, between, key))
            for each in self._by_first.values():
                each.sort(key=lambda entry: -len(entry[0]))

    def found_in(self, text):
        """``[(start, end, key)]`` in order, none over another. Remembered, as a page has the same texts each time."""
        place = (self._number, text)
        found = _remembered.get(place)
        if found is None:
            found = _remembered[place] = self._find(text)
            for oldest in list(_remembered)[: max(0, len(_remembered) - _MOST_REMEMBERED)]:
                _remembered.pop(oldest, None)
        return found

    def _find(self, text):
        if not self._pattern:
            return []
        if self.vocabulary in _WITH_WORDS:
            return self._of_words(text)
        if self.vocabulary == "korean":
            return [each for each in self._as_written(text) if _is_korean_word(text, *each[:2])]
        if self.vocabulary == "chinese":
            return self._as_written(text)
        return [each for each in self._as_written(text) if _stands_alone(text, *each[:2])]

    def _as_written(self, text):
        return [(*match.span(), self._words[match[0].casefold()]) for match in self._pattern.finditer(text)
                if match[0].casefold() in self._words]  # fmt: skip

    def _of_words(self, text):
        """By the forms of words, so that "carers" is a carer and 議会 is not in 協議会."""
        tokens = analyse(text, self.language)
        forms, between = _forms(tokens, text)
        inside = _inside_words(tokens)
        found, place = [], 0
        while place < len(tokens):
            entry = next(
                (
                    (place + len(wanted), key)
                    for wanted, gaps, key in self._by_first.get(forms[place], ())
                    if forms[place : place + len(wanted)] == wanted
                    and between[place : place + len(wanted) - 1] == gaps
                    and place not in inside
                    and place + len(wanted) not in inside
                ),
                None,
            )
            if entry:
                found.append((tokens[place].start, tokens[entry[0] - 1].end, entry[1]))
                place = entry[0]
            else:
                place += 1
        return found


def _forms(tokens, text):
    """The usual form of each token, and what stands between one and the next; a hyphen is as good as a space."""
    between = [
        " ".join(text[one.end : other.start].replace("-", " ").casefold().split()) for one, other in pairwise(tokens)
    ]
    return [token.forms[0] for token in tokens], between


def _inside_words(tokens):
    """The places of those tokens that are the second or a later part of one word."""
    return {place + part for place, token in enumerate(tokens) for part in range(1, token.parts)}


def _is_korean_word(text, start, end):
    """Whether it begins where a word does, with nothing but particles behind it."""
    word = next((match for match in _KOREAN_WORD.finditer(text, end - 1) if match.start() <= end), None)
    if start and _KOREAN_WORD.match(text[start - 1]):
        return False
    if not word or word.end() == end:
        return True
    # The whole word that its end stands in.
    begin = end
    while begin > start and _KOREAN_WORD.match(text[begin - 1]):
        begin -= 1
    whole = text[begin : word.end()]
    return length_of_stem(whole) <= end - begin


def _stands_alone(text, start, end):
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
