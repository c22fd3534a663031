"""The newest stories as Atom feeds, in each language: all of them, and those of one theme."""

from dataclasses import dataclass
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.models import Site

from council.atom import AtomWithLanguages
from council.middleware.form_texts import as_kept
from council.pages import concerns_theme
from council.site_settings import CouncilSettings
from council.themes import Theme
from council.translation.links import reader_url
from council.translation.locales import language_of
from council.translation.versions import for_reader
from stories.index_page import StoryIndexPage
from stories.story import StoryPage

NEWEST = 20


@dataclass(frozen=True)
class Told:
    """Whose stories a feed is of: the council's name, and the theme in the reader's language or ``None``."""

    council: str
    theme: Theme | None = None


class StoriesFeed(Feed):
    """The newest stories, each in the reader's language where it is translated, at the address where they read it."""

    feed_type = AtomWithLanguages

    def get_object(self, request):
        return Told(_council_name(request))

    def title(self, told):
        return " | ".join(filter(None, [_("Stories"), told.council]))

    def author_name(self, told):
        # A feed without an author is none (RFC 4287, 4.1.1): where nobody is named, the site itself is.
        return told.council or _("Stories")

    def link(self, told):
        return f"/{translation.get_language()}/"

    def feed_url(self, told):
        return reverse("stories_feed")

    def items(self, told):
        return self.stories(told)[:NEWEST]

    def stories(self, told):
        return StoryPage.objects.for_reader().newest_first().for_cards()

    def item_title(self, story):
        return as_kept(story.title)

    def item_description(self, story):
        # An Atom summary is HTML.
        return escape(as_kept(story.summary))

    def item_link(self, story):
        return reader_url(story, with_host=True)

    def item_guid(self, story):
        # The same in every language, and after a move.
        return f"urn:uuid:{story.translation_key}"

    def item_pubdate(self, story):
        return story.first_published_at

    def item_updateddate(self, story):
        # An entry without a date is none; a story that no editor published has no better one.
        return story.last_published_at or story.first_published_at or timezone.now()

    def item_extra_kwargs(self, story):
        return {"language": language_of(story)}


class ThemeFeed(StoriesFeed):
    """The newest stories of one theme; 404 for a theme that no reader may see."""

    def get_object(self, request, slug):
        theme = for_reader(Theme.objects.filter(slug=slug)).first()
        if theme is None:
            raise Http404
        return Told(_council_name(request), theme)

    def title(self, told):
        return " | ".join(filter(None, [told.theme.name, super().title(told)]))

    def subtitle(self, told):
        return told.theme.description

    def feed_guid(self, told):
        # Its own in each language, wherever the list of stories stands, and if there is none (RFC 4287, 4.2.6).
        return uuid5(told.theme.translation_key, translation.get_language()).urn

    def link(self, told):
        index = StoryIndexPage.objects.for_reader().first()
        return f"{reader_url(index)}?theme={told.theme.slug}" if index else super().link(told)

    def feed_url(self, told):
        return reverse("theme_feed", args=[told.theme.slug])

    def stories(self, told):
        return super().stories(told).filter(concerns_theme(StoryPage)(told.theme.slug))


def _council_name(request):
    site = Site.find_for_request(request)
    return CouncilSettings.wording_for_reader(site).name if site else ""
