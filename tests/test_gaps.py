"""A translation with gaps is not published, on any route, unless a reviewer wants it so for this page."""

import datetime
import json
import logging

import pytest
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, WorkflowState
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from council.staff import set_up_groups, set_up_workflow
from council.translation.publication import PublicationRefused, before_publication, revision_to_publish
from tests.factories import HomePageFactory, StandardPageFactory, ThemeFactory, UserFactory, translate
from tests.factories_translations import complete, in_language, publish, role_group, send
from translators.gaps import PublishingWithGaps, allow_gaps, gaps_against_publication, gaps_of, sentence_about
from translators.gaps_allowed import GapsAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def front():
    set_up_workflow(set_up_groups())
    Locale.objects.create(language_code="en")
    front = HomePageFactory()
    translate(front, "en")
    return front


@pytest.fixture
def page(front):
    """The English version of a page as translators get it: a draft that holds Japanese text."""
    body = [("paragraph", "<p>だれでも来られる。</p>")]
    source = StandardPageFactory(parent=front, title="題", slug="page", summary="まとめ", body=body)
    send(source, "en")
    return in_language(source, "en")


@pytest.fixture
def theme(front):
    source = ThemeFactory(name="主題", slug="theme", description="説明。")
    source.save_revision()
    send(source, "en")
    return in_language(source, "en")


@pytest.fixture
def reviewer(front):
    user = UserFactory()
    user.groups.add(role_group("en", may_publish=True))
    return user


@pytest.fixture
def client(reviewer):
    client = Client()
    client.force_login(reviewer)
    return client


def translation_for(instance):
    return Translation.objects.get(source__object_id=instance.translation_key, target_locale=instance.locale)


def fill(translation, but=()):
    """Translates all but the texts at these paths."""
    complete(translation)
    for path in but:
        StringTranslation.objects.filter(context__path=path, locale=translation.target_locale).delete()


# --- Routes -------------------------------------------------------------------------------------------------------


def by_translators_editor(client, instance):
    return client.post(edit_url(instance), {"action": "publish"})


def by_bulk(client, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?id={page.pk}")


def by_bulk_from_above(client, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?id={page.get_parent().pk}", {"include_descendants": "on"})


def by_api(client, page):
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
    return client.post(address, "{}", content_type="application/json")


def by_workflow(client, page):
    approver = UserFactory(is_superuser=True)
    client.force_login(approver)
    page.get_workflow().start(page, approver)
    state = page.current_workflow_state.current_task_state
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))


def by_schedule(client, page):
    page.go_live_at = timezone.now() - datetime.timedelta(minutes=5)
    revision = page.save_revision(approved_go_live_at=page.go_live_at)
    assert revision.approved_go_live_at
    call_command("publish_scheduled", verbosity=0)


