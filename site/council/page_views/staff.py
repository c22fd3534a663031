"""What the staff see: how often each page was read in a month, by language. Small numbers stay hidden."""

import django_filters
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import TruncMonth
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from council.page_views.models import PageViews
from council.reports.cells import guarded
from council.reports.languages import language_choices, language_name
from council.reports.rights import SEEN_WITH_ANY_OF, ReportMenuItem
from council.translation.locales import source_locale

# Fewer readings of a page in a language and month may be those of one person, whom a colleague could recognise.
FEWEST_SHOWN = 5
TITLE = _("How often pages are read")


def shown_number(number):
    """A number as the staff sees it: exact only where it says nothing of single readers."""
    return str(number) if number >= FEWEST_SHOWN else _("fewer than %(number)s") % {"number": FEWEST_SHOWN}


def _months():
    return [
        (month.isoformat(), date_format(month, "YEAR_MONTH_FORMAT"))
        for month in PageViews.objects.dates("day", "month", "DESC")
    ]


class PageViewsFilterSet(WagtailFilterSet):
    month = django_filters.ChoiceFilter(label=_("Month"), choices=_months)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices)

    class Meta:
        model = PageViews
        fields = ["month", "language"]


class PageViewsReportView(ReportView):
    """Newest month first, in it what was read most."""

    page_title = TITLE
    header_icon = "view"
    template_name = "council/admin/page_views.html"
    model = PageViews
    filterset_class = PageViewsFilterSet
    paginate_by = 50
    index_url_name = "council_page_views"
    index_results_url_name = "council_page_views_results"
    permission_policy = page_permission_policy
    any_permission_required = SEEN_WITH_ANY_OF
    fewest_shown = FEWEST_SHOWN
    default_ordering = ("-month", "-views", "title_of_any", "language")
    list_export = ["month", "language", "title", "shown"]
    export_headings = {"month": _("Month"), "language": _("Language"), "title": _("Page"), "shown": _("How often")}
    export_filename = "page-views"

    @property
    def custom_field_preprocess(self):
        return {
            "title": {self.FORMAT_CSV: lambda text: guarded(str(text))},
            "shown": {self.FORMAT_CSV: str, self.FORMAT_XLSX: str},
        }

    @property
    def columns(self):
        return [
            TitleColumn("title", label=_("Page"), accessor="title", get_url=_edit_url),
            Column("month", label=_("Month"), accessor=lambda row: date_format(row["month"], "YEAR_MONTH_FORMAT")),
            Column("language", label=_("Language"), accessor=lambda row: language_name(row["language"])),
            Column("views", label=_("How often"), accessor="shown", sort_key="views"),
        ]

    def get_base_queryset(self):
        versions = Page.objects.filter(translation_key=OuterRef("translation_key"))
        original = versions.filter(locale=source_locale())
        return (
            PageViews.objects.annotate(month=TruncMonth("day"))
            .values("translation_key", "language", "month")
            .annotate(
                views=Sum("number"),
                page_id=Subquery(original.values("pk")[:1]),
                title_of_original=Subquery(original.values("title")[:1]),
                title_of_any=Subquery(versions.order_by("pk").values("title")[:1]),
            )
        )

    def decorate_paginated_queryset(self, object_list):
        rows = list(object_list)
        for row in rows:
            row["title"] = row["title_of_original"] or row["title_of_any"] or _("A page that was removed")
            row["shown"] = shown_number(row["views"])
        return rows


def _edit_url(row):
    return reverse("wagtailadmin_pages:edit", args=[row["page_id"]]) if row["page_id"] else None


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("reports/page-views/", PageViewsReportView.as_view(), name="council_page_views"),
        path(
            "reports/page-views/results/",
            PageViewsReportView.as_view(results_only=True),
            name="council_page_views_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def page_views_report():
    return ReportMenuItem(TITLE, reverse("council_page_views"), name="page-views", icon_name="view", order=110)
