"""The translator's desk: what stands beside the editor, for whom, and the source as it was sent."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.factories import PictureFactory, StoryPageFactory, TermFactory, ThemeFactory, UserFactory, translate
from translators.models import LocaleRole, Suggestion

pytestmark = pytest.mark.django_db


def member(code, may_publish=False, **fields):
    role = LocaleRole.objects.get(locale__language_code=code, may_publish=may_publish)
    user = UserFactory(**fields)
    user.groups.add(role.group)
    return user


def send(instance, code="en"):
    locale = LocaleRole.objects.filter(locale__language_code=code).first().locale
    translate_object(instance, [locale])
    return Translation.objects.get(source__object_id=instance.translation_key, target_locale=locale)


def segment(translation, text):
    return translation.source.stringsegment_set.get(string__data=text)


def save(translation, text, words, **fields):
    place = segment(translation, text)
    return StringTranslation.objects.create(
        translation_of_id=place.string_id,
        context_id=place.context_id,
        locale=translation.target_locale,
        data=words,
        translation_type="manual",
        **fields,
    )


def suggest(translation, text, words, **fields):
    return Suggestion.objects.create(
        string_translation=save(translation, text, words, has_error=True, field_error="a remark"), **fields
    )


@pytest.fixture
def story(locales):
    page = StoryPageFactory(title="社協の一日", summary="朝から夜まで。", slug="ichinichi")
    page.save_revision().publish()
    return page


@pytest.fixture
def desk(client):
    """Opens a translation's desk as somebody: its parts by name."""

    def open_as(user, translation):
        client.force_login(user)
        response = client.get(reverse("translators_desk", args=[translation.pk]))
        assert response.status_code == 200
        parts = BeautifulSoup(response.content.decode(), "html.parser").select("[data-part]")
        return {part["data-part"]: part for part in parts}

    return open_as


def edit_page(client, translation):
    instance = translation.get_target_instance()
    return client.get(reverse("wagtailadmin_pages:edit", args=[instance.pk])).content.decode()


# --- Beside the editor --------------------------------------------------------------------------------------------


def test_the_desk_stands_beside_the_editor_of_a_page(story, client):
    translation = send(story)
    client.force_login(member("en"))
    page = BeautifulSoup(edit_page(client, translation), "html.parser")
    assert page.select_one(".js-translation-editor[data-props]")
    desk = page.select_one("#translators-desk")
    assert desk["data-url"] == reverse("translators_desk", args=[translation.pk])
    frames = {frame["data-src"] for frame in desk.select("iframe")}
    assert frames == {
        reverse("translators_source_preview", args=[translation.pk]),
        reverse("wagtail_localize:preview_translation", args=[translation.pk]),
    }
    assert all(frame["title"] for frame in desk.select("iframe"))


def test_a_snippet_has_no_frames(locales, client):
    translation = send(ThemeFactory(name="居場所"))
    client.force_login(member("en"))
    address = reverse("wagtailsnippets_council_theme:edit", args=[translation.get_target_instance().pk])
    desk = BeautifulSoup(client.get(address).content.decode(), "html.parser").select_one("#translators-desk")
    assert desk.select("iframe") == []
    assert desk.select_one("#desk-source [data-part=source]")
    assert not desk.select_one("#desk-preview")


def test_nothing_of_it_is_inline(story, client):
    """A strict Content-Security-Policy lets only files act."""
    translation = send(story)
    client.force_login(member("en"))
    page = BeautifulSoup(edit_page(client, translation), "html.parser")
    desk = page.select_one("#translators-desk")
    parts = client.get(reverse("translators_desk", args=[translation.pk])).content.decode()
    for piece in (desk, BeautifulSoup(parts, "html.parser")):
        assert piece.select("script, style, [style]") == []
        assert not re.search(r"\son[a-z]+=", str(piece))


# --- Who sees it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "make"),
    [
        ("translators_desk", lambda: StoryPageFactory(title="話", slug="hanashi")),
        ("translators_desk", lambda: TermFactory(word="社協")),
        ("translators_source_preview", lambda: StoryPageFactory(title="話", slug="hanashi")),
    ],
)
def test_only_who_works_on_the_translation_sees_it(locales, client, address, make):
    translation = send(make())
    # Wagtail sends who is not allowed back to its front page.
    for user, status in ((member("en"), 200), (member("ko"), 302), (UserFactory(), 302)):
        client.force_login(user)
        assert client.get(reverse(address, args=[translation.pk])).status_code == status


@pytest.mark.parametrize("address", ["translators_desk", "translators_source_preview"])
def test_a_stopped_translation_has_no_desk(story, client, address):
    translation = send(story)
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    client.force_login(UserFactory(is_superuser=True))
    # Followed: the site looks for what is not found under the language's prefix too.
    assert client.get(reverse(address, args=[translation.pk]), follow=True).status_code == 404


def test_a_snippet_has_no_source_preview(locales, client):
    translation = send(TermFactory(word="社協"))
    client.force_login(member("en"))
    response = client.get(reverse("translators_source_preview", args=[translation.pk]), follow=True)
    assert response.status_code == 404


# --- Source -------------------------------------------------------------------------------------------------------


def test_the_source_is_shown_as_it_was_sent(story, client):
    translation = send(story)
    story.refresh_from_db()
    story.title = "社協の二日"
    story.save_revision().publish()
    client.force_login(member("en"))
    response = client.get(reverse("translators_source_preview", args=[translation.pk]))
    html = response.content.decode()
    assert "社協の一日" in html
    assert "社協の二日" not in html
    assert BeautifulSoup(html, "html.parser").html["lang"] == "ja"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response["Cache-Control"]
    # Nothing of it is saved.
    story.refresh_from_db()
    assert story.title == "社協の二日"


