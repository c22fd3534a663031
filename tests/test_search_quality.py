"""What `make bench-search` measures of the search's quality, on the database of the tests: the same limits."""

import pytest
from django.db import transaction

from search.benchmark.corpus import read_pages, read_queries
from search.benchmark.noise import asked
from search.benchmark.noise_inputs import inputs
from search.benchmark.pages import index, shelves, write
from search.benchmark.quality import FIGURES, ask_ours
from search.benchmark.relevance import grades
from search.indexing.words import forget_words

LANGUAGE = "ja"
AT_LEAST = {"recall": 0.99, "precision": 0.99, "nDCG@10": 0.94}


@pytest.fixture(scope="module")
def corpus(django_db_setup, django_db_blocker):
    """``{page id: page}``, in the index until the end of this module."""
    forget_words()
    with django_db_blocker.unblock(), transaction.atomic():
        pages = read_pages()
        ids = write(shelves()[LANGUAGE], pages)
        index(ids)
        yield dict(zip(ids, pages, strict=True))
        transaction.set_rollback(True)
    forget_words()


@pytest.fixture(scope="module")
def answered(corpus):
    """``[(query, {page id: grade}, found ids)]``."""
    return [(query, grades(query, corpus), ask_ours(query.words)) for query in read_queries()]


@pytest.mark.django_db
@pytest.mark.parametrize("name", AT_LEAST)
def test_the_figure_is_high_enough(answered, name):
    numbers = [FIGURES[name](found, relevant) for _query, relevant, found in answered]
    numbers = [number for number in numbers if number is not None]
    assert sum(numbers) / len(numbers) >= AT_LEAST[name]


@pytest.mark.django_db
def test_no_query_that_has_an_answer_finds_nothing(answered):
    assert [query.words for query, relevant, found in answered if relevant and not set(found) & relevant.keys()] == []


@pytest.mark.long
@pytest.mark.django_db
def test_nothing_that_is_typed_breaks_it_or_holds_it_up(corpus):
    result = asked(inputs(2_000), [LANGUAGE, "en", "ko"], page_every=8)
    assert (result["broken"], result["examples"]) == (0, [])
