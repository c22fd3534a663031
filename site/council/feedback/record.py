"""Counts answers and keeps remarks, of any reader, with nothing about them."""

import re
import unicodedata

from django.db.models import F

from council.feedback.models import LONGEST_REMARK, PageAnswers, PageRemark
from council.months import months_before, this_month

MONTHS_KEPT = 24
# Of one page, language and month: more is no reader but a machine.
MOST_REMARKS = 200
# Addresses of mail, telephone numbers (which begin with 0), numbers as long as a card's: readers are told not to write
# them, and some do. A date with a time has twelve digits at most.
_BETWEEN = r"[-‐‑–—−ー.・()\s]*"
_PERSONAL = re.compile(
    rf"[a-z0-9._%+-]{{1,64}}@[a-z0-9.-]+|(?<![0-9])0(?:{_BETWEEN}[0-9]){{8,}}|[0-9](?:{_BETWEEN}[0-9]){{12,}}",
    re.IGNORECASE,
)


def note_answer(page, language, helped):
    """Counts one answer.

    Args:
        page: the page that was asked about, in any language.
        language: BCP 47 code of the language it was read in.
        helped: whether it did.
    """
    row = _rows(PageAnswers, page, language)
    field = "helped" if helped else "did_not_help"
    if not row.update(**{field: F(field) + 1}):
        # Somebody else may answer at this moment: whoever comes second finds the row.
        PageAnswers.objects.bulk_create([PageAnswers(**_of(page, language))], ignore_conflicts=True)
        row.update(**{field: F(field) + 1})
        _forget_old()


def note_remark(page, language, text):
    """Keeps what a reader wrote, without numbers and addresses by which they could be reached.

    Returns:
        Whether it was kept: not what is empty, nor the two hundred and first of a month.
    """
    # First what no database can hold, and what nobody types: the search below takes its time.
    text = text[: 4 * LONGEST_REMARK].encode("utf-8", "ignore").decode().replace("\x00", "")
    text = _PERSONAL.sub("…", unicodedata.normalize("NFKC", " ".join(text.split())))[:LONGEST_REMARK]
    if not text.strip("… ") or _rows(PageRemark, page, language).count() >= MOST_REMARKS:
        return False
    PageRemark.objects.create(**_of(page, language), text=text)
    return True


def _rows(model, page, language):
    return model.objects.filter(**_of(page, language))


def _of(page, language):
    return {"translation_key": page.translation_key, "language": language, "month": this_month()}


def _forget_old():
    oldest = months_before(this_month(), MONTHS_KEPT)
    for model in (PageAnswers, PageRemark):
        model.objects.filter(month__lt=oldest).delete()
