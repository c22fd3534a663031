"""Words of Japanese: what is one to a reader is one to the search."""

import random
import time

import pytest

from council.language import analyse
from council.language.kana import kana_of_romaji, sound
from search import lexemes
from search.question import Asked, question_of


def forms(text):
    return [token.forms[0] for token in analyse(text, "ja")]


@pytest.mark.parametrize(
    "ways",
    [
        ["こども", "子ども", "子供", "ｺﾄﾞﾓ", "コドモ"],
        ["取組", "取り組み", "取りくみ", "取り組む", "取り組んだ"],
        ["障害", "障がい", "障碍"],
        ["ひきこもり", "引きこもり", "引き籠もり", "引籠り"],
        ["つながり", "繋がり", "つながる", "繋がった"],
        ["サーバ", "サーバー", "ｻｰﾊﾞｰ"],
        ["令和7年", "令和７年", "R7", "2025年", "令和七年", "Ｒ７年"],
        ["申込", "申し込み", "申込み", "お申し込み", "申し込みます"],
        ["見守り", "見まもり", "見守る"],
        ["寄附", "寄付"],
        ["問合せ", "問い合わせ", "お問い合わせ"],
        ["７０代", "70代", "七十代"],
        ["ＤＶ", "DV", "dv"],
        ["ホームページ", "ﾎｰﾑﾍﾟｰｼﾞ"],
        ["ファシリテーター", "ファシリテータ"],
        ["ごみ", "ゴミ"],
        ["長い", "⻑い"],
        ["高橋", "髙橋"],
        ["渡辺", "渡邊", "渡邉"],
        ["会館", "會館"],
        ["吉田", "𠮷田"],
        ["葛飾", "葛󠄀飾"],
        ["介護", "介\u200b護"],
        ["18歳", "１８才"],
        ["ファミリーサポート", "ファミリー・サポート"],
        ["寒い", "寒かった"],
        ["平成31年", "2019年", "令和元年", "H31"],
    ],
)
def test_ways_to_write_a_word_are_one(ways):
    assert {way: forms(way) for way in ways} == dict.fromkeys(ways, forms(ways[0]))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("京都", "東京都の施設"),
        ("議会", "社会福祉協議会"),
        ("国会", "全国会議"),
        ("校生", "学校生活"),
        ("民館", "区民館"),
    ],
)
def test_letters_that_happen_to_stand_together_are_no_word(word, text):
    assert word not in {form for token in analyse(text, "ja") for form in token.forms}


def test_words_of_other_scripts_are_words_too():
    for text in ["한국어 상담", "ไทย", "العربية"]:
        assert forms(text)


def test_words_inside_native_compounds_are_found():
    for word, text in [("ごみ", "ごみ袋"), ("忘れる", "物忘れ"), ("飼う", "飼い主"), ("中学生", "小中学生")]:
        found = lexemes.of_texts("japanese", [], [], analyse(text, "ja"))
        asked = [Asked("japanese", concept).own for concept in question_of(word, "ja").concepts]
        assert all(condition.text in found for condition in asked)


def test_particles_and_helpers_are_no_words():
    assert forms("保護司の活動について") == forms("保護司 活動")
    assert forms("困ったことをどこで相談できますか") == forms("困った 相談")
    assert forms("は が を に で") == []


def test_a_compound_is_joined_and_a_particle_parts():
    assert [token.joined for token in analyse("子ども食堂", "ja")] == [False, True]
    assert [token.joined for token in analyse("子どもの食堂", "ja")] == [False, False]
    assert [token.follows for token in analyse("子ども。食堂", "ja")] == [False, False]
    assert [token.follows for token in analyse("子ども\n食堂", "ja")] == [False, False]


def test_a_word_of_several_parts_is_also_found_whole():
    first, second = analyse("ひとり暮らし", "ja")
    assert first.parts == 2
    assert first.forms[1] == analyse("独り暮らし", "ja")[0].forms[1]
    assert second.joined


def test_tokens_say_where_they_stand_in_the_text_as_written():
    text = "区のｺﾄﾞﾓ食堂（令和７年度）"
    assert [text[token.start : token.end] for token in analyse(text, "ja")] == ["区", "ｺﾄﾞﾓ", "食堂", "令和７年度"]


def test_plain_japanese_is_taken_apart_like_japanese():
    assert analyse("こども食堂", "ja-simple") == analyse("こども食堂", "ja")


def test_a_year_that_no_era_had_is_no_year():
    assert "2025年" not in forms("昭和100年")
    assert forms("r0") != forms("2018年")
    for text in ["令和三二十", "令和十十", "平成二十〇", "昭和九九", "令和十", "令和二十一年"]:
        assert forms(text)


def test_a_year_is_also_found_by_its_fiscal_year():
    (year,), (fiscal,) = analyse("R7", "ja"), analyse("2025年度", "ja")
    assert year.forms[0] in fiscal.forms
    assert fiscal.forms[0] not in year.forms


def test_long_texts_are_taken_in_pieces_and_lose_nothing():
    text = "こども食堂を開きました。" * 3_000
    found = analyse(text, "ja")
    assert len(found) == 3_000 * 3
    assert text[found[-1].start : found[-1].end] == "開き"


def test_the_same_word_may_have_another_length():
    for text in ["すごーーーい", "すごーい", "すごーーーーーい"]:
        (token,) = analyse(text, "ja")
        assert (token.start, token.end) == (0, len(text))


def test_any_text_is_taken_apart():
    rnd = random.Random(7)
    for _ in range(300):
        text = "".join(
            chr(rnd.choice([rnd.randrange(0x110000), rnd.randrange(0x3000, 0x30FF), 0x3099, 0xFF9E, 0]))
            for _ in range(40)
        )
        for token in analyse(text, "ja"):
            assert 0 <= token.start < token.end <= len(text)
            assert all(form.isalnum() for form in token.forms)
    started = time.perf_counter()
    analyse("\ud800" * 10_000 + "す" * 10_000, "ja")
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("romaji", "kana"),
    [
        ("nerima", "ネリマ"),
        ("kodomo", "コドモ"),
        ("shinbun", "シンブン"),
        ("shimbun", "シンブン"),
        ("kekkon", "ケッコン"),
        ("kon'ya", "コンヤ"),
        ("ōsaka", "オウサカ"),
        ("tsudzuku", "ツヅク"),
        ("kyouiku", "キョウイク"),
        ("network", ""),
        ("dv", ""),
    ],
)
def test_roman_letters_are_read(romaji, kana):
    assert kana_of_romaji(romaji) == kana


def test_long_vowels_and_their_spellings_sound_alike():
    assert sound("シャカイフクシキョウギカイ") == sound(kana_of_romaji("shakaifukushikyogikai"))
    assert sound("コウリュウ") == sound("コーリュー") == sound(kana_of_romaji("koryu"))
    assert sound("つづき") == sound("ツズキ")
