"""What stands in a short address: a number and a check digit. Pure.

Digits alone: every telephone has them on its first keyboard, they are read aloud in every language, and none looks like
another (as O and 0, I and l do). The last one is a check digit after Damm: it finds every single digit that was
mistyped and every two neighbours that were swapped, so a slip leads to "not found" instead of to another page.
"""

import unicodedata

# The quasigroup of order 10 that H. Michael Damm gives in his thesis (2004).
_TABLE = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
_LONGEST = 18
_BETWEEN = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2212\u3000")


def code_of(number):
    """``12`` → ``126``: the number with its check digit."""
    digits = str(number)
    return digits + _check(digits)


def number_of(code):
    """The number of a code as people type it: in full-width digits too, with spaces or hyphens. ``None`` if it is none."""
    digits = unicodedata.normalize("NFKC", code).translate(_BETWEEN)
    if not (digits.isascii() and digits.isdecimal() and 2 <= len(digits) <= _LONGEST):
        return None
    return int(digits[:-1]) if digits[0] != "0" and _check(digits) == "0" else None


def _check(digits):
    interim = 0
    for digit in digits:
        interim = int(_TABLE[interim][int(digit)])
    return str(interim)
