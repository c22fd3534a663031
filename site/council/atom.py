"""Atom feeds of pages in several languages: what RFC 4287 wants of each."""

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from wagtail.models import Site

from council.middleware.form_texts import as_kept
from council.site_settings import CouncilSettings
from council.translation.links import reader_url
from council.translation.locales import language_of


class AtomWithLanguages(Atom1Feed):
    """An entry that is not translated says which language it is in."""

    def item_attributes(self, item):
        return {**super().item_attributes(item), "xml:lang": item["language"]}


class PagesFeed(Feed):
    """A feed whose items are pages, each at the address where the reader gets it.

    What it is of has the name of the council, ``council``. A feed says what it is called (``title``), where it stands,
    what it is named where nobody else is (``nobody``), and in what words an item is told (``passage_of``).
    """

    feed_type = AtomWithLanguages

    def page_of(self, item):
        return item

    def passage_of(self, item):
        raise NotImplementedError

    def author_name(self, asked):
        # A feed without an author is none (4.1.1): where nobody is named, the site itself is.
        return asked.council or str(self.nobody)

    def item_title(self, item):
        return as_kept(self.page_of(item).title)

    def item_description(self, item):
        # An Atom summary is HTML.
        return escape(as_kept(self.passage_of(item)))

    def item_link(self, item):
        return reader_url(self.page_of(item), with_host=True)

    def item_guid(self, item):
        # The same in every language, and after a move.
        return f"urn:uuid:{self.page_of(item).translation_key}"

    def item_pubdate(self, item):
        return self.page_of(item).first_published_at

    def item_updateddate(self, item):
        # An entry without a date is none (4.1.2); a page that no editor published has no better one.
        page = self.page_of(item)
        return page.last_published_at or page.first_published_at or timezone.now()

    def item_extra_kwargs(self, item):
        return {"language": language_of(self.page_of(item))}


def council_name(request):
    """The name of the council in the reader's language; empty where it has none."""
    site = Site.find_for_request(request)
    wording = CouncilSettings.wording_for_reader(site) if site else None
    return wording.name if wording else ""
