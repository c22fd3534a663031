"""A text's tokens as they are kept, for the passages of results: looked at for ten pages a search, so read quickly."""

import struct

from council.language import Token

# Between the forms of one word; `council.language` gives letters and digits only.
_FORMS = "|"
# A token in four bytes: how it stands in two bits, its length in ten, and how far it begins from the one before it.
_JOINED, _FOLLOWS = 1, 2
_LENGTH_BITS, _GAP_BITS = 10, 20
_LONGEST, _FARTHEST = (1 << _LENGTH_BITS) - 1, (1 << _GAP_BITS) - 1
# Ten pages have thousands of tokens, and this makes one in half the time that ``Token()`` takes.
_new = tuple.__new__


def packed(tokens):
    """``(forms, places)`` for `search.entries.PageText`."""
    places, before = [], 0
    for start, end, _forms, joined, _reading, follows, _parts in tokens:
        gap, length = start - before, end - start
        if gap > _FARTHEST:
            gap = _FARTHEST
        if length > _LONGEST:
            length = _LONGEST
        places.append(gap << (_LENGTH_BITS + 2) | length << 2 | _JOINED * joined | _FOLLOWS * follows)
        before = start
    forms = " ".join([_FORMS.join(token.forms) for token in tokens])
    return forms, struct.pack(f"<{len(places)}I", *places)


def unpacked(forms, places):
    """The tokens again, without their readings."""
    places = bytes(places)
    tokens, start = [], 0
    numbers = struct.unpack(f"<{len(places) // 4}I", places)
    for form, number in zip(forms.split(" ") if forms else [], numbers, strict=True):
        start += number >> (_LENGTH_BITS + 2)
        end = start + (number >> 2 & _LONGEST)
        joined, follows = number & _JOINED != 0, number & _FOLLOWS != 0
        tokens.append(_new(Token, (start, end, tuple(form.split(_FORMS)), joined, "", follows, 1)))
    return tokens
