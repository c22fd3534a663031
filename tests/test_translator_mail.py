"""Mail to translators and reviewers: who gets it, once, in which language, and what happens when it cannot be sent."""

import pytest
from django.core import mail
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.factories import StoryPageFactory, ThemeFactory, UserFactory
from translators.mail import letters
from translators.mail.outbox import Outbox
from translators.models import LocaleRole
from translators.sending import sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _here(settings, locales):
    settings.WAGTAILADMIN_BASE_URL = "https://plan.example.jp"


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done in this block is committed at its end, and then told."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def member(code, may_publish=False, language="ja", **fields):
    role = LocaleRole.objects.get(locale__language_code=code, may_publish=may_publish)
    user = UserFactory(**fields)
    user.groups.add(role.group)
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


def send(*instances, code="en"):
    """Translations into a language, made as sending makes them, but not told to anybody."""
    locale = LocaleRole.objects.filter(locale__language_code=code).first().locale
    for instance in instances:
        translate_object(instance, [locale])
    keys = [instance.translation_key for instance in instances]
    return list(Translation.objects.filter(source__object__in=keys, target_locale=locale).order_by("pk"))


def fill(translation, user, leave=0):
    segments = list(translation.source.stringsegment_set.order_by("order"))
    for segment in segments[: len(segments) - leave]:
        save(translation, segment, user)


def save(translation, segment, user, text="text"):
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=translation.target_locale,
        defaults={"data": text, "last_translated_by": user, "translation_type": "manual"},
    )


def addresses():
    return sorted(address for letter in mail.outbox for address in letter.to)


@pytest.fixture
def story(locales):
    page = StoryPageFactory(title="ことばの壁", summary="となりの人の話。", slug="kotoba")
    page.save_revision().publish()
    return page


# --- Sent ---------------------------------------------------------------------------------------------------------


def test_one_mail_tells_of_all_that_was_sent_together(story, committed):
    theme = ThemeFactory(name="居場所")
    translations = send(story, theme)
    translator = member("en")
    with committed():
        sent.send(None, translations=translations, user=UserFactory())
    [letter] = mail.outbox
    assert letter.to == [translator.email]
    for translation in translations:
        assert translation.source.object_repr in letter.body
    page = translations[0].get_target_instance()
    assert f"https://plan.example.jp{reverse('wagtailadmin_pages:edit', args=[page.pk])}\n" in letter.body
    assert f"https://plan.example.jp{reverse('translators_waiting')}\n" in letter.body


def test_only_active_members_of_the_language_with_an_address_get_it(story, committed):
    translator, reviewer = member("en"), member("en", may_publish=True)
    member("ko")
    member("en", is_active=False)
    member("en", email="")
    UserFactory(is_superuser=True)
    with committed():
        sent.send(None, translations=send(story), user=None)
    assert addresses() == sorted([translator.email, reviewer.email])


def test_nobody_hears_of_what_they_did_themselves(story, committed):
    sender, other = member("en", may_publish=True), member("en")
    with committed():
        sent.send(None, translations=send(story), user=sender)
    assert addresses() == [other.email]


def test_each_reads_it_in_their_own_language(story, committed):
    english, default = member("en", language="en"), member("en", language="")
    with committed():
        sent.send(None, translations=send(story), user=None)
    letters_by_reader = {letter.to[0]: letter for letter in mail.outbox}
    assert letters_by_reader[english.email].subject == "To translate: ことばの壁"
    assert "Sent for translation:" in letters_by_reader[english.email].body
    assert "(Story)" in letters_by_reader[english.email].body
    assert "(Story)" not in letters_by_reader[default.email].body


def test_a_line_break_in_a_title_breaks_no_subject(story, committed):
    [translation] = send(story)
    member("en", language="en")
    type(story).objects.filter(pk=story.pk).update(title="Eins\r\nBcc: x@example.jp")
    with committed():
        sent.send(None, translations=[translation], user=None)
    assert mail.outbox[0].subject == "To translate: Eins Bcc: x@example.jp"
    assert mail.outbox[0].content_subtype == "plain"


def test_a_title_is_not_escaped(story, committed):
    [translation] = send(story)
    member("en", language="en")
    type(story).objects.filter(pk=story.pk).update(title="Q & A <1>")
    with committed():
        sent.send(None, translations=[translation], user=None)
    assert "Q & A <1>" in mail.outbox[0].body


def test_what_is_rolled_back_is_not_told(story, committed):
    translations = send(story)
    member("en")
    with committed(), transaction.atomic():
        sent.send(None, translations=translations, user=None)
        transaction.set_rollback(True)
    assert mail.outbox == []


# --- Complete -------------------------------------------------------------------------------------------------------


def test_reviewers_hear_of_a_complete_translation_once(story, committed):
    [translation] = send(story)
    translator, reviewer = member("en"), member("en", may_publish=True, language="en")
    with committed():
        fill(translation, translator, leave=1)
    assert mail.outbox == []
    with committed():
        fill(translation, translator)
    assert addresses() == [reviewer.email]
    assert mail.outbox[0].subject == "Ready for review: ことばの壁"
    # The same version, mended: taken out and put in again.
    with committed():
        StringTranslation.objects.filter(locale=translation.target_locale).first().delete()
    with committed():
        fill(translation, translator)
    assert len(mail.outbox) == 1


def test_reviewers_hear_of_the_next_version_too(story, committed):
    [translation] = send(story)
    translator = member("en")
    member("en", may_publish=True)
    with committed():
        fill(translation, translator)
    story.summary = "ほかの話。"
    story.save_revision().publish()
    translation.source.refresh_from_db()
    translation.source.update_from_db()
    with committed():
        fill(translation, translator)
    assert len(mail.outbox) == 2


