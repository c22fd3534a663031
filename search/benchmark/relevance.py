"""Which pages answer a query, and how good a list of results is. Pure: a rule and five figures."""

import math
import re
import unicodedata
from functools import lru_cache

IN_TITLE, OFTEN, ONCE = 3, 2, 1
# How often each word has to stand in a text for grade 2.
OFTEN_FROM = 3


def grade(query, page):
    """3 if each of the query's words is in the title, 2 if each is in the text three times or more, else 1; 0 without one.

    Args:
        query: a `search.benchmark.corpus.Query`.
        page: a `search.benchmark.corpus.Page`.
    """
    in_title = [_occurrences(group, query.unless, page.title) for group in query.groups]
    in_text = [_occurrences(group, query.unless, page.text) for group in query.groups]
    if not all(title + text for title, text in zip(in_title, in_text, strict=True)):
        return 0
    if all(in_title):
        return IN_TITLE
    return OFTEN if min(in_text) >= OFTEN_FROM else ONCE


def grades(query, pages):
    """``{key: grade}`` of those pages that answer a query.

    Args:
        pages: ``{key: Page}``.
    """
    found = {key: grade(query, page) for key, page in pages.items()}
    return {key: number for key, number in found.items() if number}


def recall(found, relevant):
    """Of what is relevant, the part that was found."""
    return len(relevant.keys() & set(found)) / len(relevant)


def recall_at_10(found, relevant):
    """Of what is relevant (of ten, where it is more), the part that is among the first ten."""
    return len(relevant.keys() & set(found[:10])) / min(10, len(relevant))


def precision(found, relevant):
    """Of what was found, the part that is relevant; ``None`` where nothing was."""
    return len(relevant.keys() & set(found)) / len(found) if found else None


def ndcg_at_10(found, relevant):
    """The gain of the first ten, 2 ^ grade - 1 each and less the lower it stands, of the highest there can be."""
    best = _gain(sorted(relevant.values(), reverse=True))
    return _gain([relevant.get(key, 0) for key in found]) / best


def _gain(row):
    return sum((2**number - 1) / math.log2(place + 2) for place, number in enumerate(row[:10]))


def _occurrences(group, unless, text):
    """How often one of a group's strings stands in a text; where two overlap, the longer one counts."""
    text = _folded(text)
    for outer in unless:
        text = text.replace(_folded(outer), "\n")
    return len(_pattern(group).findall(text))


@lru_cache(maxsize=1000)
def _pattern(group):
    return re.compile("|".join(re.escape(_folded(each)) for each in sorted(group, key=len, reverse=True)))


@lru_cache(maxsize=10_000)
def _folded(text):
    return unicodedata.normalize("NFKC", text).lower()
