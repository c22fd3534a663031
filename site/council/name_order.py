"""The order in which names stand in a list: by their sound for who reads Japanese, by their letters for the others."""

from django.db.backends.signals import connection_created
from django.db.models import F, Func, Value
from django.db.models.functions import Lower
from django.dispatch import receiver
from django.utils import translation

from council.language.kana import HIRAGANA, KATAKANA, hiragana

# Readers of Chinese are in the same order as the Japanese: by code point hanzi stand in none that a reader could use.
_BY_LETTERS = {"en", "ko"}


class _InHiragana(Func):
    """A column with its katakana as hiragana, so that ケアラー stands before 権利 and not behind everything in hiragana."""

    function = "TRANSLATE"

    def __init__(self, column):
        super().__init__(column, Value(KATAKANA), Value(HIRAGANA))


@receiver(connection_created, dispatch_uid="council.teach_sqlite_to_translate")
def teach_sqlite_to_translate(sender, connection, **kwargs):
    """SQLite has no TRANSLATE of its own."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("TRANSLATE", 3, _translate, deterministic=True)


def _translate(text, signs, instead):
    return text and text.translate(str.maketrans(signs, instead))


def name_order(name, reading="reading"):
    """The expressions to order a queryset by, in the reader's language. name, reading: names of its fields."""
    if translation.get_language() in _BY_LETTERS:
        return (Lower(name), F(name))
    return (_InHiragana(reading), F(name))


def name_order_key(name, reading):
    """The same for Python's ``sorted``: from the two texts of one object to what it is sorted by."""
    if translation.get_language() in _BY_LETTERS:
        return (name.lower(), name)
    return (hiragana(reading or name), name)
