"""Which texts a question is meant to find, by rule."""

import re


def is_relevant(query, text):
    """Whether each of the question's groups has one of its variants in the text."""
    for other in query.get("except", ()):
        text = text.replace(other, "")
    return all(any(_stands_in(variant, text) for variant in group) for group in query["relevant"])


def _stands_in(variant, text):
    if variant.isascii():
        return re.search(rf"(?<![a-z]){re.escape(variant)}(?![a-z])", text, re.IGNORECASE) is not None
    return variant in text or variant in text.replace(" ", "")
