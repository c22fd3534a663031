"""Breaks between the phrases of Japanese headings: in the finished page, and nowhere else."""

import re

import pytest

from council.language.phrases import phrases_of
from council.phrases import render
from council.phrases.elements import japanese_headings
from council.phrases.markup import BREAK, with_breaks
from tests.factories import (
    GoalPageFactory,
    OrganisationPageFactory,
    ReadingFactory,
    StoryPageFactory,
    ThemeFactory,
)
from tests.factories_translations import translate

TITLE = "水曜日は、カレーのにおいがする"
BROKEN = "水曜日は、|カレーの|においがする"
_H1 = re.compile("<h1[^>]*>(.*?)</h1>", re.DOTALL)


def shown(heading):
    """The inside of a heading with | for each break."""
    made = with_breaks(heading, lambda text: phrases_of(text, "ja"))
    assert made.replace(BREAK, "").replace('<span class="unbroken">', "").count("wbr") == 0
    return made.replace(BREAK, "|")


def ruby(base, reading):
    return f"<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (TITLE, BROKEN),
        (f"\n  {TITLE}\n", f"\n  {BROKEN}\n"),
        ("雨の夜&amp;朝に歩く", "雨の|夜&amp;|朝に|歩く"),
        # Between the elements, not in them.
        ('<a href="/a">雨の<mark>夜に</mark>歩く</a>', '<a href="/a">雨の|<mark>夜に</mark>|歩く</a>'),
        ("<mark>カレー</mark>のにおいが<mark>する</mark>人", "<mark>カレー</mark>の|においが<mark>する</mark>|人"),
        # Each line for itself, and no break where there is one.
        ("困ったとき<br>ひとりで抱えない", "困ったとき<br>ひとりで|抱えない"),
        ("みんなで つくる\u3000まち", "みんなで つくる\u3000まち"),
        # What is in another language, is not seen, or is a button.
        ('<span lang="en">Let us walk</span>の夜に', '<span lang="en">Let us walk</span>の|夜に'),
        ('雨の夜に<span class="visually-hidden">雨の夜に</span>', '雨の|夜に<span class="visually-hidden">雨の夜に</span>'),
        ("<svg><title>雨の夜に</title></svg>雨の夜に", "<svg><title>雨の夜に</title></svg>雨の|夜に"),
        ("雨の夜に<button>雨の夜に</button>", "雨の|夜に<button>雨の夜に</button>"),
        ("<!-- 雨の夜に -->雨の夜に", "<!-- 雨の夜に -->雨の|夜に"),
        # A browser breaks behind a bracket, unless it is told not to.
        ("「雨の夜」の話", '「雨の|夜<span class="unbroken">」の</span>|話'),
        ("", ""),
    ],
)  # fmt: skip
def test_breaks_stand_between_phrases(heading, expected):
    assert shown(heading) == expected


def test_no_break_stands_inside_of_a_ruby():
    heading = f'<span class="furigana">{ruby("雨", "あめ")}の{ruby("夜", "よる")}に{ruby("歩", "ある")}く</span>'
    expected = f'<span class="furigana">{ruby("雨", "あめ")}の|{ruby("夜", "よる")}に|{ruby("歩", "ある")}く</span>'
    assert shown(heading) == expected


def test_a_line_may_end_at_a_space_before_a_ruby():
    assert shown(f"雨の {ruby('夜', 'よる')}に あるく") == f"雨の |{ruby('夜', 'よる')}に あるく"


def test_words_side_by_side_in_one_ruby_are_two_where_it_may_break():
    both = "<ruby>今<rp>（</rp><rt>いま</rt><rp>）</rp>歩<rp>（</rp><rt>ある</rt><rp>）</rp></ruby>く"
    made = with_breaks(both, lambda text: ["今", "歩く"]).replace(BREAK, "|")
    assert made == f"{ruby('今', 'いま')}|{ruby('歩', 'ある')}く"
    assert with_breaks(both, lambda text: ["今歩", "く"]).count("<ruby>") == 1


def test_a_word_under_one_reading_is_not_cut():
    assert BREAK not in with_breaks(ruby("大人", "おとな"), list)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<html lang="ja"><body><h1>あ</h1><h2 class="a">い</h2><h5>う</h5></body></html>', ["あ", "い"]),
        ('<html lang="ja-simple"><body><p class="lead phrase">あ</p><p class="phrases">い</p></body></html>', ["あ"]),
        ('<html lang="ja"><div lang="en"><div></div><h2>a</h2><h3 lang="ja">い</h3></div><h4>う</h4></html>', ["い", "う"]),
        ('<html lang="ko"><h1>가</h1><main lang="ja"><h2>い</h2></main><h2>나</h2></html>', ["い"]),
        ('<html lang="ja"><head><title><h1>あ</h1></title></head><template><h2>い</h2></template></html>', []),
        ('<html lang="ja"><!-- <h1>あ</h1> --><script>"<h1>い</h1>"</script><h1>う</h1></html>', ["う"]),
        ('<html lang="ja"><p> class="phrase" lang="en"</p><h2 lang="en">a<b class="phrase" lang="ja">い</b></h2></html>', ["い"]),
        ('<html lang="ja"><h2 class="phrase">あ<b class="phrase">い</b></h2></html>', ['あ<b class="phrase">い</b>']),
        ('<html lang="ja"><h2>あ', ["あ"]),
    ],
)  # fmt: skip
def test_headings_are_found_by_the_language_around_them(page, expected):
    assert [page[start:end] for start, end in japanese_headings(page)] == expected


