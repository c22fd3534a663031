"""What the page of results shows: the pages that were found, those put first by staff, and what to narrow by."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.paginator import Paginator
from django.utils.dateparse import parse_date
from django.utils.translation import get_language_info
from wagtail.models import Page

from council.frame import names
from council.language.japanese_beside import is_japanese
from council.themes import Theme
from council.translation.locales import active_locale, language_of, language_of_locale
from council.translation.versions import for_reader, readable
from search.address import SearchAddress
from search.choices import choices_of, chosen_of
from search.did_you_mean import correction
from search.entries import PageEntry
from search.labels import KINDS, FacetLabels
from search.missed import note_missed
from search.passages import marked
from search.promoted import promoted_pages
from search.results import DATE, RELEVANCE, find_pages

PER_PAGE = 10
NEWEST = 3


@dataclass
class Result:
    """One page that was found.

    Attributes:
        kind: a word for its type.
        day: a date, where it says something: of a story, and of everything that is sorted by it.
        title, passage: lists of `search.passages.Piece`.
        in_language: the name of the page's language where it is not the reader's, in the reader's.
    """

    page: Page
    kind: str
    day: object
    title: list
    passage: list
    in_language: str

    @property
    def passage_language(self):
        """BCP 47 code of what its passage is written in: a leaflet in Japanese may be attached to a page in English."""
        own = language_of(self.page)
        return "ja" if is_japanese("".join(piece.text for piece in self.passage), own) else own


@dataclass
class Recommended:
    """A page that staff put first, of its own type; ``in_language`` as that of a `Result`."""

    page: Page
    in_language: str


@dataclass
class ResultsPage:
    """One page of the results of a search.

    Attributes:
        address: the `SearchAddress`, without what it says of facets that nobody knows.
        paginated: a page of a Django paginator.
        total: how many pages were found, those of the staff's choice among them.
        recommended: the `Recommended` of these words.
        own, others: `Result` lists, the second in other languages than the reader's.
        corrected: other words that find something, if these do not.
    """

    address: SearchAddress
    paginated: object
    total: int
    is_partial: bool
    recommended: list
    own: list
    others: list
    facets: list
    chosen: list
    corrected: str = ""
    themes: list = field(default_factory=list)
    newest: list = field(default_factory=list)

    @property
    def orders(self):
        """``(name, query string)`` of each order, without the latter where it is the present one."""
        return [
            (sort, "" if sort == self.address.sort else self.address.sorted_by(sort).query_string())
            for sort in (RELEVANCE, DATE)
        ]

    @property
    def corrected_query_string(self):
        return SearchAddress(self.corrected).query_string()

    @property
    def wider_query_string(self):
        """The same words, narrowed by nothing."""
        return self.address.narrowed_to({}).query_string()


def results_page(address, number):
    """The `ResultsPage` of a search.

    Args:
        address: a `SearchAddress` with a text.
        number: of the page, as it stands in the address.
    """
    language = active_locale().language_code
    labels = FacetLabels()
    address = _known(address, labels)
    results = find_pages(address.text, language, address.chosen, address.sort)
    is_plain = not address.chosen and address.sort == RELEVANCE
    recommended = promoted_pages(address.text, language) if is_plain else []
    put_first = {page.pk for page in recommended}
    matches = [match for match in results.matches if match.page_id not in put_first]
    paginated = Paginator(matches, PER_PAGE).get_page(number)
    own, others = _rows(paginated.object_list, results, language, address.sort)
    shown = ResultsPage(
        address=address,
        paginated=paginated,
        total=len(matches) + len(recommended),
        is_partial=results.is_partial and bool(matches),
        recommended=[_recommended(page, language) for page in recommended] if paginated.number == 1 else [],
        own=own,
        others=others,
        facets=choices_of(results.counts, address, labels),
        chosen=chosen_of(address, labels),
    )
    if is_plain and not recommended and (results.is_partial or not matches):
        if paginated.number == 1:
            note_missed(address.text, language)
        shown.corrected = correction(address.text, language)
    if not shown.total and not address.chosen:
        shown.themes = themes()
        shown.newest = newest_stories(language)
    return shown


def themes():
    return list(for_reader(Theme.objects.all()))


def newest_stories(language):
    """The search's entries of the newest stories, each with its ``page``."""
    entries = PageEntry.objects.filter(
        facets__contains=" type:story ",
        readers__contains=f" {language} ",
        page__in=readable(Page.objects.all()),
    )
    return list(entries.select_related("page").order_by("-day", "-pk")[:NEWEST])


def _known(address, labels):
    """Without values of which readers are shown no name."""
    named = labels.of({name: [value] for name, value in address.chosen.items()})
    return address.narrowed_to({name: value for name, value in address.chosen.items() if value in named[name]})


def _rows(matches, results, language, sort):
    found = marked(matches, results)
    own, others = [], []
    for match in matches:
        if match.page_id not in found:
            continue
        page, title, passage = found[match.page_id]
        code = language_of_locale(match.locale_id)
        (own if code == language else others).append(
            Result(page, _kind(match.facets), _day(match, sort), title, passage, _in_language(code, language))
        )
    return own, others


def _recommended(page, language):
    return Recommended(page, _in_language(language_of(page), language))


def _type(facets):
    return next((part.partition(":")[2] for part in facets.split() if part.startswith("type:")), "")


def _kind(facets):
    return KINDS.get(_type(facets), KINDS["page"])


def _day(match, sort):
    return parse_date(match.day) if match.day and (sort == DATE or _type(match.facets) == "story") else None


def _in_language(code, language):
    return "" if code == language else _name_of(code, language)


def _name_of(code, language):
    """A language as the reader calls it; plain Japanese and Japanese only the site tells apart."""
    if code.partition("-")[0] == language.partition("-")[0] or code not in dict(settings.LANGUAGES):
        return names().get(code, code)
    return get_language_info(code)["name_translated"]
