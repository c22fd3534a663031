"""The editors' side: snippets in one menu, in the order in which they are needed."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, LocaleColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from council.accessibility import staff as accessibility_staff  # noqa: F401 - registers its hooks
from council.feedback import staff as feedback_staff  # noqa: F401
from council.furigana import desk  # noqa: F401
from council.models import Person, Reading, Term, Theme
from council.page_views import serving  # noqa: F401
from council.page_views import staff as page_views_staff  # noqa: F401
from council.pictures import around  # noqa: F401
from council.short_address import staff as short_address_for_staff  # noqa: F401


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = [
        "name",
        "role",
        "organisation",
        BooleanColumn("has_consent", label=_("Consent")),
        LocaleColumn(label=_("Locale")),
    ]
    list_filter = ["organisation"]
    list_select_related = ["organisation"]
    ordering = ["reading"]


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", "slug", LocaleColumn(label=_("Locale")), UpdatedAtColumn()]


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "info-circle"
    list_display = ["word", "reading", BooleanColumn("enforced"), LocaleColumn(label=_("Locale"))]


class ReadingViewSet(SnippetViewSet):
    model = Reading
    icon = "openquote"
    list_display = ["word", "reading", "note"]


@register_snippet
class CouncilViewSetGroup(SnippetViewSetGroup):
    """What stories and plans are made of beside pages."""

    items = (PersonViewSet, ThemeViewSet, TermViewSet, ReadingViewSet)
    menu_icon = "group"
    menu_label = _("People and words")
    menu_name = "people-and-words"
    menu_order = 150
