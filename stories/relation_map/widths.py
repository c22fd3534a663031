"""How wide words are, without a font: the reader's is not known to the server. Pure."""

import unicodedata

# In parts of the type size, as in the sans-serif faces that systems come with; rather too wide than too narrow.
_NARROW = frozenset("iIjl.,:;'|!()[]{}ftr`- \u2018\u2019\u00b7")
_BROAD = frozenset("mwMWQOGD@%&")


class EstimatedFont:
    """Stands in for a font where text is broken into lines: see `council.share_picture.lines`."""

    def __init__(self, size):
        self.size = size

    def getlength(self, text):
        """The width of a text in pixels."""
        return self.size * sum(map(_width_of, text))


def _width_of(sign):
    if sign in _NARROW:
        return 0.4
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(sign) in {"W", "F", "A"}:
        return 1.02
    if sign in _BROAD:
        return 0.92
    return 0.74 if sign.isupper() else 0.6