def test_a_text_with_an_error_completes_nothing(story, committed):
    [translation] = send(story)
    translator = member("en")
    member("en", may_publish=True)
    with committed():
        fill(translation, translator)
        text = StringTranslation.objects.filter(locale=translation.target_locale).first()
        text.has_error = True
        text.save(update_fields=["has_error"])
    assert mail.outbox == []


def test_what_no_person_saved_is_not_told(story, committed):
    [translation] = send(story)
    member("en", may_publish=True)
    with committed():
        fill(translation, None)
    assert mail.outbox == []


# --- Source changed ---------------------------------------------------------------------------------------------------


def republish(page, **fields):
    page.refresh_from_db()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_changed_source_is_told_to_those_who_translate_it(story, committed):
    send(story)
    translator = member("en", language="en")
    member("ko")
    with committed():
        republish(story, summary="べつの話。")
    assert addresses() == [translator.email]
    assert mail.outbox[0].subject == "Source changed: ことばの壁"


def test_a_source_is_named_as_it_is_now(story, committed):
    [translation] = send(story)
    translator = member("en", language="en")
    member("en", may_publish=True, language="en")
    with committed():
        republish(story, title="ことばの橋")
    assert {letter.subject for letter in mail.outbox} == {"Source changed: ことばの橋"}
    assert "ことばの橋" in mail.outbox[0].body
    assert "ことばの壁" not in mail.outbox[0].body
    mail.outbox.clear()
    with committed():
        fill(translation, translator)
    assert [letter.subject for letter in mail.outbox] == ["Ready for review: ことばの橋"]


def test_a_source_that_is_gone_is_named_as_it_was(story, committed):
    [translation] = send(story)
    translator = member("en")
    member("en", may_publish=True, language="en")
    # A page that goes takes its translations with it; one that was lost past Wagtail does not.
    type(translation.source).objects.filter(pk=translation.source_id).update(object_repr="ことばの名残")
    locale = LocaleRole.objects.filter(locale__language_code="ko").first().locale
    type(story).objects.filter(pk=story.pk).update(locale=locale)
    with committed():
        fill(translation, translator)
    assert [letter.subject for letter in mail.outbox] == ["Ready for review: ことばの名残"]


@pytest.mark.parametrize("fields", [{}, {"section_in_charge": "地域福祉課", "first_published_at": None}])
def test_a_source_published_again_with_the_same_text_is_not(story, committed, fields):
    with committed():
        republish(story)
    send(story)
    member("en")
    with committed():
        republish(story)
    assert mail.outbox == []


def test_a_source_taken_back_to_what_translators_have_is_not(story, committed):
    send(story)
    republish(story, summary="べつの話。")
    member("en")
    with committed():
        republish(story, summary="となりの人の話。")
    assert mail.outbox == []


def test_who_publishes_the_change_does_not_hear_of_it(story, client, committed):
    send(story)
    publisher = member("en", is_superuser=True)
    other = member("en")
    client.force_login(publisher)
    story.refresh_from_db()
    story.summary = "べつの話。"
    revision = story.save_revision(user=publisher)
    with committed(), LogContext(user=publisher):
        revision.publish(user=publisher)
    assert addresses() == [other.email]


# --- The outbox ---------------------------------------------------------------------------------------------------


def test_all_that_one_request_does_makes_one_mail(story, committed):
    translations = send(story, ThemeFactory())
    member("en", language="en")
    # As Django's test client does: this request is answered within the test's own connection.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    request_started.send(None, environ={})
    try:
        for translation in translations:
            with committed():
                sent.send(None, translations=[translation], user=None)
        assert mail.outbox == []
    finally:
        request_finished.send(None)
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
    [letter] = mail.outbox
    assert letter.subject == "To translate: ことばの壁, and 1 more"


def test_all_that_one_transaction_does_makes_one_delivery(committed):
    delivered = []
    outbox = Outbox(delivered.append)
    with committed():
        outbox.note("one")
        outbox.note("two")
        outbox.note("one")
    assert delivered == [["one", "two"]]


def test_different_news_come_in_one_mail(story, committed):
    [translation] = send(story)
    translator, reviewer = member("en"), member("en", may_publish=True, language="en")
    theme = send(ThemeFactory(name="居場所"))
    with committed():
        fill(translation, translator)
        sent.send(None, translations=theme, user=None)
    [letter] = [letter for letter in mail.outbox if letter.to == [reviewer.email]]
    assert letter.subject == "Translations: news for you"
    assert letter.body.index("居場所") < letter.body.index("ことばの壁")


def test_a_mail_server_that_fails_is_logged_and_breaks_nothing(story, committed, settings, caplog, monkeypatch):
    member("en")
    translations = send(story)

    def fail(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    with committed():
        sent.send(None, translations=translations, user=None)
    assert "Could not send mail" in caplog.text


def test_a_failure_before_the_sending_is_logged_and_breaks_nothing(story, committed, caplog, monkeypatch):
    member("en")
    translations = send(story)
    monkeypatch.setattr(letters, "_letter", lambda *args: 1 / 0)
    with committed():
        sent.send(None, translations=translations, user=None)
    assert "Could not tell translators" in caplog.text


def test_what_a_savepoint_took_back_does_not_hold_up_the_rest(committed):
    delivered = []
    outbox = Outbox(delivered.append)
    with committed():
        outbox.note("one")
        with transaction.atomic():
            outbox.note("two")
            transaction.set_rollback(True)
    assert delivered == [["one"]]


def test_a_change_is_told_once(story, committed):
    send(story)
    member("en")
    with committed():
        republish(story, summary="べつの話。")
    with committed():
        republish(story)
    assert len(mail.outbox) == 1
