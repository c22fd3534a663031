"""Takes in what the audit found, a file that ``make audit`` writes."""

import datetime
from urllib.parse import urlsplit

from django.db import transaction

from council.accessibility.criteria import BY_NUMBER
from council.accessibility.models import AccessibilityTest, CriterionSignature

RESULTS = {"pass", "fail", "not_applicable", "unknown"}
HOW_CHOSEN = {"random", "chosen", "all", ""}


class AuditFileError(ValueError):
    """The file is not what an audit writes."""


@transaction.atomic
def load_audit(data):
    """Keeps a test. What had been signed as met, and fails in it, is open again.

    Args:
        data: ``{"tested_on": "2026-09-01", "pages": [{"template", "locale", "url", "how"}], "tools": {name: version},
            "criteria": {"1.1.1": {"level": "A", "result": "pass", "by": ["keyboard"], "note": ""}}}``; ``how`` is
            ``"random"`` or ``"chosen"``, ``"all"`` where all pages of the site were tested, and may be missing; ``by`` is
            as `council.accessibility.methods` has it, or one text of another tool.

    Returns:
        ``(AccessibilityTest, [number of each criterion that was reopened])``.

    Raises:
        AuditFileError: something in it is not so; nothing is kept.
    """
    if not isinstance(data, dict):
        raise AuditFileError("not an object")
    test = AccessibilityTest.objects.create(
        tested_on=_date(data.get("tested_on")),
        pages=[_page(row) for row in _list(data, "pages")],
        criteria={number: _criterion(number, row) for number, row in _mapping(data, "criteria").items()},
        tools={str(name): _version(version) for name, version in _mapping(data, "tools").items()},
    )
    if AccessibilityTest.objects.first() != test:
        # An older one that is taken in late says nothing of today.
        return test, []
    failed = [number for number in BY_NUMBER if test.result_of(number) == "fail"]
    held = CriterionSignature.objects.filter(criterion__in=failed, reopened_by=None).exclude(
        verdict=CriterionSignature.Verdict.FAIL
    )
    reopened = sorted(set(held.values_list("criterion", flat=True)))
    held.update(reopened_by=test)
    return test, reopened


def _date(text):
    try:
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise AuditFileError(f"tested_on: {text!r}") from error


def _list(data, name):
    if not isinstance(data.get(name), list):
        raise AuditFileError(f"{name}: not a list")
    return data[name]


def _mapping(data, name):
    if not isinstance(data.get(name), dict):
        raise AuditFileError(f"{name}: not an object")
    return data[name]


def _page(row):
    """Without its host: the audit meets the site at an address of its own."""
    if not isinstance(row, dict) or not isinstance(row.get("url"), str) or row.get("how", "") not in HOW_CHOSEN:
        raise AuditFileError(f"pages: {row!r}")
    parts = urlsplit(row["url"])
    address = parts._replace(scheme="", netloc="", fragment="").geturl()
    if not address.startswith("/") or address.startswith("//"):
        raise AuditFileError(f"pages: {row!r}")
    return {
        "template": str(row.get("template", "")),
        "locale": str(row.get("locale", "")),
        "url": address,
        "how": row.get("how", ""),
    }


def _criterion(number, row):
    if number not in BY_NUMBER or not isinstance(row, dict) or row.get("result") not in RESULTS:
        raise AuditFileError(f"criteria: {number}: {row!r}")
    if row.get("level", BY_NUMBER[number].level) != BY_NUMBER[number].level:
        raise AuditFileError(f"criteria: {number}: level {row['level']!r}")
    by = row.get("by") or []
    by = [str(entry) for entry in by] if isinstance(by, list) else [str(by)]
    return {"result": row["result"], "by": by, "note": str(row.get("note") or "")}


def _version(version):
    return ", ".join(map(str, version)) if isinstance(version, list) else str(version)
