"""One word of a text, and where it stands."""

from typing import NamedTuple


class Token(NamedTuple):
    """A word as it stands in a text, and the forms it is found by.

    Attributes:
        start, end: where it stands in the text as written, in code points; ``text[start:end]`` is what to mark.
        forms: what it is found by, the most usual first. Letters and digits only, lower case, never empty.
        joined: whether nothing stands between it and the token before it: no sign, no space, no particle. Words that
            are joined make a compound (子ども + 食堂), and a compound that is asked for is only found as one.
        reading: how it is read, in katakana; empty where the language has no readings.
        follows: whether it stands in the same sentence as the token before it.
        parts: where it is the first of several parts of one word, how many; its second form is then that whole word.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    joined: bool = False
    reading: str = ""
    follows: bool = True
    parts: int = 1
