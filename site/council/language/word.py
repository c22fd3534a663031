"""A word before its place in the text as written is known.

Words are many, so they are plain tuples: ``(start, end, forms, joined)``, with the place in the normalised text, the forms
as `council.language.token.Token` has them, and whether the word makes a compound with the one before it.
"""

from council.language.accents import fold


def plain_words(_text, group):
    """Each run as a word without its accents."""
    return [(run.start, run.end, (form,), False) for run in group if (form := fold(run.text))]
