"""Words of languages that have no way of their own: whatever stands between spaces, without its accents.

Thai, Lao, Khmer and Burmese have no spaces; there it is pairs of letters.
"""

from council.language.mixed import mixed_tokens


def tokens(text):
    """The words of a text, as `Token`. Takes any string."""
    return mixed_tokens(text)
