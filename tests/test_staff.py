"""Writers write, approvers publish, and the workflow stands between them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail.test.utils.form_data import querydict_from_html

from council.staff import APPROVERS, WORKFLOW, WRITERS
from tests.factories import PersonFactory, StandardPageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    """A writer and an approver of a site that is set up."""
    call_command("setup_site", verbosity=0)
    return UserFactory(username="writer", groups=[WRITERS]), UserFactory(username="approver", groups=[APPROVERS])


@pytest.fixture
def writer(staff):
    return staff[0]


@pytest.fixture
def approver(staff):
    return staff[1]


def everything_set_up():
    """All that `setup_site` makes, as plain values."""
    return {
        "locales": list(Locale.objects.order_by("pk").values_list("pk", "language_code")),
        "groups": [
            (group.name, sorted(group.permissions.values_list("codename", flat=True)))
            for group in Group.objects.order_by("name")
        ],
        "pages": sorted(GroupPagePermission.objects.values_list("group", "page", "permission")),
        "files": sorted(GroupCollectionPermission.objects.values_list("group", "collection", "permission")),
        "workflows": list(Workflow.objects.order_by("pk").values_list("pk", "name", "active")),
        "tasks": list(Task.objects.order_by("pk").values_list("pk", "name", "active")),
        "approvers": sorted(GroupApprovalTask.groups.through.objects.values_list("groupapprovaltask", "group")),
        "steps": list(WorkflowTask.objects.values_list("workflow", "task", "sort_order")),
        "on_pages": list(WorkflowPage.objects.values_list("page", "workflow")),
    }


def edit(client, page, action):
    """Posts a page's own form again, as an editor who presses a button does."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    # The editor's script draws the stream; an empty one sends its length.
    data["body-count"] = "0"
    data[action] = action
    return client.post(address, data)


def decide(client, state, action):
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[state.content_object.pk, action, state.current_task_state.pk]
    )
    return client.post(address, {"comment": ""})


def test_setup_site_makes_a_locale_for_each_language(staff, settings):
    assert set(Locale.objects.values_list("language_code", flat=True)) == {code for code, _name in settings.LANGUAGES}


def test_setup_site_can_be_repeated(staff):
    before = everything_set_up()
    call_command("setup_site", verbosity=0)
    assert everything_set_up() == before


@pytest.mark.parametrize("name", [WRITERS, APPROVERS])
def test_what_an_administrator_added_to_a_group_stays(staff, name):
    group = Group.objects.get(name=name)
    added = Permission.objects.get(codename="view_site", content_type__app_label="wagtailcore")
    group.permissions.add(added)
    bulk = Permission.objects.get(codename="bulk_delete_page", content_type__app_label="wagtailcore")
    page = GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=bulk)
    call_command("setup_site", verbosity=0)
    assert added in group.permissions.all()
    assert GroupPagePermission.objects.filter(pk=page.pk).exists()


def test_a_workflow_that_the_council_chose_stays(staff):
    own = Workflow.objects.create(name="二人で確認")
    WorkflowPage.objects.filter(page=Page.get_first_root_node()).update(workflow=own)
    call_command("setup_site", verbosity=0)
    assert WorkflowPage.objects.get(page=Page.get_first_root_node()).workflow == own


def test_the_workflow_stands_on_every_page_in_place_of_wagtails_own(staff):
    assert StandardPageFactory().get_workflow().name == WORKFLOW


def test_a_writer_cannot_publish(writer):
    rights = StandardPageFactory(live=False).permissions_for_user(writer)
    assert rights.can_edit()
    assert rights.can_add_subpage()
    assert rights.can_submit_for_moderation()
    assert not rights.can_publish()
    assert not rights.can_publish_subpage()


def test_a_writer_who_sends_the_publish_button_anyway_publishes_nothing(client, writer):
    page = StandardPageFactory(live=False, owner=writer)
    client.force_login(writer)
    edit(client, page, "action-publish")
    page.refresh_from_db()
    assert not page.live


def test_a_writer_cannot_take_a_page_off(client, writer):
    page = StandardPageFactory()
    client.force_login(writer)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    page.refresh_from_db()
    assert page.live


def test_an_approver_can_publish(client, approver):
    page = StandardPageFactory(live=False)
    client.force_login(approver)
    edit(client, page, "action-publish")
    page.refresh_from_db()
    assert page.live


def test_what_a_writer_submits_is_live_once_an_approver_agrees(client, writer, approver):
    page = StandardPageFactory(live=False, owner=writer)
    client.force_login(writer)
    edit(client, page, "action-submit")
    page.refresh_from_db()
    assert not page.live
    state = page.current_workflow_state
    assert state.status == WorkflowState.STATUS_IN_PROGRESS

    client.force_login(approver)
    decide(client, state, "approve")
    page.refresh_from_db()
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_APPROVED
    assert page.live


def test_what_an_approver_sends_back_stays_a_draft(client, writer, approver):
    page = StandardPageFactory(live=False, owner=writer)
    client.force_login(writer)
    edit(client, page, "action-submit")
    state = page.current_workflow_state
    client.force_login(approver)
    decide(client, state, "reject")
    page.refresh_from_db()
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert not page.live


def test_a_writer_cannot_approve(client, writer):
    page = StandardPageFactory(live=False, owner=writer)
    client.force_login(writer)
    edit(client, page, "action-submit")
    decide(client, page.current_workflow_state, "approve")
    page.refresh_from_db()
    assert not page.live
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


@pytest.mark.parametrize("model", ["person", "theme", "term", "reading"])
def test_snippets_are_written_by_writers_and_taken_away_by_approvers_alone(staff, model):
    writer, approver = staff
    for action in ("add", "change", "view"):
        assert writer.has_perm(f"council.{action}_{model}")
        assert approver.has_perm(f"council.{action}_{model}")
    assert approver.has_perm(f"council.delete_{model}")
    assert not writer.has_perm(f"council.delete_{model}")


@pytest.mark.parametrize("model", ["person", "theme", "term"])
def test_only_approvers_publish_snippets(staff, model):
    writer, approver = staff
    assert approver.has_perm(f"council.publish_{model}")
    assert not writer.has_perm(f"council.publish_{model}")


def test_a_writers_change_to_a_person_waits_for_an_approver(client, writer):
    person = PersonFactory(role="民生委員")
    client.force_login(writer)
    address = reverse("wagtailsnippets_council_person:edit", args=[person.pk])
    data = {"name": person.name, "reading": person.reading, "role": "会長", "action-publish": "action-publish"}
    client.post(address, data)
    person.refresh_from_db()
    assert person.role == "民生委員"
    assert person.get_latest_revision_as_object().role == "会長"


def test_only_approvers_change_the_councils_own_texts(staff):
    writer, approver = staff
    assert approver.has_perm("council.change_councilsettings")
    assert not writer.has_perm("council.change_councilsettings")


@pytest.mark.parametrize("name", ["writer", "approver"])
def test_editors_enter_the_editors_side_and_no_more(client, staff, name):
    user = dict(zip(("writer", "approver"), staff, strict=True))[name]
    client.force_login(user)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert not user.is_superuser
    assert not user.has_perm("auth.change_user")
    # So they send pages to translators; what that permission would let them publish is refused (test_gaps.py).
    assert user.has_perm("wagtail_localize.submit_translation")
