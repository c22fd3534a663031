"""What readers searched for and did not find: how often in a month, and nothing about who or when."""

import logging
import re

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from council.language.names import names_a_person
from council.language.variants import variants
from council.months import months_before, this_month
from council.translation.locales import all_locales
from search.question import as_typed, question_of

logger = logging.getLogger(__name__)

# Longer questions are sentences, in which people tell of themselves.
LONGEST_WORDS = 40
MOST_WORDS = 6
# Different words of one month and language. Beyond, only those are counted that are known already.
MOST_ROWS = 2_000
MONTHS_KEPT = 24

# 〇九〇 is as much a number as 090 is. 十 counts as one of its signs, whatever it stands for.
_DIGITS = str.maketrans("〇零一二三四五六七八九十", "001234567891")
_ADDRESS_OF_MAIL_OR_SITE = re.compile(r"@|://|\bwww\.")
# Telephone, account and member numbers, whatever stands between the digits.
_LONG_NUMBER = re.compile(r"(?:\d[-‐‑–—−ー.・/()\s]*){5,}")
# 5-12-1, 二丁目3番, 1980.4.1: where somebody lives, or when they were born.
_SEVERAL_NUMBERS = re.compile(r"\d+[-‐‑–—−ー./]\d+[-‐‑–—−ー./]\d+|丁目|番地|\d番\d|\d月\d+日生")


class MissedSearch(models.Model):
    """What was asked in a month and a language, and found nothing."""

    month = models.DateField(_("month"), help_text=_("Its first day."))
    language = models.CharField(_("language"), max_length=20)
    words = models.CharField(_("what was asked"), max_length=LONGEST_WORDS)
    count = models.PositiveIntegerField(_("how often"), default=0)

    class Meta:
        verbose_name = _("search without a result")
        verbose_name_plural = _("searches without a result")
        constraints = [
            models.UniqueConstraint(fields=["month", "language", "words"], name="search_missed_once_a_month")
        ]
        ordering = ["-month", "-count", "words"]

    def __str__(self):
        return self.words


def note_missed(text, language):
    """Counts a question that found nothing. What may say something of a person is not kept.

    Never raises: a reader's page does not depend on it.

    Args:
        text: as it was typed.
        language: BCP 47 code of the reader's language.
    """
    try:
        words = kept_words(text, language)
        if words:
            with transaction.atomic():
                _count(words, language)
    except Exception:
        # Without the words: they may be what must not be kept.
        logger.exception("A search without a result was not counted.")


def kept_words(text, language):
    """A question as it is counted; empty where nothing may be kept of it."""
    if language not in {locale.language_code for locale in all_locales().values()}:
        return ""
    if len(text) > 4 * LONGEST_WORDS:
        return ""
    words = as_typed(text)
    if len(words) > LONGEST_WORDS or len(words.split()) > MOST_WORDS:
        return ""
    with_digits = words.translate(_DIGITS)
    if any(each.search(with_digits) for each in (_ADDRESS_OF_MAIL_OR_SITE, _LONG_NUMBER, _SEVERAL_NUMBERS)):
        return ""
    question = question_of(words, language)
    if not question or len(question.concepts) > MOST_WORDS or _names_a_person(words):
        return ""
    return words


def _names_a_person(words):
    # The dictionary knows 高橋, and no 髙橋.
    return any(names_a_person(each) for each in {words, words.translate(variants())})


def _count(words, language):
    month = this_month()
    of_month = MissedSearch.objects.filter(month=month, language=language)
    row = of_month.filter(words=words)
    if row.update(count=F("count") + 1):
        return
    if of_month.count() >= MOST_ROWS:
        return
    # Somebody else may write the same words at this moment: whoever comes second finds the row.
    MissedSearch.objects.bulk_create([MissedSearch(month=month, language=language, words=words)], ignore_conflicts=True)
    row.update(count=F("count") + 1)
    MissedSearch.objects.filter(month__lt=months_before(month, MONTHS_KEPT)).delete()
