"""A draft whose picture or document has been deleted is previewed without it."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PictureFactory,
    StandardPageFactory,
    StoryPageFactory,
    UserFactory,
    translate,
)
from tests.factories_translations import complete, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(locales):
    call_command("setup_site", verbosity=0)
    front = HomePageFactory()
    translate(front, "en")
    return front


def pictured_page(front):
    body = [
        ("paragraph", "<p>だれでも来られる。</p>"),
        ("picture", {"image": PictureFactory(), "alternative_text": "山"}),
        ("document", {"document": DocumentFactory(), "title": "書類"}),
        (
            "video",
            {"url": "https://example.jp/v", "picture": PictureFactory(), "title": "動画", "transcript": "話す。"},
        ),
    ]
    return StandardPageFactory(
        parent=front, title="題", slug="p", picture=PictureFactory(), picture_alt="海", body=body
    )


def story(front):
    return StoryPageFactory(
        title="題",
        slug="s",
        picture=PictureFactory(),
        picture_alt="海",
        body=[
            ("paragraph", "<p>だれでも来られる。</p>"),
            ("picture", {"image": PictureFactory(), "alternative_text": "山"}),
        ],
    )


def organisation(front):
    return OrganisationPageFactory(
        parent=OrganisationIndexPageFactory(parent=front),
        title="題",
        slug="o",
        picture=PictureFactory(),
        picture_alt="海",
    )


def draft_of(page):
    page.save_revision()
    return page


def delete_pictures():
    get_image_model().objects.all().delete()
    get_document_model().objects.all().delete()


MAKERS = [pictured_page, story, organisation]


@pytest.mark.parametrize("make", MAKERS)
def test_of_the_source(front, client, make):
    page = draft_of(make(front))
    delete_pictures()
    client.force_login(UserFactory(is_superuser=True))
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200
    assert "題" in response.content.decode()
    assert "<picture" not in response.content.decode()


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("address", ["translators_source_preview", "wagtail_localize:preview_translation"])
def test_of_the_translation(front, client, make, address):
    page = draft_of(make(front))
    if page.slug == "o":
        translate(page.get_parent(), "en")
    translation = send(page, "en")["en"]
    complete(translation)
    delete_pictures()
    client.force_login(UserFactory(is_superuser=True))
    response = client.get(reverse(address, args=[translation.pk]))
    assert response.status_code == 200
    assert "題" in response.content.decode()
    assert "<picture" not in response.content.decode()
