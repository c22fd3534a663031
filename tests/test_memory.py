"""What was translated before is not translated again, and a small change loses nothing."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from tests.factories import StoryPageFactory
from translators.memory.differences import as_html, differences
from translators.memory.recall import recall
from translators.memory.sentences import pairs, split
from translators.memory.similarity import SAME_TEXT, SIMILAR, Texts, similarity
from translators.memory.tags import fitted
from translators.suggestions import Suggestion

SENTENCES = [
    "水曜日の三時にシャッターが上がる。",
    "カレーのにおいが商店街にひろがる。",
    "こどもは無料、大人は三百円である。",
    "だれが来てもよいと代表は言う。",
    "野菜は近くの畑から届く。",
    "皿を洗うのは中学生の役目だ。",
    "七時になると宿題がはじまる。",
    "帰りは当番が家まで送っていく。",
    "雨の日ほど席が埋まる。",
    "来月で五年になる。",
]


@pytest.fixture
def en(locales):
    return locales["en"]


def story(*texts, **fields):
    """A story with one paragraph block for each text; its title is the same in every test page of that name."""
    body = [("paragraph", f"<p>{text}</p>") for text in texts]
    return StoryPageFactory(body=body, **{"title": "水曜日のカレー", **fields})


def submit(page, locale):
    translate_object(page, [locale])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


def segment(translation, text):
    return StringSegment.objects.get(source=translation.source, string__data=text)


def say(translation, text, said):
    """Saves a segment as the editor's form does."""
    each = segment(translation, text)
    row, _made = StringTranslation.objects.update_or_create(
        translation_of_id=each.string_id,
        locale=translation.target_locale,
        context_id=each.context_id,
        defaults={"data": said, "translation_type": "manual", "has_error": False, "field_error": ""},
    )
    return row


def row_of(translation, text):
    each = segment(translation, text)
    return StringTranslation.objects.get(
        translation_of_id=each.string_id, locale=translation.target_locale, context_id=each.context_id
    )


def change(page, text, now):
    """An editor changes one text and publishes; then the source is synchronised, as the sync view does."""
    page.refresh_from_db()
    blocks = [(block.block_type, str(block.value).replace(text, now), block.id) for block in page.body]
    page.body = page.body.stream_block.to_python(
        [{"type": kind, "value": value, "id": block_id} for kind, value, block_id in blocks]
    )
    page.save_revision().publish()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    source.update_from_db()
    return source


# --- A new page -------------------------------------------------------------------------------------------------


def test_a_page_of_which_four_fifths_are_known_arrives_four_fifths_filled(en):
    first = submit(story(*SENTENCES[:7]), en)
    for number, text in enumerate(["水曜日のカレー", *SENTENCES[:7]]):
        say(first, text, f"Text {number}.")
    second = submit(story(*SENTENCES[:7], *SENTENCES[8:]), en)
    total, translated = second.get_progress()
    assert (total, translated) == (10, 8)
    assert row_of(second, SENTENCES[0]).tool_name == "memory"
    assert not Suggestion.objects.exists()


def test_the_first_draft_holds_what_the_memory_knew(en):
    first = submit(story(SENTENCES[0]), en)
    say(first, SENTENCES[0], "At three the shutter goes up.")
    second = submit(story(SENTENCES[0], SENTENCES[1]), en)
    draft = second.get_target_instance()
    assert "At three the shutter goes up." in str(draft.body)
    assert not draft.live


def test_what_is_filled_keeps_its_links_own_address(en):
    text = '申し込みは<a href="https://one.example.jp">こちら</a>へ。'
    first = submit(story(text), en)
    say(first, '申し込みは<a id="a1">こちら</a>へ。', 'Sign up <a id="a1">here</a>.')
    second = submit(story(text.replace("one", "two")), en)
    assert '<a href="https://two.example.jp">here</a>' in str(second.get_target_instance().body)


def test_of_several_ways_to_say_it_the_objects_own_goes_first_then_the_most_used_then_the_newest(en):
    for said in ("Often.", "Often.", "Newest."):
        say(submit(story(SENTENCES[0]), en), SENTENCES[0], said)
    assert row_of(submit(story(SENTENCES[0]), en), SENTENCES[0]).data == "Often."

    page = story(SENTENCES[1], SENTENCES[0])
    own = submit(page, en)
    say(own, SENTENCES[0], "Own.")
    source = change(page, SENTENCES[1], SENTENCES[0])
    recall(own)
    rows = StringTranslation.objects.filter(
        context__in=source.stringsegment_set.filter(string__data=SENTENCES[0]).values("context"),
        translation_of__data=SENTENCES[0],
    )
    assert [row.data for row in rows] == ["Own.", "Own."]


