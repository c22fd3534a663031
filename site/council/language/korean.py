"""Words of Korean: syllables and their pairs, without the particles. See `council.language.hangul`.

Measured against Kiwi's morphemes in docs/decisions/0009-words-of-other-languages.md.
"""

from council.language.english import english_words
from council.language.mixed import mixed_tokens


def tokens(text):
    """The words of a Korean text, as `Token`. Takes any string."""
    return mixed_tokens(text, word=english_words)
