"""Where staff finds what it can see and change of the search: one menu, the reports, and each page's own menu."""

from urllib.parse import urlencode

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.documents import get_document_model
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from council.reports.rights import ReportMenuItem
from search.signals import note_documents
from search.staff.report import MissedReportView
from search.staff.snippets import PromotedResultViewSet, SynonymViewSet
from search.staff.why_view import WhyView


class MissedViewSet(ViewSet):
    name = "search_missed"
    url_prefix = "search/missed"
    icon = "search"
    menu_label = _("Searches that found nothing")
    menu_item_class = ReportMenuItem

    def get_urlpatterns(self):
        return [
            path("", MissedReportView.as_view(), name="index"),
            path("results/", MissedReportView.as_view(results_only=True), name="results"),
        ]


class WhyViewSet(ViewSet):
    name = "search_why"
    url_prefix = "search/why"
    icon = "help"
    menu_label = _("Why is this found?")
    menu_item_class = ReportMenuItem

    def get_urlpatterns(self):
        return [path("", WhyView.as_view(), name="index")]


@register_snippet
class SearchViewSetGroup(SnippetViewSetGroup):
    """What readers ask for, and what they get."""

    items = (MissedViewSet, SynonymViewSet, PromotedResultViewSet, WhyViewSet)
    menu_icon = "search"
    menu_label = _("Site search")
    menu_name = "site-search"
    menu_order = 155


@hooks.register("register_reports_menu_item")
def missed_report():
    return ReportMenuItem(
        MissedViewSet.menu_label, reverse("search_missed:index"), name="search-missed", icon_name="search", order=110
    )


@hooks.register("register_page_header_buttons")
def why_button(page, user, view_name, next_url=None):
    if view_name == "edit" and page.depth > 1 and page.permissions_for_user(user).can_edit():
        address = f"{reverse('search_why:index')}?{urlencode({'page': page.pk})}"
        yield Button(_("Why is this found?"), url=address, icon_name="help", priority=67)


@hooks.register("after_bulk_action")
def note_documents_of_bulk_action(request, action_type, objects, action):
    """Wagtail writes them without a signal: "Add to collection" may make them private."""
    model = get_document_model()
    if issubclass(action.model, model):
        note_documents(model.objects.filter(pk__in=[each.pk for each in objects]))
