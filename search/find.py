"""Finds pages: one question to the database, whose answer is everything that matches and may be read now."""

from itertools import pairwise
from typing import NamedTuple

from django.db import connections, router
from django.utils import timezone
from modelsearch.backends import get_search_backend
from wagtail.models import Page, PageViewRestriction

from council.language import vocabulary_of
from council.translation.locales import source_locale
from search import lexemes
from search.entries import PageEntry
from search.expressions import any_of, every
from search.indexing.queue import index_before_search
from search.pending import hidden_pages_in_sql
from search.question import next_to_each_other

# What a page gets for each thing that is asked for, by where it stands: a title weighs more than a word that comes again
# and again, that more than a summary, that more than one mention. Measured with `make bench-search`.
POINTS = {lexemes.IN_TITLE: 24, lexemes.OFTEN: 8, lexemes.IN_SUMMARY: 4, lexemes.VERY_OFTEN: 3}
# For two things that follow each other as they were typed: more than any title.
POINTS_FOR_NEXT_TO_EACH_OTHER = 60
# Where nothing has everything: for each thing that is there at all.
POINTS_FOR_ONE_OF_SEVERAL = 1000
_PRIVATE_PATHS = f"""
    SELECT path FROM {Page._meta.db_table} WHERE id IN (SELECT page_id FROM {PageViewRestriction._meta.db_table})
"""


class Match(NamedTuple):
    """A page that was found, as far as the index knows it; ``day`` is its date in ISO 8601, empty without one."""

    page_id: int
    locale_id: int
    facets: str
    points: int
    day: str
    title_length: int


def matches(wordings, language, *, some=False):
    """All pages that match and may be read now by anybody, each once, in the version that a language's readers get.

    Args:
        wordings: `search.expansion.Wording` objects; a page fits if one of them does.
        language: BCP 47 code of the reader's language.
        some: whether one of the things that are asked for is enough; else a page has to have all.

    Returns:
        A list of `Match`, in no order.
    """
    backend = get_search_backend()
    # A thing that two wordings ask for is one thing.
    conditions, points = [], {}
    read = {vocabulary_of(code) for code in (language, source_locale().language_code)}
    for wording in wordings:
        things = wording.asked
        if some:
            conditions += [thing.anywhere for thing in things]
            points.update({thing.anywhere: POINTS_FOR_ONE_OF_SEVERAL for thing in things})
            # Each set is a question of its own, and of so many words it matters little where they stand.
            marks = {lexemes.IN_TITLE: POINTS[lexemes.IN_TITLE]}
        else:
            conditions.append(every(thing.anywhere for thing in things))
            # The few pages that exist in a third language only stand below all others, whatever they get.
            marks = POINTS if wording.vocabulary in read else {}
            points.update(_points_beside(wording) if wording.vocabulary in read else {})
        points.update({thing.anywhere.marked(mark): each for thing in things for mark, each in marks.items()})
    condition = any_of(conditions)
    if condition is None:
        return []
    sql, parameters = _statement(backend, condition, list(points.items()), language)
    with connections[router.db_for_read(PageEntry)].cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(map(Match._make, cursor.fetchall()))


def _points_beside(wording):
    near = [next_to_each_other(wording.vocabulary, *two) for two in pairwise(thing.concept for thing in wording.asked)]
    return dict.fromkeys(near, POINTS_FOR_NEXT_TO_EACH_OTHER)


def _statement(backend, condition, points, language):
    found, parameters = backend.scored(condition, points)
    readable, values = readable_in_sql(language)
    sql = f"""
        WITH found AS ({found})
        SELECT entry.page_id, page.locale_id, entry.facets, found.points,
            COALESCE(CAST(entry.day AS TEXT), ''), entry.title_length
        FROM found
        JOIN {PageEntry._meta.db_table} AS entry ON entry.entry_id = found.id
        JOIN {Page._meta.db_table} AS page ON page.id = entry.page_id
        WHERE {readable}
    """
    return sql, parameters + values


def readable_in_sql(language):
    """The condition that anybody may read a page now, and that readers of a language get this version of it.

    As `council.translation.versions.readable` has it, with the private parts of the tree written out: they are few, and
    asking for them page by page would take longer than the search.
    """
    index_before_search()
    connection = connections[router.db_for_read(PageEntry)]
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    # SQLite begins with an index where it can, be it one of no use: nearly every page is no alias. With a sign, it can not.
    # PostgreSQL would then know nothing of how many rows there are (measured: 160 ms against 8).
    sign = "+" if connection.vendor == "sqlite" else ""
    conditions = [
        "page.live = %s",
        f"{sign}page.alias_of_id IS NULL",
        "(page.expire_at IS NULL OR page.expire_at > %s)",
        "(entry.until IS NULL OR entry.until > %s)",
        "entry.readers LIKE %s",
        f"entry.page_id NOT IN ({hidden_pages_in_sql()})",
    ]
    parameters = [True, now, now, f"% {language} %"]
    with connection.cursor() as cursor:
        cursor.execute(_PRIVATE_PATHS)
        for (path,) in cursor.fetchall():
            conditions.append("page.path NOT LIKE %s")
            parameters.append(f"{path}%")
    return " AND ".join(conditions), parameters
