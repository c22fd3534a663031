"""The newest pages of a search as an Atom feed, in each language."""

from operator import attrgetter
from typing import NamedTuple

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from council.atom import AtomWithLanguages
from council.middleware.form_texts import as_kept
from council.site_settings import CouncilSettings
from council.translation.links import reader_url
from council.translation.locales import active_locale, language_of
from search.address import SearchAddress
from search.forms import SearchForm
from search.passages import marked
from search.results import find_pages

NEWEST = 20


class Asked(NamedTuple):
    """What a feed is of, and whose it is."""

    address: SearchAddress
    council: str


class Found(NamedTuple):
    """A page, and what it says about the words that were asked for."""

    page: Page
    passage: str


class SearchFeed(Feed):
    """What anybody may read of a search. Its address is the search's own; whatever the order there, the newest come first."""

    feed_type = AtomWithLanguages

    def get_object(self, request):
        form = SearchForm(request.GET)
        text = form.cleaned_data["q"] if form.is_valid() else ""
        if not text:
            raise Http404("A feed is of some words.")
        site = Site.find_for_request(request)
        wording = CouncilSettings.wording_for_reader(site) if site else None
        return Asked(SearchAddress.of(text, request.GET), wording.name if wording else "")

    def title(self, asked):
        return " | ".join(filter(None, [f"{_('Search')}: {asked.address.text}", asked.council]))

    def author_name(self, asked):
        return asked.council or None

    def link(self, asked):
        return f"{reverse('search')}?{asked.address.query_string()}"

    def feed_url(self, asked):
        return f"{reverse('search_feed')}?{asked.address.query_string()}"

    def items(self, asked):
        language = active_locale().language_code
        results = find_pages(asked.address.text, language, asked.address.chosen)
        newest = sorted(results.matches, key=attrgetter("day", "page_id"), reverse=True)[:NEWEST]
        found = marked(newest, results)
        return [Found(page, "".join(piece.text for piece in passage)) for page, _title, passage in found.values()]

    def item_title(self, item):
        return as_kept(item.page.title)

    def item_description(self, item):
        # An Atom summary is HTML.
        return escape(as_kept(item.passage))

    def item_link(self, item):
        return reader_url(item.page, with_host=True)

    def item_guid(self, item):
        # The same in every language, and after a move.
        return f"urn:uuid:{item.page.translation_key}"

    def item_pubdate(self, item):
        return item.page.first_published_at

    def item_updateddate(self, item):
        return item.page.last_published_at

    def item_extra_kwargs(self, item):
        return {"language": language_of(item.page)}
