"""The page "State of translations", and its rows as a file."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale

from translators.status.cells import Cell
from translators.status.filters import StatusFilterForm
from translators.status.languages import locales_in_order, name_of
from translators.status.readings import readings_of
from translators.status.rows import Row, read_rows
from translators.status.table_csv import csv_response
from translators.status.totals import totals
from translators.status.ways import Way, Ways, edit_url

ROWS_ON_A_PAGE = 50


class StatusPaginator(WagtailPaginator):
    verbose_name = _("row")
    verbose_name_plural = _("rows")


@dataclass(frozen=True)
class ShownCell:
    locale: Locale
    name: str
    cell: Cell
    way: Way | None


@dataclass(frozen=True)
class ShownRow:
    row: Row
    cells: list[ShownCell]
    # The address of the source's editing view; empty where the user may not go there.
    edit_url: str
    may_be_sent: bool


class StatusView(WagtailAdminTemplateMixin, View):
    """Everybody who may enter the editors' side sees all states; only links say what they may do."""

    template_name = "translators/status.html"
    page_title = _("State of translations")
    header_icon = "globe"

    def get(self, request):
        rows = self.filters.apply(self.rows)
        if request.GET.get("export") == "csv":
            return csv_response(rows, self.locales, self.filters.shown_locales, self.by_readings)
        return self.render_to_response(self.get_context_data(rows=rows))

    @cached_property
    def locales(self):
        return locales_in_order()

    @cached_property
    def rows(self):
        return read_rows()

    @cached_property
    def by_readings(self):
        """Whether anybody counts readings. If so, each row has its number from here on."""
        known = readings_of({row.key for row in self.rows})
        for row in self.rows:
            row.readings = known.get(row.key, 0) if known is not None else None
        return known is not None

    @cached_property
    def filters(self):
        return StatusFilterForm(self.request.GET, rows=self.rows, locales=self.locales, by_readings=self.by_readings)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, rows, **kwargs):
        page = StatusPaginator(rows, ROWS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        locales = self.filters.shown_locales
        ways = Ways(self.request.user, back=self.request.get_full_path())
        names = {locale.pk: name_of(locale) for locale in self.locales}
        counted = totals(rows, [locale.pk for locale in locales])
        return super().get_context_data(
            **kwargs,
            filters=self.filters,
            is_filtered=any(self.filters.value(name) for name in ("q", "locale", "state", "type", "section")),
            locales=[{"locale": locale, "name": names[locale.pk]} for locale in locales],
            names=names,
            totals=[{"name": names[total.locale_id], "total": total} for total in counted],
            page_obj=page,
            elided_page_range=page.paginator.get_elided_page_range(page.number),
            shown_rows=[self._shown(row, locales, names, ways) for row in page.object_list],
            number=len(rows),
            may_send=ways.may_send,
            by_readings=self.by_readings,
            send_url=reverse("translators_send_several"),
            targets=[{"locale": locale, "name": names[locale.pk]} for locale in self.locales],
            csv_url=self._csv_url(),
        )

    def _shown(self, row, locales, names, ways):
        cells = [
            ShownCell(locale, names[locale.pk], row.cells[locale.pk], ways.from_cell(row, locale)) for locale in locales
        ]
        url = edit_url(row.model, row.source.pk) if ways.may_edit(row, row.source) else ""
        return ShownRow(row, cells, url, may_be_sent=ways.may_be_sent(row))

    def _csv_url(self):
        query = self.request.GET.copy()
        query.pop("p", None)
        query["export"] = "csv"
        return f"?{query.urlencode()}"
