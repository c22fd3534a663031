"""How well Japanese is read: words in context, and where the ruby stands."""

import pytest

from council.language.furigana import ruby_of
from council.language.furigana.alignment import aligned
from tests.language.furigana_words import reading_of, words_in_context

# A line of ruby as people write it: 取[と]り組[く]み.
RUBY = {
    "取り組みと支え合い": "取[と]り組[く]みと支[ささ]え合[あ]い",
    "子どもの居場所": "子[こ]どもの居[い]場[ば]所[しょ]",
    "令和7年9月1日": "令[れい]和[わ]7年[ねん]9月[がつ]1日[ついたち]",
    "六か月": "六[ろっ]か月[げつ]",
    "3本と8分": "3本[ぼん]と8分[ぷん]",
    "1人で、20歳の": "1人[ひとり]で、20歳[はたち]の",
    "3分の1の方": "3分[ぶん]の1の方[かた]",
    "サロンのお茶": "サロンのお茶[ちゃ]",
    "B型の作業所": "B型[がた]の作[さ]業[ぎょう]所[しょ]",
    "日・祝は休み": "日[にち]・祝[しゅく]は休[やす]み",
    "大人の今日": "大人[おとな]の今日[きょう]",
}  # fmt: skip


# How names are written and read, and the ruby each gets.
NAMES = {
    ("ケアする人のひといきの部屋", "ケアするひとのひといきのへや"): "ケアする人[ひと]のひといきの部屋[へや]",
    ("鶴ヶ丘の家", "つるがおかのいえ"): "鶴[つる]ヶ丘[おか]の家[いえ]",
    ("何もしない2階", "なにもしないにかい"): "何[なに]もしない2階[かい]",
}


@pytest.mark.parametrize(("word", "reading"), NAMES)
def test_a_name_is_read_above_its_kanji_alone(word, reading):
    parts = aligned(word, reading)
    assert "".join(f"{part}[{ruby}]" if ruby else part for part, ruby in parts) == NAMES[word, reading]


def written(text, own=()):
    return "".join(f"{base}[{ruby}]" if ruby else base for base, ruby in ruby_of(text, own))


@pytest.mark.parametrize("text", RUBY)
def test_ruby_stands_above_kanji_alone(text):
    assert written(text) == RUBY[text]


@pytest.mark.parametrize("held_out", [False, True])
def test_words_are_read_right(held_out):
    words = [word for word in words_in_context() if word.held_out == held_out]
    wrong = {word.sentence: read for word in words if (read := reading_of(word)) not in word.readings}
    assert len(words) >= 140
    assert len(wrong) <= len(words) * 0.02, wrong


def test_there_are_enough_words_and_each_once():
    sentences = [(word.sentence, len(word.before)) for word in words_in_context()]
    assert len(sentences) >= 320
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("text", ["", "ひらがな", "A1 カタカナ", "漢字", "　改行\nのある 文。", "𠮷野家で<b>"])
def test_the_bases_are_the_text(text):
    assert "".join(base for base, _ruby in ruby_of(text)) == text


def test_own_readings_come_first_and_the_longest_of_them():
    own = [("山野", "やまの"), ("山野台", "さんのだい"), ("今日", "こんにち")]
    assert written("山野台の山野と今日。", own) == "山野台[さんのだい]の山野[やまの]と今日[こんにち]。".replace(
        "山野台[さんのだい]", "山[さん]野[の]台[だい]"
    ).replace("山野[やまの]と", "山[やま]野[の]と")


def test_an_own_word_is_no_part_of_another_word():
    assert "きたた" not in written("北東部の北東", [("北", "きたた")])
    assert written("北で", [("北", "きたた")]) == "北[きたた]で"