def by_sync(client, instance):
    client.force_login(UserFactory(is_superuser=True))
    source = TranslationSource.objects.get(object_id=instance.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    return client.post(address, {"publish_translations": "on"})


def by_program(client, instance):
    try:
        instance.get_latest_revision().publish()
    except PublicationRefused:
        return


def edit_url(instance):
    name = instance.snippet_viewset.get_url_name("edit") if hasattr(instance, "snippet_viewset") else None
    return reverse(name or "wagtailadmin_pages:edit", args=[instance.pk])


PAGE_ROUTES = [
    by_translators_editor,
    by_bulk,
    by_bulk_from_above,
    by_api,
    by_workflow,
    by_schedule,
    by_sync,
    by_program,
]
SNIPPET_ROUTES = [by_translators_editor, by_sync, by_program]
ROUTES = [("page", route) for route in PAGE_ROUTES] + [("theme", route) for route in SNIPPET_ROUTES]


def on_routes(but=()):
    routes = [(kind, route) for kind, route in ROUTES if route not in but]
    return pytest.mark.parametrize(
        ("kind", "route"), routes, ids=[f"{kind} {route.__name__}" for kind, route in routes]
    )


def go(route, client, instance):
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = route(client, instance)
    instance.refresh_from_db()
    return response


def text_of(instance):
    return getattr(instance, "title", None) or instance.name


@on_routes()
def test_with_gaps_nothing_is_published(request, client, kind, route):
    instance = request.getfixturevalue(kind)
    fill(translation_for(instance), but=["title", "name"])
    go(route, client, instance)
    assert not instance.live
    assert instance.live_revision is None


@on_routes()
def test_without_gaps_the_translation_is_published_and_not_the_draft_of_before(request, client, kind, route):
    """The draft that was made when the object was sent holds Japanese text."""
    instance = request.getfixturevalue(kind)
    fill(translation_for(instance))
    go(route, client, instance)
    assert instance.live
    assert text_of(instance).startswith("Translated: ")
    assert text_of(instance.live_revision.as_object()).startswith("Translated: ")


# A sync ends what was allowed: see below.
@on_routes(but=[by_sync])
def test_with_gaps_that_a_reviewer_allowed_it_is_published(request, client, reviewer, kind, route):
    instance = request.getfixturevalue(kind)
    translation = translation_for(instance)
    fill(translation, but=["title", "name"])
    allow_gaps(translation, reviewer)
    go(route, client, instance)
    assert instance.live
    assert text_of(instance) in {"題", "主題"}


@on_routes(but=[by_sync, by_translators_editor])
def test_what_wagtail_localize_does_not_manage_is_published_as_ever(request, client, kind, route):
    instance = request.getfixturevalue(kind)
    Translation.objects.update(enabled=False)
    go(route, client, instance)
    assert instance.live


# --- What is said -------------------------------------------------------------------------------------------------


def test_the_list_names_each_text_and_its_place(page):
    translation = translation_for(page)
    fill(translation, but=["title", "summary"])
    with override("en"):
        gaps = gaps_of(translation)
    assert [(gap.source, gap.place) for gap in gaps] == [("題", "Title"), ("まとめ", "Summary")]


@pytest.mark.parametrize("route", [by_translators_editor, by_bulk, by_bulk_from_above, by_workflow])
def test_the_answer_lists_what_is_missing(client, page, route):
    fill(translation_for(page), but=["title"])
    response = go(route, client, page)
    assert response.status_code == 409
    assert "題" in response.content.decode()
    assert "だれでも" not in response.content.decode()
    assert reverse("translators_publish_with_gaps", args=[translation_for(page).pk]) in response.content.decode()


def test_bulk_lists_all_of_them_and_publishes_none(client, page):
    front = page.get_parent()
    second = StandardPageFactory(parent=in_language(front, "ja"), title="二つ目", slug="second")
    send(second, "en")
    second = in_language(second, "en")
    complete_one = StandardPageFactory(parent=in_language(front, "ja"), title="完全", slug="third")
    complete(send(complete_one, "en")["en"])
    response = go(by_bulk_from_above, client, page)
    assert {"題", "二つ目"} <= set(response.content.decode().replace("<", " ").replace(">", " ").split())
    for each in (second, in_language(complete_one, "en")):
        each.refresh_from_db()
        assert not each.live


def sentence_for(page):
    translation = translation_for(page)
    return sentence_about(translation, gaps_of(translation))


def test_the_api_says_why(client, page):
    response = go(by_api, client, page)
    assert response.status_code == 403
    assert json.loads(response.content)["detail"] == sentence_for(page)


def test_a_dialogue_gets_the_list_as_a_dialogue(client, page):
    approver = UserFactory(is_superuser=True)
    client.force_login(approver)
    page.get_workflow().start(page, approver)
    state = page.current_workflow_state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    response = client.post(address, headers={"x-requested-with": "XMLHttpRequest"})
    answer = json.loads(response.content)
    assert answer["step"] == "action"
    assert "だれでも来られる。" in answer["html"]


def test_a_refused_approval_leaves_the_workflow_as_it_was(client, page):
    go(by_workflow, client, page)
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_the_sync_view_names_what_it_did_not_publish(client, page):
    client.force_login(UserFactory(is_superuser=True))
    address = reverse(
        "wagtail_localize:update_translations", args=[TranslationSource.objects.get(object_id=page.translation_key).pk]
    )
    response = client.post(address, {"publish_translations": "on"}, follow=True)
    assert sentence_for(page) in response.content.decode()


def test_at_its_time_a_page_with_gaps_stays_off_is_logged_and_stops_no_other(client, page, caplog):
    other = StandardPageFactory(parent=in_language(page.get_parent(), "ja"), live=False)
    for each in (page, other):
        each.go_live_at = timezone.now() - datetime.timedelta(minutes=5 if each is page else 1)
        each.save_revision(approved_go_live_at=each.go_live_at)
    with caplog.at_level(logging.WARNING, logger="council.translation.publication"):
        call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    other.refresh_from_db()
    assert not page.live
    assert other.live
    assert sentence_for(page) in caplog.text


def test_a_page_with_gaps_goes_live_at_the_next_run_after_they_are_filled(client, page):
    by_schedule(client, page)
    fill(translation_for(page))
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    assert page.live
    assert page.title == "Translated: 題"


@pytest.mark.parametrize("route", [by_bulk, by_schedule, by_program])
def test_a_text_that_the_page_does_not_accept_is_a_gap(client, front, route):
    """Longer than its field may be: the draft cannot be brought up to date."""
    source = StandardPageFactory(parent=front, seo_title="題")
    send(source, "en")
    page = in_language(source, "en")
    other = StandardPageFactory(parent=front, live=False)
    other.save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    translation = translation_for(page)
    fill(translation)
    StringTranslation.objects.filter(context__path="seo_title").update(data="x" * 300)
    response = go(route, client, page)
    assert not page.live
    assert response is None or response.status_code == 409
    other.refresh_from_db()
    assert other.live == (route is by_schedule)


def test_any_other_refusal_is_a_sentence_too(client, page):
    def refuse(sender, **kwargs):
        raise PublicationRefused("Not on a Sunday.")

    complete(translation_for(page))
    before_publication.connect(refuse)
    try:
        response = client.post(
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}", follow=True
        )
    finally:
        before_publication.disconnect(refuse)
    assert "Not on a Sunday." in response.content.decode()