def test_a_heading_on_which_a_rule_fails_is_left_as_it_is(monkeypatch, db):
    def fails(*args):
        raise ValueError

    monkeypatch.setattr(render, "phrases_of", fails)
    page = '<html lang="ja"><h1>失敗する題です</h1></html>'
    assert render.break_headings(page) == page


@pytest.fixture
def story(db):
    return StoryPageFactory(title=TITLE, summary="雨の夜に歩いた", themes=[ThemeFactory(name="居場所")])


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def h1_of(html):
    return _H1.search(html)[1]


def test_a_heading_breaks_in_the_page(client, story):
    html = html_of(client, story.url)
    assert h1_of(html).replace(BREAK, "|") == BROKEN
    assert f"<title>{TITLE}" in html
    head, body = html.split("</head>")
    assert "<wbr" not in head
    assert "<wbr" not in "".join(re.findall("<script.*?</script>", body, re.DOTALL))


def test_furigana_are_the_same(client, story, monkeypatch):
    address = f"{story.url}?furigana=1"
    html = html_of(client, address)
    assert "<ruby>" in h1_of(html)
    assert h1_of(html).count(BREAK) == 2
    monkeypatch.setattr("council.middleware.phrases.break_headings", lambda html, page_id: html)
    assert "<wbr" not in html_of(client, address)
    assert _as_before(html) == _as_before(html_of(client, address))


def _as_before(html):
    html = re.sub('<span class="unbroken">(.*?)</span>', r"\1", html)
    return re.sub(f"</ruby>{BREAK}<ruby>|{BREAK}|<[^>]*csrf[^>]*>", "", html)


def test_plain_japanese_breaks_too(client, locales, story):
    simple = translate(story, "ja-simple")
    simple.title = "カレーの においがする まち"
    simple.save_revision().publish()
    assert "<wbr" not in h1_of(html_of(client, f"{simple.url}?furigana=0"))
    simple.title = "水曜日はカレーのにおいがする"
    simple.save_revision().publish()
    assert h1_of(html_of(client, f"{simple.url}?furigana=0")).replace(BREAK, "|") == "水曜日は|カレーの|においがする"


def test_titles_in_other_languages_have_no_breaks(client, locales, story):
    for language in ("en", "ko", "zh-hans"):
        page = translate(story, language)
        page.save_revision().publish()
        assert "<wbr" not in h1_of(html_of(client, page.url))


def test_a_japanese_title_among_those_of_another_language_breaks_too(client, locales, story):
    translate(story.get_parent().specific, "ko", title="이야기")
    html = html_of(client, "/ko/stories/")
    (link,) = re.findall(r'<h\d[^>]*><a[^>]* lang="ja"[^>]*>(.*?)</a>', html)
    assert link.replace(BREAK, "|") == BROKEN


@pytest.mark.parametrize("address", ["/ja/feed/", "/sitemap.xml", "/llms.txt", "/ja/search/suggest/?q=カレー"])
def test_what_is_no_page_has_no_breaks(client, story, address):
    response = client.get(address)
    assert response.status_code == 200
    assert b"wbr" not in response.content


def test_markdown_has_no_breaks(client, story):
    response = client.get(f"{story.url}index.md")
    assert TITLE in response.content.decode()
    assert b"wbr" not in response.content


def test_a_name_that_staff_has_entered_is_not_cut(client, db):
    title = "歩いて居場所の地図をつくる"
    story = StoryPageFactory(title=title)
    assert h1_of(html_of(client, story.url)).replace(BREAK, "|") != "歩いて|居場所の|地図を|つくる"
    ReadingFactory(word="居場所", reading="いばしょ")
    assert h1_of(html_of(client, story.url)).replace(BREAK, "|") == "歩いて|居場所の|地図を|つくる"


def test_an_organisation_is_not_cut(client, db):
    organisation = OrganisationPageFactory(title="市民後見の会いとかわ")
    assert BREAK not in h1_of(html_of(client, organisation.url))


def test_lines_of_a_statement_are_broken_each_for_itself(client, db):
    goal = GoalPageFactory(title="目標", statement="困ったとき、ひとりで抱えずに\n「助けて」と言える")
    html = h1_of(html_of(client, goal.url))
    assert re.sub('<span class="unbroken">(.*?)</span>', r"\1", html).replace(BREAK, "|") == (
        "困ったとき、|ひとりで|抱えずに<br>「助けて」と|言える"
    )


def test_the_length_of_an_answer_is_its_length(client, story):
    response = client.get(story.url)
    assert int(response["Content-Length"]) == len(response.content)
