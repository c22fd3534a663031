"""Pages as Markdown: what readers read, correctly marked, and nothing that they do not get."""

import datetime

import pytest

from council.markdown.convert import to_markdown
from tests.factories import (
    OrganisationPageFactory,
    PersonFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    UserFactory,
    translate,
)
from tests.factories_links import make_private

HERE = "https://plan.example.jp/ja/stories/rain/"
PIECES = {
    "heading and paragraph": ("<h2>見出し</h2>\n  <p>本文\n  です</p>", "## 見出し\n\n本文 です\n"),
    "link": ('<p>こちら <a href="/ja/plan/">計画</a>へ</p>', "こちら [計画](https://plan.example.jp/ja/plan/)へ\n"),
    "link with brackets": ('<p><a href="/a(b)">[c]</a></p>', "[\\[c\\]](https://plan.example.jp/a%28b%29)\n"),
    "emphasis": ("<p>とても<b> 大切 </b>です</p>", "とても **大切** です\n"),
    "emphasis side by side": ("<p><b>A</b><b>B</b> <i>C</i><i>D</i></p>", "**AB** *CD*\n"),
    "emphasis beside a star": ("<p>*<b>A</b>*<b>B</b></p>", "\\***A**\\***B**\n"),
    "emphasis in emphasis": ("<p><b><i>A</i></b><b>B</b></p>", "***A*****B**\n"),
    "no address": ('<p><a href="http://[here]/">ここ</a></p>', "[ここ](http://[here]/)\n"),
    "link after a cry": ('<p>来て!<a href="/a">ここ</a></p>', "来て\\![ここ](https://plan.example.jp/a)\n"),
    "breaks": ("<p>一<br>二</p>", "一\\\n二\n"),
    "list": ("<ul><li>一</li><li>二</li></ul>", "- 一\n- 二\n"),
    "numbered list": ("<ol><li>一</li><li>二</li></ol>", "1. 一\n2. 二\n"),
    "a list that goes on": ('<ol start="4"><li>一</li><li>二</li></ol>', "4. 一\n5. 二\n"),
    "a list that begins nowhere": ('<ol start="x"><li>一</li></ol>', "1. 一\n"),
    "list in a list": ("<ul><li>一<ul><li>下</li></ul></li></ul>", "- 一\n\n  - 下\n"),
    "quotation": (
        "<figure><blockquote><p>一</p><p>二</p></blockquote><figcaption><b>山野さん</b> 委員</figcaption></figure>",
        "> 一\n>\n> 二\n\n**山野さん** 委員\n",
    ),
    "table": (
        "<table><caption>数</caption><tr><th>年</th><th>人|数</th></tr><tr><td>2025</td><td>1</td></tr></table>",
        "**数**\n\n| 年 | 人\\|数 |\n| --- | --- |\n| 2025 | 1 |\n",
    ),
    "terms": ("<dl><div><dt>電話</dt><dd>03</dd></div></dl>", "**電話**\n\n03\n"),
    "picture": (
        '<img src="/media/a.png" alt="[絵]"><img src="/b.png" alt="">',
        "![\\[絵\\]](https://plan.example.jp/media/a.png)\n",
    ),
    "signs": ("<p>*1* _a_ `b` &lt;script&gt; &amp;amp; \\</p>", "\\*1\\* \\_a\\_ \\`b\\` \\<script\\> \\&amp; \\\\\n"),
    "what begins a block": ("<p># 1</p><p>- 2</p><p>3. 三</p><p>+ 4</p>", "\\# 1\n\n\\- 2\n\n3\\. 三\n\n\\+ 4\n"),
    "a number that begins no list": ("<p>2025年</p>", "2025年\n"),
    "what is not read": (
        "<p>一<svg><title>x</title></svg><script>x</script></p><div aria-hidden='true'>x</div><p hidden>x</p>"
        "<div class='print-only'>x</div><!-- x --><form><input></form>",
        "一\n",
    ),
    "furigana": ("<p><ruby>糸川<rp>(</rp><rt>いとかわ</rt><rp>)</rp></ruby>区</p>", "糸川区\n"),
    "a link around blocks": ('<a href="/x"><h3>題</h3><p>文</p></a>', "### 題\n\n文\n"),
}


