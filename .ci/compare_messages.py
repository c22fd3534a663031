"""Compares two folders of catalogues by what they translate, not by line numbers.

Usage: compare_messages.py COMMITTED COLLECTED. Exits with 1 and says so where the code has a text that the committed
catalogues do not, or the other way round, or one that is not translated.
"""

import sys
from pathlib import Path

import polib

committed, collected = map(Path, sys.argv[1:])
faults = []
for path in sorted(collected.glob("*/LC_MESSAGES/*.po")):
    name = path.relative_to(collected)
    now = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path)) if not entry.obsolete}
    kept = polib.pofile(str(committed / name))
    then = {(entry.msgctxt, entry.msgid) for entry in kept if not entry.obsolete}
    faults += [f"{name}: not collected: {msgid!r}" for _context, msgid in sorted(now - then, key=str)]
    faults += [f"{name}: no longer in the code: {msgid!r}" for _context, msgid in sorted(then - now, key=str)]
    faults += [f"{name}: not translated: {entry.msgid!r}" for entry in kept.untranslated_entries()]
    faults += [f"{name}: fuzzy: {entry.msgid!r}" for entry in kept.fuzzy_entries()]
print("\n".join(faults) or "every text of the code is in every catalogue")
sys.exit(bool(faults))
