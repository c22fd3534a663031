"""Figures with their dates, and a plan's years."""

from datetime import date

import pytest

from home.importer.facts import facts_in, fiscal_years_in
from home.importer.parts import Words


def told(text):
    return [(fact.label.plain, fact.value.plain, fact.as_of) for fact in facts_in(Words(text, (1,)))]


def test_a_count_with_its_month():
    text = "令和3年6月、上映会をきっかけに会が発足しました。令和6年10月現在、34団体と学校が参画し、集まっています。"
    assert told(text) == [("発足", "令和3年6月", None), ("参画", "34団体", date(2024, 10, 1))]


def test_what_is_counted_stands_before_the_figure():
    assert told("2025年3月現在、登録者は約1,200人です。") == [("登録者", "約1,200人", date(2025, 3, 1))]


def test_no_month_is_made_up():
    assert told("令和6年度現在、会場は12か所あります。") == [("会場", "12か所", None)]


@pytest.mark.parametrize("text", ["去年から続けています。", "70団体が参加しています。", "令和6年に転入しました。"])
def test_no_fact_without_a_date_and_a_figure(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("（令和６年度～令和１０年度）", (2024, 2028)),
        ("令和７年度（２０２５年度）から令和１１年度（２０２９年度）まで", (2025, 2029)),
        ("2025年度〜2029年度", (2025, 2029)),
        ("平成31年度-令和5年度", (2019, 2023)),
        ("令和元年度から5年度", (2019, 2023)),
        ("五年間", (None, None)),
    ],
)
def test_fiscal_years(text, years):
    assert fiscal_years_in(text) == years
