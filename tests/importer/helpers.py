"""Documents for the tests, and a count of characters that knows nothing of the importer's own."""

import re
from collections import Counter
from pathlib import Path

from home.importer.document import read_plan

DOCUMENTS = Path(__file__).parent / "documents"
NAMES = sorted(path.name for path in DOCUMENTS.iterdir() if path.name != "README.md")
_NO_TEXT = re.compile(r"<br\s*/?>|[\s\u3000#*|_`>]")
_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_BULLET = re.compile(r"^\s*(?:[-+*]\s+)+")


def text_of(name):
    return (DOCUMENTS / name).read_text("utf-8")


def parts_of(name):
    return read_plan(text_of(name))


def characters(text):
    """Every character of a document, white space and Markdown's marks aside."""
    kept = [_BULLET.sub("", line) for line in text.splitlines() if not _RULE.match(line)]
    return Counter(_NO_TEXT.sub("", "\n".join(kept)))


def held(texts):
    """The characters of these texts."""
    return Counter(_NO_TEXT.sub("", "\n".join(texts)))


def reported(document):
    """The characters in the report's lists."""
    return held(each.text for each in [*document.leftovers, *document.marks, *document.signposts])


def statements(goal, side):
    return [each.statement.plain for each in goal.initiatives if each.side == side]


def kinds(parts):
    return [type(part).__name__ for part in parts]
