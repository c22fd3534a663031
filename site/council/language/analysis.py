"""One function from a text to its words, for every language."""

from importlib import import_module

# BCP 47 code of a locale, or its first subtag → the words of that language. Every other language: `other`.
_WAYS = {"ja": "japanese", "en": "english", "zh": "chinese", "ko": "korean"}


def vocabulary_of(language):
    """The name of the way in which a language's texts are taken apart: texts of one way share their words.

    Args:
        language: BCP 47 code, in any case: ``ja``, ``ja-simple``, ``zh-hans``.
    """
    return _WAYS.get(language.lower().partition("-")[0], "other")


def analyse(text, language):
    """The words of a text, as a list of `Token`. Takes any string.

    Each way is loaded when it is first needed: Japanese maps a dictionary of 200 MB.
    """
    return import_module(f"council.language.{vocabulary_of(language)}").tokens(text)
