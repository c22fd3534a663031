"""A translation that another has locked is published on no way, and each way says why; at a set time Wagtail decides."""

import datetime
import json

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Page

from council.translation.publication import PublicationRefused
from tests.factories import StandardPageFactory, UserFactory
from tests.factories_translations import complete, in_language, make_users, page_in_english, send
from tests.test_gaps import by_api, by_bulk, by_bulk_from_above, by_sync, by_workflow
from translators.gaps import translation_of
from translators.guards.locks import sentence_about_lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def users(locales):
    call_command("setup_site", verbosity=0)
    return make_users()


@pytest.fixture
def page(users):
    """A complete translation that waits to be published."""
    return page_in_english().get_target_instance()


@pytest.fixture
def client(users):
    client = Client()
    client.force_login(users["reviewer en"])
    return client


def lock(page, user):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user, locked_at=timezone.now())
    return Page.objects.get(pk=page.pk).specific


def sentence_for(page):
    return sentence_about_lock(translation_of(page))


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def go(route, client, page):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return route(client, page)


@pytest.mark.parametrize("route", [by_bulk, by_bulk_from_above, by_sync, by_workflow])
def test_it_stays_a_draft_and_a_sentence_says_why(client, users, page, route):
    response = go(route, client, lock(page, users["approver"]))
    assert not is_live(page)
    assert sentence_for(page) in [str(message).strip() for message in get_messages(response.wsgi_request)]


def test_the_api_says_why(client, users, page):
    response = go(by_api, client, lock(page, users["approver"]))
    assert not is_live(page)
    assert response.status_code == 403
    assert json.loads(response.content)["detail"] == sentence_for(page)


def test_a_program_that_names_a_user_is_refused_too(users, page):
    page = lock(page, users["approver"])
    with pytest.raises(PublicationRefused, match="題"):
        page.get_latest_revision().publish(user=users["reviewer en"])
    assert not is_live(page)


def test_bulk_publishes_none_of_several(client, users, page):
    other = StandardPageFactory(parent=in_language(page.get_parent(), "ja"), title="二つ目", slug="second")
    complete(send(other, "en")["en"])
    go(by_bulk_from_above, client, lock(page, users["approver"]))
    assert not in_language(other, "en").live


@pytest.mark.parametrize("route", [by_bulk, by_bulk_from_above, by_api])
def test_whoever_locked_it_publishes_it(client, users, page, route):
    go(route, client, lock(page, users["reviewer en"]))
    assert is_live(page)


def test_at_a_set_time_a_locked_page_is_published_as_wagtail_does_it(users, page):
    page.go_live_at = timezone.now() - datetime.timedelta(minutes=5)
    page.save_revision(approved_go_live_at=page.go_live_at)
    lock(page, users["approver"])
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("publish_scheduled", verbosity=0)
    assert is_live(page)


def test_a_workflow_ends_with_the_publication(users, page):
    """Its own lock is not one for whoever approves."""
    go(by_workflow, Client(), page)
    assert is_live(page)


def test_a_page_that_nobody_translates_is_wagtails_to_answer_for(users, page):
    source = lock(in_language(page, "ja"), users["approver"])
    source.title = "新しい題"
    source.save_revision().publish(user=UserFactory(is_superuser=True))
    assert in_language(page, "ja").title == "新しい題"
