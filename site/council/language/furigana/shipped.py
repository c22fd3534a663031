"""The readings that come with the project, and what the patterns of both are read by."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("shipped.tsv")


@cache
def shipped_words():
    """``{word: reading}`` of ``shipped.tsv``."""
    lines = _FILE.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))
