"""What is found, and in which order: Wagtail's own search and ours, on each database, side by side."""

from statistics import mean

from search.benchmark.corpus import read_pages, read_queries
from search.benchmark.databases import kinds, temporary_database
from search.benchmark.inside import run
from search.benchmark.relevance import grades, ndcg_at_10, precision, recall, recall_at_10
from search.benchmark.tables import table

LANGUAGE = "ja"
FIGURES = {"recall": recall, "recall@10": recall_at_10, "precision": precision, "nDCG@10": ndcg_at_10}


def report(arguments):
    """Prints the figures; with ``arguments.details`` also which pages are missing and which are wrong."""
    pages, queries = dict(enumerate(read_pages(arguments.corpus))), read_queries(arguments.queries)
    relevant = [grades(query, pages) for query in queries]
    print(f"{len(pages)} pages, {len(queries)} queries; precision is that of the queries that find something.\n")
    found = {}
    for kind in kinds():
        for stock in (True, False):
            with temporary_database(kind) as url:
                found[stock, kind] = run(
                    "quality", url, stock, corpus=str(arguments.corpus), queries=str(arguments.queries)
                )
    # Wagtail's own first.
    found = dict(sorted(found.items(), key=lambda each: not each[0][0]))
    heads = [f"{'Wagtail' if stock else 'ours'}, {kind}" for stock, kind in found]
    columns = [figures_of(results, relevant) for results in found.values()]
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]]
    print(table(["", *heads], rows))
    if arguments.details:
        for (stock, kind), results in found.items():
            if not stock:
                print(f"\n{kind}:")
                print("\n".join(_details(queries, results, relevant, pages)))


def figures_of(results, relevant):
    """``{name: figure as text}``: means over the queries that have an answer.

    Args:
        results: a list of keys for each query, the best first.
        relevant: ``{key: grade}`` for each query.
    """
    answerable = [(keys, answers) for keys, answers in zip(results, relevant, strict=True) if answers]
    means = {}
    for name, figure in FIGURES.items():
        numbers = [figure(keys, answers) for keys, answers in answerable]
        means[name] = f"{mean([number for number in numbers if number is not None] or [0]):.3f}"
    return {**means, "queries without hit": str(sum(not keys for keys, _answers in answerable))}


def inside(corpus, queries):
    """For each query the places, in the corpus, of the pages that are found."""
    from django.conf import settings

    from search.benchmark.pages import index, settle, shelves, write

    ids = write(shelves()[LANGUAGE], read_pages(corpus))
    index(ids)
    settle()
    places = {key: place for place, key in enumerate(ids)}
    is_stock = settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"].startswith("wagtail.")
    ask = _ask_wagtail if is_stock else ask_ours
    return [[places[key] for key in ask(query.words) if key in places] for query in read_queries(queries)]


def ask_ours(words):
    """Ids of pages; where nothing has all that was asked for, those that have the most of it."""
    from search.results import find_pages

    return [match.page_id for match in find_pages(words, LANGUAGE).matches]


def _ask_wagtail(words):
    from django.db import DatabaseError
    from wagtail.models import Page

    try:
        return [page.pk for page in Page.objects.live().search(words)]
    except DatabaseError:
        return []


def _details(queries, results, relevant, pages):
    for query, keys, answers in zip(queries, results, relevant, strict=True):
        if not answers:
            continue
        figures = [figure(keys, answers) for figure in FIGURES.values()]
        if figures[0] == 1 and figures[2] == 1 and figures[3] >= 0.9:
            continue
        yield f"{query.words}: " + ", ".join(
            f"{name} {number or 0:.2f}" for name, number in zip(FIGURES, figures, strict=True)
        )
        for key in keys[:10] if figures[0] == figures[2] == 1 else []:
            yield f"    {answers[key]} {pages[key].title}"
        for key in answers.keys() - set(keys):
            yield f"    missing ({answers[key]}): {pages[key].title}"
        for key in [key for key in keys if key not in answers][:10]:
            yield f"    wrong: {pages[key].title}"
