"""The report of what readers did not find, and what can be done about it."""

from urllib.parse import urlencode

import django_filters
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from council.reports.languages import language_choices, language_name
from council.reports.rights import SEEN_WITH_ANY_OF
from search.missed import MissedSearch
from search.promoted import PromotedResult
from search.results import find_pages
from search.synonyms import Synonym


def _months():
    months = MissedSearch.objects.order_by("-month").values_list("month", flat=True).distinct()
    return [(month.isoformat(), _month_name(month)) for month in months]


def _month_name(month):
    return date_format(month, "YEAR_MONTH_FORMAT")


class MissedFilterSet(WagtailFilterSet):
    month = django_filters.ChoiceFilter(label=_("Month"), choices=_months)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices)

    class Meta:
        model = MissedSearch
        fields = ["month", "language"]


class MissedReportView(ReportView):
    """Newest month first, in it what was asked most; with what the same words would find today."""

    page_title = _("Searches that found nothing")
    header_icon = "search"
    model = MissedSearch
    filterset_class = MissedFilterSet
    is_searchable = True
    search_fields = ["words"]
    default_ordering = ("-month", "-count", "words")
    # Each row is searched for again.
    paginate_by = 25
    index_url_name = "search_missed:index"
    index_results_url_name = "search_missed:results"
    permission_policy = page_permission_policy
    any_permission_required = SEEN_WITH_ANY_OF
    list_export = ["month", "language", "words", "count"]
    export_filename = "searches-without-a-result"

    @property
    def custom_field_preprocess(self):
        return {"words": {self.FORMAT_CSV: _guarded}}

    @property
    def columns(self):
        return [
            Column("words", label=_("What was asked"), sort_key="words"),
            Column("month", label=_("Month"), accessor=lambda row: _month_name(row.month), sort_key="month"),
            Column("language", label=_("Language"), accessor=lambda row: language_name(row.language)),
            NumberColumn("count", label=_("How often"), sort_key="count"),
            Column("now", label=_("Found today")),
            ActionsColumn("actions", label=_("What can be done")),
        ]

    def decorate_paginated_queryset(self, object_list):
        if not self.is_export:
            for row in object_list:
                row.now = _found_now(row)
        return object_list


def _guarded(words):
    """Words that no spreadsheet calculates: an apostrophe goes before a sign with which a formula may begin."""
    return words if words[:1].isalnum() else f"'{words}"


def _found_now(row):
    results = find_pages(row.words, row.language)
    number = len(results.matches)
    if results.is_partial:
        return _("Pages with some of the words: %(number)s") % {"number": number}
    return number or _("Nothing")


class ActionsColumn(Column):
    """Links into forms that hold the words already, as far as the user may fill them in."""

    cell_template_name = "search/admin/missed_actions.html"

    class Media:
        css = {"all": ["css/admin-search.css"]}

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        user = parent_context["request"].user
        words = urlencode({"words": instance.words})
        context["links"] = [
            (f"{reverse(model.snippet_viewset.get_url_name('add'))}?{words}", label)
            for model, label in [(Synonym, _("Make a synonym")), (PromotedResult, _("Put a page first"))]
            if user.has_perm(f"search.add_{model._meta.model_name}")
        ]
        why = urlencode({"q": instance.words, "language": instance.language})
        context["links"].append((f"{reverse('search_why:index')}?{why}", _("Why is a page not found?")))
        return context
