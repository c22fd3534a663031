"""The rendition with furigana: its addresses, what it leaves alone, whose readings hold, and that nothing is stored."""

import datetime
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from modelsearch.conf import get_app_config

from council.furigana import kept
from council.furigana import render as rendering
from council.furigana.address import rendition_of
from council.furigana.dictionary import dictionary
from council.furigana.kept import KeptReadings, fingerprint, readings_of
from council.furigana.markup import ruby_html, with_furigana
from council.furigana.page_readings import PageReading
from council.furigana.render import render
from council.furigana.texts import texts_of
from search.entries import PageEntry
from tests.factories import (
    GlossaryPageFactory,
    GoalPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PlacePageFactory,
    PlanPageFactory,
    ReadingFactory,
    StandardPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
)
from tests.factories_translations import translate

pytestmark = pytest.mark.django_db

ON = "furigana=1"
_SWITCH = re.compile(r'<a class="tool furigana-switch" href="([^"]*)"([^>]*)>')
_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def heard(html):
    """All that is said above a page."""
    return "".join(re.findall("<rt>(.*?)</rt>", html))


def without_ruby(html):
    html = re.sub(r"<rp>.*?</rp>|<rt>.*?</rt>|</?ruby>", "", html)
    return re.sub('<span class="furigana">(.*?)</span>', r"\1", html)


def plain_text(html):
    """The page without what the rendition adds to it."""
    html = without_ruby(html).replace('<meta name="robots" content="noindex"></head>', "</head>")
    html = re.sub(r'<input type="hidden" name="furigana" value="[01]">', "", html)
    html = re.sub(r"(\?|&amp;|&)furigana=[01]", "", html)
    return re.sub(r'<a class="tool furigana-switch".*?</a>', "", html, flags=re.DOTALL)


@pytest.fixture
def pages(db):
    theme = ThemeFactory(name="居場所")
    TermFactory(word="社協", reading="しゃきょう")
    story = StoryPageFactory(title="物語の題", summary="今日の話", themes=[theme])
    return [
        story.get_parent().get_parent().specific,
        story,
        story.get_parent().specific,
        GoalPageFactory(title="目標の題"),
        PlanPageFactory(title="計画の題"),
        OrganisationPageFactory(title="団体の名", reading="だんたいのな"),
        OrganisationIndexPageFactory._meta.model.objects.first(),
        GlossaryPageFactory(title="用語"),
        ThemeIndexPageFactory(title="主題"),
        StandardPageFactory(title="案内"),
    ]


def addresses(pages):
    return [
        *(page.url for page in pages),
        f"{pages[8].url}{ThemeFactory._meta.model.objects.first().slug}/",
        "/ja/search/",
        "/ja/search/?q=%E8%A9%B1",
    ]


def test_every_template_has_both_renditions(pages, client):
    for address in addresses(pages):
        sign = "&" if "?" in address else "?"
        plain, shown = html_of(client, address), html_of(client, f"{address}{sign}{ON}")
        assert "<ruby>" not in plain, address
        assert "<rt>" in shown, address
        assert plain_text(shown) == plain_text(plain), address


def test_the_switch_leads_to_the_other_rendition_and_says_which_one_this_is(pages, client):
    for address in addresses(pages):
        sign = "&" if "?" in address else "?"
        href, attributes = _SWITCH.search(html_of(client, address)).groups()
        assert href.replace("&amp;", "&") == f"{address}{sign}{ON}"
        assert "aria-current" not in attributes
        href, attributes = _SWITCH.search(html_of(client, f"{address}{sign}{ON}")).groups()
        assert href.replace("&amp;", "&") == address
        assert 'aria-current="true"' in attributes


def test_links_and_forms_keep_it(pages, client):
    for address in addresses(pages):
        sign = "&" if "?" in address else "?"
        html = html_of(client, f"{address}{sign}{ON}")
        html = _SWITCH.sub("", html)
        inside = [href for href in _HREF.findall(html) if href.startswith(("/ja/", "?")) and "/feed/" not in href]
        assert inside, address
        assert [href for href in inside if ON not in href] == []
        others = [href for href in _HREF.findall(html) if not href.startswith(("/ja/", "?"))]
        assert [href for href in others if ON in href] == []
        for form in re.findall(r"<form\b.*?</form>", html, flags=re.DOTALL):
            assert 'name="furigana" value="1"' in form or re.search(f'method="post" action="[^"]*[?]{ON}"', form)


