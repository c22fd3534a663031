"""A page with a date in a block is published by its approval: opening its form changes nothing."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from council.staff import APPROVERS, WRITERS
from tests.factories import StoryPageFactory, UserFactory

FACT = {"label": "数", "value": "17", "as_of": "2026-01-01"}


def press(client, page, **buttons):
    """Sends the page's own form as the browser does, the blocks drawn by its script."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    body = nested_form_data({"body": streamfield([("fact", FACT)])})
    data.update({**body, "body-0-id": "fact-1", **buttons})
    return client.post(address, data)


@pytest.mark.django_db
def test_the_approval_of_a_page_with_a_date_publishes_it(client):
    call_command("setup_site", verbosity=0)
    story = StoryPageFactory(live=False, body=[{"type": "fact", "id": "fact-1", "value": FACT}])
    story.save_revision()
    client.force_login(UserFactory(username="writer", groups=[WRITERS]))
    press(client, story, **{"action-submit": "action-submit"})
    client.force_login(UserFactory(username="approver", groups=[APPROVERS]))
    press(client, story, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    story.refresh_from_db()
    assert WorkflowState.objects.get().status == "approved"
    assert story.live
