"""The newest pages of a search as an Atom feed, in each language."""

from operator import attrgetter
from typing import NamedTuple

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from council.atom import PagesFeed, council_name
from council.translation.locales import active_locale
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


class SearchFeed(PagesFeed):
    """What anybody may read of a search. Its address is the search's own; whatever the order there, the newest come first."""

    nobody = gettext_lazy("Search")

    def get_object(self, request):
        form = SearchForm(request.GET)
        text = form.cleaned_data["q"] if form.is_valid() else ""
        if not text:
            raise Http404("A feed is of some words.")
        return Asked(SearchAddress.of(text, request.GET), council_name(request))

    def title(self, asked):
        return " | ".join(filter(None, [f"{_('Search')}: {asked.address.text}", asked.council]))

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

    def page_of(self, item):
        return item.page

    def passage_of(self, item):
        return item.passage