# --- What counts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state",
    [{"has_error": True}, {"translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE}],
    ids=["with an error, or proposed", "by a machine"],
)
def test_what_no_person_has_accepted_is_a_gap(page, state):
    translation = translation_for(page)
    fill(translation)
    assert gaps_of(translation) == []
    StringTranslation.objects.filter(context__path="summary").update(**state)
    assert [gap.source for gap in gaps_of(translation)] == ["まとめ"]


def test_another_languages_translation_fills_no_gap(page):
    Locale.objects.create(language_code="ko")
    korean = send(in_language(page, "ja"), "ko")["ko"]
    complete(korean)
    assert len(gaps_of(translation_for(page))) == 3


def test_publishing_from_the_editor_makes_one_version(page):
    translation = translation_for(page)
    fill(translation)
    before = page.revisions.count()
    publish(translation)
    assert page.revisions.count() == before + 1


def test_what_is_no_translation_costs_one_query_more(front, django_assert_num_queries):
    revision = front.save_revision()
    with django_assert_num_queries(1):
        assert revision_to_publish(front, revision) == revision


# --- All the same -------------------------------------------------------------------------------------------------


def all_the_same(client, translation):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(reverse("translators_publish_with_gaps", args=[translation.pk]))


@pytest.mark.parametrize("kind", ["page", "theme"])
def test_a_reviewer_publishes_all_the_same(request, client, reviewer, kind):
    instance = request.getfixturevalue(kind)
    translation = translation_for(instance)
    fill(translation, but=["title", "name"])
    response = all_the_same(client, translation)
    instance.refresh_from_db()
    assert instance.live
    assert response["Location"] == edit_url(instance)
    assert GapsAllowed.objects.get(translation=translation).allowed_by == reviewer


def test_it_holds_for_this_page_alone(client, page, theme):
    all_the_same(client, translation_for(page))
    go(by_translators_editor, client, theme)
    assert not theme.live


def test_a_sync_ends_it(client, page):
    translation = translation_for(page)
    fill(translation, but=["title"])
    all_the_same(client, translation)
    assert gaps_against_publication(translation) == []
    translation.source.update_from_db()
    translation.refresh_from_db()
    assert [gap.source for gap in gaps_against_publication(translation)] == ["題"]


def test_a_get_publishes_nothing(client, page):
    assert client.get(reverse("translators_publish_with_gaps", args=[translation_for(page).pk])).status_code == 405
    assert not GapsAllowed.objects.exists()


def test_publishing_says_which_translations_were_refused(page):
    with pytest.raises(PublishingWithGaps) as refused:
        page.get_latest_revision().publish()
    assert list(refused.value.refused) == [translation_for(page)]
    assert str(refused.value) == sentence_for(page)
