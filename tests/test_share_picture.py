"""The picture beside a shared link: with the title in its language, well broken, and of nothing that is not public."""

import io
import re
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from council.language.phrases import NOT_FIRST, NOT_LAST, phrases_of, signs_of
from council.share_picture import fonts, views
from council.share_picture.draw import draw
from council.share_picture.lines import set_lines
from tests.factories import PictureFactory, StoryPageFactory, ThemeFactory, ThemeIndexPageFactory, translate
from tests.factories_links import make_private

_IMAGE = re.compile(r'<meta property="og:image" content="http://localhost([^"]+)">')
TITLES = [
    ("ja", "雨の夜に、わたしたちが「ここにいていい」と思えた、ちょっとした（でも大切な）きっかけ。"),
    ("ja", "ーーっっ、。「」（）々々ゃゅょ"),
    ("ja-simple", "みんなで ごはんを たべる「こども食堂」の ひ"),
    ("zh-hans", "大雨那一夜，我们（和邻居们）一起走过的路。“慢慢来！”"),
    ("ko", "폭우가 내리던 밤, 우리가 함께 걸은 길"),
    ("en", "A night of rain: “we walked together”, and then (slowly) came home"),
]


class EveryFont:
    """As wide as the text is long: 10 pixels a sign."""

    def getlength(self, text):
        return 10 * len(text)


@pytest.fixture
def story(locales):
    return StoryPageFactory(title="雨の夜", slug="rain", picture=PictureFactory(), picture_alt="絵")


@pytest.fixture
def no_font(settings):
    settings.OG_FONT = "/nowhere/font.ttc"
    fonts.font_path.cache_clear()
    yield
    fonts.font_path.cache_clear()


def address(client, page):
    return _IMAGE.search(client.get(page).content.decode())[1]


def lines(text, language, width, most=99):
    return set_lines(text, language, [10], width, {10: most}, lambda size: EveryFont()).lines


@pytest.mark.parametrize(("language", "title"), TITLES)
def test_the_pieces_are_the_title(language, title):
    assert "".join(phrases_of(title, language)) == title
    assert "".join(signs_of(title)) == title


@pytest.mark.parametrize("width", range(60, 400, 20))
@pytest.mark.parametrize(("language", "title"), TITLES)
def test_no_line_begins_or_ends_with_a_sign_that_must_not(language, title, width):
    found = lines(title, language, width)
    if any(len(piece.rstrip()) * 10 > width for piece in signs_of(title)):
        return
    assert "".join("".join(found).split()) == "".join(title.split())
    assert max(map(len, found)) * 10 <= width
    assert [line for line in found[1:] if line[0] in NOT_FIRST] == []
    assert [line for line in found[:-1] if line[-1] in NOT_LAST] == []


def test_japanese_is_broken_between_phrases():
    assert phrases_of("雨の夜に、お店で食べている人", "ja") == ["雨の", "夜に、", "お店で", "食べている", "人"]
    assert lines("雨の夜に、お店で食べている人", "ja", 70) == ["雨の夜に、", "お店で", "食べている人"]


