"""What changed between two versions of a text, in parts a translator can take in. Pure."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join

# What belongs to the sign before it: accents, voiced marks, variants of a kanji, the parts of an emoji.
_MARKS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff"
# A tag, a word, a number, a run of katakana or Hangul; else one sign: kanji and hiragana have no words to see.
_PART = re.compile(
    rf"<[^<>]*>|&\w+;|[0-9０-９]+|[A-Za-zÀ-ɏḀ-ỿ’'-]+[{_MARKS}]*|[ァ-ヺーｦ-ﾟ]+[{_MARKS}]*|[가-힣]+|\s+"
    rf"|.(?:[{_MARKS}]|(?<=\u200d).)*",
    re.DOTALL,
)
EQUAL, DELETED, INSERTED = "equal", "delete", "insert"
_SHORT = 1


def differences(previous, now):
    """What to take out of a text and what to put in to get the other.

    Returns:
        A list of ``(operation, text)``, the operation being ``"equal"``, ``"delete"`` or ``"insert"``.
    """
    before, after = _PART.findall(previous), _PART.findall(now)
    opcodes = _without_islands(SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), before)
    found = []
    for operation, i1, i2, j1, j2 in opcodes:
        if operation == "equal":
            found.append((EQUAL, "".join(before[i1:i2])))
            continue
        if i1 < i2:
            found.append((DELETED, "".join(before[i1:i2])))
        if j1 < j2:
            found.append((INSERTED, "".join(after[j1:j2])))
    return found


def _without_islands(opcodes, before):
    """Joins changes that only a single sign stands between: by chance it is in both."""
    joined = []
    for place, opcode in enumerate(opcodes):
        operation, i1, i2, _j1, j2 = opcode
        island = operation == "equal" and 0 < place < len(opcodes) - 1 and len("".join(before[i1:i2])) <= _SHORT
        if joined and joined[-1][0] != "equal" and (operation != "equal" or island):
            _operation, first_i, _i, first_j, _j = joined[-1]
            joined[-1] = ("replace", first_i, i2, first_j, j2)
        else:
            joined.append(opcode)
    return joined


def as_html(parts):
    """Differences as safe HTML with ``<del>`` and ``<ins>``, the text's own tags shown as they are written."""
    forms = {EQUAL: "{}", DELETED: "<del>{}</del>", INSERTED: "<ins>{}</ins>"}
    return format_html_join("", "{}", ((format_html(forms[kind], text),) for kind, text in parts))
