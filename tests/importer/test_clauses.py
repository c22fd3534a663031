"""Titles of initiatives."""

import pytest

from home.importer.clauses import LONGEST, split_clauses, title_of


@pytest.mark.parametrize(
    ("statement", "title"),
    [
        ("坂の上と下の住民が声をかけ合い、買い物の行き帰りを一緒に歩きます。", "買い物の行き帰りを一緒に歩きます"),
        ("また、鍵の預け方を一緒に考えます。さらに続けます。", "鍵の預け方を一緒に考えます"),
        ("声かけや見守りを通じて、孤立を防ぎます。", "声かけや見守りを通じて、孤立を防ぎます"),
        ("ボランティアの募集", "ボランティアの募集"),
        ("戸口、軒先、縁側。座れる場所を町じゅうに増やします。", "座れる場所を町じゅうに増やします"),
        ("窓口を、筆談、手話、絵で使えるようにします。", "窓口を、筆談、手話、絵で使えるようにします"),
        (
            "町内の店や学校や会社と力を合わせ、災害のときに安心して身を寄せることができる顔の見えるつながりを育てます。",
            "顔の見えるつながりを育てます",
        ),
        ("「困った、助けて」と言える場を、月に一度ひらきます。", "「困った、助けて」と言える場を、月に一度ひらきます"),
    ],
)
def test_the_shortest_clause_that_tells_it(statement, title):
    assert title_of(statement) == title


def test_commas_in_brackets_cut_nothing():
    assert split_clauses("声かけ（朝、夕）を続け、記録します") == ["声かけ（朝、夕）を続け", "記録します"]


@pytest.mark.parametrize("statement", ["", "。", "、、、", "あ" * 5000, "（" * 300])
def test_any_text_has_a_title_that_fits(statement):
    assert len(title_of(statement)) <= LONGEST
