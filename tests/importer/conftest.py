"""A site to import into, and the command as an editor runs it."""

import json
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from .helpers import DOCUMENTS


@pytest.fixture
def run_import(db, tmp_path):
    """Runs ``import_plan`` on one of our documents (or on a text) and gives what it printed and reported."""

    def run(document, *options, text=None):
        path = DOCUMENTS / document
        if text is not None:
            path = tmp_path / document
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        report, out = tmp_path / "report.json", StringIO()
        call_command("import_plan", str(path), "--report", str(report), *options, stdout=out)
        return SimpleNamespace(out=out.getvalue(), **json.loads(report.read_text("utf-8")))

    return run
