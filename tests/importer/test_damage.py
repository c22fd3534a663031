"""What looks damaged, and what must not be taken for it."""

import pytest

from home.importer.damage import suspects_in
from home.importer.document import read_plan

from .helpers import NAMES, parts_of


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("最初の一步", "步 (歩?)"),
        ("时間を决める", "时 (時?)"),
        ("从来の道", "从 (従?)"),
        ("ゆつくり休む", "ゆつくり"),
        ("本を持つてくる", "持つて"),
        ("始めましよう", "ましよう"),
        ("ボランテイアの会", "ボランテイア"),
        ("コミュ二ティ", "ュ二テ"),
        ("ｶﾌｪを開く", "ｶﾌｪ"),
        ("読め\ufffdない", "U+FFFD"),
        ("⼀⼈暮らし", "U+2F00"),
        ("記号\ue001です", "U+E001"),
        ("改\x08行", "U+0008"),
    ],
)
def test_suspect_characters(text, suspect):
    assert suspect in suspects_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "一つひとつ、二つ。みんなでしようと決めた",
        "スポーツクラブとデイサービス、一ヶ所",
        "髙橋さん、山﨑さん、德永さん、𠮷田さん",
        "剝がす、𠮟る、頰、塡める、繫ぐ",
        "つながりをつくった。行った、持った、育った",
        "口コミとボランティア力、カタカナ一覧",
        "２つのつぼみ、九つと十",
        "道を保つために、立つたびに。かつて、町は",
    ],
)
def test_good_japanese_raises_no_alarm(text):
    assert suspects_in(text) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "damaged.md"])
def test_sound_documents_have_no_suspect_characters(name):
    assert not [remark for remark in parts_of(name).damage if remark.code == "suspect_character"]


def damage_of(text):
    return [(remark.code, remark.lines) for remark in read_plan(text).damage]


def test_the_damaged_document():
    assert [(remark.code, remark.lines) for remark in parts_of("damaged.md").damage] == [
        ("sentence_cut", (24, 25)),
        ("sentence_cut", (75, 76, 77)),
        ("sentence_cut", (81, 82, 83)),
        ("sentence_cut", (85, 86, 87)),
        ("sentence_cut", (91, 92, 93)),
        ("table_tail", (96,)),
        ("suspect_character", (135,)),
        ("suspect_character", (153,)),
    ]


def test_a_heading_with_nothing_below():
    text = "# 目標1 灯りをともす\n\n## 現状\n\n## 住民の取組\n\n- 灯りをつけます。\n\n## 社協の取組\n"
    assert damage_of(text) == [("heading_without_content", (3,)), ("heading_without_content", (9,))]


def test_a_sentence_cut_by_a_blank_line():
    text = "# 目標1 灯り\n\n## 現状\n\n坂の途中にある家では冬になると水道が\n\n凍ることがあります。\n"
    assert damage_of(text) == [("sentence_cut", (5, 7))]


def test_brackets_tables_and_markup():
    text = "# 目標1 灯り\n\n## 現状\n\n灯り（街灯)が足りません。\n\n「暗い道です。\n\n<font>暗い</font>道です。\n\n| あ | い |\n|---|---|\n| う |\n| え |  |\n"
    assert damage_of(text) == [
        ("mixed_brackets", (5,)),
        ("open_bracket", (7,)),
        ("markup", (9,)),
        ("table_uneven", (13,)),
        ("table_tail", (14,)),
    ]