def test_the_rendition_is_not_for_search_engines_and_names_the_plain_page(pages, client):
    page = pages[1]
    shown = html_of(client, f"{page.url}?{ON}")
    assert '<meta name="robots" content="noindex">' in shown
    assert f'<link rel="canonical" href="{page.full_url}">' in shown
    assert "noindex" not in html_of(client, page.url)
    response = client.get(f"{page.url}?{ON}")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_redirect_keeps_it(pages, client):
    response = client.get(f"{pages[1].url.rstrip('/')}?{ON}")
    assert response["Location"] == f"{pages[1].url}?{ON}"


def test_plain_japanese_has_it_from_the_start(pages, client, locales):
    story = translate(pages[1], "ja-simple")
    address = story.url
    usual, other = html_of(client, address), html_of(client, f"{address}?furigana=0")
    assert "<rt>" in usual
    assert "noindex" not in usual
    assert _SWITCH.search(usual)[1] == f"{address}?furigana=0"
    assert "furigana=" not in _SWITCH.sub("", usual)
    assert "<rt>" not in other
    assert '<meta name="robots" content="noindex">' in other
    assert _SWITCH.search(other)[1] == address
    inside = [href for href in _HREF.findall(_SWITCH.sub("", other)) if href.startswith("/ja-simple/")]
    assert inside
    assert [href for href in inside if "furigana=0" not in href and "/feed/" not in href] == []


@pytest.mark.parametrize("language", ["en", "ko", "zh-hans"])
def test_other_languages_have_no_furigana(pages, client, locales, language):
    """Nor for the Japanese they show where nothing is translated."""
    address = pages[1].url.replace("/ja/", f"/{language}/")
    for each in (address, f"{address}?{ON}"):
        html = html_of(client, each)
        assert "<ruby>" not in html
        assert "furigana-switch" not in html


def test_nothing_of_it_in_titles_feeds_and_json(pages, client):
    html = html_of(client, f"{pages[1].url}?{ON}")
    head = html[: html.index("</head>")]
    assert "<rt>" not in head
    assert "<title>物語の題" in head
    for tag in re.findall(r"<[^>]*>", html):
        assert "<rt" not in tag[1:]
    for address in (
        reverse("stories_feed"),
        f"{reverse('search_feed')}?q=%E8%A9%B1",
        f"{reverse('search_suggestions')}?q=%E8%A9%B1",
    ):
        sign = "&" if "?" in address else "?"
        address = re.sub("^/[a-z-]+/", "/ja/", address)
        assert b"<rt" not in client.get(f"{address}{sign}{ON}").content


def test_nothing_of_it_is_stored_in_texts_or_in_the_index(pages, client):
    page = pages[1]
    PageReading.objects.create(page_id=page.pk, word="物語", reading="モノガタ")
    before = {each.pk: each.title for each in pages}
    for address in addresses(pages):
        client.get(address + ("&" if "?" in address else "?") + ON)
    assert {type(each).objects.get(pk=each.pk).pk: type(each).objects.get(pk=each.pk).title for each in pages} == before
    kept = json.dumps(list(KeptReadings.objects.values_list("readings", flat=True)), ensure_ascii=False)
    assert "かく" in kept
    assert "計画" not in kept
    for model in (get_app_config().get_model("IndexEntry"), PageEntry):
        for row in model.objects.values():
            assert "モノガタ" not in str(row)
            assert "<rt" not in str(row)


# --- Whose reading holds ------------------------------------------------------------------------------------------------


def test_the_reading_dictionary_and_the_page_correct_what_is_computed(client):
    story = StoryPageFactory(title="向田町の春", lead="<p>向田町で会う。</p>")
    other = StoryPageFactory(title="向田町の秋")
    assert "むかえだ" not in heard(html_of(client, f"{other.url}?{ON}"))
    ReadingFactory(word="向田町", reading="むかえだちょう")
    assert "むかえだちょう" in heard(html_of(client, f"{other.url}?{ON}"))
    PageReading.objects.create(page_id=story.pk, word="向田町", reading="こうだまち")
    assert "こうだまち" in heard(html_of(client, f"{story.url}?{ON}"))
    assert "むかえだちょう" in heard(html_of(client, f"{other.url}?{ON}"))


def test_people_are_read_as_they_say_themselves(db):
    """Two who are written alike are each read as their own."""
    html = '<html lang="ja"><body><b data-reading="{}">東海林さん</b><p>東海林さんが来た。</p></body></html>'
    first, _rest = rendition_of("ja", "/ja/", ON)
    assert heard(render(html.format("とうかいりんさん"), first)).count("とうかいりん") == 2
    shown = render(html.format("しょうじさん"), first)
    assert heard(shown).count("しょうじ") == 2
    assert "data-reading" not in shown


