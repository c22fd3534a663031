"""What waits for a translator: what is on the list, for whom, in which order, at what cost; and taking in a changed source."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from council.translation.locales import source_locale
from tests.factories import StoryPageFactory, TermFactory, ThemeFactory, UserFactory
from translators.groups import set_up_translators
from translators.models import LocaleRole, Suggestion
from translators.waiting.tasks import Kind, tasks_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups(locales):
    for locale in locales.values():
        set_up_translators(locale)


def member(code, may_publish=False, **fields):
    """Somebody who translates into a language, or reviews there."""
    role = LocaleRole.objects.get(locale__language_code=code, may_publish=may_publish)
    user = UserFactory(**fields)
    user.groups.add(role.group)
    return user


def send(instance, *codes, user=None):
    """Sends a page or snippet to translators; its translation into the first of these languages."""
    locales = [role.locale for role in LocaleRole.objects.filter(may_publish=False, locale__language_code__in=codes)]
    translate_object(instance, locales, user=user)
    return Translation.objects.get(source__object_id=instance.translation_key, target_locale__language_code=codes[0])


def fill(translation, user=None, leave=0, **fields):
    """Translates the segments of a translation, but for the last ``leave``."""
    segments = list(translation.source.stringsegment_set.select_related("string", "context").order_by("order"))
    for segment in segments[: len(segments) - leave]:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={
                "data": f"In English: {segment.order}",
                "translation_type": "manual",
                "last_translated_by": user,
                **fields,
            },
        )


def publish(translation, run_on_commit):
    with run_on_commit(execute=True):
        translation.save_target(publish=True)


def change(page, **fields):
    """Publishes a source with other texts."""
    page.refresh_from_db()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def kinds(user):
    return [(task.title, task.kind) for task in tasks_of(user)]


@pytest.fixture
def story(groups):
    page = StoryPageFactory(title="ことばの壁", summary="となりの人の話。", slug="kotoba")
    page.save_revision().publish()
    return page


def test_a_new_page_waits_with_its_numbers_and_sender(story):
    sender = UserFactory(first_name="花子", last_name="事務")
    translation = send(story, "en", user=sender)
    fill(translation, leave=1)
    [task] = tasks_of(member("en"))
    assert (task.kind, task.left, task.percent) == (Kind.NEW, 1, 50)
    assert (task.source_title, task.type_name, task.language) == ("ことばの壁", "物語", "English")
    assert task.sent_by == sender.get_full_name()
    assert task.since == translation.created_at
    assert task.edit_url == reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def test_only_the_own_language_waits(story):
    send(story, "en")
    assert tasks_of(member("en"))
    assert tasks_of(member("ko")) == []
    both = member("ko")
    both.groups.add(LocaleRole.objects.get(locale__language_code="en", may_publish=False).group)
    assert [task.language for task in tasks_of(both)] == ["English"]


def test_a_snippet_waits_as_a_page_does(groups):
    theme = ThemeFactory(name="居場所")
    theme.save_revision().publish()
    translation = send(theme, "en")
    [task] = tasks_of(member("en"))
    instance = translation.get_target_instance()
    assert (task.title, task.type_name, task.kind) == ("居場所", "テーマ", Kind.NEW)
    assert task.edit_url == reverse("wagtailsnippets_council_theme:edit", args=[instance.pk])


def test_a_complete_draft_waits_for_reviewers_only(story, django_capture_on_commit_callbacks):
    translation = send(story, "en")
    fill(translation)
    translator, reviewer = member("en"), member("en", may_publish=True)
    assert tasks_of(translator) == []
    assert [kind for _title, kind in kinds(reviewer)] == [Kind.READY]
    publish(translation, django_capture_on_commit_callbacks)
    assert tasks_of(reviewer) == []


def test_a_published_source_waits_until_it_is_taken_in_and_translated(story, django_capture_on_commit_callbacks):
    translation, user = send(story, "en"), member("en")
    fill(translation)
    publish(translation, django_capture_on_commit_callbacks)
    assert tasks_of(user) == []
    change(story, summary="となりに住む人の話。")
    [task] = tasks_of(user)
    assert (task.kind, task.left) == (Kind.SOURCE_NEWER, 0)
    translation.source.update_from_db()
    [task] = tasks_of(user)
    assert (task.kind, task.left) == (Kind.CHANGED, 1)
    fill(translation)
    assert tasks_of(user) == []
    assert [kind for _title, kind in kinds(member("en", may_publish=True))] == [Kind.READY]


def test_a_source_published_again_without_a_change_waits_for_nobody(story, django_capture_on_commit_callbacks):
    translation, user = send(story, "en"), member("en")
    fill(translation)
    publish(translation, django_capture_on_commit_callbacks)
    change(story)
    assert tasks_of(user) == []


def test_suggestions_are_counted_and_are_left_to_do(story):
    translation = send(story, "en")
    fill(translation, has_error=True, field_error="a remark")
    for text in StringTranslation.objects.all():
        Suggestion.objects.create(string_translation=text, kind=Suggestion.Kind.SIMILAR, similarity=80)
    [task] = tasks_of(member("en"))
    assert (task.left, task.suggestions) == (2, 2)


def test_a_stopped_translation_waits_for_nobody(story):
    translation = send(story, "en")
    translation.enabled = False
    translation.save()
    assert tasks_of(member("en")) == []


def test_the_oldest_stands_first(story):
    other = StoryPageFactory(title="あとの話", slug="ato")
    late, early = send(other, "en"), send(story, "en")
    Translation.objects.filter(pk=early.pk).update(created_at=timezone.now() - datetime.timedelta(days=9))
    Translation.objects.filter(pk=late.pk).update(created_at=timezone.now())
    mine = [task.translation_id for task in tasks_of(member("en")) if task.translation_id in {late.pk, early.pk}]
    assert mine == [early.pk, late.pk]


def test_the_number_of_queries_is_constant(story):
    reader = member("en", may_publish=True)

    def queries():
        user = type(reader).objects.get(pk=reader.pk)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            tasks_of(user)
        return len(captured)

    send(story, "en", user=UserFactory())
    send(TermFactory(word="社協"), "en", user=UserFactory())
    queries()  # the first one reads content types, which the process remembers
    few = queries()
    for number in range(4):
        page = StoryPageFactory(title=f"話{number}", slug=f"hanashi-{number}")
        page.save_revision().publish()
        send(page, "en", user=UserFactory())
        send(TermFactory(word=f"語{number}"), "en", user=UserFactory())
    assert queries() == few


def test_the_front_page_shows_it_to_who_has_a_role(story, client):
    send(story, "en")
    client.force_login(member("en"))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "ことばの壁" in html
    assert reverse("translators_waiting") in html


def test_an_administrator_without_a_role_sees_nothing_of_it(story, client):
    send(story, "en")
    client.force_login(UserFactory(is_superuser=True))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "translators-waiting" not in html
    assert reverse("translators_waiting") not in html


def test_the_list_has_a_page_of_its_own(story, client):
    send(story, "en")
    client.force_login(member("en"))
    assert "ことばの壁" in client.get(reverse("translators_waiting")).content.decode()
    client.force_login(member("ko"))
    assert "ことばの壁" not in client.get(reverse("translators_waiting")).content.decode()


# --- Taking in a changed source ---------------------------------------------------------------------------------


@pytest.fixture
def changed(story, django_capture_on_commit_callbacks):
    """A live English and Korean translation whose source has gone on since."""
    translations = {code: send(story, code) for code in ("en", "ko")}
    for translation in translations.values():
        fill(translation)
        publish(translation, django_capture_on_commit_callbacks)
    change(story, summary="となりの人たちの話。")
    return translations


def test_a_translator_takes_in_the_changed_source(changed, client):
    client.force_login(member("en"))
    response = client.post(reverse("translators_take_in", args=[changed["en"].pk]))
    edited = changed["en"].get_target_instance()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[edited.pk])
    texts = changed["en"].source.stringsegment_set.values_list("string__data", flat=True)
    assert "となりの人たちの話。" in texts
    # What was translated before comes back as a suggestion, in every language.
    for code in ("en", "ko"):
        assert Suggestion.objects.filter(string_translation__locale__language_code=code).count() == 1


def test_taking_in_publishes_nothing(changed, client):
    before = {code: each.get_target_instance().live_revision_id for code, each in changed.items()}
    client.force_login(member("en"))
    client.post(reverse("translators_take_in", args=[changed["en"].pk]))
    for code, translation in changed.items():
        page = translation.get_target_instance()
        assert page.live_revision_id == before[code]
        assert page.summary.startswith("In English")
        assert page.get_latest_revision().pk == before[code]


@pytest.mark.parametrize("method", ["get", "post"])
def test_taking_in_is_for_who_translates_into_the_language(changed, client, method):
    client.force_login(member("ko"))
    response = getattr(client, method)(reverse("translators_take_in", args=[changed["en"].pk]))
    assert response.status_code in {302, 403, 405}
    assert "となりの人たちの話。" not in changed["en"].source.stringsegment_set.values_list("string__data", flat=True)


def test_taking_in_needs_a_post(changed, client):
    client.force_login(member("en"))
    assert client.get(reverse("translators_take_in", args=[changed["en"].pk])).status_code == 405


def test_a_source_that_is_gone_is_a_message(changed, client):
    source = changed["en"].source
    client.force_login(member("en"))
    source.get_source_instance().__class__.objects.filter(
        locale=source_locale(), pk=source.get_source_instance().pk
    ).update(locale=LocaleRole.objects.filter(locale__language_code="ja-simple").first().locale)
    response = client.post(reverse("translators_take_in", args=[changed["en"].pk]))
    assert response.url == reverse("wagtailadmin_home")


def test_with_nothing_new_nothing_is_touched(story, client):
    translation = send(story, "en")
    before = translation.source.last_updated_at
    client.force_login(member("en"))
    client.post(reverse("translators_take_in", args=[translation.pk]))
    translation.source.refresh_from_db()
    assert translation.source.last_updated_at == before
