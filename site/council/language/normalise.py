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


# Stands for a sign that is not one sign when it is normalised, or that joins the one before it. No normalised text has it.
_ODD = "\uffff"
_ODD_SIGNS = re.compile(f"{_ODD}+")
_MOST_REMEMBERED = 20_000


class _Signs(dict):
    """What each sign is where it stands alone, or ``_ODD``: for ``str.translate``, which asks it for one it has not seen."""

    def __missing__(self, code):
        sign = chr(code)
        folded = _folded(sign)
        usual = folded if len(folded) == 1 and not _joins(sign) else _ODD
        if len(self) < _MOST_REMEMBERED:
            self[code] = usual
        return usual


# Only the end of a line is a control that stays.
_USUAL = _Signs({ord("\n"): "\n"})


def normalise(text):
    """Unicode NFKC, lower case, controls and surrogates as spaces; only the end of a line stays.

    Returns:
        `Normalised`. A sign and its marks are normalised together, so that ﾎ and ﾞ become ボ, and the place of each
        is remembered.
    """
    usual = text.translate(_USUAL)
    if _ODD not in usual:
        return Normalised(usual, list(range(len(text) + 1)))
    parts, starts, done = [], [], 0
    for odd in _ODD_SIGNS.finditer(usual):
        begin, end = odd.span()
        # A mark belongs to what stands before it.
        if begin > done and _joins(text[begin]):
            begin -= 1
        parts.append(usual[done:begin])
        starts.extend(range(done, begin))
        _fold(text, begin, end, parts, starts)
        done = end
    parts.append(usual[done:])
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
    """Whether a sign makes one with what stands before it: a mark, or a part of a Korean syllable, as macOS writes names."""
    return (
        sign in _HALF_WIDTH_MARKS
        or "\u1160" <= sign <= "\u11ff"
        or (sign > "\u02ff" and unicodedata.category(sign)[0] == "M")
    )


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