@pytest.mark.parametrize(("html", "expected"), PIECES.values(), ids=PIECES)
def test_a_piece_of_html_is_markdown(html, expected):
    assert to_markdown(html, HERE) == expected


def read(client, address):
    response = client.get(f"{address}index.md")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"].startswith("public, ")
    assert "Cookie" not in response.get("Vary", "")
    return response.content.decode()


def voice(person, words):
    return ("voice", {"headline": "見出しの声", "text": f"<p>{words}</p>", "person": person})


@pytest.fixture
def story(locales):
    return StoryPageFactory(title="雨の夜", slug="rain", lead="<p>はじめに</p>", body=[("paragraph", "<p>地の文</p>")])


def test_it_holds_what_the_page_shows(story, client):
    text = read(client, "/ja/stories/rain/")
    assert text.startswith('---\ntitle: "雨の夜 | ')
    assert '\nurl: "http://localhost/ja/stories/rain/"\nlanguage: "ja"\n' in text
    for line in ("# 雨の夜", "はじめに", "地の文"):
        assert f"\n{line}\n" in text


def test_every_public_page_names_it(story, client):
    ThemeIndexPageFactory(slug="themes")
    ThemeFactory(slug="ibasho", name="居場所")
    for address in ("/ja/", "/en/", "/ja/stories/", "/en/stories/rain/", "/ja/themes/ibasho/"):
        html = client.get(address).content.decode()
        assert f'<link rel="alternate" type="text/markdown" href="{address}index.md">' in html
        read(client, address)
    assert "# 居場所" in read(client, "/ja/themes/ibasho/")


def test_without_consent_nothing_of_a_person_is_in_it(locales, client):
    gone = PersonFactory(name="布施さん", consent_withdrawn_on=datetime.date(2020, 1, 1))
    StoryPageFactory(
        slug="rain", body=[voice(gone, "消えたことば"), voice(PersonFactory(name="山野さん"), "残ることば")]
    )
    text = read(client, "/ja/stories/rain/")
    assert "> 残ることば" in text
    assert "**山野さん**" in text
    assert "布施さん" not in text
    assert "消えたことば" not in text


def test_an_untranslated_page_says_its_language(story, client):
    text = read(client, "/en/stories/rain/")
    assert 'language: "ja"' in text
    assert "This page has not been translated yet" in text
    translate(story, "en", title="A night of rain")
    assert 'language: "en"' in read(client, "/en/stories/rain/")


@pytest.mark.parametrize("hide", ["draft", "private"])
@pytest.mark.parametrize("who", ["anybody", "staff"])
def test_of_what_nobody_may_read_there_is_none(story, client, hide, who):
    if hide == "draft":
        story.unpublish()
    else:
        make_private(story)
    if who == "staff":
        client.force_login(UserFactory(is_superuser=True))
    response = client.get("/ja/stories/rain/index.md")
    assert response.status_code == 404
    assert "地の文" not in response.content.decode()


def test_staff_gets_what_everybody_gets(story, client):
    before = read(client, "/ja/stories/rain/")
    client.force_login(UserFactory(is_superuser=True))
    assert read(client, "/ja/stories/rain/") == before


def test_what_is_not_there_is_not_found(story, client):
    assert client.get("/ja/nowhere/index.md").status_code == 404


def test_llms_txt_says_where_to_begin(story, client):
    StandardPageFactory(title="わたしたち [社協]", slug="about", search_description="だれが")
    StandardPageFactory(title="下書き", live=False)
    make_private(OrganisationPageFactory().get_parent())
    response = client.get("/llms.txt")
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("# ")
    assert "- [わたしたち \\[社協\\]](http://localhost/ja/about/index.md): だれが" in text
    assert "下書き" not in text
    assert "/ja/organisations/" not in text
    assert "http://testserver/ja/feed/" in text
    for line in text.splitlines():
        if "index.md)" in line:
            address = line.partition("](http://localhost")[2].partition(")")[0]
            assert client.get(address).status_code == 200


def test_a_page_that_is_elsewhere_in_the_readers_language_has_it_there(story, client):
    translate(story, "en", slug="a-night-of-rain")
    story.slug = "night"
    story.save()
    response = client.get("/en/stories/night/index.md")
    assert response["Location"] == "/en/stories/a-night-of-rain/index.md"
