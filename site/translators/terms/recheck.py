"""Looking at what is translated already once more, when a term has changed."""

from django.db.models import Q
from wagtail_localize.models import StringTranslation

from council.terms import Term
from translators.terms.check import MARK, Checker
from translators.terms.wording import forms
from translators.texts.check import fault_of


def recheck(term):
    """Marks the translations that break a term as it is now, and clears those that no longer break any.

    Proposed texts are left alone: they wait for a person anyway.
    """
    versions = list(Term.objects.filter(translation_key=term.translation_key).values_list("locale", "word", "enforced"))
    contains = Q(field_error__startswith=MARK)
    for locale_id, word, enforced in versions:
        if not enforced:
            continue
        for form in forms(word):
            contains |= Q(translation_of__locale=locale_id, translation_of__data__icontains=form)
        # A tag may stand in the middle of the word.
        contains |= Q(translation_of__locale=locale_id, translation_of__data__contains="<")
    rows = (
        StringTranslation.objects.filter(contains, suggestion__isnull=True, context__isnull=False)
        .filter(Q(locale=term.locale_id) | Q(translation_of__locale=term.locale_id))
        .select_related("translation_of", "context")
    )
    checkers, changed = {}, []
    for row in rows:
        if row.has_error and not row.field_error.startswith(MARK):
            continue
        pair = row.translation_of.locale_id, row.locale_id
        checker = checkers.setdefault(pair, Checker(*pair))
        source = row.translation_of.data
        fault = checker.fault(source, row.data, row.context.object_id) or fault_of(source, row.data)
        if fault != (row.field_error if row.has_error else ""):
            row.has_error, row.field_error = bool(fault), fault
            changed.append(row)
    StringTranslation.objects.bulk_update(changed, ["has_error", "field_error"], batch_size=200)
    return len(changed)
