"""The newest stories as an Atom feed, in each language."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from council.atom import AtomWithLanguages
from council.site_settings import CouncilSettings
from council.translation.links import reader_url
from council.translation.locales import language_of
from stories.story import StoryPage

NEWEST = 20


class StoriesFeed(Feed):
    """The newest stories, each in the reader's language where it is translated, at the address where they read it."""

    feed_type = AtomWithLanguages

    def get_object(self, request):
        return Site.find_for_request(request)

    def title(self, site):
        wording = CouncilSettings.wording_for_reader(site) if site else None
        return f"{_('Stories')} | {wording.name}" if wording else _("Stories")

    def link(self, site):
        return f"/{translation.get_language()}/"

    def feed_url(self, site):
        return reverse("stories_feed")

    def items(self, site):
        return StoryPage.objects.for_reader().newest_first().for_cards()[:NEWEST]

    def item_title(self, story):
        return story.title

    def item_description(self, story):
        return story.summary

    def item_link(self, story):
        return reader_url(story, with_host=True)

    def item_guid(self, story):
        # The same in every language, and after a move.
        return f"urn:uuid:{story.translation_key}"

    def item_pubdate(self, story):
        return story.first_published_at

    def item_updateddate(self, story):
        return story.last_published_at

    def item_extra_kwargs(self, story):
        return {"language": language_of(story)}
