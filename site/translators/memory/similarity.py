"""How much two texts are alike. Pure."""

import re

from rapidfuzz import fuzz, process

from translators.memory.tags import plain

# Measured on the sample site's 558 Japanese texts: of 155,000 pairs 19 reach 75, and all of them say nearly the same;
# below it stand names that only share an office (docs/decisions/0007-translation-memory.md).
SIMILAR = 75
# Below it, two texts of one place share little more than the particles.
SAME_TEXT = 40

_LETTER = re.compile(r"[^\W\d_]")


def similarity(one, other):
    """Percent of what two texts have in common, their tags left out."""
    return round(fuzz.ratio(plain(one), plain(other)))


class Texts:
    """Texts to look for similar ones in."""

    def __init__(self, texts):
        self._texts = list(texts)
        self._plain = [plain(text) for text in self._texts]

    def most_similar(self, text):
        """``(index, percent)`` of the text most like this one, or ``None``.

        A text without a letter, such as a telephone number, is like no other: one digit makes it another's.
        """
        wanted = plain(text)
        if not _LETTER.search(wanted):
            return None
        found = process.extractOne(wanted, self._plain, scorer=fuzz.ratio, score_cutoff=SIMILAR)
        return found and (found[2], round(found[1]))
