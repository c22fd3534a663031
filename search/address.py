"""The state of a search, all of which stands in its address."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from search.results import DATE, RELEVANCE

# What the values of each facet look like; anything else in an address is passed over.
_SHAPES = {
    "type": re.compile(r"[a-z]{1,20}"),
    "theme": re.compile(r"[-\w]{1,50}", re.ASCII),
    "goal": re.compile(r"[1-9][0-9]{0,17}"),
    "organisation": re.compile(r"[1-9][0-9]{0,17}"),
    "year": re.compile(r"[0-9]{4}"),
}


@dataclass(frozen=True)
class SearchAddress:
    """What somebody asks for.

    Attributes:
        text: as it was typed.
        chosen: ``{facet: value}`` to narrow by.
        sort: `RELEVANCE` or `DATE`.
    """

    text: str = ""
    chosen: dict = field(default_factory=dict)
    sort: str = RELEVANCE

    @classmethod
    def of(cls, text, parameters):
        """From the parameters of a request, of which ``q`` has been looked at already."""
        values = {name: parameters.get(name, "") for name in _SHAPES}
        chosen = {name: value for name, value in values.items() if _SHAPES[name].fullmatch(value)}
        return cls(text, chosen, DATE if parameters.get("sort") == DATE else RELEVANCE)

    def parameters(self):
        """``(name, value)`` pairs, in one order, so that the same search has the same address."""
        pairs = [("q", self.text), *((name, self.chosen[name]) for name in _SHAPES if name in self.chosen)]
        return [*pairs, ("sort", self.sort)] if self.sort != RELEVANCE else pairs

    def query_string(self):
        return urlencode(self.parameters())

    def without(self, facet):
        return SearchAddress(self.text, {k: v for k, v in self.chosen.items() if k != facet}, self.sort)

    def narrowed_to(self, chosen):
        return SearchAddress(self.text, chosen, self.sort)

    def sorted_by(self, sort):
        return SearchAddress(self.text, self.chosen, sort)
