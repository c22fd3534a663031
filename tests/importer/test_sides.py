"""Whose part it is, in the forms that stand below 主な取組 or beside the text."""

import pytest

from home.importer.document import read_plan
from home.importer.headings import meaning_of

from .helpers import statements

GOAL = "目標1　橋をかける\n\n"


@pytest.mark.parametrize("form", ["（{}）", "【{}】", "■{}", "**{}**", "### {}"])
def test_a_line_that_only_names_the_side(form):
    text = f"{GOAL}主な取組\n\n{form.format('地域')}\n\n・舟を出します。\n\n{form.format('社協')}\n\n・橋をかけます。\n"
    (goal,) = read_plan(text).goals()
    assert statements(goal, "community") == ["舟を出します。"]
    assert statements(goal, "council") == ["橋をかけます。"]
    assert not any(remark.asks for each in goal.initiatives for remark in each.remarks)


@pytest.mark.parametrize("form", ["【{}】", "（{}）", "{}："])
def test_an_item_that_begins_with_the_side(form):
    text = f"{GOAL}主な取組\n\n・{form.format('地域')}舟を出して荷を運びます。\n・{form.format('社協')}橋をかけます。\n"
    (goal,) = read_plan(text).goals()
    assert statements(goal, "community") == ["舟を出して荷を運びます。"]
    assert statements(goal, "council") == ["橋をかけます。"]


def test_a_line_for_each_part():
    text = (
        "目標1：橋をかける\n現状：川が深いです。\n課題：舟が足りません。\n地域：舟を出します。\n社協：橋をかけます。\n"
    )
    (goal,) = read_plan(text).goals()
    assert [words.plain for words in goal.situation] == ["川が深いです。", "舟が足りません。"]
    assert statements(goal, "community") == ["舟を出します。"]
    assert statements(goal, "council") == ["橋をかけます。"]


@pytest.mark.parametrize(
    ("heading", "side", "doubt"),
    [
        ("自助（自分でできること）", "community", ""),
        ("互助・共助（地域でできること）", "community", ""),
        ("公助（行政の取り組み）", "council", "unsure"),
        ("社協の取組（主なもの）", "council", ""),
    ],
)
def test_brackets_behind_a_heading(heading, side, doubt):
    meaning = meaning_of(heading)
    assert (meaning.side, meaning.doubt) == (side, doubt)


def test_running_text_behind_a_list_is_no_initiative():
    document = read_plan(
        f"{GOAL}社協の取組\n\n・橋をかけます。\n\n以上の取組は、町の人と話し合いながら進めていきます。\n"
    )
    assert statements(next(document.goals()), "council") == ["橋をかけます。"]
    assert [each.reason for each in document.leftovers] == ["after_list"]


def test_an_address_is_no_title():
    (goal,) = read_plan(f"{GOAL}社協の取組\n\n・催しは https://example.org/bridge/ で知らせます。\n").goals()
    assert goal.initiatives[0].name is None


def test_a_chapter_named_as_a_book_is_no_pillar():
    document = read_plan("# 第2章 計画の内容\n\n## 目標1 橋をかける\n\n### 現状\n\n- 川が深いです。\n")
    assert [type(each).__name__ for each in document.outline] == ["Goal"]
    assert "level_above" in {each.reason for each in document.leftovers}


def test_a_numbered_goal_may_be_a_sentence():
    (goal,) = read_plan("目標1　橋をかけ、行き来のあるまちをつくります。\n\n現状\n・川が深いです。\n").goals()
    assert (goal.name or goal.statement).plain == "橋をかけ、行き来のあるまちをつくります。"


def test_a_bullet_without_words_is_no_initiative():
    document = read_plan(f"{GOAL}社協の取組\n\n・・\n・橋をかけます。\n")
    assert statements(next(document.goals()), "council") == ["橋をかけます。"]
