"""What the values of facets are called, in the reader's language."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.models import Page

from council.listing import Option
from council.themes import Theme
from council.translation.versions import versions_for_reader

# Of one page, beside it in the results.
KINDS = {
    "story": gettext_lazy("Story"),
    "goal": gettext_lazy("Goal"),
    "initiative": gettext_lazy("Initiative"),
    "place": pgettext_lazy("kind of page", "Place"),
    "organisation": gettext_lazy("Organisation"),
    "page": gettext_lazy("Page"),
}


class FacetLabels:
    """Remembers what it has read: three questions to the database in all, however many values."""

    def __init__(self):
        self._pages = {}

    def of(self, values):
        """``{facet: {value: Option}}``; what readers are shown no name of is left out.

        Args:
            values: ``{facet: values}``.
        """
        self._read_pages([*values.get("goal", ()), *values.get("organisation", ())])
        return {name: dict(self._named(name, found)) for name, found in values.items()}

    def _named(self, facet, values):
        for value in values:
            option = getattr(self, f"_{facet}")(value)
            if option:
                yield value, option

    def _type(self, value):
        return self._types.get(value)

    def _theme(self, value):
        return self._themes.get(value)

    def _year(self, value):
        # Translators: a year of the calendar, in a list of years; in Japanese with 年 behind it.
        return Option(value, pgettext("one of several years", "%(year)s") % {"year": value})

    def _goal(self, value):
        page = self._pages.get(value)
        return Option.of(value, page.title, page.locale_id) if page else None

    _organisation = _goal

    @cached_property
    def _types(self):
        labels = {
            "story": _("Stories"),
            "goal": _("Goals"),
            "initiative": _("Initiatives"),
            "place": _("Places"),
            "organisation": _("Organisations"),
            "page": _("Other pages"),
        }
        return {value: Option(value, label) for value, label in labels.items()}

    @cached_property
    def _themes(self):
        return {slug: Option.of(slug, name, locale_id) for slug, name, locale_id in Theme.options_for_reader()}

    def _read_pages(self, values):
        new = [int(value) for value in values if value not in self._pages]
        found = versions_for_reader(Page.objects.all(), new)
        self._pages.update({str(pk): found.get(pk) for pk in new})
