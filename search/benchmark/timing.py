"""How long a search takes in the application, and how fast pages are indexed, on each database, as the site grows."""

import os
import random
import time
import uuid
from statistics import median, quantiles

from search.benchmark.corpus import read_pages, read_queries
from search.benchmark.databases import kinds, temporary_database
from search.benchmark.generated import Generator, texts_of
from search.benchmark.inside import run
from search.benchmark.tables import table

LANGUAGES = ["ja", "ja-simple", "en", "zh-hans", "ko"]
SIZES, LARGE = [1_000, 10_000], 50_000
# What stands on every page, see `search.benchmark.generated`.
EVERYWHERE = {
    "ja": ["社会福祉協議会", "糸川区", "問い合わせ"],
    "ja-simple": ["社会福祉協議会", "糸川区", "問い合わせ"],
    "en": ["questions", "council", "social welfare"],
    "zh-hans": ["社会福祉", "咨询", "协议会"],
    "ko": ["문의", "사회복지협의회", "이토카와구"],
}
YEARS = range(2019, 2026)
# Before anything is measured: templates, the dictionary, the database's cache.
WARMING = 5


def report(arguments):
    """Prints a table for each database, as soon as it is measured."""
    sizes = arguments.pages or [*SIZES, *([LARGE] if arguments.large else [])]
    print(
        "The whole answer to a request for the search page, with facets and marked passages, in milliseconds\n"
        "(median / 95th percentile); pages in all, a fifth of them in each of five languages, 1,500 characters each.\n"
    )
    for kind in kinds():
        with temporary_database(kind) as url:
            # One after the other in the same database, which grows.
            stages = [
                run("timing", url, size=size, corpus=str(arguments.corpus), queries=str(arguments.queries))
                for size in sizes
            ]
        rows = [[name, *(stage[name] for stage in stages)] for name in stages[0]]
        print(table([kind, *(f"{size:,} pages" for size in sizes)], rows))
        print(
            f"On {os.cpu_count()} cores, of which {os.getloadavg()[1]:.1f} were in use, this measurement's own with them.\n"
        )


def inside(size, corpus, queries):
    """``{what was measured: figure as text}`` for a site of so many pages, which are added to those that are there."""
    from search.benchmark.pages import settle

    pages = read_pages(corpus)
    figures = _grow(size // len(LANGUAGES), pages)
    settle()
    words = [query.words for query in read_queries(queries)]
    by_kind = {}
    for language in LANGUAGES:
        for kind, asked in _questions(language, words):
            by_kind.setdefault(f"{language}: {kind}", []).extend(asked)
    ask = _asker()
    everything, alone = [], []
    for name, asked in by_kind.items():
        for language, parameters in asked[:WARMING]:
            ask(language, parameters)
        milliseconds = [ask(language, parameters) for language, parameters in asked]
        everything += milliseconds
        alone += [_search_alone(language, parameters) for language, parameters in asked]
        figures[name] = _middle_and_end(milliseconds)
    figures["all of these"] = _middle_and_end(everything)
    figures["slowest"] = f"{max(everything):.0f}"
    figures["of which the search alone"] = _middle_and_end(alone)
    figures["suggestions"] = _middle_and_end([ask(*each) for each in _beginnings(words)])
    return figures


def _grow(subjects, pages):
    from home.models import StandardPage
    from search.benchmark.pages import index, settle, shelves, write

    figures, seconds, written = {}, {}, {}
    keys = {}
    for language, parent in shelves().items():
        have = StandardPage.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count()
        generator = Generator(language, pages)
        numbers = range(have, subjects)
        for number in numbers:
            keys.setdefault(number, uuid.uuid4())
        ids = write(parent, [generator.page(number) for number in numbers], [keys[number] for number in numbers])
        # As `update_index` begins, and a database does by itself.
        settle()
        seconds[language], written[language] = index(ids), len(ids)
    for name, languages in {"Japanese": ["ja", "ja-simple"], "other languages": ["en", "zh-hans", "ko"]}.items():
        count, spent = (sum(each[language] for language in languages) for each in (written, seconds))
        figures[f"indexed, pages/s, {name}"] = f"{count / spent:.0f}" if count else "–"
    return figures


def _questions(language, words):
    """``(kind, [(language, parameters)])``, each question once: nothing that is kept of an answer serves another."""
    draw = random.Random(language)
    words = words if language.startswith("ja") else texts_of(language)[1]
    everywhere = EVERYWHERE[language]
    yield "words of the queries", [(language, {"q": each}) for each in words]
    yield (
        "on every page",
        [(language, {"q": f"{each} {other}"}) for each in everywhere for other in ["", *everywhere] if each != other]
        + [(language, {"q": each, "year": year}) for each in everywhere for year in YEARS],
    )
    several = [f"{draw.choice(everywhere)} {each}" for each in draw.sample(words, 40)]
    yield "one of several on every page", [(language, {"q": each}) for each in several]
    yield (
        "narrowed by a year",
        [(language, {"q": each, "year": draw.choice(YEARS)}) for each in draw.sample(words, min(60, len(words)))],
    )


def _beginnings(words):
    """What arrives while each of the queries is typed: its first sign, its first two, and so on."""
    for word in words:
        for end in range(1, min(len(word), 5) + 1):
            yield "ja", {"q": word[:end]}, "suggest/"


def _asker():
    from django.test import Client

    client = Client()

    def ask(language, parameters, what=""):
        """Milliseconds."""
        begun = time.perf_counter()
        answer = client.get(f"/{language}/search/{what}", parameters)
        spent = (time.perf_counter() - begun) * 1000
        if answer.status_code != 200:
            raise AssertionError(f"{answer.status_code} for {what} {language} {parameters}")
        return spent

    return ask


def _search_alone(language, parameters):
    """Milliseconds; an answer of which nothing is shown."""
    from search.results import find_pages

    chosen = {name: str(value) for name, value in parameters.items() if name != "q"}
    begun = time.perf_counter()
    find_pages(parameters["q"], language, chosen)
    return (time.perf_counter() - begun) * 1000


def _middle_and_end(milliseconds):
    return f"{median(milliseconds):.0f} / {quantiles(milliseconds, n=20)[-1]:.0f}"
