"""How many translations of a locale are in each state."""

from collections import Counter
from dataclasses import dataclass

from translators.status.cells import State


@dataclass(frozen=True)
class Part:
    """``share`` in whole percent, for the bar."""

    state: State
    number: int
    share: float


@dataclass(frozen=True)
class Total:
    locale_id: int
    parts: list[Part]
    # Of all of them, those that readers have: in whatever state, some version is live.
    live: int
    number: int


def totals(rows, locale_ids):
    """A `Total` for each locale over these rows, sources counted as what they are: live or draft."""
    return [_total(locale_id, [row.cells[locale_id] for row in rows]) for locale_id in locale_ids]


def _total(locale_id, cells):
    counts = Counter(cell.state for cell in cells)
    number = len(cells)
    # Best first, as a bar is read.
    parts = [Part(state, counts[state], counts[state] * 100 / number if number else 0) for state in reversed(State)]
    return Total(locale_id, parts, sum(cell.is_live for cell in cells), number)
