"""A word before its place in the text as written is known."""

from typing import NamedTuple

from council.language.accents import fold


class Word(NamedTuple):
    """A word in a normalised text, its forms, and whether it makes a compound with the word before it."""

    start: int
    end: int
    forms: tuple[str, ...]
    joined: bool = False


def plain_words(_text, group):
    """Each run as a word without its accents."""
    return [Word(run.start, run.end, (form,)) for run in group if (form := fold(run.text))]
