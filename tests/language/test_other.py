"""Languages without a way of their own are found with and without accents, and by parts where they have no spaces."""

import pytest

from council.language.other import tokens
from tests.language.any_text import any_texts, faults_of
from tests.language.found_by import finds


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("phuc loi", "Phúc lợi xã hội"),
        ("phúc lợi", "PHUC LOI XA HOI"),
        ("da nang", "Đà Nẵng"),
        ("pagkain", "Libreng pagkain para sa mga bata"),
        ("शिक्षा", "हिन्दी शिक्षा"),
        ("สวัสดิการ", "ระบบสวัสดิการผู้สูงอายุ"),
        ("ผู้สูงอายุ", "สวัสดิการผูสูงอายุ"),
        ("ສະຫວັດດີການ", "ສະຫວັດດີການສັງຄົມ"),
        ("សុខុមាលភាព", "សេវាសុខុមាលភាពសង្គម"),
        ("လူမှုဖူလုံရေး", "လူမှုဖူလုံရေးကောင်စီ"),
        ("straße", "STRASSE"),
        ("ёлка", "ЕЛКА"),
        ("مدرسة", "مَدْرَسَة"),
        ("福祉", "社会福祉協議会"),
    ],
)
def test_finds(question, text):
    assert finds(tokens, question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("दिन", "दान"),
        ("ดี", "ดู"),
        ("การสวัสดิ", "สวัสดิการ"),
        ("phuc loi", "phuc"),
    ],
)
def test_does_not_find(question, text):
    assert not finds(tokens, question, text)


def test_words_stand_where_they_are_written():
    text = "Ｐhúc ㌔ ผู้"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Ｐhúc", "㌔", "ผู้"]


@pytest.mark.parametrize("name", any_texts())
def test_takes_any_text(name):
    assert faults_of(tokens, any_texts()[name]) == []
