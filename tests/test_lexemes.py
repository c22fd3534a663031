"""What the index holds, and what it is asked for."""

import pytest

from council.language import analyse
from search import lexemes
from search.expressions import Lexeme, any_of, every
from search.question import Asked, as_typed, question_of

J = lexemes.VOCABULARIES["japanese"]


def lexemes_of(title="", summary="", body=""):
    return lexemes.of_texts("japanese", *(analyse(text, "ja") for text in (title, summary, body)))


def holds(expression, found):
    """What the databases do with a condition."""
    if isinstance(expression, Lexeme):
        return expression.text in found
    parts = [holds(part, found) for part in expression.parts]
    return all(parts) if type(expression).__name__ == "Every" else any(parts)


def fits(question, **texts):
    concepts = question_of(question, "ja").concepts
    found = lexemes_of(**texts)
    return all(holds(Asked("japanese", concept).own, found) for concept in concepts)


def test_a_word_says_where_it_stands():
    found = lexemes_of("こども食堂", "居場所", "居場所と地域、地域、地域")
    assert J + "子供食堂" + lexemes.IN_TITLE in found
    assert J + "食堂" + lexemes.IN_TITLE in found
    assert J + "地域" + lexemes.OFTEN in found
    assert J + "地域" + lexemes.VERY_OFTEN not in found
    assert J + "居場所" + lexemes.IN_SUMMARY in found
    assert J + "居場所" + lexemes.OFTEN not in found


@pytest.mark.parametrize(
    ("question", "text", "is_found"),
    [
        ("子ども食堂", "こども食堂を開く", True),
        ("子ども食堂", "食堂で子どもが", False),
        ("子ども 食堂", "食堂で子どもが", True),
        ("一人暮らし", "独り暮らしの方", True),
        ("一人暮らし高齢者", "ひとり暮らし高齢者", True),
        ("支え合い", "支えあいの仕組み", True),
        ("支えあいの仕組み", "支え合いの仕組み", True),
        ("生活困窮者自立支援", "生活困窮者自立支援事業", True),
        ("生活困窮者自立支援", "生活支援と困窮者の自立", False),
        ('"地域の福祉"', "地域の福祉を", True),
        ('"地域の福祉"', "福祉の地域", False),
        ("「地域の福祉」", "地域と、福祉", True),
        ("京都", "東京都", False),
        ("東京", "東京都", True),
        ("議会", "協議会", False),
        ("令和7年度", "令和7年", False),
    ],
)
def test_questions(question, text, is_found):
    assert fits(question, body=text) is is_found


def test_a_mark_without_a_partner_is_no_phrase():
    concepts = question_of('"地域の福祉', "ja").concepts
    assert [(concept.text, concept.is_phrase) for concept in concepts] == [("地域", False), ("福祉", False)]


@pytest.mark.parametrize("text", ["", " 　", "の", '"', '""', "、。", "\x00", "\ud800"])
def test_without_a_word_nothing_is_asked(text):
    assert question_of(text, "ja") is None


def test_a_word_that_is_asked_for_twice_is_asked_once():
    assert len(question_of("地域 地域 子供 こども", "ja").concepts) == 2


def test_a_long_question_is_cut():
    assert len(question_of("あ い う え お " * 2_000 + "地域 福祉 " * 5_000, "ja").concepts) <= 8


def test_conditions_are_written_for_both_databases():
    expression = every([Lexeme("a"), any_of([Lexeme("b"), Lexeme("c", prefix=True)])])
    assert expression.fts5() == '("a" AND ("b" OR "c"*))'
    assert expression.tsquery() == "('a' & ('b' | 'c':*))"
    assert every([]) is None
    assert any_of([None, Lexeme("a"), Lexeme("a")]) == Lexeme("a")


def test_what_is_kept_of_a_question_is_its_meaning():
    assert as_typed("　ＤＶ  相談 ") == as_typed("DV 相談") == "dv 相談"