def test_what_does_not_fit_ends_with_an_ellipsis():
    found = lines("とても長い題がここにあって、どうしても入らない", "ja", 80, most=2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert len(found[-1]) <= 8


def test_it_is_a_png_of_the_size_that_is_said(story, client):
    html = client.get(story.url).content.decode()
    response = client.get(address(client, story.url))
    picture = Image.open(io.BytesIO(response.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert 'og:image:alt" content="雨の夜 | ' in html
    assert '<meta property="og:type" content="article">' in html
    assert response["Cache-Control"] == "public, max-age=86400"


@pytest.mark.skipif(not fonts.font_path(), reason="no font with Japanese is installed")
def test_the_title_is_in_it_in_its_own_language(story, client):
    translate(story, "en", title="A night of rain")
    japanese, english = (client.get(address(client, f"/{code}/stories/rain/")).content for code in ("ja", "en"))
    assert japanese != english
    assert draw("雨の夜", "社協", "ja", "ja") != draw("", "社協", "ja", "ja")


def test_without_a_font_it_has_no_words(story, client, no_font):
    assert draw("雨の夜", "社協", "ja", "ja") == draw("", "", "ja", "ja")
    assert client.get(address(client, story.url)).status_code == 200


@pytest.mark.skipif(not fonts.font_path(), reason="no font with Japanese is installed")
def test_a_title_with_signs_that_the_font_lacks_is_left_out():
    assert fonts.font_for("ja", 40, "雨") is not None
    assert fonts.font_for("ja", 40, "雨\U0001f9f6") is None


@pytest.mark.parametrize("title", ["🌸雨の夜🌸", "雨の夜👨‍👩‍👧‍👦", "雨の夜 ☔️", "🇯🇵 雨の夜 👋🏽"])
def test_emoji_cost_a_title_none_of_its_words(title):
    if fonts.font_path() is None:
        pytest.skip("no font for Japanese")
    bare = title.replace("☔️", "☔")
    assert fonts.without_pictograms(bare).replace(" ☔", "") == "雨の夜"
    assert draw(title, "社協", "ja", "ja") != draw("", "社協", "ja", "ja")


def test_a_title_of_emoji_alone_is_no_error():
    assert draw("🌸🌸", "🌸", "ja", "ja") == draw("", "", "ja", "ja")


def test_it_is_drawn_once(story, client, monkeypatch):
    first = client.get(address(client, story.url)).content
    monkeypatch.setattr(views, "draw", None)
    assert client.get(address(client, story.url)).content == first


def test_a_new_title_has_a_new_address_and_the_old_one_leads_there(story, client):
    old = address(client, story.url)
    client.get(old)
    story.title = "雨のあと"
    story.save()
    new = address(client, story.url)
    assert new != old
    assert client.get(old)["Location"] == new
    client.get(new)
    _folders, files = default_storage.listdir(f"share_pictures/ja/page-{story.pk}")
    assert len(files) == 1


@pytest.mark.parametrize("hide", ["draft", "private"])
def test_of_what_nobody_may_read_there_is_none(story, client, hide):
    known = address(client, story.url)
    client.get(known)
    if hide == "draft":
        story.unpublish()
    else:
        make_private(story)
    assert client.get(known).status_code == 404
    assert client.get(f"/ja/share-picture/page/{story.pk}/0.png").status_code == 404


def test_an_address_that_means_nothing_is_not_found(story, client):
    assert client.get(f"/ja/share-picture/person/{story.pk}/0.png").status_code == 404
    assert client.get("/ja/share-picture/page/99999/0.png").status_code == 404


def test_a_picture_whose_file_is_gone_is_left_out(story, client):
    known = address(client, story.url)
    story.picture.file.storage.delete(story.picture.file.name)
    assert client.get(known).status_code == 200


def test_a_theme_has_its_own(story, client):
    ThemeIndexPageFactory(slug="themes")
    theme = ThemeFactory(name="居場所", slug="ibasho")
    html = client.get("/ja/themes/ibasho/").content.decode()
    assert '<meta property="og:title" content="居場所">' in html
    assert f"/theme/{theme.pk}/" in address(client, "/ja/themes/ibasho/")
    assert client.get(address(client, "/ja/themes/ibasho/")).status_code == 200


def test_an_untranslated_page_is_drawn_in_its_own_language(story, client):
    html = client.get("/en/stories/rain/").content.decode()
    assert '<meta property="og:locale" content="ja_JP">' in html
    assert client.get(address(client, "/en/stories/rain/")).status_code == 200


def drawn(*pages):
    """The files of these pages, as ``page-<id>/<name>``."""
    folder = Path(default_storage.path("share_pictures/ja"))
    return [str(path.relative_to(folder)) for page in pages for path in sorted(folder.glob(f"page-{page.pk}/*.png"))]


@pytest.mark.parametrize("end", ["deleted", "unpublished", "made private", "without its photograph"])
def test_what_was_drawn_goes_with_what_it_shows(story, client, end):
    other = StoryPageFactory(title="晴れの日", slug="sun")
    for each in (story, other):
        client.get(address(client, each.url))
    pages = [SimpleNamespace(pk=each.pk) for each in (story, other)]
    before = drawn(*pages)
    if end == "deleted":
        story.delete()
    elif end == "unpublished":
        story.unpublish()
    elif end == "made private":
        make_private(story)
    else:
        story.picture.delete()
    assert len(before) == 2
    assert drawn(*pages) == [name for name in before if name.startswith(f"page-{other.pk}/")]


def test_a_file_that_is_not_whole_is_drawn_again(story, client):
    first = client.get(address(client, story.url)).content
    (name,) = drawn(story)
    path = Path(default_storage.path(f"share_pictures/ja/{name}"))
    path.write_bytes(first[:1000])
    assert client.get(address(client, story.url)).content == first
    assert path.read_bytes() == first


def test_a_photograph_stands_as_it_was_taken_and_on_paper():
    sideways = Image.new("RGB", (400, 200), "red")
    exif = sideways.getexif()
    exif[0x0112] = 6
    out = io.BytesIO()
    sideways.save(out, "JPEG", exif=exif)
    out.seek(0)
    picture = SimpleNamespace(open_file=lambda: nullcontext(out))
    assert views._opened(picture).size == (200, 400)
    clear = Image.new("RGBA", (440, 630), (0, 0, 0, 0))
    assert Image.open(io.BytesIO(draw("", "", "ja", "ja", clear))).getpixel((1000, 300)) == (251, 248, 242)