def test_another_name_of_the_same_place_is_not_read_as_the_first(locales):
    """Plain Japanese may call it otherwise, while the reading is taken over from the original."""
    place = PlacePageFactory(title="放課後の学び舎", reading="ほうかごのまなびや")
    translate(place, "ja-simple", title="学校の あとの 部屋")
    shelf = OrganisationPageFactory(title="布団屋 二階", reading="ふとんやにかい")
    translate(shelf, "ja-simple", title="布団屋二階")
    own = PlacePageFactory(title="縁側", reading="えんがわ")
    translate(own, "ja-simple", title="日向", reading="ひなた")
    readings = dictionary().readings
    assert readings["放課後の学び舎"] == "ほうかごのまなびや"
    assert "学校の あとの 部屋" not in readings
    assert readings["布団屋二階"] == readings["布団屋 二階"] == "ふとんやにかい"
    assert readings["日向"] == "ひなた"


def test_nothing_of_the_name_of_somebody_who_may_not_be_named(db):
    person = PersonFactory(name="東海林さん", reading="とうかいりんさん")
    assert dictionary().readings["東海林さん"] == "とうかいりんさん"
    person.consent_withdrawn_on = datetime.date(2020, 1, 1)
    person.save()
    assert "東海林さん" not in dictionary().readings


# --- Computed when it is published --------------------------------------------------------------------------------------


def test_readings_are_computed_when_a_page_is_published(django_capture_on_commit_callbacks):
    story = StoryPageFactory(title="題", summary="居場所の話")
    KeptReadings.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    for text in texts_of(story):
        assert KeptReadings.objects.filter(pk=fingerprint(text, dictionary())).exists(), text


def test_a_page_that_is_shown_again_computes_nothing(client, monkeypatch):
    story = StoryPageFactory(title="居場所の話")
    rendering._remembered.clear()
    first = html_of(client, f"{story.url}?{ON}")
    rendering._remembered.clear()
    monkeypatch.setattr(kept, "readings_in", lambda *args: pytest.fail("computed again"))
    assert html_of(client, f"{story.url}?{ON}") == first


def test_what_anybody_types_is_not_kept(client, pages):
    client.get(f"/ja/search/?q=%E8%AC%8E&{ON}")
    count = KeptReadings.objects.count()
    client.get(f"/ja/search/?q=%E6%9A%97%E5%8F%B7%E3%81%AE%E6%96%87&{ON}")
    assert KeptReadings.objects.count() == count


def test_it_takes_one_query_more_at_most(client, pages):
    page = pages[1]
    for address in (page.url, f"{page.url}?{ON}"):
        client.get(address)
    counts = []
    for address in (page.url, f"{page.url}?{ON}"):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[1] <= counts[0]


# --- The markup -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        "<textarea>漢字</textarea>",
        '<select><option value="漢字">漢字</option></select>',
        "<button>漢字</button>",
        "<script>'漢字'</script>",
        "<code>漢字</code>",
        "<ruby>漢字<rt>かんじ</rt></ruby>",
        '<p lang="zh-hans">漢字</p>',
        '<img alt="漢字">',
        "<!-- 漢字 -->",
    ],
)
def test_what_takes_no_ruby(inside):
    rendition, _rest = rendition_of("ja", "/ja/", ON)
    html = f'<html lang="ja"><head><title>漢字</title></head><body>{inside}</body></html>'
    shown = with_furigana(html, lambda text: pytest.fail(text), rendition)
    assert inside in shown


def test_ruby_has_brackets_for_browsers_without_it_and_is_escaped():
    assert ruby_html("a<漢字b", [[2, 3, "かん"], [3, 4, "じ"]]) == (
        '<span class="furigana">a&lt;<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>b</span>'
    )


@pytest.mark.parametrize(
    ("query", "shown", "rest"),
    [
        ("", False, ""),
        (ON, True, ""),
        ("furigana=0", False, ""),
        ("furigana=7", False, ""),
        (f"a=1&{ON}&b=", True, "a=1&b="),
    ],
)
def test_the_address(query, shown, rest):
    rendition, left = rendition_of("ja", "/ja/", query)
    assert (rendition.shown, left) == (shown, rest)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("/ja/plan/", "/ja/plan/?furigana=1"),
        ("/ja/plan/?page=2#a", "/ja/plan/?page=2&furigana=1#a"),
        ("?page=2", "?page=2&furigana=1"),
        ("#main", "#main"),
        ("/en/plan/", "/en/plan/"),
        ("/ja/feed/", "/ja/feed/"),
        ("https://example.org/ja/", "https://example.org/ja/"),
    ],
)
def test_which_links_keep_it(href, kept):
    assert rendition_of("ja", "/ja/", ON)[0].keep(href) == kept


