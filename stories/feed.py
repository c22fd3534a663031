"""The newest stories as Atom feeds, in each language: all of them, and those of one theme."""

from dataclasses import dataclass
from uuid import uuid5

from django.http import Http404
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.atom import PagesFeed, council_name
from council.pages import concerns_theme
from council.themes import Theme
from council.translation.links import reader_url
from council.translation.versions import for_reader
from stories.index_page import StoryIndexPage
from stories.story import StoryPage

NEWEST = 20


@dataclass(frozen=True)
class Told:
    """Whose stories a feed is of: the council's name, and the theme in the reader's language or ``None``."""

    council: str
    theme: Theme | None = None


class StoriesFeed(PagesFeed):
    """The newest stories, each in the reader's language where it is translated, at the address where they read it."""

    nobody = gettext_lazy("Stories")

    def get_object(self, request):
        return Told(council_name(request))

    def title(self, told):
        return " | ".join(filter(None, [_("Stories"), told.council]))

    def link(self, told):
        return f"/{translation.get_language()}/"

    def feed_url(self, told):
        return reverse("stories_feed")

    def items(self, told):
        return self.stories(told)[:NEWEST]

    def stories(self, told):
        return StoryPage.objects.for_reader().newest_first().for_cards()

    def passage_of(self, story):
        return story.summary


class ThemeFeed(StoriesFeed):
    """The newest stories of one theme; 404 for a theme that no reader may see."""

    def get_object(self, request, slug):
        theme = for_reader(Theme.objects.filter(slug=slug)).first()
        if theme is None:
            raise Http404
        return Told(council_name(request), theme)

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
