"""What stands around every page: names, menu, breadcrumb, languages, addresses. Two queries, whatever the page."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.http import escape_leading_slashes
from wagtail.models import Page, Site

from council.pages_around import pages_around
from council.site_settings import CouncilSettings
from council.translation.collisions import stands_alone
from council.translation.freshness import source_went_on
from council.translation.links import Link, in_language, inside_text_in, link_to, reader_url
from council.translation.locales import language_of
from council.translation.untranslated import untranslated
from council.translation.versions import best_versions, readable


@dataclass
class Language:
    """One ``hreflang``, or one entry of the language selector, where ``choice`` is the address that remembers it."""

    code: str
    name: str
    url: str
    current: bool = False
    choice: str = ""


@dataclass
class Frame:
    """See the templates ``base.html`` and ``includes/*.html``, which show all of it."""

    council: object = None
    home_url: str = "/"
    search_url: str = ""
    menu: list[Link] = field(default_factory=list)
    footer_links: list[Link] = field(default_factory=list)
    breadcrumb: list[Link] = field(default_factory=list)
    # The pages right below the front page by their type, such as "storyindexpage", for links to a whole list.
    sections: dict[str, Link] = field(default_factory=dict)
    languages: list[Language] = field(default_factory=list)
    alternates: list[Language] = field(default_factory=list)
    canonical: str = ""
    content_language: str = ""
    is_untranslated: bool = False
    # When the source went on from which this translation was made, else None.
    outdated_since: datetime | None = None
    # Whether parts of this translation are still in the language of the source.
    has_gaps: bool = False
    # The version it was made from, where it says less or other than that.
    original: Language | None = None
    section_in_charge: str = ""
    # What is urgent now: `council.emergency.banner.Banner`, else None.
    emergency: object = None
    # ``lang`` of the council's own words, and of the section in charge, where they are not in the reader's language.
    council_lang_attr: str = ""
    section_in_charge_lang_attr: str = ""
    emergency_lang_attr: str = ""

    @property
    def content_language_name(self):
        """The page's language in its own script."""
        return names().get(self.content_language, self.content_language)

    @property
    def interface_lang_attrs(self):
        """``lang`` for words of the interface that stand inside text in another language."""
        return format_html(' lang="{}"', translation.get_language()) if self.is_untranslated else ""


def build_frame(request, page=None):
    """The frame of a page, or of a view without one (search, not found)."""
    reader = translation.get_language()
    inside_text_in(None)
    shown = getattr(page, "shown", page)
    frame = Frame(search_url=reverse("search"), content_language=reader)
    site = Site.find_for_request(request)
    if site:
        _add_links(frame, site.root_page, page)
        frame.council = CouncilSettings.wording_for_reader(site)
        frame.council_lang_attr = _lang_attr(language_of(frame.council))
        frame.emergency = frame.council.emergency
        frame.emergency_lang_attr = _lang_attr(frame.emergency.language) if frame.emergency else ""
    if page and page.pk:
        frame.content_language = getattr(shown, "content_language", language_of(shown))
        frame.is_untranslated = frame.content_language != reader
        frame.canonical = (_first_place_of(page).full_url or "") + page_path(page)
        if shown is not page:
            _add_shown(frame, page)
        elif page_path(page):
            frame.breadcrumb.append(link_to(page))
        if not frame.is_untranslated:
            _add_original(frame, shown)
    else:
        # An address that begins with // would be that of another host.
        frame.canonical = request.build_absolute_uri(escape_leading_slashes(request.path))
    _add_section_in_charge(frame, page)
    _add_languages(frame, request, page, reader)
    if page and page.pk:
        _add_page_of_listing(frame, request)
    inside_text_in(frame.content_language if frame.is_untranslated else None)
    return frame


def _first_place_of(page):
    """Where the page stands that an alias shows, if its readers may go there; else the page itself."""
    original = readable(Page.objects.filter(pk=page.alias_of_id)).first() if page.alias_of_id else None
    return original or page


def _add_links(frame, root, page):
    """Menu, foot, breadcrumb and translations from one query over the pages they can be about."""
    rows = pages_around(root, page)
    best = best_versions(rows)

    home = best.get(root.translation_key)
    frame.home_url = reader_url(home) if home else "/"
    keys_above = dict.fromkeys(row.translation_key for row in sorted(rows, key=lambda row: row.depth) if row.is_above)
    current_keys = set(keys_above)
    if page and page.pk:
        current_keys.add(page.translation_key)
    # The order of the menu is that of the tree the pages were first written in.
    for key in dict.fromkeys(row.translation_key for row in rows if row.depth == root.depth + 1):
        child = best[key]
        link = link_to(child, current=key in current_keys)
        (frame.menu if child.show_in_menus else frame.footer_links).append(link)
        frame.sections.setdefault(ContentType.objects.get_for_id(child.content_type_id).model, link)
    frame.breadcrumb = [link_to(best[key]) for key in keys_above]
    if page and page.pk:
        frame.alternates = [
            Language(code, names().get(code, code), row.full_url + page_path(page))
            for row in sorted(rows, key=lambda row: row.pk)
            if row.translation_key == page.translation_key
            for code in [language_of(row)]
        ]


def _add_shown(frame, page):
    """For what a page shows at an address inside its own, such as a theme: its languages are not those of the page."""
    frame.breadcrumb.append(link_to(page))
    lists = {each.code: each.url for each in frame.alternates}
    versions = sorted(page.shown_versions, key=lambda version: version.pk)
    frame.alternates = [
        Language(code, names().get(code, code), lists.get(code) or in_language(frame.canonical, code))
        for code in map(language_of, versions)
    ]
    frame.canonical = next(each.url for each in frame.alternates if each.code == frame.content_language)


def _add_page_of_listing(frame, request):
    """Each page of a list has an address of its own, and holds the same in every language."""
    number = _page_of_listing(request)
    frame.canonical += number
    frame.alternates = [replace(each, url=each.url + number) for each in frame.alternates]


def _add_original(frame, shown):
    """The version a translation was made from, the oldest, where that has gone on since or some of it is missing."""
    frame.outdated_since = source_went_on(shown)
    frame.has_gaps = shown.translation_key in untranslated(shown.locale_id).keys
    if frame.outdated_since or frame.has_gaps:
        others = (each for each in frame.alternates if each.code != frame.content_language)
        frame.original = next(others, None)


def _add_section_in_charge(frame, page):
    own = getattr(page, "section_in_charge", "")
    frame.section_in_charge = own or getattr(frame.council, "section_in_charge", "")
    if frame.section_in_charge:
        frame.section_in_charge_lang_attr = _lang_attr(language_of(page if own else frame.council))


def _add_languages(frame, request, page, reader):
    translated = {alternate.code: alternate.url for alternate in frame.alternates}
    own_address = page.url + page_path(page) if page and page.pk and page.url else escape_leading_slashes(request.path)
    query = f"?{urlencode(request.GET, doseq=True)}" if request.GET else ""
    for code, name in settings.LANGUAGES:
        alone = page and page.pk and stands_alone(page, code)
        url = translated.get(code) or (own_address if alone else in_language(own_address, code))
        address = url + query
        # Without the host: the address that remembers a choice leads nowhere else.
        parts = urlsplit(address)
        target = parts._replace(scheme="", netloc="").geturl()
        choice = f"{reverse('choose_language', args=[code])}?{urlencode({'to': target})}"
        frame.languages.append(Language(code, name, address, current=code == reader, choice=choice))


def page_path(page):
    """What follows a page's own address where it shows several things, such as one theme of the list of themes."""
    return getattr(page, "shown_path", "")


def _lang_attr(code):
    """``lang`` for words outside the page's own text, where they are not in the reader's language."""
    return format_html(' lang="{}"', code) if code != translation.get_language() else ""


def names():
    """``{language code: its name in its own script}``."""
    return dict(settings.LANGUAGES)


def _page_of_listing(request):
    number = request.GET.get("page", "")
    # Python refuses to read a number of thousands of digits, and no list has as many pages.
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    return f"?page={int(number)}" if is_number and int(number) > 1 else ""
