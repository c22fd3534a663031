"""A translation says that it is older than its source as soon as that is so, and no longer than it is so."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from council.templatetags.council_tags import local_date
from council.translation.freshness import PublishedText
from search.indexing.queue import index_pending
from tests.factories import PersonFactory, PictureFactory, StoryPageFactory, translate
from tests.factories_links import read


@pytest.fixture
def story(locales, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        story = StoryPageFactory(title="雨の夜", slug="rain", body=[("paragraph", "<p>戸をたたいた。</p>")])
        story.save_revision().publish()
    return story


@pytest.fixture
def english(story, locales, django_capture_on_commit_callbacks):
    """The story as wagtail-localize translates it, published."""
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(story, [locales["en"]])
        english = Translation.objects.get(source__object_id=story.translation_key, target_locale=locales["en"])
        say(english, "English of it")
        english.save_target(publish=True)
    return english


def say(into, text):
    """Translates every text of a page with the same words."""
    for segment in StringSegment.objects.filter(source=into.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=into.target_locale,
            defaults={"data": text, "has_error": False},
        )


def publish(page, **fields):
    page.refresh_from_db()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def since(english):
    return PublishedText.objects.get(
        translation_key=english.source.object_id, locale=english.target_locale
    ).outdated_since


def notice(address="/en/stories/rain/"):
    found = read(address).main.select_one(".notice")
    return found.get_text(" ", strip=True) if found else None


def test_a_translation_of_the_present_text_says_nothing(english):
    assert since(english) is None
    assert notice() is None


def test_a_changed_source_is_told_at_once_with_its_date(english, story):
    publish(story, title="大雨の夜")
    assert since(english) is not None
    soup = read("/en/stories/rain/")
    with translation.override("en"):
        assert local_date(timezone.localtime(since(english))) in soup.main.select_one(".notice").get_text()
    link = soup.main.select_one(".notice a")
    assert (link["hreflang"], link["href"]) == ("ja", story.full_url)


def test_a_draft_of_the_source_changes_nothing(english, story):
    story.title = "大雨の夜"
    story.save_revision()
    assert since(english) is None


def test_a_source_published_again_as_it_was_changes_nothing(english, story):
    publish(story)
    assert since(english) is None


def test_a_change_that_was_taken_back_is_forgotten(english, story):
    publish(story, title="大雨の夜")
    publish(story, title="雨の夜")
    assert since(english) is None
    assert notice() is None


@pytest.mark.parametrize(
    "fields", [{"slug": "night"}, {"seo_title": ""}, {"section_in_charge": ""}, {"show_in_menus": True}]
)
def test_what_is_no_text_does_not_make_a_translation_old(english, story, fields):
    publish(story, **fields)
    assert since(english) is None


def test_another_picture_has_to_be_taken_over(english, story):
    publish(story, picture=PictureFactory(), picture_alt="雨")
    assert since(english) is not None


def test_taking_the_change_in_is_not_enough(english, story, locales):
    """What readers see is the translation that was published."""
    publish(story, title="大雨の夜")
    english.source.refresh_from_db()
    english.source.update_from_db()
    assert since(english) is not None


def test_a_translation_of_the_change_ends_it(english, story, django_capture_on_commit_callbacks):
    publish(story, title="大雨の夜")
    with django_capture_on_commit_callbacks(execute=True):
        source = TranslationSource.objects.get(pk=english.source_id)
        source.update_from_db()
        again = Translation.objects.get(pk=english.pk)
        say(again, "A night of heavy rain")
        again.save_target(publish=True)
    assert since(english) is None
    assert notice() is None


def test_publishing_the_old_translation_again_does_not_make_it_new(english, story, django_capture_on_commit_callbacks):
    publish(story, title="大雨の夜")
    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(pk=english.pk).save_target(publish=True)
    assert since(english) is not None


def test_each_language_is_told_for_itself(english, story, locales, django_capture_on_commit_callbacks):
    publish(story, title="大雨の夜")
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(story, [locales["ko"]])
        # The sources of all languages are one: the change is now in it.
        TranslationSource.objects.get(pk=english.source_id).update_from_db()
        korean = Translation.objects.get(source__object_id=story.translation_key, target_locale=locales["ko"])
        say(korean, "비 오는 밤")
        korean.save_target(publish=True)
    assert since(korean) is None
    assert since(english) is not None


def test_a_translation_made_by_hand_is_told_too(story):
    version = translate(story, "en", title="A night of rain")
    assert notice() is None
    publish(story, title="大雨の夜")
    assert notice() is not None
    publish(version, title="A night of heavy rain")
    assert notice() is None


def test_a_reader_of_the_source_in_place_is_told_nothing(english, story):
    publish(story, title="大雨の夜")
    assert "2" not in (notice("/ko/stories/rain/") or "")
    assert PublishedText.objects.get(translation_key=story.translation_key, locale=story.locale).outdated_since is None


def test_the_notice_costs_no_query_more(english, story, django_assert_max_num_queries, client):
    client.get("/en/stories/rain/")
    index_pending()
    with django_assert_max_num_queries(12):
        client.get("/en/stories/rain/")
    publish(story, title="大雨の夜")
    index_pending()
    with django_assert_max_num_queries(12):
        assert b"notice" in client.get("/en/stories/rain/").content


def test_a_deleted_page_leaves_nothing(english, story):
    key = story.translation_key
    story.refresh_from_db()
    for page in story.get_translations(inclusive=True).specific():
        page.delete()
    assert not PublishedText.objects.filter(translation_key=key).exists()


def test_a_persons_role_counts_as_text(locales):
    person = PersonFactory(role="代表")
    person.save_revision().publish()
    english = translate(person, "en", role="Chair")
    person.role = "前の代表"
    person.save_revision().publish()
    text = PublishedText.objects.get(translation_key=person.translation_key, locale=english.locale)
    assert text.outdated_since is not None


def test_publishing_again_does_not_move_the_date_of_the_change(english, story):
    publish(story, title="大雨の夜")
    told = since(english)
    publish(story)
    assert since(english) == told


def test_the_page_says_it_in_the_readers_language(english, story):
    publish(story, title="大雨の夜")
    soup = BeautifulSoup(str(read("/en/stories/rain/")), "html.parser")
    assert soup.main.select_one(".notice").get_text().strip().startswith("The original of this page was changed on")


def test_a_translation_of_a_page_born_in_english_leads_to_the_english_page(
    story, locales, django_capture_on_commit_callbacks
):
    """There is a Japanese translation too, which did not change."""
    with django_capture_on_commit_callbacks(execute=True):
        index = translate(story.get_parent().specific, "en")
        born = StoryPageFactory(parent=index, locale=locales["en"], title="Born in English", slug="born")
        born.save_revision().publish()
        translate_object(born, [locales["ja"], locales["ko"]])
        for translation_ in Translation.objects.filter(source__object_id=born.translation_key):
            say(translation_, "Its words")
            translation_.save_target(publish=True)
        publish(born, title="Born again")
    for code in ("ja", "ko"):
        assert read(f"/{code}/stories/born/").select_one(".translation-notice a")["hreflang"] == "en"
