"""What the staff see of the answers: for each page and month how often it helped, and what was missing."""

from django.db.models import OuterRef, Subquery
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from council.feedback.models import PageAnswers, PageRemark
from council.reports.cells import guarded
from council.reports.languages import language_name
from council.reports.rights import SEEN_WITH_ANY_OF, ReportMenuItem
from council.translation.locales import source_locale

MOST_REMARKS_SHOWN = 20


class FeedbackReportView(ReportView):
    """Newest month first, in it the pages that helped least."""

    page_title = _("Did the pages help?")
    header_icon = "comment"
    model = PageAnswers
    default_ordering = ("-month", "-did_not_help", "-helped")
    paginate_by = 50
    index_url_name = "council_feedback"
    index_results_url_name = "council_feedback_results"
    permission_policy = page_permission_policy
    any_permission_required = SEEN_WITH_ANY_OF
    list_export = ["month", "language", "title", "helped", "did_not_help", "remarks"]
    export_headings = {"title": _("Page"), "remarks": _("What was missing")}
    export_filename = "did-the-pages-help"

    @property
    def custom_field_preprocess(self):
        return {name: {self.FORMAT_CSV: lambda text: guarded(str(text))} for name in ("title", "remarks")}

    @property
    def columns(self):
        return [
            TitleColumn("title", label=_("Page"), get_url=_edit_url),
            Column("month", label=_("Month"), accessor=lambda row: date_format(row.month, "YEAR_MONTH_FORMAT")),
            Column("language", label=_("Language"), accessor=lambda row: language_name(row.language)),
            NumberColumn("helped", label=_("Helped"), sort_key="helped"),
            NumberColumn("did_not_help", label=_("Did not help"), sort_key="did_not_help"),
            Column("remarks", label=_("What was missing")),
        ]

    def get_base_queryset(self):
        versions = Page.objects.filter(translation_key=OuterRef("translation_key"))
        original = versions.filter(locale=source_locale())
        return PageAnswers.objects.annotate(
            page_id=Subquery(original.values("pk")[:1]),
            title_of_original=Subquery(original.values("title")[:1]),
            title_of_any=Subquery(versions.order_by("pk").values("title")[:1]),
        )

    def decorate_paginated_queryset(self, object_list):
        rows = list(object_list)
        remarks = {}
        keys = {row.translation_key for row in rows}
        for remark in PageRemark.objects.filter(translation_key__in=keys):
            remarks.setdefault((remark.translation_key, remark.language, remark.month), []).append(remark.text)
        for row in rows:
            row.title = row.title_of_original or row.title_of_any or _("A page that was removed")
            said = remarks.get((row.translation_key, row.language, row.month), [])
            row.remarks = " / ".join(said[:MOST_REMARKS_SHOWN])
        return rows


def _edit_url(row):
    return reverse("wagtailadmin_pages:edit", args=[row.page_id]) if row.page_id else None


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("reports/feedback/", FeedbackReportView.as_view(), name="council_feedback"),
        path(
            "reports/feedback/results/", FeedbackReportView.as_view(results_only=True), name="council_feedback_results"
        ),
    ]


@hooks.register("register_reports_menu_item")
def feedback_report():
    return ReportMenuItem(
        _("Did the pages help?"), reverse("council_feedback"), name="feedback", icon_name="comment", order=120
    )
