"""What print adds to a page and extraction leaves in the text: page numbers, running heads, footnotes, columns."""

from home.importer.document import read_plan

from .helpers import statements

HEAD = "のぞみ市ふれあいプラン"
TWO_PAGES = f"""{HEAD}
12
目標1　橋をかけるまち

現状と課題
・川をはさんで行き来が少なく、東の地区と西の地区の住民が、互いの催しを

{HEAD}
13
知らないままでいます。

※1　聞き取り（二十世帯）より

社協の取組
・橋のたもとで合同の市を開きます。

{HEAD}
14
"""


def reasons(document):
    return {each.text: each.reason for each in document.leftovers}


def test_running_heads_and_page_numbers_are_no_text():
    document = read_plan(TWO_PAGES)
    left = [(each.text, each.reason) for each in document.leftovers]
    assert left.count((HEAD, "running_head")) == 3
    assert [text for text, reason in left if reason == "page_number"] == ["12", "13", "14"]
    assert statements(next(document.goals()), "council") == ["橋のたもとで合同の市を開きます。"]


def test_a_sentence_goes_on_over_the_page_and_is_called_cut():
    document = read_plan(TWO_PAGES)
    (point,) = next(document.goals()).situation
    assert point.plain.endswith("互いの催しを知らないままでいます。")
    assert "sentence_cut" in {remark.code for remark in document.damage}


def test_a_footnote_is_no_point():
    assert reasons(read_plan(TWO_PAGES))["※1　聞き取り（二十世帯）より"] == "footnote"


def test_headings_that_come_again_are_no_running_heads():
    document = read_plan(
        "目標1　あ\n\n社協の取組\n\n3\n\n・灯をともします。\n\n目標2　い\n\n社協の取組\n\n4\n\n・道をはきます。\n"
    )
    assert [statements(goal, "council") for goal in document.goals()] == [["灯をともします。"], ["道をはきます。"]]


def test_a_number_in_a_line_of_its_own_numbers_what_follows():
    document = read_plan(
        "2-1\n\n橋をかける\n\n【現状】\n行き来が少ないです。\n\n2-2\n\n道をひらく\n\n【現状】\n道が狭いです。\n"
    )
    assert [(goal.number, (goal.name or goal.statement).plain) for goal in document.goals()] == [
        ("2-1", "橋をかける"),
        ("2-2", "道をひらく"),
    ]


def test_numbers_with_dots_head_goal_parts_and_items():
    document = read_plan(
        "1 橋をかける\n\n1.1 現状と課題\n\n1.1.1 川が深いです。\n\n1.2 社協の取組\n\n1.2.1 舟を出します。\n"
    )
    (goal,) = document.goals()
    assert [words.plain for words in goal.situation] == ["川が深いです。"]
    assert [(each.number, each.statement.plain) for each in goal.initiatives] == [("1-2-1", "舟を出します。")]


def test_letters_that_stand_apart_are_joined_and_reported():
    document = read_plan("目 標 １　 　橋 を か け る ま ち\n\n現　状　と　課　題\n\n・ 川 が 深 い で す 。\n")
    (goal,) = document.goals()
    assert goal.statement.plain == "橋をかけるまち"
    assert [words.plain for words in goal.situation] == ["川が深いです。"]
    assert [remark.lines for remark in document.damage if remark.code == "letters_apart"] == [(1,), (3,), (5,)]


def test_two_headings_in_one_line_leave_the_side_open():
    document = read_plan(
        "目標1　橋をかける\n\n地域の取り組み　　　　社協の取り組み\n\n・舟を出します。\n・橋をかけます。\n"
    )
    for initiative in next(document.goals()).initiatives:
        assert [(remark.code, remark.asks) for remark in initiative.remarks] == [("side_unsure", True)]


def test_letters_that_count_items_are_marks():
    document = read_plan("目標1　橋をかける\n\n社協の取組\n　ア　舟を出します。\n　イ　橋をかけます。\n")
    assert statements(next(document.goals()), "council") == ["舟を出します。", "橋をかけます。"]
    assert not document.leftovers
    assert [each.text for each in document.marks] == ["ア", "イ"]


def test_a_line_without_its_stop_above_a_part_is_no_goal():
    document = read_plan(
        "目標1　橋をかける\n\n現状\n\n・川が深いです。\n\n舟が足りない日\n\n社協の取組\n\n・舟を出します。\n"
    )
    assert len(list(document.goals())) == 1
