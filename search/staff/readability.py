"""Whether anybody can find a page, whatever they search for, and why not."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from council.translation.locales import locale_for
from council.translation.versions import versions_for_reader
from search.entries import PageText
from search.pending import PendingObject


@dataclass
class Readability:
    """Who finds a page, whatever the question.

    Attributes:
        readers: the languages whose readers get this version.
        obstacles: sentences; with any of them nobody finds the page.
        remarks: sentences on what is not searched of it, or not for long.
        other: the version that readers of the language get instead of this one, or ``None``.
    """

    readers: list
    obstacles: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    other: Page | None = None


def readability_of(page, language, entry):
    """A page's `Readability` for the readers of a language; ``entry`` is its `PageEntry`, or ``None``."""
    waiting = PendingObject.objects.filter(content_type=page.content_type_id, object_id=str(page.pk))
    obstacles = list(_obstacles(page, entry))
    if not obstacles and waiting.filter(hides=True).exists():
        obstacles.append(_("It shows less than it did, and is left out until the search has read it anew."))
    if not obstacles and entry is None:
        obstacles.append(_("The search does not know it yet. It is read when it is published."))
    readers, other = entry.readers.split() if entry else [], None
    if not obstacles and language not in readers:
        other = versions_for_reader(Page.objects.all(), [page.pk], locale_for(language)).get(page.pk)
    remarks = list(_remarks(page, entry if not obstacles else None, waiting))
    return Readability(readers, obstacles, remarks, other)


def _obstacles(page, entry):
    """Why no reader may have the page now, as `search.find.readable_in_sql` asks."""
    now = timezone.now()
    if page.alias_of_id:
        yield _("It repeats another page (an alias). Readers get that page.")
    if not page.live:
        yield _("It is not published.")
    elif page.expire_at and page.expire_at <= now:
        yield _("It was published until %(day)s.") % {"day": _day(page.expire_at)}
    if page.get_view_restrictions().exists():
        yield _("It is private, or a page above it is.")
    if entry and entry.until and entry.until <= now:
        yield _("The consent of somebody on it ended on %(day)s.") % {"day": _day(entry.until)}


def _remarks(page, entry, waiting):
    if waiting.exists():
        yield _("The search has not taken in its last change yet.")
    if page.live and page.has_unpublished_changes:
        yield _("It has changes that are not published. The search has what readers see.")
    if entry and entry.until:
        yield _("On %(day)s the consent of somebody on it ends.") % {"day": _day(entry.until)}
    if PageText.objects.filter(page=page, is_cut=True).exists():
        yield _("Its text is too long to be searched whole: its end is left out.")


def _day(moment):
    return date_format(timezone.localtime(moment), "DATE_FORMAT") if moment else ""
