"""House rules of single fields, each with the sentence an editor reads."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Hiragana and katakana (Unicode blocks 3040-309F and 30A0-30FF), middle dot, long-vowel mark, brackets, spaces.
_KANA = re.compile(r"^[\u3041-\u309f\u30a1-\u30ff・ー（）\s]+$")
_PHONE = re.compile(r"^[+]?[0-9][0-9-]{2,28}$")


def validate_reading(value):
    """A reading is written in kana."""
    if not _KANA.match(value):
        raise ValidationError(_("A reading is written in hiragana or katakana."), code="reading")


def validate_phone(value):
    """A number that a telephone can dial: half-width digits and hyphens."""
    if not _PHONE.match(value):
        raise ValidationError(_("Write the telephone number in half-width digits and hyphens."), code="phone")


def validate_alternative_text(instance, picture, alternative):
    """A picture has an alternative text.

    Raises:
        ValidationError: on the alternative text's field.
    """
    if getattr(instance, f"{picture}_id") and not getattr(instance, alternative).strip():
        raise ValidationError({alternative: _("Describe the picture for those who cannot see it.")})
