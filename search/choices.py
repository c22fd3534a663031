"""What results can be narrowed by, as the page shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.facets import FACETS
from search.labels import KINDS

# The rest stands behind "more".
MOST_SHOWN = 8
# A word that stands everywhere has hundreds of organisations: who narrows by something else sees the others.
MOST_OF_A_FACET = 40


@dataclass(frozen=True)
class Choice:
    """One value: ``count`` pages are left with it; ``language`` is empty where its label is in the reader's."""

    value: str
    label: str
    language: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetChoices:
    """One thing to narrow by.

    Attributes:
        shown, more: `Choice` lists.
        kept: ``(name, value)`` of everything else that the address says.
    """

    name: str
    heading: str
    shown: list
    more: list
    kept: list


@dataclass(frozen=True)
class Chosen:
    """Something that results are narrowed by already, and the query string without it."""

    heading: str
    label: str
    language: str
    without: str


def headings():
    return {
        "type": _("Kind of page"),
        "theme": _("Theme"),
        "goal": _("Goal"),
        "organisation": _("Organisation"),
        "year": _("Year"),
    }


def choices_of(counts, address, labels):
    """`FacetChoices` of those facets that make a difference.

    Args:
        counts: ``{facet: {value: count}}``.
        address: the `SearchAddress`.
        labels: `FacetLabels`.
    """
    values = {name: _in_order(name, counts.get(name, {}), address.chosen.get(name)) for name in FACETS}
    named = labels.of(values)
    found = []
    for name, heading in headings().items():
        chosen = address.chosen.get(name)
        choices = [
            Choice(value, option.label, option.language, counts[name].get(value, 0), value == chosen)
            for value, option in named[name].items()
        ]
        if len(choices) > 1 or chosen:
            kept = address.without(name).parameters()
            found.append(FacetChoices(name, heading, choices[:MOST_SHOWN], choices[MOST_SHOWN:], kept))
    return found


def chosen_of(address, labels):
    """`Chosen` for everything that results are narrowed by."""
    named = labels.of({name: [value] for name, value in address.chosen.items()})
    return [
        Chosen(heading, option.label, option.language, address.without(name).query_string())
        for name, heading in headings().items()
        for option in named.get(name, {}).values()
    ]


def _in_order(name, counts, chosen):
    """Kinds of pages in one order, years from the last; else what is chosen, then the most frequent."""
    values = [value for value in counts if counts[value]]
    if chosen and chosen not in values:
        values.append(chosen)
    if name == "type":
        return [kind for kind in KINDS if kind in values]
    if name == "year":
        return sorted(values, reverse=True)
    return sorted(values, key=lambda value: (value != chosen, -counts.get(value, 0), value))[:MOST_OF_A_FACET]
