"""How the dictionary of the language reads a text, word by word."""

import re
from functools import lru_cache

from council.language.furigana.alignment import aligned, has_kanji
from council.language.japanese import LONGEST_INPUT, SplitMode, tokenizer
from council.language.kana import hiragana, is_kana

_NUMERAL = "数詞"
_PERSON = "人名"
_BRACKET = re.compile("[（(]")


class Words:
    """The words of a text: their readings by part, where words begin and end, and which are numbers."""

    def __init__(self, text):
        self.parts = []
        self.bounds = {0, len(text)}
        self._numbers = set()
        self._follows_a_name = False
        for offset in range(0, len(text), LONGEST_INPUT):
            for morpheme in tokenizer().tokenize(text[offset : offset + LONGEST_INPUT]):
                self._add(morpheme, offset)

    def _add(self, morpheme, offset):
        start, surface = morpheme.begin() + offset, morpheme.surface()
        follows_a_name, self._follows_a_name = self._follows_a_name, _PERSON in morpheme.part_of_speech()
        end = start + len(surface)
        self.bounds |= {start, end}
        if not has_kanji(surface) or morpheme.part_of_speech()[0] in ("補助記号", "記号", "空白"):
            return
        split = morpheme.split(SplitMode.A) if len(surface) > 1 else [morpheme]
        pieces = [(each.surface(), hiragana(each.reading_form())) for each in split]
        self.bounds.update(each.begin() + offset for each in split)
        for each in (morpheme, *split):
            if each.part_of_speech()[1] == _NUMERAL:
                self._numbers.update(range(each.begin() + offset, each.end() + offset))
        whole = hiragana(morpheme.reading_form())
        if "".join(reading for _surface, reading in pieces) != whole:
            pieces = [(surface, whole)]
        if surface == "家" and follows_a_name:
            # 山田家 is a family; 建築家, somebody's trade.
            pieces = [(surface, "け")]
        place = start
        for word, reading in pieces:
            for base, ruby in _read(word, reading):
                self.parts.append((place, place + len(base), ruby))
                place += len(base)

    def is_number(self, start, end):
        """Whether a number in kanji stands here for itself."""
        return start in self._numbers and end - 1 in self._numbers and end in self.bounds


# The same words come again on every page.
@lru_cache(maxsize=20_000)
def _read(word, reading):
    # 氏名（ふりがな） is one word of the dictionary, as forms have it.
    head = _BRACKET.split(word, maxsplit=1)[0]
    if head and head != word:
        return (*_read(head, reading), (word[len(head) :], ""))
    if not is_kana(reading):
        # Unknown to the dictionary: kanji by kanji it may know how they sound.
        if len(word) == 1:
            return ((word, ""),)
        return tuple((each, "") for each in word)
    return aligned(word, reading)
