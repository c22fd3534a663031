"""Texts that are known to be in another language get its ``lang``."""

import pytest

from council.translation.language_marks import mark_languages

JA = {"ja": ["だれでも来られる。", "代表", "目の前の海", "糸川区 & 社協"]}


def body(html):
    return f'<!DOCTYPE html><html lang="en"><head><title>代表</title></head><body>{html}</body></html>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>だれでも来られる。</p>", '<p><span lang="ja">だれでも来られる。</span></p>'),
        ("<p>\n  だれでも\n来られる。 </p>", "<p>\n  だれでも\n来られる。 </p>"),
        ("<p> 代表 </p>", '<p> <span lang="ja">代表</span> </p>'),
        # Inside a longer text: a long one wherever it stands, a short one might be part of a word.
        ("<p>Aya (だれでも来られる。)</p>", '<p>Aya (<span lang="ja">だれでも来られる。</span>)</p>'),
        ("<p>Aya (代表)</p>", "<p>Aya (代表)</p>"),
        ("<p>糸川区 &amp; 社協</p>", '<p><span lang="ja">糸川区 &amp; 社協</span></p>'),
        ("<p>At 糸川区 &amp; 社協 &lt;b&gt;</p>", '<p>At <span lang="ja">糸川区 &amp; 社協</span> &lt;b&gt;</p>'),
        # What says so already, also from above, and what says otherwise inside it.
        ('<p lang="ja">代表</p>', '<p lang="ja">代表</p>'),
        (
            '<main lang="ja"><p>代表<br></p></main>代表',
            '<main lang="ja"><p>代表<br></p></main><span lang="ja">代表</span>',
        ),
        (
            '<div lang="ja"><i lang="en">代表</i></div>',
            '<div lang="ja"><i lang="en"><span lang="ja">代表</span></i></div>',
        ),
        # No element may stand in these.
        ("<option value=1>代表</option>", '<option value=1 lang="ja">代表</option>'),
        ("<script>代表</script>", "<script>代表</script>"),
        ("<svg><text>代表</text></svg>", "<svg><text>代表</text></svg>"),
        ("<textarea>代表</textarea>", "<textarea>代表</textarea>"),
        ("<!-- 代表 -->", "<!-- 代表 -->"),
        ('<img src="a.jpg" alt="目の前の海">', '<img src="a.jpg" alt="目の前の海" lang="ja">'),
        ('<img src="a.jpg" alt="目の前の海"/>', '<img src="a.jpg" alt="目の前の海" lang="ja"/>'),
        ('<p lang="ja"><img alt="目の前の海"></p>', '<p lang="ja"><img alt="目の前の海"></p>'),
        ("<p>Come as you are.</p>", "<p>Come as you are.</p>"),
    ],
)
def test_only_what_is_foreign_here_is_marked(before, after):
    assert mark_languages(body(before), JA) == body(after)


def test_a_number_or_latin_letters_are_no_japanese():
    html = body("<p>03-1234-5678</p><p>LINE</p>")
    assert mark_languages(html, {"ja": ["03-1234-5678", "LINE"]}) == html


def test_latin_letters_are_english():
    assert '<span lang="en">Night school</span>' in mark_languages(
        body("<p>Night school</p>").replace('"en"', '"ko"'), {"en": ["Night school"]}
    )


def test_of_two_texts_of_which_one_holds_the_other_the_longer_counts():
    html = mark_languages(
        body("<p>x 糸川区社会福祉協議会の人</p>"), {"ja": ["糸川区社会福祉", "糸川区社会福祉協議会の人"]}
    )
    assert 'x <span lang="ja">糸川区社会福祉協議会の人</span>' in html
