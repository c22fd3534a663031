"""What `make audit` found on the sample itself, for its results page: see docs/audit.md."""

import json
from pathlib import Path

from council.accessibility.load import load_audit
from council.models import AccessibilityTest

# `make audit AUDIT=--keep` writes it.
FILE = Path(__file__).with_name("audit.json")


def load_audit_of_sample(shelf):
    """Takes it in where nothing was tested yet: a later test of somebody's own says more."""
    if not AccessibilityTest.objects.exists():
        load_audit(_found())
        shelf.count(AccessibilityTest, made=True)


def audits_of_sample():
    """The test that `load_audit_of_sample` took in, if it is there."""
    found = _found()
    return AccessibilityTest.objects.filter(tested_on=found["tested_on"], tools=found["tools"])


def _found():
    return json.loads(FILE.read_text("utf-8"))
