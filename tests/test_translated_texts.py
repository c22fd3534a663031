"""What a translated text may not be, whatever it says: empty, with tags of its own, or longer than its field."""

from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from tests.factories import HomePageFactory, StandardPageFactory, ThemeFactory, UserFactory, translate
from tests.factories_translations import complete, in_language, publish, role_group, send
from translators.gaps import PublishingWithGaps, gaps_of
from translators.memory.recall import recall
from translators.memory.unfilled import is_unfilled, segments_of
from translators.texts.check import fault_of

pytestmark = pytest.mark.django_db

BODY = '<p>だれでも<a href="https://example.jp/">来られる</a>。</p>'
IN_SOURCE = 'だれでも<a id="a1">来られる</a>。'
EVIL = [
    'Hi<!--><img src=x onerror=alert(1)>--> <a id="a1">x</a>',
    'Hi <![CDATA[><img src=x onerror=alert(1)>]]><a id="a1">x</a>',
    'Hi <?x ><img src=x onerror=alert(1)>?><a id="a1">x</a>',
    'Hi <!x ><img src=x onerror=alert(1)><a id="a1">x</a>',
    '<script>alert(1)</script> <a id="a1">x</a>',
]


@pytest.fixture
def front():
    call_command("setup_site", verbosity=0)
    front = HomePageFactory()
    translate(front, "en")
    return front


def make_page(front, slug="p", **fields):
    fields = {"title": "題", "summary": "まとめ", "body": [("paragraph", BODY)], **fields}
    page = StandardPageFactory(parent=front, slug=slug, live=True, **fields)
    page.save_revision().publish()
    return page


@pytest.fixture
def page(front):
    return make_page(front)


@pytest.fixture
def translation(page):
    return send(page, "en")["en"]


def row_at(translation, path):
    return StringTranslation.objects.get(
        context__object_id=translation.source.object_id, context__path__startswith=path, locale__language_code="en"
    )


@pytest.fixture
def put(client, front):
    """Saves a text as the translators' editor does; gives the answer's JSON."""
    user = UserFactory()
    user.groups.add(role_group("en", may_publish=False))
    client.force_login(user)

    def save(translation, path, value):
        part = StringSegment.objects.filter(source=translation.source, context__path__startswith=path).first()
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, part.pk])
        answer = client.put(address, urlencode({"value": value}), content_type="application/x-www-form-urlencoded")
        assert answer.status_code in {200, 201}, answer.content
        return answer.json()

    return save


# --- Empty --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["", "  ", "　\n", "&nbsp;", "<br>", "\u200b"])
def test_an_empty_text_is_a_gap_and_says_so(put, translation, value):
    complete(translation)
    assert put(translation, "summary", value)["error"]
    assert [gap.source for gap in gaps_of(translation)] == ["まとめ"]
    total, done = translation.get_progress()
    assert total - done == 1
    with pytest.raises(PublishingWithGaps):
        publish(translation)


def test_a_program_that_empties_one_field_alone_marks_it(translation):
    complete(translation)
    row = row_at(translation, "summary")
    row.data = " "
    row.save(update_fields=["data"])
    row.refresh_from_db()
    assert (row.has_error, bool(row.get_error())) == (True, True)


def test_a_text_that_is_mended_is_marked_no_more(put, translation):
    complete(translation)
    put(translation, "summary", "")
    assert not put(translation, "summary", "A summary")["error"]
    assert gaps_of(translation) == []


def unfilled(translation):
    return [segment.string.data for segment in segments_of(translation) if is_unfilled(segment)]


@pytest.mark.parametrize("marked", [True, False])
def test_the_memory_offers_again_where_a_text_was_emptied(front, put, translation, marked):
    complete(translation)
    known = send(make_page(front, "q", title="別"), "en")["en"]
    assert row_at(known, "summary").data == "Translated: まとめ"
    StringTranslation.objects.filter(pk=row_at(known, "summary").pk).update(data="　", has_error=marked)
    assert "まとめ" in unfilled(known)
    recall(known)
    row = row_at(known, "summary")
    assert (row.data, row.has_error) == ("Translated: まとめ", False)
    assert "まとめ" not in unfilled(known)


def test_an_emptied_text_that_the_memory_does_not_know_stays(put, translation):
    put(translation, "summary", "")
    assert recall(translation) == (0, 0)
    assert row_at(translation, "summary").data == ""


