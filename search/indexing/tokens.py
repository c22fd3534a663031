"""A text's tokens as they are kept, for the passages of results: looked at for ten pages a search, so read quickly."""

import struct
from array import array

from council.language import Token

# Between the forms of one word; `council.language` gives letters and digits only.
_FORMS = "|"
# A token in four bytes: how it stands in two bits, its length in ten, and how far it begins from the one before it.
_JOINED, _FOLLOWS = 1, 2
_LENGTH_BITS, _GAP_BITS = 10, 20


def packed(tokens):
    """``(forms, places)`` for `search.entries.PageText`."""
    places, before, forms = array("I"), 0, []
    for token in tokens:
        gap = min(token.start - before, (1 << _GAP_BITS) - 1)
        length = min(token.end - token.start, (1 << _LENGTH_BITS) - 1)
        places.append(gap << (_LENGTH_BITS + 2) | length << 2 | _JOINED * token.joined | _FOLLOWS * token.follows)
        before = token.start
        forms.append(_FORMS.join(token.forms))
    return " ".join(forms), struct.pack(f"<{len(places)}I", *places)


def unpacked(forms, places):
    """The tokens again, without their readings."""
    places = bytes(places)
    tokens, start = [], 0
    numbers = struct.unpack(f"<{len(places) // 4}I", places)
    for form, number in zip(forms.split(" ") if forms else [], numbers, strict=True):
        start += number >> (_LENGTH_BITS + 2)
        end = start + (number >> 2 & (1 << _LENGTH_BITS) - 1)
        tokens.append(Token(start, end, tuple(form.split(_FORMS)), bool(number & _JOINED), "", bool(number & _FOLLOWS)))
    return tokens
