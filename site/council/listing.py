"""Lists with filters and pages, whose whole state stands in the address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils import translation
from django.utils.functional import cached_property

from council.translation.locales import all_locales


@dataclass(frozen=True)
class Filter:
    """One thing to narrow a list by.

    Attributes:
        name: its parameter in the address.
        label: what the reader sees.
        options: ``(value, label, locale id)``, without the id where the label is in the reader's language; a value
            that is not among them is ignored.
        narrow: from a value to the condition (``Q`` or ``Exists``) that ``QuerySet.filter`` takes.
    """

    name: str
    label: str
    options: Any
    narrow: Any


@dataclass(frozen=True)
class Option:
    """One choice of a filter; ``language`` is empty where its label is in the reader's."""

    value: str
    label: str
    language: str = ""

    @classmethod
    def of(cls, value, label, locale_id=None):
        code = all_locales()[locale_id].language_code if locale_id in all_locales() else ""
        return cls(str(value), label, "" if code == translation.get_language() else code)


class Listing:
    """A queryset narrowed by the filters chosen in a request's parameters, and cut into pages."""

    def __init__(self, parameters, queryset, filters, per_page):
        self.parameters = parameters
        self.filters = [(each, [Option.of(*option) for option in each.options]) for each in filters]
        self.queryset = queryset
        self.per_page = per_page

    @cached_property
    def chosen(self):
        """``{filter's name: value}`` of what the reader chose."""
        chosen = {}
        for each, options in self.filters:
            value = self.parameters.get(each.name, "")
            if any(value == option.value for option in options):
                chosen[each.name] = value
        return chosen

    @cached_property
    def narrowed(self):
        return self.narrow()

    def narrow(self):
        """The queryset with the conditions of what was chosen."""
        queryset = self.queryset
        for each, _options in self.filters:
            if each.name in self.chosen:
                queryset = queryset.filter(each.narrow(self.chosen[each.name]))
        return queryset

    def context(self, name):
        """What `includes/filters.html` and `includes/pagination.html` need, the page of results under ``name``."""
        paginator = Paginator(self.narrowed, self.per_page)
        return {
            name: paginator.get_page(self.parameters.get("page")),
            "filters": [
                {
                    "name": each.name,
                    "label": each.label,
                    "options": [
                        {**vars(option), "selected": self.chosen.get(each.name) == option.value} for option in options
                    ],
                }
                for each, options in self.filters
            ],
            "is_filtered": bool(self.chosen),
            "query_string_without_page": urlencode(self.chosen),
        }
