"""Text as everybody writes it, and where each of its signs stood."""

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from council.language.radicals import RADICALS

# Signs that join what stands before them: half-width ﾞ ﾟ, and everything that Unicode calls a mark.
_HALF_WIDTH_MARKS = "\uff9e\uff9f"


class Normalised(NamedTuple):
    """A normalised text, and for each of its signs where it stood before.

    ``starts`` has one number more than ``text`` has signs: the length of the text as it was written.
    """

    text: str
    starts: list[int]

    def span(self, start, end):
        """Where ``text[start:end]`` stood in the text as written.

        A part of what was one sign there (キ of ㌔) stood where that sign stands.
        """
        begin, stop = self.starts[start], self.starts[end]
        return begin, stop if stop > begin else self.starts[bisect_right(self.starts, begin)]


# What stays as it is, and has no marks: kana, the common kanji, their signs, small Latin letters and digits.
_ODD = re.compile(r"[^ぁ-ゖァ-ヺー一-鿿々〆、。「」『』・a-z0-9 \n]+")


def normalise(text):
    """Unicode NFKC, lower case, controls and surrogates as spaces; only the end of a line stays.

    Returns:
        `Normalised`. A sign and its marks are normalised together, so that ﾎ and ﾞ become ボ, and the place of each
        is remembered.
    """
    parts, starts, done = [], [], 0
    for odd in _ODD.finditer(text):
        begin, end = odd.span()
        # A mark belongs to what stands before it.
        if begin > done and _joins(text[begin]):
            begin -= 1
        parts.append(text[done:begin])
        starts.extend(range(done, begin))
        _fold(text, begin, end, parts, starts)
        done = end
    parts.append(text[done:])
    starts.extend(range(done, len(text) + 1))
    return Normalised("".join(parts), starts)


def _fold(text, place, length, signs, starts):
    while place < length:
        end = place + 1
        while end < length and _joins(text[end]):
            end += 1
        for sign in _folded(text[place:end]):
            signs.append(sign)
            starts.append(place)
        place = end


def _joins(sign):
    return sign in _HALF_WIDTH_MARKS or (sign > "\u02ff" and unicodedata.category(sign)[0] == "M")


def _folded(cluster):
    folded = unicodedata.normalize("NFKC", cluster.translate(RADICALS)).lower()
    return "".join(" " if unicodedata.category(sign) in _NO_TEXT else sign for sign in folded if not _is_unseen(sign))


def _is_unseen(sign):
    """Whether a sign is seen by nobody: a space of no width, or which shape of a kanji is meant (葛󠄀)."""
    return unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"


_NO_TEXT = {"Cc", "Cs", "Co", "Cn"}


def letters_and_digits(word):
    """The word without any sign that is neither; a form of a token holds no other."""
    return word if word.isalnum() else "".join(sign for sign in word if sign.isalnum())
