"""The snippets of the search: their lists, and forms that may begin with words from the report."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.promoted import PromotedResult
from search.synonyms import Synonym


class CreateWithWordsView(CreateView):
    """``?words=…`` stands in the form already."""

    def get_initial(self):
        return {**super().get_initial(), "words": self.request.GET.get("words", "")}


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "link"
    menu_label = _("Words with the same meaning")
    add_view_class = CreateWithWordsView
    list_display = ["__str__", UpdatedAtColumn()]
    search_fields = ["words"]


class PromotedResultViewSet(SnippetViewSet):
    model = PromotedResult
    icon = "pick"
    menu_label = _("Pages put first")
    add_view_class = CreateWithWordsView
    list_display = ["__str__", "page", "shown_from", "shown_until", UpdatedAtColumn()]
    list_select_related = ["page"]
    search_fields = ["words", "page__title"]
