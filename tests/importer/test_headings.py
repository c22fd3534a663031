"""The words that plans use for the same things."""

import pytest

from home.importer.headings import Kind, meaning_of
from home.importer.numbers import normalise_number


@pytest.mark.parametrize(
    ("heading", "kind", "number", "name"),
    [
        ("基本目標１　つながる町", Kind.PILLAR, "1", "つながる町"),
        ("第１の柱 ひらく", Kind.PILLAR, "1", "ひらく"),
        ("重点目標１－２：ささえる", Kind.GOAL, "1-2", "ささえる"),
        ("目標③ まなぶ", Kind.GOAL, "3", "まなぶ"),
        ("施策（２）足を確保する", Kind.GOAL, "2", "足を確保する"),
        ("Ⅱ 目標 つどう", Kind.GOAL, "2", "つどう"),
        ("第２章 地域のちから", Kind.CHAPTER, "2", "地域のちから"),
        ("第三章　くらしをまもる", Kind.CHAPTER, "3", "くらしをまもる"),
        ("目指す姿", Kind.STATEMENT, "", ""),
        ("めざすまちの姿２", Kind.STATEMENT, "2", ""),
        ("目指す姿：坂の上まで声が届く", Kind.STATEMENT, "", "坂の上まで声が届く"),
        ("現状と課題", Kind.SITUATION, "", ""),
        ("（１）地域の現状・課題", Kind.SITUATION, "1", ""),
        ("背景", Kind.SITUATION, "", ""),
        ("見えてきた課題", Kind.SITUATION, "", ""),
        ("現状：空き家が増えています。", Kind.SITUATION, "", "空き家が増えています。"),
        ("相談窓口", Kind.TURN_TO, "", ""),
        ("コラム2　見守り協定とは", Kind.EXPLAINER, "2", "見守り協定とは"),
        ("成年後見とは？", Kind.EXPLAINER, "", "成年後見とは？"),
        ("取組事例", Kind.STORIES, "", ""),
        ("事例1 手押し車の文庫", Kind.STORY, "事例1", "手押し車の文庫"),
        ("第５次ゆりの市地域福祉活動計画（素案）", Kind.PLAN, "", "第５次ゆりの市地域福祉活動計画（素案）"),
        ("目　次", Kind.CONTENTS, "", ""),
    ],
)
def test_known_headings(heading, kind, number, name):
    meaning = meaning_of(heading)
    assert (meaning.kind, meaning.number, meaning.name) == (kind, number, name)


@pytest.mark.parametrize(
    ("heading", "side", "doubt"),
    [
        ("地域での取り組み", "community", ""),
        ("住民の取組", "community", ""),
        ("地域・住民が", "community", ""),
        ("区民の取組", "community", ""),
        ("みんなでできること", "community", ""),
        ("住民一人ひとりができること", "community", ""),
        ("①わたしたちにできること", "community", ""),
        ("ゆりの区社協の取り組み", "council", ""),
        ("やまと市社会福祉協議会の役割", "council", ""),
        ("本会の取組", "council", ""),
        ("主な取組", "council", "assumed"),
        ("取り組み", "council", "unsure"),
        ("行政の取組", "council", "unsure"),
        ("区の取組", "council", "unsure"),
        ("住民と社協の取組", "council", "unsure"),
        ("地区社協の取組", "community", "unsure"),
    ],
)
def test_whose_initiatives(heading, side, doubt):
    meaning = meaning_of(heading)
    assert (meaning.kind, meaning.side, meaning.doubt) == (Kind.INITIATIVES, side, doubt)


@pytest.mark.parametrize(
    "sentence",
    [
        "目標を立てる",
        "課題の解決に向けて",
        "課題、そして願い",
        "方針転換のお知らせ",
        "坂の上の家",
        "予算の見通し",
        "",
        "あ" * 5000,
    ],
)
def test_what_only_sounds_like_a_heading(sentence):
    assert meaning_of(sentence) is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("（２）", "2"),
        ("１－２", "1-2"),
        ("③", "3"),
        ("Ⅳ", "4"),
        ("IX", "9"),
        ("十二", "12"),
        ("❷", "2"),
        ("1.", "1"),
        ("", ""),
    ],
)
def test_numbers(printed, number):
    assert normalise_number(printed) == number
