"""What has been computed: where in a text its readings stand. The text itself is not kept, nor are readings kept in it.

A text is known by a fingerprint of itself and of the own words in it. So a reading that is corrected makes those texts new
that have the word, and no others.
"""

import logging
from hashlib import sha256

from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext_lazy as _

from council.language.furigana import VERSION, readings_in

_AT_ONCE = 400
logger = logging.getLogger(__name__)


class KeptReadings(models.Model):
    """The readings of one text: ``[[start, end, reading], …]``."""

    fingerprint = models.CharField(max_length=64, primary_key=True)
    readings = models.JSONField()

    class Meta:
        verbose_name = _("computed readings")
        verbose_name_plural = _("computed readings")

    def __str__(self):
        return self.fingerprint


def fingerprint(text, dictionary):
    """Of a text and what the `Dictionary` says of its words."""
    own = sorted(set(dictionary.words.found_in(text)))
    return sha256(f"{VERSION}\n{own}\n{text}".encode()).hexdigest()


def readings_of(texts, dictionary, keep):
    """``{text: [[start, end, reading], …]}``, read where they are kept, else computed. One query for 400 texts.

    Args:
        keep: whether what is computed is kept, too: not of drafts, nor of what anybody may type.
    """
    prints = {fingerprint(text, dictionary): text for text in texts}
    found = {}
    for start in range(0, len(prints), _AT_ONCE):
        some = list(prints)[start : start + _AT_ONCE]
        found |= dict(KeptReadings.objects.filter(pk__in=some).values_list("pk", "readings"))
    computed = {each: _computed(text, dictionary) for each, text in prints.items() if each not in found}
    if keep:
        _keep({each: readings for each, readings in computed.items() if readings is not None})
    found |= computed
    return {text: found[each] or [] for each, text in prints.items()}


def forget_kept():
    """Forgets everything that was computed: of a text nobody knows which names it has. It is computed again when shown."""
    KeptReadings.objects.all().delete()


def _computed(text, dictionary):
    """The readings of a text; ``None`` where a rule fails on it. A page without furigana is better than none."""
    try:
        return [list(one) for one in readings_in(text, dictionary.words)]
    except Exception:
        logger.exception("A text of %d signs could not be read for furigana.", len(text))
        return None


def _keep(computed):
    """Where nothing can be written, as on a full disk, readers still get what was computed."""
    rows = [KeptReadings(fingerprint=each, readings=readings) for each, readings in computed.items()]
    try:
        with transaction.atomic():
            KeptReadings.objects.bulk_create(rows, ignore_conflicts=True)
    except DatabaseError:
        logger.warning("Computed readings could not be kept.", exc_info=True)