# --- Signs --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["\x08", "\x0b", "\x1b", "\uffff"])
def test_a_sign_that_no_feed_takes_is_marked_and_named(put, page, translation, sign):
    complete(translation)
    assert f"U+{ord(sign):04X}" in put(translation, "title", f"Title{sign}")["error"]
    assert in_language(page, "en").draft_title == "Translated: 題"
    assert [gap.source for gap in gaps_of(translation)] == ["題"]


@pytest.mark.parametrize(
    "text", ["One\ntwo", "One\r\ntwo", "One\ttwo", "One\u00a0two", "One\u200btwo", "\u202bone\u202c"]
)
def test_signs_that_lay_out_a_text_are_not_marked(text):
    assert fault_of("一", text) == ""


# --- Tags ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", EVIL)
def test_markup_of_its_own_is_marked_and_on_no_page(put, page, translation, client, evil):
    complete(translation)
    assert put(translation, "body", evil)["error"]
    assert [gap.source for gap in gaps_of(translation)] == [IN_SOURCE]
    translation.source.create_or_update_translation(translation.target_locale, publish=False, fallback=True)
    version = in_language(page, "en").get_latest_revision().as_object()
    assert "onerror" not in str(version.body.raw_data)
    client.force_login(UserFactory(is_superuser=True))
    preview = client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk])).content.decode()
    assert "alert(1)" not in preview


@pytest.mark.parametrize("evil", EVIL)
def test_the_memory_carries_no_markup_on(front, translation, evil):
    complete(translation)
    # As a row that was written before there was a check.
    StringTranslation.objects.filter(pk=row_at(translation, "body").pk).update(data=evil, has_error=False)
    body = [("paragraph", BODY), ("paragraph", BODY.replace("だれでも", "だれでもみんな"))]
    other = send(make_page(front, "q", title="別", body=body), "en")["en"]
    texts = StringTranslation.objects.filter(context__object_id=other.source.object_id).values_list("data", flat=True)
    assert not [text for text in texts if "alert(1)" in text]


def test_a_text_that_lost_its_link_is_marked(put, translation):
    assert '<a id="a1">' in put(translation, "body", "Everybody may come.")["error"]


@pytest.mark.parametrize(
    "said", ['Everybody <a id="a1">may come</a>.', 'R&amp;D & 3 < 4 <a id="a1">x</a>', 'A<br>b<br/><a id="a1">x</a>']
)
def test_what_fits_is_not_marked(said):
    assert fault_of(IN_SOURCE, said) == ""


# --- Length -------------------------------------------------------------------------------------------------------


def test_a_title_that_is_too_long_is_marked_and_names_no_page(put, page, translation):
    complete(translation)
    assert "255" in put(translation, "title", "x" * 256)["error"]
    assert [gap.source for gap in gaps_of(translation)] == ["題"]
    assert in_language(page, "en").draft_title == "Translated: 題"


def test_what_counts_is_the_text_and_not_how_it_is_written(put, page, translation):
    assert not put(translation, "title", "&amp;" * 255)["error"]
    assert in_language(page, "en").draft_title == "&" * 255


def test_a_title_that_is_too_long_and_only_proposed_names_no_page(page, translation):
    complete(translation)
    row = row_at(translation, "title")
    row.data, row.has_error = "x" * 400, True
    row.save()
    assert in_language(page, "en").draft_title == "Translated: 題"


def test_the_memory_marks_what_is_too_long_for_another_field(front, page, translation):
    row = StringTranslation.objects.create(
        translation_of=StringSegment.objects.get(source=translation.source, context__path="summary").string,
        context=StringSegment.objects.get(source=translation.source, context__path="summary").context,
        locale=translation.target_locale,
        translation_type="manual",
        data="x" * 270,
    )
    assert not row.has_error
    other = make_page(front, "q", title="まとめ", summary="別")
    title = row_at(send(other, "en")["en"], "title")
    assert title.has_error
    assert "255" in title.get_error()
    assert in_language(other, "en").draft_title == "まとめ"


def test_a_snippets_field_has_its_own_length(translation):
    theme = ThemeFactory(name="主題", slug="t")
    theme.save_revision()
    other = send(theme, "en")["en"]
    longest = type(theme)._meta.get_field("name").max_length
    segment = StringSegment.objects.get(source=other.source, context__path="name")
    for length, wrong in ((longest, False), (longest + 1, True)):
        row, _made = StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=other.target_locale,
            defaults={"data": "x" * length, "has_error": False, "translation_type": "manual"},
        )
        assert row.has_error is wrong
