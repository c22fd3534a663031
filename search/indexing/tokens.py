"""A text's tokens as they are kept, for the passages of results: looked at for ten pages a search, so read quickly."""

import re
import struct
from functools import cached_property
from itertools import accumulate

# Between the forms of one word; `council.language` gives letters and digits only.
BETWEEN_FORMS = "|"
_FURTHER = re.compile(r"\|[^ ]+")
# A token in four bytes: how it stands in two bits, how many parts its word has in three, its length in ten, and how far it
# begins from the one before it.
JOINED, FOLLOWS = 1, 2
_PARTS_AT, _LENGTH_AT, _GAP_AT = 2, 5, 15
_MOST_PARTS, _LONGEST, _WIDEST_GAP = (1 << 3) - 1, (1 << 10) - 1, (1 << 17) - 1


def packed(tokens):
    """``(forms, places)`` for `search.entries.PageText`."""
    places, before = [], 0
    for start, end, _forms, joined, _reading, follows, parts in tokens:
        gap, length = start - before, end - start
        # Three calls of `min` for each word would take as long as all the rest.
        if gap > _WIDEST_GAP:
            gap = _WIDEST_GAP
        if length > _LONGEST:
            length = _LONGEST
        if parts > _MOST_PARTS:
            parts = _MOST_PARTS
        flags = JOINED * joined | FOLLOWS * follows
        places.append(gap << _GAP_AT | length << _LENGTH_AT | parts << _PARTS_AT | flags)
        before = start
    forms = " ".join([BETWEEN_FORMS.join(token.forms) for token in tokens])
    return forms, struct.pack(f"<{len(places)}I", *places)


class KeptTokens:
    """The tokens of a text as they are kept, without their readings.

    Attributes:
        forms: of each token, the one it is found by most often.
        flags: of each token, `JOINED` where it is joined to the one before it, `FOLLOWS` where it is in its sentence.

    There is no object for each of them: a page of results looks at ten thousand, and shows twenty.
    """

    def __init__(self, forms, places):
        places = bytes(places)
        self._written = forms
        self.forms = _FURTHER.sub("", forms).split(" ") if forms else []
        self.flags = struct.unpack(f"<{len(places) // 4}I", places)
        if len(self.forms) != len(self.flags):
            raise ValueError("The forms and the places of a text are of different lengths.")

    def with_further_form(self, forms):
        """``(place, form, whether it is the second)`` for each token that has one of these forms beside its first.

        Args:
            forms: a regular expression for any of them, see `any_of_forms`.
        """
        place = counted = 0
        for found in forms.finditer(self._written):
            place += self._written.count(" ", counted, found.start())
            counted = found.start()
            is_second = (
                BETWEEN_FORMS not in self._written[self._written.rfind(" ", 0, found.start()) + 1 : found.start()]
            )
            yield place, found[1], is_second

    @cached_property
    def _starts(self):
        return list(accumulate(number >> _GAP_AT for number in self.flags))

    def start(self, place):
        """Where a token begins in its text."""
        return self._starts[place]

    def end(self, place):
        """Where it ends."""
        return self._starts[place] + (self.flags[place] >> _LENGTH_AT & _LONGEST)

    def end_of_word(self, place):
        """Where the word ends of which it is the first part."""
        last = place + (self.flags[place] >> _PARTS_AT & _MOST_PARTS) - 1
        return self.end(min(last, len(self.forms) - 1))


def any_of_forms(forms):
    """What `KeptTokens.with_further_form` looks for: a compiled expression."""
    return re.compile(rf"\|({'|'.join(map(re.escape, forms))})(?=[ |]|$)")