def test_the_source_is_shown_though_its_picture_is_gone(locales, client):
    picture = PictureFactory()
    page = StoryPageFactory(title="絵の話", slug="e", picture=picture, picture_alt="絵")
    translation = send(page)
    for version in (page, translation.get_target_instance()):
        type(page).objects.filter(pk=version.pk).update(picture=None)
    picture.delete()
    client.force_login(member("en"))
    assert client.get(reverse("translators_source_preview", args=[translation.pk])).status_code == 200


def test_a_snippets_texts_are_a_list(locales, desk):
    translation = send(TermFactory(word="社協", explanation="民間の団体。"))
    parts = desk(member("en"), translation)
    assert [text.get_text() for text in parts["source"].select("dd[lang=ja]")] == ["社協", "民間の団体。"]


def test_a_page_has_no_list_of_texts(story, desk):
    assert "source" not in desk(member("en"), send(story))


def test_a_newer_source_can_be_taken_in_from_here(story, desk):
    translation = send(story)
    user = member("en")
    assert not desk(user, translation)["notice"].select("form")
    story.refresh_from_db()
    story.summary = "朝から。"
    story.save_revision().publish()
    [form] = desk(user, translation)["notice"].select("form[method=post]")
    assert form["action"] == reverse("translators_take_in", args=[translation.pk])
    assert form.select_one("[name=csrfmiddlewaretoken]")


# --- Terms --------------------------------------------------------------------------------------------------------


def test_the_terms_of_the_page_are_listed(story, desk):
    term = TermFactory(word="社協", explanation="民間の団体。", enforced=True)
    translate(term, "en", word="Council of Social Welfare", avoid="welfare office")
    TermFactory(word="民生委員")
    part = desk(member("en"), send(story))["terms"]
    assert part["data-number"] == "1"
    assert part.select_one("strong[lang=en]").get_text() == "Council of Social Welfare"
    assert part.select_one("s[lang=en]").get_text() == "welfare office"
    assert "民間の団体。" in part.get_text()
    assert "民生委員" not in part.get_text()


# --- Changes ------------------------------------------------------------------------------------------------------


def test_suggestions_show_what_changed_and_can_be_accepted(story, desk):
    translation = send(story)
    suggest(
        translation,
        "朝から夜まで。",
        "Morning to noon.",
        kind="changed",
        previous_source="朝から昼まで。",
        similarity=86,
    )
    part = desk(member("en"), translation)["changes"]
    assert part["data-number"] == "1"
    assert part.select_one("del").get_text() == "昼"
    assert part.select_one("ins").get_text() == "夜"
    assert "86" in part.get_text()
    button = part.select_one("button[data-accept]")
    place = segment(translation, "朝から夜まで。")
    assert button["data-text"] == "Morning to noon."
    assert button["data-save-url"] == reverse(
        "wagtail_localize:edit_string_translation", args=[translation.pk, place.pk]
    )
    assert part.select_one("li")["data-segment"] == str(place.pk)


def test_suggestions_of_other_languages_are_not_shown(story, desk):
    korean = send(story, "ko")
    suggest(korean, "朝から夜まで。", "아침", kind="similar")
    assert desk(member("en"), send(story))["changes"]["data-number"] == "0"


def test_an_accepted_suggestion_goes(story, desk, client):
    translation = send(story)
    suggest(translation, "朝から夜まで。", "All day.", kind="similar", similarity=80)
    user = member("en")
    button = desk(user, translation)["changes"].select_one("button[data-accept]")
    body = b'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\nAll day.\r\n--x--\r\n'
    response = client.put(button["data-save-url"], body, content_type="multipart/form-data; boundary=x")
    assert response.status_code == 200
    assert desk(user, translation)["changes"]["data-number"] == "0"


@pytest.mark.parametrize(("similarity", "can_be_accepted"), [(60, False), (100, True)])
def test_what_lacks_sentences_cannot_be_accepted_as_it_is(story, desk, similarity, can_be_accepted):
    translation = send(story)
    suggest(translation, "朝から夜まで。", "All day.", kind="sentences", similarity=similarity)
    part = desk(member("en"), translation)["changes"]
    assert bool(part.select("button[data-accept]")) is can_be_accepted
    assert part.select("button[data-mend]")


def test_markup_in_texts_is_shown_and_not_obeyed(story, desk):
    translation = send(story)
    suggest(translation, "朝から夜まで。", "<img src=x>", kind="changed", previous_source="<script>x</script>朝")
    part = desk(member("en"), translation)["changes"]
    assert part.select("img, script") == []
    assert "<img src=x>" in part.get_text()


# --- Gaps ---------------------------------------------------------------------------------------------------------


def test_who_may_publish_sees_what_is_missing(story, desk):
    translation = send(story)
    save(translation, "社協の一日", "A day")
    part = desk(member("en", may_publish=True), translation)["gaps"]
    assert [entry["data-source"] for entry in part.select("li")] == ["朝から夜まで。"]
    save(translation, "朝から夜まで。", "From morning to night.")
    assert desk(member("en", may_publish=True), translation)["gaps"]["data-number"] == "0"


def test_a_translator_is_not_shown_gaps(story, desk):
    assert "gaps" not in desk(member("en"), send(story))
