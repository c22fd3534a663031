"""Which pages a question finds, in which order, in which language."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from search.did_you_mean import correction
from search.passages import marked, passage_of
from search.results import DATE, find_pages
from search.suggestions import suggest
from tests.factories import (
    GlossaryPageFactory,
    GoalPageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    ReadingFactory,
    StandardPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)


@pytest.fixture(autouse=True)
def _locales(locales):
    """Every question goes to the pages of every language."""


def page(title, text="", summary="", factory=StandardPageFactory, **fields):
    return factory(title=title, summary=summary, body=[("paragraph", f"<p>{text}</p>")], **fields)


def found(question, language="ja", **how):
    keys = [match.page_id for match in find_pages(question, language, **how).matches]
    pages = Page.objects.in_bulk(keys)
    return [pages[key].title for key in keys]


def write(texts):
    for number, text in enumerate(texts):
        page(f"案内{number}", text)


@pytest.mark.parametrize(
    "ways",
    [
        ["こども", "子ども", "子供", "ｺﾄﾞﾓ", "コドモ"],
        ["取組", "取り組み", "取りくみ"],
        ["障害", "障がい", "障碍"],
        ["ひきこもり", "引きこもり", "引き籠もり"],
        ["つながり", "繋がり"],
        ["サーバ", "サーバー"],
        ["令和7年", "令和７年", "R7", "2025年"],
    ],
)
def test_ways_to_write_a_word_find_the_same_in_the_same_order(ways):
    for number, way in enumerate(ways):
        page(
            f"{way}の案内" if number % 2 else f"案内{number}",
            f"ここでは{way}を扱います。" * (number + 1),
            way if number == 2 else "",
        )
    page("ほかの案内", "関わりのないことです。")
    answers = {way: found(way) for way in ways}
    assert len(answers[ways[0]]) == len(ways)
    assert answers == dict.fromkeys(ways, answers[ways[0]])


@pytest.mark.parametrize(("word", "other"), [("京都", "東京都"), ("議会", "協議会"), ("国会", "全国会議")])
def test_part_of_another_word_is_not_found(word, other):
    page("これではない", f"{other}のことです。")
    page("これ", f"{word}のことです。")
    assert found(word) == ["これ"]


def test_a_title_weighs_more_than_often_more_than_a_summary_more_than_once():
    page("一度", "防災の話。")
    page("何度も", "防災。防災、それから防災。")
    page("要約", "別の話。", "防災について。")
    page("防災のこと", "別の話。")
    assert found("防災") == ["防災のこと", "何度も", "要約", "一度"]


def test_what_stands_together_comes_first():
    page("福祉のこと、地域のこと", "")
    page("となりあう", "ここは地域福祉の窓口。")
    page("近くにある", "ここは地域の福祉の窓口。")
    assert set(found("地域 福祉")[:2]) == {"となりあう", "近くにある"}
    assert found("地域福祉") == ["となりあう"]
    assert set(found('"地域の福祉"')) == {"となりあう", "近くにある"}


def test_where_nothing_has_everything_the_most_is_given_and_said():
    page("二つ", "手話と点字を学ぶ。")
    page("一つ", "手話を学ぶ。")
    results = find_pages("手話 点字 要約筆記", "ja")
    assert results.is_partial
    assert found("手話 点字 要約筆記") == ["二つ"]
    assert not find_pages("手話 点字", "ja").is_partial


@pytest.mark.parametrize("question", ["ねりま", "nerima", "ネリマ", "NERIMA", "ﾈﾘﾏ"])
def test_kana_and_roman_letters_find_kanji(question):
    page("練馬の催し", "公園にて。")
    page("ほかの催し", "練り歩きます。")
    assert found(question) == ["練馬の催し"]


@pytest.mark.parametrize("question", ["こどもしょくどう", "kodomo shokudo", "kodomoshokudō", "コドモショクドウ"])
def test_compounds_are_found_by_their_sound(question):
    page("子ども食堂の案内", "")
    page("食堂の案内", "")
    assert found(question) == ["子ども食堂の案内"]


def test_a_verb_at_the_end_of_a_compound_is_found_by_its_sound():
    page("野菜作りの会", "")
    page("野菜の会", "")
    assert found("yasaitsukuri") == ["野菜作りの会"]


def test_a_word_in_kana_is_itself_before_it_is_another():
    page("カレー", "彼が枯れ木を。")
    page("まちづくり", "町をつくる。")
    page("だれか", "彼の話。")
    assert found("カレー") == ["カレー"]
    assert found("かれ") == ["だれか", "カレー"] or found("かれ") == ["カレー", "だれか"]


def test_names_are_found_by_the_sites_own_readings():
    ReadingFactory(word="紬が丘", reading="つむぎがおか")
    page("紬が丘の集会所", "")
    assert found("つむぎがおか") == ["紬が丘の集会所"]


def test_people_are_found_where_they_speak_and_only_with_consent():
    person = PersonFactory(name="鹿島沢さん", reading="かしまざわ", role="木工指導員")
    StoryPageFactory(
        title="話", body=[("voice", {"headline": "見出し", "text": "<p>椅子を直します。</p>", "person": person})]
    )
    assert found("鹿島沢") == found("木工指導員") == found("椅子") == ["話"]
    assert found("かしまざわ") == ["話"]
    person.consent_withdrawn_on = datetime.date(2020, 1, 1)
    person.save()
    assert found("鹿島沢") == found("椅子") == found("かしまざわ") == []


def test_terms_are_found_on_the_page_that_explains_them():
    TermFactory(word="要約筆記", explanation="話を文字にして伝えること。")
    GlossaryPageFactory()
    assert found("要約筆記") == ["ことば"]


def test_in_ones_own_language_translations_come_before_what_is_in_japanese_alone():
    both = page("防災訓練", "毎年。")
    translate(both, "en", title="Disaster drill")
    page("A drill 防災", "Drill.")
    assert found("drill", "en") == ["Disaster drill", "A drill 防災"]
    assert "防災訓練" not in found("防災", "en")
    assert found("drill", "ja") == ["A drill 防災"]


def test_a_term_of_the_glossary_finds_the_japanese_pages():
    term = TermFactory(word="民生委員")
    translate(term, "en", word="Community welfare volunteer")
    page("地区の民生委員", "相談できます。")
    page("ほかの委員", "会議です。")
    assert found("community welfare volunteers", "en") == ["地区の民生委員"]


def test_each_language_finds_its_own_words():
    source = page("申込", "")
    for code, title in [
        ("en", "Neighbourhood volunteers"),
        ("zh-hans", "地区志愿者招募"),
        ("ko", "자원봉사자를 찾습니다"),
    ]:
        translate(source, code, title=title)
    assert found("neighborhood volunteering", "en") == ["Neighbourhood volunteers"]
    assert found("志願者", "zh-hans") == found("志愿者", "zh-hans") == ["地区志愿者招募"]
    assert found("자원봉사자", "ko") == ["자원봉사자를 찾습니다"]


def test_facets_count_what_there_would_be():
    goal = GoalPageFactory(title="居場所のあるまち")
    theme = ThemeFactory(slug="ibasho")
    organisation = OrganisationPageFactory(title="居場所の会")
    story = page(
        "居場所の話",
        factory=StoryPageFactory,
        told_on=datetime.date(2024, 5, 1),
        themes=[theme],
        organisations=[organisation],
    )
    story.about.create(subject=goal)
    page("居場所の話二", factory=StoryPageFactory, told_on=datetime.date(2023, 5, 1))
    InitiativePageFactory(title="居場所づくり")
    story.save_revision().publish()
    counts = find_pages("居場所", "ja").counts
    assert counts["type"] == {"story": 2, "goal": 1, "initiative": 1, "organisation": 1}
    assert counts["theme"] == {"ibasho": 1}
    assert counts["goal"] == {str(goal.pk): 3}
    assert counts["organisation"] == {str(organisation.pk): 2}
    narrowed = find_pages("居場所", "ja", {"type": "story"})
    assert len(narrowed.matches) == 2
    assert narrowed.counts["type"] == counts["type"]
    assert narrowed.counts["year"] == {"2024": 1, "2023": 1}
    assert len(find_pages("居場所", "ja", {"type": "story", "goal": str(goal.pk)}).matches) == 1


def test_by_date_the_newest_comes_first():
    page("防災の古い話", factory=StoryPageFactory, told_on=datetime.date(2020, 1, 1))
    page("新しい話", "防災を。", factory=StoryPageFactory, told_on=datetime.date(2024, 1, 1))
    assert found("防災") == ["防災の古い話", "新しい話"]
    assert found("防災", sort=DATE) == ["新しい話", "防災の古い話"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("保護士", "保護司"),
        ("民政委員", "民生委員"),
        ("ボランテア", "ボランティア"),
        ("子供食道", "子供食堂"),
        ("要介護忍定", "要介護認定"),
    ],
)
def test_slips_are_mended(typed, meant):
    write([f"{meant}の案内です。", "ほかの案内です。"])
    assert correction(typed, "ja") == meant


def test_a_slip_in_english_is_mended():
    translate(page("案内", ""), "en", title="Volunteer centre")
    assert correction("voluntere", "en") == "Volunteer"


def test_no_word_of_a_page_that_may_not_be_read_is_proposed():
    hidden = page("保護司", "")
    hidden.unpublish()
    assert correction("保護士", "ja") == ""


@pytest.mark.parametrize("typed", ["こ", "こど", "コドモ", "子ど", "kodo", "kod", "こどm", "しょくどう", "食堂"])
def test_pages_are_suggested_by_what_is_typed_so_far(typed):
    page("子ども食堂の案内", "")
    page("手話の案内", "")
    assert [each.label for each in suggest(typed, "ja")] == ["子ども食堂の案内"]


def test_themes_and_organisations_are_suggested():
    ThemeIndexPageFactory()
    ThemeFactory(name="居場所", slug="ibasho")
    OrganisationPageFactory(title="居場所の会")
    suggestions = {each.label: each for each in suggest("いば", "ja")}
    assert {label: each.kind for label, each in suggestions.items()} == {
        "居場所": "theme",
        "居場所の会": "organisation",
    }
    assert suggestions["居場所"].url.endswith("/ja/themes/ibasho/")


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "'", '"', "\x00", "\ud800", "ー", "x" * 10_000])
def test_anything_may_be_typed(typed):
    page("案内", "")
    assert suggest(typed, "ja") == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="The planner of PostgreSQL knows how many rows there are.")
@pytest.mark.parametrize("ask", [lambda: suggest("食堂", "ja"), lambda: find_pages("食堂", "ja")])
def test_nothing_begins_with_all_pages_that_are_no_alias(ask):
    """Nearly every page is none, and yet SQLite takes that for the shortest way."""
    page("子ども食堂の案内", "食堂です。")
    with CaptureQueriesContext(connection) as asked:
        assert ask()
    plans = []
    with connection.cursor() as cursor:
        for query in asked:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            plans += [row[-1] for row in cursor.fetchall()]
    assert plans
    assert not [step for step in plans if "alias_of" in step]


def passage(question, language="ja"):
    results = find_pages(question, language)
    (match,) = results.matches
    _page, *shown = marked([match], results)[match.page_id]
    return ["".join(f"[{piece.text}]" if piece.is_match else piece.text for piece in part) for part in shown]


def test_words_are_marked_as_they_are_written():
    page(
        "ｺﾄﾞﾓ食堂",
        "はじめの文です。" * 40 + "こども食堂は水曜日に開きます。子どもの居場所です。" + "おわりの文です。" * 40,
    )
    title, text = passage("子供食堂")
    assert title == "[ｺﾄﾞﾓ食堂]"
    assert text.startswith("…[こども食堂]は水曜日に開きます。子どもの居場所です。")
    assert text.endswith("…")


def test_a_word_of_several_parts_is_marked_whole_in_another_spelling():
    page("案内", "祖父は独り暮らしです。児童扶養手当も受けられます。")
    assert passage("一人暮らし")[1].startswith("祖父は[独り暮らし]です。")
    assert "。[児童扶養手当]も" in passage("児童扶養手当")[1]


def test_the_passage_is_where_everything_stands_closest():
    page("案内", "手話の会。" + "間の文です。" * 60 + "点字の会。" + "間の文です。" * 60 + "手話と点字の会。")
    assert "[手話]と[点字]の会" in passage("手話 点字")[1]


@pytest.mark.parametrize(
    ("spans", "marked_in_full"),
    [
        # What would begin within the passage and end behind it.
        ([(10, 14, {0}), (105, 125, {0})], [4]),
        # What would begin before it and end within.
        ([(75, 95, {0}), (100, 104, {0, 1})], [4]),
    ],
)
def test_no_passage_is_cut_within_what_is_marked(spans, marked_in_full):
    shown = passage_of("あ" * 300, spans, 110 if spans[0][0] == 10 else 20)
    assert [len(piece.text) for piece in shown if piece.is_match] == marked_in_full


def test_a_passage_without_a_mark_is_the_beginning():
    page("防災のこと", "別の話です。")
    assert passage("防災") == ["[防災]のこと", "別の話です。"]
