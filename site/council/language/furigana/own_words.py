"""Words whose reading somebody has decided, found in a text: the longest first, and only where words begin and end."""

import re
from functools import lru_cache

from council.language.furigana.alignment import has_kanji

_FORMS_OF_ADDRESS = {
    "さん": "さん", "様": "さま", "さま": "さま", "氏": "し", "君": "くん", "くん": "くん", "ちゃん": "ちゃん", "先生": "せんせい",
}  # fmt: skip


class OwnWords:
    """A dictionary of words and readings; ``found_in`` says where a text has them."""

    def __init__(self, words):
        self.words = {word: reading for word, reading in words.items() if has_kanji(word)}
        longest_first = sorted(self.words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def found_in(self, text):
        """``(start, end, reading)``; what stands inside a longer one is not found."""
        if self._pattern:
            for match in self._pattern.finditer(text):
                yield *match.span(), self.words[match[0]]


@lru_cache(maxsize=64)
def own_words(pairs):
    """The same dictionary for the same pairs (a tuple of ``(word, reading)``): its pattern is made once."""
    return OwnWords(dict(pairs))


def of_a_person(name, reading):
    """``{word: reading}`` for somebody's name as shown and as others address them.

    A short name without a form of address may be a word: 山野を歩く, 森さん.
    """
    title = next((each for each in _FORMS_OF_ADDRESS if name.endswith(each)), "")
    bare, sound = "".join(name.removesuffix(title).split()), "".join(reading.split())
    if title:
        sound = sound.removesuffix(_FORMS_OF_ADDRESS[title]) or sound
    words = {bare + each: sound + heard for each, heard in _FORMS_OF_ADDRESS.items()}
    if len(bare) > 2:
        words[bare] = sound
    if " " in name.strip() or "　" in name.strip():
        words[name.removesuffix(title).strip()] = sound
    return words
