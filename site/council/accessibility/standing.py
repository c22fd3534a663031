"""How the site stands with each criterion today: what the newest test and the newest signature say together."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from council.accessibility.criteria import CRITERIA, Criterion
from council.accessibility.methods import described
from council.accessibility.models import AccessibilityTest, CriterionSignature

UNCONFIRMED = "unconfirmed"
MACHINE_PASS = "machine_pass"
MACHINE_NOT_APPLICABLE = "machine_not_applicable"
PASS = CriterionSignature.Verdict.PASS.value
NOT_APPLICABLE = CriterionSignature.Verdict.NOT_APPLICABLE.value
FAIL = CriterionSignature.Verdict.FAIL.value

LABELS = {
    PASS: pgettext_lazy("criterion", "Met"),
    NOT_APPLICABLE: pgettext_lazy("criterion", "Nothing it applies to"),
    FAIL: pgettext_lazy("criterion", "Not met"),
    MACHINE_PASS: _("No problem found by machine"),
    MACHINE_NOT_APPLICABLE: _("A machine found nothing it applies to"),
    UNCONFIRMED: _("Not confirmed"),
}
# A person has said so: nothing else lets the site claim that a criterion is met.
SIGNED_AS_MET = {PASS, NOT_APPLICABLE}


@dataclass(frozen=True)
class Standing:
    """One criterion, and how the site stands with it."""

    criterion: Criterion
    result: str
    # How it was tested, where a machine's word is shown.
    methods: tuple[str, ...] = ()
    # Whether a person's word is shown.
    by_person: bool = False
    date: datetime.date | None = None
    note: str = ""
    # Whether a signature under it holds no more, because a later test failed.
    reopened: bool = False

    @property
    def label(self):
        return LABELS[self.result]


@dataclass(frozen=True)
class Standings:
    """All criteria, and the test that they come from (``None``: there was none yet)."""

    each: list[Standing]
    test: AccessibilityTest | None

    def with_result(self, *results):
        return [standing for standing in self.each if standing.result in results]

    @property
    def failed(self):
        return self.with_result(FAIL)

    @property
    def met(self):
        return self.with_result(*SIGNED_AS_MET)

    @property
    def unconfirmed(self):
        return self.with_result(UNCONFIRMED, MACHINE_PASS, MACHINE_NOT_APPLICABLE)

    def counts(self):
        """``[(result, label, number)]`` of those results that there are, in a fixed order."""
        numbers = [(result, label, len(self.with_result(result))) for result, label in LABELS.items()]
        return [row for row in numbers if row[2]]

    def of(self, number):
        return next(standing for standing in self.each if standing.criterion.number == number)


def standings():
    """`Standings` of today, in two queries."""
    test = AccessibilityTest.objects.first()
    newest = {}
    for signature in CriterionSignature.objects.order_by("signed_at", "pk"):
        newest[signature.criterion] = signature
    each = [standing_of(criterion, test, newest.get(criterion.number)) for criterion in CRITERIA]
    return Standings(each, test)


def standing_of(criterion, test, signature):
    """A machine's fault weighs more than anything a person said; else the signature holds, else what the machine found.

    Args:
        test: the newest `AccessibilityTest`, or ``None``.
        signature: the newest `CriterionSignature` under the criterion, or ``None``.
    """
    found = test.result_of(criterion.number) if test else "unknown"
    row = test.criteria.get(criterion.number, {}) if test else {}
    machine = {
        "methods": tuple(described(row.get("by", []))),
        "date": test.tested_on if test else None,
        "note": row.get("note", ""),
    }
    reopened = bool(signature and signature.reopened_by_id)
    if signature and (signature.verdict == FAIL or not (reopened or found == "fail")):
        return Standing(criterion, signature.verdict, by_person=True, date=signature.date, note=signature.note)
    if found == "fail":
        return Standing(criterion, FAIL, reopened=bool(signature), **machine)
    if found == "pass":
        return Standing(criterion, MACHINE_PASS, reopened=reopened, **machine)
    if found == "not_applicable":
        return Standing(criterion, MACHINE_NOT_APPLICABLE, reopened=reopened, **machine)
    return Standing(criterion, UNCONFIRMED, reopened=reopened)
