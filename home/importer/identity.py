"""Which part of a document is which object from an earlier run: by its words, else by its place, else by likeness."""

import hashlib
from difflib import SequenceMatcher

# Enough to know a sentence again; a comparison costs the square of it.
COMPARED = 200
LIKE_ENOUGH = 0.6
MOST_COMPARISONS = 2_000


def part_key(draft, used):
    """A key for a new object, from its kind and words; it stays when place and words change later."""
    digest = hashlib.sha256(f"{draft.kind}/{draft.words}".encode()).hexdigest()[:16]
    key, number = f"{draft.kind}/{digest}", 1
    while key in used:
        number += 1
        key = f"{draft.kind}/{digest}-{number}"
    used.add(key)
    return key


def match(drafts, records):
    """{id(draft): record}. A record has `kind`, `place` and `words`."""
    found, free = {}, list(records)
    drafts = list(drafts)
    for keys in (lambda each: (each.kind, each.place, each.words), lambda each: (each.kind, each.words)):
        _by_key(drafts, free, found, keys)
    _by_likeness(drafts, free, found)
    # What is left at the same place was rewritten; people and words of a glossary are somebody or something else then.
    _by_key(
        [draft for draft in drafts if draft.kind in ("goal", "initiative", "story", "pillar", "plan")],
        free,
        found,
        lambda each: (each.kind, each.place),
    )
    return found


def _by_key(drafts, free, found, key):
    by_key = {}
    for record in free:
        by_key.setdefault(key(record), []).append(record)
    for draft in drafts:
        candidates = by_key.get(key(draft))
        if id(draft) not in found and candidates:
            found[id(draft)] = candidates.pop(0)
    taken = {id(record) for record in found.values()}
    free[:] = [record for record in free if id(record) not in taken]


def _by_likeness(drafts, free, found):
    left = [draft for draft in drafts if id(draft) not in found and draft.kind not in ("person", "theme", "term")]
    if not left or not free or len(left) * len(free) > MOST_COMPARISONS:
        return
    pairs = [
        (_likeness(draft.words, record.words), position, draft, record)
        for position, draft in enumerate(left)
        for record in free
        if draft.kind == record.kind
    ]
    taken = set()
    for likeness, _, draft, record in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if likeness < LIKE_ENOUGH or id(draft) in found or id(record) in taken:
            continue
        found[id(draft)] = record
        taken.add(id(record))
    free[:] = [record for record in free if id(record) not in taken]


def _likeness(one, other):
    return SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False).ratio()
