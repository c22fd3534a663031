"""A list of words that each language has for itself."""

import re

from django.db import models
from wagtail_localize.fields import TranslatableField
from wagtail_localize.segments.types import OverridableSegmentValue

# Wagtail-localize offers no field for a value that is empty in the source.
NONE = "—"
_SEPARATOR = re.compile(r"[\n、，,;；]")


class OwnListField(models.TextField):
    """Words, one a line, that are not translated: every language has other ones.

    With a plain `TextField` a translation would either take the source's words, or could not be given any where the
    source has none. The translators' editor offers this one as a value to replace, empty or not, in a field of one
    line: there commas stand between the words. What is not replaced stays as it is in the translation.
    """

    def get_translatable_segments(self, value):
        return [OverridableSegmentValue("", value or NONE)]

    def restore_translated_segments(self, value, segments):
        return "" if segments[0].data == NONE else segments[0].data

    def deconstruct(self):
        """The database knows no difference."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs


class OwnField(TranslatableField):
    """Offers such a field to translators, and never overwrites what a translation has by what its source has."""

    def is_synchronized(self, source):
        return False


def words_in(value):
    """The words of such a list, whichever way they are set apart."""
    return [word.strip() for word in _SEPARATOR.split(value) if word.strip() and word.strip() != NONE]