# --- The editors' side ------------------------------------------------------------------------------------------------------


def test_staff_correct_a_word_on_the_page(admin_client, client):
    story = StoryPageFactory(title="向田町の春")
    address = reverse("council_page_readings", args=[story.pk])
    assert "<rt>" in admin_client.get(address).content.decode()
    row = {"readings-TOTAL_FORMS": "1", "readings-INITIAL_FORMS": "0", "readings-0-word": "向田町"}
    for wrong in ({"readings-0-reading": "漢字"}, {"readings-0-reading": "かな", "readings-0-word": "別の語"}):
        assert admin_client.post(address, {**row, **wrong}).status_code == 200
        assert not PageReading.objects.exists()
    assert admin_client.post(address, {**row, "readings-0-reading": "こうだまち"}).status_code == 302
    assert "こうだまち" in heard(html_of(client, f"{story.url}?{ON}"))
    assert address in admin_client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()


def test_only_who_may_edit_the_page_corrects_it(client, django_user_model):
    story = StoryPageFactory()
    client.force_login(django_user_model.objects.create_user("nobody", password="x"))
    assert client.get(reverse("council_page_readings", args=[story.pk])).status_code in (302, 403)
    assert not PageReading.objects.exists()


def rendered(html, path="/ja/"):
    return render(f'<html lang="ja"><head></head><body>{html}</body></html>', rendition_of("ja", path, ON)[0])


def test_a_rule_that_fails_takes_no_page_down(monkeypatch, caplog):
    monkeypatch.setattr(kept, "readings_in", lambda text, words: 1 / 0)
    assert "<p>雨後</p>" in without_ruby(rendered("<p>雨後</p>"))
    assert not KeptReadings.objects.exists()
    assert "could not be read" in caplog.text


def test_spaces_that_readers_see_stay():
    assert "<p>氏\u3000名 市民\xa0東京</p>" in without_ruby(rendered("<p>氏\u3000名 市民&nbsp;東京</p>"))


@pytest.mark.parametrize(
    "odd",
    ["</p>", "<script>if (a<b) {}</script>", '<a title="x>漢字&quot;">', "<!-- > 漢字 -->", "<style>a>b{}</style>"],
)
def test_odd_markup_stays_as_it_is_and_ends_no_furigana(odd):
    html = rendered(f"<div>{odd}<p>雨</p></div>")
    assert odd in html
    assert heard(html) == "あめ"


def test_a_form_that_is_sent_keeps_the_rendition(pages, client):
    html = html_of(client, f"{pages[1].url}?{ON}")
    (action,) = re.findall('<form method="post" action="([^"]*)">', html)
    response = client.post(action, {"answer": "no"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert "<rt>" in response.content.decode()


def test_what_only_is_heard_has_no_ruby(db):
    html = rendered('<p>見る<span class="go visually-hidden">山を<b>聞く</b></span>山</p>')
    assert html.count("<rt>") == 2
    assert '<span class="go visually-hidden">山を<b>聞く</b></span>' in html


def test_suggestions_stay_in_the_rendition(pages, client):
    assert 'data-suggestions="/ja/search/suggest/?furigana=1"' in html_of(client, "/ja/search/?furigana=1")
    assert 'data-suggestions="/ja/search/suggest/"' in html_of(client, "/ja/search/")
    for parameter, end in (("?furigana=1&q=", "?furigana=1"), ("?q=", "")):
        found = client.get(f"/ja/search/suggest/{parameter}%E7%89%A9%E8%AA%9E").json()["suggestions"]
        assert [each["url"] for each in found] == [pages[1].url + end]


@pytest.mark.parametrize("end", ["withdrawn", "deleted"])
def test_of_whom_nothing_may_be_shown_not_even_a_reading_is_kept(pages, client, end):
    person = PersonFactory(name="山野さん", reading="やまのさん")
    readings_of(["山野さんの話"], dictionary(), keep=True)
    assert KeptReadings.objects.exists()
    if end == "deleted":
        person.delete()
    else:
        person.consent_withdrawn_on = timezone.localdate()
        person.save()
    assert not KeptReadings.objects.exists()


def test_a_person_with_consent_takes_nothing_away(db):
    person = PersonFactory(name="山野さん", reading="やまのさん")
    readings_of(["山野さんの話"], dictionary(), keep=True)
    person.save()
    assert KeptReadings.objects.exists()
