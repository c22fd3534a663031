"""The rule by which a page answers a query, and the figures made from it."""

import pytest

from search.benchmark.corpus import Page, Query, read_pages, read_queries
from search.benchmark.relevance import grade, grades, ndcg_at_10, precision, recall, recall_at_10


def page(title="", summary="", body=""):
    return Page(title, summary, body)


CHILDREN = Query("子ども食堂", (("子ども食堂", "こども食堂"),))


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (3, page(title="こども食堂の日")),
        (2, page(summary="子ども食堂", body="こども食堂、\n子ども食堂")),
        (1, page(body="子ども食堂とこども食堂")),
        (0, page(title="子ども", body="食堂")),
    ],
)
def test_a_title_counts_most_then_three_mentions_then_one(expected, found):
    assert grade(CHILDREN, found) == expected


def test_every_group_has_to_be_there_and_to_be_graded():
    query = Query("離婚 養育費", (("離婚",), ("養育費",)))
    assert grade(query, page(title="離婚")) == 0
    assert grade(query, page(title="離婚", body="養育費")) == 1
    assert grade(query, page(title="離婚と養育費")) == 3
    assert grade(query, page(body="離婚" * 3 + "養育費" * 2)) == 1
    assert grade(query, page(body="離婚" * 3 + "養育費" * 3)) == 2


def test_width_and_case_do_not_matter():
    assert grade(Query("PTA", (("pta",),)), page(title="ＰＴＡ")) == 3
    assert grade(Query("ﾎｰﾑﾍﾟｰｼﾞ", (("ホームページ",),)), page(body="ﾎｰﾑﾍﾟｰｼﾞ")) == 1


def test_an_occurrence_inside_another_word_does_not_count():
    query = Query("京都", (("京都",),), ("東京都",))
    assert grade(query, page(title="東京都の話")) == 0
    assert grade(query, page(title="東京都の話", body="京都へ")) == 1


def test_where_two_variants_overlap_one_occurrence_is_counted():
    assert grade(Query("申込", (("申込", "申込み"),)), page(body="申込み 申込み")) == 1


def test_only_pages_that_answer_have_a_grade():
    assert grades(CHILDREN, {1: page(title="子ども食堂"), 2: page(title="図書館")}) == {1: 3}


RELEVANT = {1: 3, 2: 1}


def test_recall_and_precision():
    assert recall([1, 9], RELEVANT) == 0.5
    assert precision([1, 9, 8, 7], RELEVANT) == 0.25
    assert precision([], RELEVANT) is None


def test_recall_at_10_asks_for_no_more_than_ten():
    relevant = dict.fromkeys(range(20), 1)
    assert recall_at_10(list(range(20)), relevant) == 1
    assert recall_at_10([*range(100, 110), *range(20)], relevant) == 0


def test_ndcg_is_one_in_the_best_order_and_less_in_any_other():
    assert ndcg_at_10([1, 2], RELEVANT) == 1
    assert 0 < ndcg_at_10([2, 1], RELEVANT) < 1
    # (1 / log2 3) / (7 / log2 2 + 1 / log2 3)
    assert ndcg_at_10([9, 2], RELEVANT) == pytest.approx(0.6309 / 7.6309, abs=1e-4)
    assert ndcg_at_10([], RELEVANT) == 0


def test_the_corpus_and_the_queries_are_as_large_as_they_are_said_to_be():
    pages, queries = read_pages(), read_queries()
    assert len({each.body for each in pages}) >= 300
    assert len({each.words for each in queries}) >= 120


def test_every_query_has_an_answer():
    pages = dict(enumerate(read_pages()))
    assert [query.words for query in read_queries() if not grades(query, pages)] == []
