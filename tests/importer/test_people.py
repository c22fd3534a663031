"""Who signs a text."""

import pytest

from home.importer.parts import Words
from home.importer.people import closing_speaker, is_anonymous, speaker_in_heading, speaker_of


@pytest.mark.parametrize(
    ("lines", "name", "role", "organisation"),
    [
        (["民生委員", "山野さん"], "山野さん", "民生委員", ""),
        (["常連", "小松さん"], "小松さん", "常連", ""),
        (["民生委員　山野さん"], "山野さん", "民生委員", ""),
        (["（民生委員 山野さん）"], "山野さん", "民生委員", ""),
        (["山野さん（民生委員）"], "山野さん", "民生委員", ""),
        (["── 花壇係 大沢さん"], "大沢さん", "花壇係", ""),
        (["お話：町会長 山野 花子さん"], "山野 花子さん", "町会長", ""),
        (["NPO法人ひなた", "代表", "山野さん"], "山野さん", "代表", "NPO法人ひなた"),
        (["ひなたの会代表 山野さん"], "山野さん", "代表", "ひなたの会"),
        (["ボランティア 山野 花子"], "山野 花子", "ボランティア", ""),
        (["山野さん"], "山野さん", "", ""),
    ],
)
def test_signatures(lines, name, role, organisation):
    person = speaker_of([(text, number) for number, text in enumerate(lines, 1)])
    assert person.identity == (name, role, organisation)


@pytest.mark.parametrize(
    "lines",
    [["今後の課題"], ["たくさん"], ["子どもたちのみなさん"], ["山野さんが来ました。"], ["あ" * 90 + "さん"], []],
)
def test_what_signs_nothing(lines):
    assert speaker_of([(text, 1) for text in lines]) is None


def test_a_signature_in_brackets_is_taken_off_the_text():
    text, person = closing_speaker(Words("本を選ぶ時間が楽しみです。(代表 北原さん)", (7,)))
    assert text.text == "本を選ぶ時間が楽しみです。"
    assert person.identity == ("北原さん", "代表", "")


def test_brackets_that_explain_are_left():
    words = Words("道具を貸し出しています(鍬と鋤)", (7,))
    assert closing_speaker(words) == (words, None)


def test_a_name_in_a_heading_is_a_copy():
    person = speaker_in_heading(Words("民生委員・山野さんに聞く", (3,)))
    assert person.identity == ("山野さん", "民生委員", "")
    assert person.name.lines == ()


@pytest.mark.parametrize(("text", "expected"), [("40代 女性", True), ("（70代・男性）", True), ("民生委員", False)])
def test_somebody_without_a_name(text, expected):
    assert is_anonymous(text) is expected
