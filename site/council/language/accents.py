"""Letters without what stands above, below and through them, and the marks that are letters of their own."""

import unicodedata
from functools import lru_cache

from council.language.normalise import letters_and_digits

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "ŋ": "n",
        "þ": "th",
        "ŧ": "t",
    }
)
# The scripts from Devanagari to Vedic, where a vowel is a mark at its consonant.
_FIRST_WITH_VOWEL_MARKS, _LAST_WITH_VOWEL_MARKS = "\u0900", "\u1cff"
# Combining classes of vowels: no class, and ุ ู of Thai and Lao. Others (virama, nukta, tone marks) fold like accents.
_VOWELS = {0, 103, 118}
# A form holds letters only, so a vowel mark is written with one of the 1,165 letters of Yi, of which no page has any.
_FIRST_STAND_IN, _STAND_INS = 0xA000, 1165


def fold(word):
    """A normalised word with letters and digits only: é as e, đ as d, हि apart from हु."""
    return letters_and_digits(word) if word.isascii() else _folded(word)


@lru_cache(maxsize=10_000)
def _folded(word):
    decomposed = unicodedata.normalize("NFD", word.translate(_LETTERS))
    kept = "".join(_vowel(sign) if unicodedata.category(sign)[0] == "M" else sign for sign in decomposed)
    return letters_and_digits(unicodedata.normalize("NFC", kept))


def _vowel(mark):
    if _FIRST_WITH_VOWEL_MARKS <= mark <= _LAST_WITH_VOWEL_MARKS and unicodedata.combining(mark) in _VOWELS:
        return chr(_FIRST_STAND_IN + ord(mark) % _STAND_INS)
    return ""
