"""What is proposed while somebody is typing: pages, organisations and themes."""

from functools import lru_cache
from typing import NamedTuple

from django.db import connections, router
from django.utils import translation
from wagtail.models import Page

from council.language import analyse
from council.language.kana import kana_of_romaji
from council.themes import Theme
from council.translation.links import reader_url
from council.translation.locales import language_of_locale
from council.translation.versions import for_reader
from search.entries import PageEntry
from search.find import readable_in_sql
from search.title_keys import TitleKey, as_it_sounds, keys_of, typed

MOST = 8
# Of all that begins so, as the index has it: enough to choose from.
MOST_LOOKED_AT = 60
_LAST = "\U0010ffff"
_CONSONANTS = "bcdfghjkmprstvwyz"


class Suggestion(NamedTuple):
    """One page or theme; ``language`` is empty where its label is in the reader's."""

    label: str
    url: str
    kind: str
    language: str = ""


def suggest(text, language):
    """At most `MOST` suggestions for what was typed so far, in kana, kanji or Roman letters. Six queries at most."""
    beginnings = beginnings_of(text, language)
    if not beginnings:
        return []
    themes = _themes(beginnings, language)
    return [*themes[:3], *_pages(beginnings, language)][:MOST]


def beginnings_of(text, language):
    """The keys that what was typed may be the beginning of: as it is written, and as it sounds."""
    written = typed(text)
    if not written:
        return []
    beginnings = [written]
    if language.partition("-")[0] == "ja":
        # こどm: the input method is in the middle of a syllable.
        spoken = written.rstrip(_CONSONANTS) or written
        kana = spoken if not spoken.isascii() else kana_of_romaji(spoken)
        how = as_it_sounds(kana)
        if how and all("\u30a0" <= sign <= "\u30ff" for sign in how):
            beginnings.append(how)
        else:
            beginnings += filter(None, [_reading_of(text, language)])
    return beginnings


def _reading_of(text, language):
    """How what was typed is read, if all of it is: 寄付 finds a title with 寄附."""
    tokens = analyse(text, language)
    if not tokens or not all(token.reading for token in tokens):
        return ""
    is_whole = sum(token.end - token.start for token in tokens) == len(text.strip())
    return as_it_sounds("".join(token.reading for token in tokens)) if is_whole else ""


def _pages(beginnings, language):
    readable, values = readable_in_sql(language)
    connection = connections[router.db_for_read(TitleKey)]
    begins, parameters = _begins(connection, beginnings)
    with connection.cursor() as cursor:
        rows = []
        # What the title begins with comes first; the order of the keys is that of the index, so nothing is sorted.
        for is_start in (True, False):
            cursor.execute(
                f"""
                SELECT page.id, page.title, page.locale_id, entry.facets
                FROM {TitleKey._meta.db_table} AS title
                JOIN {PageEntry._meta.db_table} AS entry ON entry.page_id = title.page_id
                JOIN {Page._meta.db_table} AS page ON page.id = entry.page_id
                WHERE ({begins}) AND title.is_start = %s AND {readable}
                ORDER BY title.key LIMIT {MOST_LOOKED_AT}
                """,
                [*parameters, is_start, *values],
            )
            rows += cursor.fetchall()
            if len(rows) >= MOST:
                break
    found = dict.fromkeys(rows)
    languages = {row[2]: language_of_locale(row[2]) for row in found}
    order = sorted(found, key=lambda row: (languages[row[2]] != language, len(row[1])))[:MOST]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=[row[0] for row in order])}
    return [
        Suggestion(
            title,
            reader_url(pages[pk]),
            "organisation" if " type:organisation " in facets else "page",
            "" if languages[locale] == language else languages[locale],
        )
        for pk, title, locale, facets in order
        if pk in pages
    ]


def _begins(connection, beginnings):
    """A condition that an index answers: SQLite's takes no LIKE, PostgreSQL's no order of its own for every language."""
    if connection.vendor == "postgresql":
        escaped = [each.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%" for each in beginnings]
        return " OR ".join(["title.key LIKE %s"] * len(escaped)), escaped
    ranges = [value for each in beginnings for value in (each, each + _LAST)]
    return " OR ".join(["(title.key >= %s AND title.key < %s)"] * len(beginnings)), ranges


def _themes(beginnings, language):
    with translation.override(language):
        options = [(slug, name, language_of_locale(locale_id)) for slug, name, locale_id in Theme.options_for_reader()]
        chosen = [
            option
            for option in options
            if any(key.startswith(each) for key in _keys(option[1], option[2]) for each in beginnings)
        ]
        # The list of themes is the front page's matter: `home` stands above this app.
        pages = Page.objects.filter(content_type__model="themeindexpage")
        index = for_reader(pages).first() if chosen else None
        address = reader_url(index) if index else ""
        return [
            Suggestion(name, f"{address}{slug}/", "theme", "" if own == language else own)
            for slug, name, own in chosen
            if address
        ]


@lru_cache(maxsize=500)
def _keys(name, language):
    return tuple(keys_of(name, analyse(name, language)))
