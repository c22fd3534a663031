"""Texts in the cells of a file that is downloaded."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(text):
    """A text that no spreadsheet calculates: an apostrophe goes before the signs that begin a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_SIGNS) else text
