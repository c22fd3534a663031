"""Korean is found with any particle and with any spacing, in parts and as a whole."""

import unicodedata

import pytest

from council.language.korean import tokens
from tests.language.any_text import any_texts, faults_of
from tests.language.found_by import finds


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("복지관", "노인복지관에서는 점심을"),
        ("노인복지관", "노인 복지관의 목욕 시설"),
        ("노인 복지관", "노인복지관에서는 점심을"),
        ("복지관에서", "복지관의 목욕"),
        ("어르신들을", "어르신께"),
        ("제도", "복지제도를 소개"),
        ("복지제도", "복지 제도란"),
        ("마을", "우리 마을의 축제"),
        ("회의", "회의가 끝나면"),
        ("신청하는 방법", "방법과 신청"),
        ("노인을 위한 식사", "식사를 노인에게"),
        ("집에서", "집을 빌려"),
        ("NPO", "NPO의 도움"),
        ("NPO의 도움", "NPO가 도움을"),
        ("65세", "65세 이상"),
        ("병", "병원에서"),
        ("협의회", "사회복지협의회의 활동"),
        ("사회복지협의회", "사회 복지 협의회에서"),
        ("ボランティア", "ボランティアさん"),
        ("organisation", "NPO Organization"),
    ],
)
def test_finds(question, text):
    assert finds(tokens, question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("의회", "사회복지협의회"),
        ("회의", "협의회의 활동"),
        ("복지관", "복지 정책과 박물관"),
        ("관복지", "복지관"),
        ("하는", "하는 합니다"),
    ],
)
def test_does_not_find(question, text):
    assert not finds(tokens, question, text)


def test_any_piece_of_a_word_finds_it():
    text = "지역자원봉사활동보험이"
    pieces = {text[start:end] for start in range(len(text)) for end in range(start + 2, len(text) + 1)}
    assert [piece for piece in pieces if tokens(piece) and not finds(tokens, piece, text)] == []


def test_syllables_in_parts_are_syllables():
    text = unicodedata.normalize("NFD", "노인복지관 안내")
    assert [token.forms for token in tokens(text)] == [token.forms for token in tokens("노인복지관 안내")]
    assert text[tokens(text)[0].start : tokens(text)[1].end] == unicodedata.normalize("NFD", "노인복")


def test_what_is_put_behind_a_word_is_not_asked_for():
    assert [token.forms[0] for token in tokens("복지관에서는")] == ["복지", "지관"]


@pytest.mark.parametrize("name", any_texts())
def test_takes_any_text(name):
    assert faults_of(tokens, any_texts()[name]) == []