def test_a_translation_with_an_error_is_not_remembered(en):
    first = submit(story(SENTENCES[0]), en)
    assert say(first, SENTENCES[0], "<script>alert(1)</script>").has_error
    second = submit(story(SENTENCES[0]), en)
    assert not StringTranslation.objects.filter(context=segment(second, SENTENCES[0]).context).exists()


def test_each_language_remembers_its_own(en, locales):
    say(submit(story(SENTENCES[0]), en), SENTENCES[0], "At three.")
    korean = submit(story(SENTENCES[0]), locales["ko"])
    assert korean.get_progress()[1] == 0


# --- A source that has changed ----------------------------------------------------------------------------------


def test_one_changed_sign_in_a_paragraph_does_not_lose_its_translation(en):
    page = story(SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children, 300 yen for adults.")
    now = SENTENCES[2].replace("三百円", "四百円")
    change(page, SENTENCES[2], now)
    assert recall(translation) == (0, 1)
    row = row_of(translation, now)
    assert row.data == "Free for children, 300 yen for adults."
    assert row.suggestion.kind == Suggestion.Kind.CHANGED
    assert row.suggestion.previous_source == SENTENCES[2]
    assert row.suggestion.similarity > 90
    assert ("delete", "三") in differences(row.suggestion.previous_source, now)


def test_a_suggestion_is_shown_with_its_reason_counts_as_missing_and_is_on_no_page(en):
    page = story(SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children.")
    now = SENTENCES[2].replace("三百円", "四百円")
    change(page, SENTENCES[2], now)
    recall(translation)
    row = row_of(translation, now)
    assert row.has_error
    assert "変" in row.get_error() or "changed" in row.get_error()
    assert translation.get_progress() == (2, 0)
    translation.save_target(publish=False)
    assert "Free for children." not in str(translation.get_target_instance().get_latest_revision_as_object().body)


def test_a_synchronisation_more_before_anybody_looked_finds_the_translation_still(en):
    page = story(SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children.")
    once, twice = SENTENCES[2].replace("三百円", "四百円"), SENTENCES[2].replace("三百円", "五百円")
    change(page, SENTENCES[2], once)
    recall(translation)
    change(page, once, twice)
    recall(translation)
    assert row_of(translation, twice).suggestion.previous_source == SENTENCES[2]


def test_a_change_taken_back_finds_its_translation_as_it_was(en):
    page = story(SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children.")
    now = SENTENCES[2].replace("三百円", "四百円")
    change(page, SENTENCES[2], now)
    recall(translation)
    change(page, now, SENTENCES[2])
    recall(translation)
    assert not row_of(translation, SENTENCES[2]).has_error


def test_two_paragraphs_of_one_place_each_get_their_own_earlier_text(en):
    page = story(f"{SENTENCES[3]}</p><p>{SENTENCES[5]}")
    translation = submit(page, en)
    say(translation, SENTENCES[3], "Everybody may come.")
    say(translation, SENTENCES[5], "The students wash up.")
    first, second = SENTENCES[3].replace("代表", "店主"), SENTENCES[5].replace("中学生", "高校生")
    change(page, SENTENCES[3], first)
    change(page, SENTENCES[5], second)
    recall(translation)
    assert row_of(translation, first).data == "Everybody may come."
    assert row_of(translation, second).data == "The students wash up."


def test_a_paragraph_that_is_added_to_a_place_gets_no_text_of_another(en):
    page = story(f"{SENTENCES[3]}</p><p>{SENTENCES[5]}")
    translation = submit(page, en)
    say(translation, SENTENCES[3], "Everybody may come.")
    say(translation, SENTENCES[5], "The students wash up.")
    changed = SENTENCES[3].replace("代表", "店主")
    change(page, SENTENCES[3], f"{changed}</p><p>{SENTENCES[6]}")
    recall(translation)
    assert row_of(translation, changed).data == "Everybody may come."
    assert not StringTranslation.objects.filter(translation_of__data=SENTENCES[6]).exists()


def test_a_paragraph_that_takes_the_place_of_another_gets_nothing_of_it(en):
    translation = submit(page := story(f"{SENTENCES[3]}</p><p>{SENTENCES[5]}"), en)
    say(translation, SENTENCES[5], "The students wash up.")
    change(page, SENTENCES[5], SENTENCES[6])
    recall(translation)
    assert max(similarity(SENTENCES[5], text) for text in (SENTENCES[3], SENTENCES[6])) < SAME_TEXT
    assert not Suggestion.objects.exists()


def test_a_title_that_is_quite_another_still_brings_the_earlier_one(en):
    translation = submit(page := story(SENTENCES[0]), en)
    say(translation, "水曜日のカレー", "Curry on Wednesday")
    page.title = "防災の夜"
    page.save_revision().publish()
    TranslationSource.objects.get(object_id=page.translation_key).update_from_db()
    recall(translation)
    assert row_of(translation, "防災の夜").suggestion.previous_source == "水曜日のカレー"


def test_recalling_again_changes_nothing(en):
    page = story(SENTENCES[2], SENTENCES[4])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children.")
    change(page, SENTENCES[2], SENTENCES[2].replace("三百円", "四百円"))
    recall(translation)
    before = list(StringTranslation.objects.order_by("pk").values()), list(Suggestion.objects.values())
    assert recall(translation) == (0, 0)
    assert (list(StringTranslation.objects.order_by("pk").values()), list(Suggestion.objects.values())) == before


def test_a_link_that_is_gone_is_gone_from_the_suggestion(en):
    page = story('申し込みは<a href="https://one.example.jp">こちら</a>へどうぞ。')
    translation = submit(page, en)
    say(translation, '申し込みは<a id="a1">こちら</a>へどうぞ。', 'Sign up <a id="a1">here</a>.')
    source = TranslationSource.objects.get(object_id=page.translation_key)
    page.body = page.body.stream_block.to_python(
        [{"type": "paragraph", "value": "<p>申し込みはこちらへどうぞ。</p>", "id": page.body[0].id}]
    )
    page.save_revision().publish()
    source.update_from_db()
    recall(translation)
    row = row_of(translation, "申し込みはこちらへどうぞ。")
    assert row.data == "Sign up here."


# --- Similar texts and sentences --------------------------------------------------------------------------------


def test_a_similar_text_of_another_page_is_suggested(en):
    say(submit(story(SENTENCES[7]), en), SENTENCES[7], "Someone walks the children home.")
    similar = SENTENCES[7].replace("当番", "店主")
    translation = submit(story(similar), en)
    row = row_of(translation, similar)
    assert row.suggestion.kind == Suggestion.Kind.SIMILAR
    assert row.suggestion.previous_source == SENTENCES[7]
    assert row.suggestion.similarity == similarity(SENTENCES[7], similar) >= SIMILAR
    assert str(row.suggestion.similarity) in row.field_error


def test_known_sentences_are_filled_in_and_the_others_left(en):
    say(submit(story(SENTENCES[0]), en), SENTENCES[0], "At three the shutter goes up.")
    say(submit(story(SENTENCES[4] + SENTENCES[5]), en), SENTENCES[4] + SENTENCES[5], "Vegetables. Students wash up.")
    text = SENTENCES[5] + SENTENCES[8] + SENTENCES[0]
    row = row_of(submit(story(text), en), text)
    assert row.suggestion.kind == Suggestion.Kind.SENTENCES
    assert row.data == f"Students wash up. {SENTENCES[8]} At three the shutter goes up."


def test_joined_paragraphs_bring_all_their_sentences_and_not_the_one_most_alike(en):
    page = story("".join(f"</p><p>{text}" for text in SENTENCES[:3]).removeprefix("</p><p>"))
    translation = submit(page, en)
    for number, text in enumerate(SENTENCES[:3]):
        say(translation, text, f"Sentence {number}.")
    change(page, "</p><p>", "")
    recall(translation)
    row = row_of(translation, "".join(SENTENCES[:3]))
    assert row.data == "Sentence 0. Sentence 1. Sentence 2."
    assert (row.suggestion.kind, row.suggestion.similarity) == (Suggestion.Kind.SENTENCES, 100)


def test_an_earlier_text_that_is_more_of_it_than_its_known_sentences_goes_first(en):
    page = story(SENTENCES[0] + SENTENCES[1] + SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[0] + SENTENCES[1] + SENTENCES[2], "First. Second. Third.")
    change(page, "水曜日", "木曜日")
    recall(translation)
    row = row_of(translation, (SENTENCES[0] + SENTENCES[1] + SENTENCES[2]).replace("水曜日", "木曜日"))
    assert (row.data, row.suggestion.kind) == ("First. Second. Third.", Suggestion.Kind.CHANGED)


def test_a_text_like_nothing_known_stays_empty(en):
    say(submit(story(SENTENCES[0]), en), SENTENCES[0], "At three the shutter goes up.")
    translation = submit(story(SENTENCES[9], title="別の題"), en)
    assert not StringTranslation.objects.filter(context__object_id=translation.source.object_id).exists()


def test_a_telephone_number_is_not_like_another():
    assert Texts(["00-0000-0114"]).most_similar("00-0000-0111") is None
    assert Texts(["電話は00-0000-0114です"]).most_similar("電話は00-0000-0111です") == (0, 94)


# --- Accepting --------------------------------------------------------------------------------------------------


def test_saving_a_suggestion_in_the_editor_accepts_it(client, en):
    page = story(SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children.")
    now = SENTENCES[2].replace("三百円", "四百円")
    change(page, SENTENCES[2], now)
    recall(translation)
    client.force_login(get_user_model().objects.create_superuser("admin", "a@example.jp", "x"))
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment(translation, now).pk])
    answer = client.put(address, "value=Free+for+children.", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert answer.json()["error"] is None
    row = row_of(translation, now)
    assert not row.has_error
    assert not Suggestion.objects.exists()
    assert translation.get_progress() == (2, 1)


def test_a_suggestion_that_is_only_marked_stays_one(en):
    page = story(SENTENCES[2])
    translation = submit(page, en)
    say(translation, SENTENCES[2], "Free for children.")
    now = SENTENCES[2].replace("三百円", "四百円")
    change(page, SENTENCES[2], now)
    recall(translation)
    row_of(translation, now).save(update_fields=["has_error"])
    assert Suggestion.objects.count() == 1


# --- Cost -------------------------------------------------------------------------------------------------------


def queries_to_recall(en, count):
    texts = [f"{text}（{count}の{n}）" for n in range(count) for text in SENTENCES[:1]]
    page = story(*texts, title=f"題{count}")
    source, _made = TranslationSource.get_or_create_from_instance(page)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        Translation.objects.create(source=source, target_locale=en)
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_page(en):
    say(submit(story(SENTENCES[0]), en), SENTENCES[0], "At three.")
    few, many = queries_to_recall(en, 3), queries_to_recall(en, 40)
    assert few == many <= 16
    assert Suggestion.objects.count() == 43


# --- The pure parts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("月に一度食べる。だれでも来てよい！", ["月に一度食べる。", "だれでも来てよい！"]),
        (
            "「はい。」と答えた。次に、「いいえ。」「そう？」",
            ["「はい。」と答えた。", "次に、「いいえ。」", "「そう？」"],
        ),
        ("（注。）続く。終わり。", ["（注。）続く。", "終わり。"]),
        ("何だ！？そう……。はい", ["何だ！？", "そう……。", "はい"]),
        ("これは「開いた。次。", ["これは「開いた。", "次。"]),
        (
            "Mr. Ito came. He said “Yes.” It cost 3.5 yen at 3 p.m. sharp.",
            ["Mr. Ito came.", "He said “Yes.”", "It cost 3.5 yen at 3 p.m. sharp."],
        ),
        ("안녕하세요. 반갑습니다.", ["안녕하세요.", "반갑습니다."]),
        ("大家好。欢迎！来吧", ["大家好。", "欢迎！", "来吧"]),
        ('<a id="a1">これ。それ</a>。次。', ['<a id="a1">これ。それ</a>。', "次。"]),
        ("一行", ["一行"]),
        ("", []),
    ],
)
def test_a_text_is_split_into_its_sentences(text, sentences):
    assert split(text) == sentences


def test_sentences_are_paired_only_where_their_number_and_their_tags_agree():
    assert pairs("一。二。", "One. Two.") == {"一。": "One.", "二。": "Two."}
    assert pairs("一。二。", "One and two.") == {}
    assert pairs("一。<b>二</b>。", "One. Two.") == {"一。": "One."}


def test_a_tag_that_the_source_lacks_goes_and_its_words_stay():
    assert fitted('See <a id="a2">this</a> <b>now</b>.', "<b>これ</b>") == "See this <b>now</b>."
    assert fitted("One<br/>two", "一二") == "One two"
    assert fitted("<b>x</b>", "<b>あ</b>") == "<b>x</b>"


@pytest.mark.parametrize(
    ("previous", "now"),
    [
        ("令和7年度は月に一度。", "令和8年度は月に二度です。"),
        ("が", "か\u3099"),
        ("", "あ"),
        ("<b>x</b>", "x"),
        ("👨‍👩‍👧 and 𠮷野", "👨‍👩‍👦 and 吉野"),
    ],
)
def test_the_parts_of_a_difference_make_both_texts(previous, now):
    parts = differences(previous, now)
    assert "".join(text for kind, text in parts if kind != "insert") == previous
    assert "".join(text for kind, text in parts if kind != "delete") == now


def test_numbers_and_words_differ_as_a_whole_and_signs_with_what_belongs_to_them():
    assert differences("令和19年度", "令和20年度") == [
        ("equal", "令和"),
        ("delete", "19"),
        ("insert", "20"),
        ("equal", "年度"),
    ]
    assert ("insert", "か\u3099") in differences("あ", "か\u3099")


def test_a_difference_as_html_is_marked_and_escaped():
    assert as_html(differences("<b>古い</b>", "<b>新い</b>")) == ("&lt;b&gt;<del>古</del><ins>新</ins>い&lt;/b&gt;")
