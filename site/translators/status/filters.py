"""Which rows are shown, and in which order."""

from django import forms
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from translators.status.cells import State
from translators.status.languages import name_of

BY_PLACE, BY_AGE, BY_READINGS = "place", "age", "readings"


class StatusFilterForm(forms.Form):
    """Its fields offer what the rows have. A value that is not offered, as in an old bookmark, filters nothing."""

    q = forms.CharField(label=_("Words in the title"), required=False, max_length=200)
    locale = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    type = forms.ChoiceField(label=_("Type"), required=False)
    section = forms.ChoiceField(label=_("Part of the site"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False)

    def __init__(self, *args, rows, locales, by_readings, **kwargs):
        super().__init__(*args, **kwargs)
        types = {row.model._meta.label_lower: row.type_name for row in rows}
        sections = {str(row.section.key): row.section.title for row in rows if row.section}
        self._offer("locale", _("All languages"), [(each.language_code, name_of(each)) for each in locales])
        self._offer("state", _("All states"), State.choices)
        self._offer("type", _("All types"), types.items())
        self._offer("section", _("All parts"), sections.items())
        self.fields["sort"].choices = [
            ("", _("Place in the tree")),
            (BY_AGE, _("Longest unchanged first")),
            *([(BY_READINGS, _("Most read first"))] if by_readings else []),
        ]
        self.locales = locales

    def _offer(self, name, all_of_them, choices):
        self.fields[name].choices = [("", all_of_them), *choices]

    def value(self, name):
        """A field's value; empty where it is not valid."""
        self.is_valid()
        return self.cleaned_data.get(name) or ""

    @property
    def shown_locales(self):
        """The columns: the chosen language's only, or all."""
        code = self.value("locale")
        return [locale for locale in self.locales if not code or locale.language_code == code]

    def apply(self, rows):
        """Those of the rows that are wanted, in the wanted order."""
        return self._sorted([row for row in rows if self._is_wanted(row)])

    def _is_wanted(self, row):
        words, kind, section = self.value("q").casefold().split(), self.value("type"), self.value("section")
        return (
            all(word in row.title.casefold() for word in words)
            and (not kind or row.model._meta.label_lower == kind)
            and (not section or (row.section is not None and str(row.section.key) == section))
            and self._has_state(row)
        )

    def _has_state(self, row):
        """In the chosen language; without one, in any language but the row's own."""
        state = self.value("state")
        if not state:
            return True
        if self.value("locale"):
            return any(row.cells[locale.pk].state == state for locale in self.shown_locales)
        return any(cell.state == state for cell in row.cells.values() if not cell.is_source)

    def _sorted(self, rows):
        order = self.value("sort")
        if order == BY_AGE:
            # What was never published is the newest.
            latest = now()
            return sorted(rows, key=lambda row: row.changed_at or latest)
        if order == BY_READINGS:
            return sorted(rows, key=lambda row: -(row.readings or 0))
        return rows
