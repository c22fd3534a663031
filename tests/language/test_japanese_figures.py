"""Dates, times, telephone numbers: however they are written, they are one to the search."""

import random

import pytest

from council.language import analyse, japanese_figures, japanese_years
from council.language.japanese import tokens
from council.language.japanese_places import matches
from tests.language.any_text import LENGTH, faults_of
from tests.test_lexemes import fits


def seen(text):
    return [(token.forms[0], token.joined) for token in tokens(text)]


@pytest.mark.parametrize(
    "ways",
    [
        ["5月20日", "5/20", "05/20", "５／２０", "5 月 20 日", "05月20日", "五月二十日"],
        ["2026年4月1日", "2026/4/1", "2026-04-01", "2026.4.1", "2026−4−1", "令和8.4.1", "R8.4.1", "R8/4/1", "令和8年 4月1日", "㋿8年㋃㏠"],
        ["2026年5月", "2026/5", "2026/05", "R8.5", "令和８年５月"],
        ["13時", "13:00", "13時00分", "１３：００"],
        ["9時30分", "9:30", "09:30", "９時３０分", "九時三十分"],
        ["03-5984-1234", "0359841234", "03(5984)1234", "(03)5984-1234", "03ー5984ー1234", "０３－５９８４−１２３４", "03 5984 1234"],
        ["090-1234-5678", "09012345678"],
        ["0120-123-456", "0120123456"],
    ],
)  # fmt: skip
def test_ways_to_write_a_figure_are_one(ways):
    assert {way: seen(way) for way in ways} == dict.fromkeys(ways, seen(ways[0]))


@pytest.mark.parametrize(
    ("question", "text", "is_found"),
    [
        ("5月20日", "日時 5/20(水) 13:00〜15:00", True),
        ("5/20", "5月20日は休み", True),
        ("20日", "5/20", True),
        ("5月", "2026-05-20", True),
        ("2026年5月", "R8.5.20に", True),
        ("令和8年度5月", "2026年5月", False),
        ("5/20", "20/5", False),
        ("5/20", "5人が20日", False),
        ("13時", "13:00-15:00", True),
        ("15時", "13:00-15:00", True),
        ("九時三十分", "9:30から", True),
        ("五月", "5/20", True),
        ("1", "1/2の方", True),
        ("1/2", "1/2の方", True),
        ("3:1", "3:1の割合", True),
        ("10/1", "10人と1匹", False),
        ("24/7", "24人と7匹", False),
        ("O-157", "O-157の予防", True),
        ("O-157", "O157の予防", True),
        ("O-157", "Oさんは157人", False),
        ("0359841234", "電話03-5984-1234へ", True),
        ("03-5984-1234", "電話0359841234へ", True),
        ("03-5984-1234", "電話 03-1234-5984", False),
        ("5月末", "5月末まで", True),
        ("月末", "5月末まで", False),
        ("本部", "4月1日本部で", True),
        ("時間", "13時間", True),
        ("13時", "13時間", False),
        ("月曜", "第3月曜", True),
    ],
)
def test_what_finds_what(question, text, is_found):
    assert fits(question, body=text) is is_found


@pytest.mark.parametrize("text", ["13/1", "2/30", "5/0", "0/5", "25:00", "9:60", "3:1", "12345-1234", "03-598-12345"])
def test_what_cannot_be_is_left_as_it_is(text):
    forms = [form for token in tokens(text) for form in token.forms]
    assert forms
    assert all(form.isdecimal() for form in forms)


def test_a_range_is_two_things():
    assert [token.joined for token in tokens("4/1-4/5")] == [False, True, False, True]
    assert [token.joined for token in tokens("2025-2026")] == [False, False]


def test_figures_say_where_they_stand_in_the_text_as_written():
    text = "㋄２０日、１３：００に電話（03）5984－1234"
    assert [text[token.start : token.end] for token in analyse(text, "ja")] == [
        "㋄",
        "２０日",
        "１３：００",
        "電話",
        "（03）5984－1234",
    ]


def test_what_a_figure_leaves_of_a_word_is_a_word():
    text = "9月日本"
    assert [text[token.start : token.end] for token in tokens(text)] == ["9月", "日本"]


@pytest.mark.parametrize(
    "alphabet",
    ["0123456789-/:.() ", "0-", "1/", "1:", "1 ", "0123年月日時分半 ", "㋀㏠㍘㍙1月日/:", "一二三十〇月日時分末付本", "令和平成元rh1.-/年", "1a-o/", "0(", "月末5/1日付"],
)  # fmt: skip
def test_any_figures_are_taken_apart(alphabet):
    dice = random.Random(7)
    assert faults_of(tokens, "".join(dice.choices(alphabet, k=LENGTH))) == []


@pytest.mark.parametrize(
    ("pattern", "firsts"),
    [
        (japanese_figures._FIGURE, japanese_figures._FIRSTS),
        (japanese_years._YEAR, japanese_years._FIRSTS),
    ],
)
def test_every_sign_that_one_can_begin_with_is_known(pattern, firsts):
    dice = random.Random(7)
    figures = ["03-5984-1234", "九時三十分", "0359841234", "(03)", "令和8", "2026", "R8.5", "13:00", "五月二十日"]
    parts = [*figures, *"0123456789()-/:. 年月日時分度元〇一二三十mtshr明大昭平a間曜"]
    for _ in range(300):
        text = "".join(dice.choices(parts, k=60))
        assert [found.span() for found in matches(pattern, firsts, text)] == [
            found.span() for found in pattern.finditer(text)
        ]
