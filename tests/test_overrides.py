"""What a translation puts in the place of a link, an address or a picture: nothing that harms, nothing that is gone."""

from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride

from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PictureFactory,
    StandardPageFactory,
    UserFactory,
    translate,
)
from tests.factories_translations import complete, in_language, publish, role_group, send
from translators.overrides.addresses import is_harmless

pytestmark = pytest.mark.django_db

HARMFUL = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&#58;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "https:///evil.example",
    "https://",
    "http://[",
    "mailto:",
    "",
    "   ",
]
HARMLESS = [
    "https://example.org/en/?a=b#c",
    "HTTP://example.org",
    "https://例え.jp/話",
    "mailto:a@example.jp",
    "tel:03-1111-1111",
    "/en/stories/",
    "#top",
    "?page=2",
]


@pytest.mark.parametrize("address", HARMFUL)
def test_what_harms(address):
    assert not is_harmless(address)


@pytest.mark.parametrize("address", HARMLESS)
def test_what_does_not_harm(address):
    assert is_harmless(address)


@pytest.fixture
def front():
    call_command("setup_site", verbosity=0)
    front = HomePageFactory()
    translate(front, "en")
    return front


@pytest.fixture
def page(front):
    page = StandardPageFactory(
        parent=front,
        title="題",
        slug="p",
        live=True,
        picture=PictureFactory(),
        picture_alt="海",
        body=[
            ("paragraph", '<p>だれでも<a href="https://example.jp/">来られる</a>。</p>'),
            ("picture", {"image": PictureFactory(), "alternative_text": "山"}),
            ("document", {"document": DocumentFactory(), "title": "書類"}),
            ("video", {"url": "https://example.jp/video", "picture": PictureFactory(), "title": "動画"}),
        ],
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def translation(page):
    translation = send(page, "en")["en"]
    complete(translation)
    publish(translation)
    return translation


@pytest.fixture
def reviewer(front):
    user = UserFactory()
    user.groups.add(role_group("en", may_publish=True))
    return user


@pytest.fixture
def put(client, reviewer):
    """Puts something in a segment's place as the translators' editor does."""
    client.force_login(reviewer)

    def save(translation, path, value):
        address = reverse("wagtail_localize:edit_override", args=[translation.pk, part(translation, path).pk])
        return client.put(address, urlencode({"value": value}), content_type="application/x-www-form-urlencoded")

    return save


def part(translation, path):
    return OverridableSegment.objects.get(source=translation.source, context__path__contains=path)


def refused(answer):
    assert answer.status_code == 400, answer.content
    assert answer.json()["detail"]
    return not SegmentOverride.objects.exists()


@pytest.mark.parametrize("address", HARMFUL)
@pytest.mark.parametrize("path", ["'https://example.jp/'", ".url"])
def test_an_address_that_harms_is_refused(put, translation, path, address):
    assert refused(put(translation, path, address))


@pytest.mark.parametrize("address", HARMLESS)
def test_another_address_of_a_link_goes_live(put, page, translation, address):
    assert put(translation, "'https://example.jp/'", address).status_code == 201
    publish(translation)
    assert f'href="{address}"' in in_language(page, "en").body[0].value.source


def test_an_address_field_takes_an_address_of_its_kind_alone(put, front):
    parent = OrganisationIndexPageFactory(parent=front)
    organisation = OrganisationPageFactory(parent=parent, title="団体", website="https://example.jp/", live=True)
    organisation.save_revision().publish()
    send(parent, "en")
    translation = send(organisation, "en")["en"]
    assert refused(put(translation, "website", "javascript:alert(1)"))
    assert refused(put(translation, "website", "/en/"))
    assert put(translation, "website", "https://example.org/").status_code == 201


@pytest.mark.parametrize("path", ["picture", ".image", ".document", ".picture"])
@pytest.mark.parametrize("value", ["99999", "abc", "", "-1", "1.5"])
def test_what_there_is_not_is_refused(put, translation, path, value):
    if path == "picture":
        OverridableSegment.objects.exclude(context__path="picture").filter(context__path__endswith="picture").delete()
    assert refused(put(translation, path, value))


def test_what_is_of_another_kind_is_refused(put, translation):
    document = DocumentFactory(pk=4711)
    assert refused(put(translation, ".image", document.pk))
    assert put(translation, ".document", document.pk).status_code == 201


def test_no_value_at_all_is_refused(client, reviewer, translation):
    client.force_login(reviewer)
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, part(translation, ".image").pk])
    assert refused(client.put(address, "", content_type="application/x-www-form-urlencoded"))


def test_another_picture_goes_live_and_is_taken_back(client, put, page, translation):
    picture = PictureFactory()
    assert put(translation, ".image", picture.pk).status_code == 201
    publish(translation)
    assert in_language(page, "en").body[1].value["image"] == picture
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, part(translation, ".image").pk])
    assert client.delete(address).status_code == 200
    publish(translation)
    assert in_language(page, "en").body[1].value["image"] == page.body[1].value["image"]


def test_who_may_not_translate_learns_and_changes_nothing(client, put, translation):
    client.force_login(UserFactory())
    assert put(translation, ".image", "99999").status_code in {302, 403}
    assert not SegmentOverride.objects.exists()


def test_a_segment_of_another_page_is_not_found(client, reviewer, front, translation):
    client.force_login(reviewer)
    other = StandardPageFactory(parent=front, title="別", slug="q", picture=PictureFactory(), picture_alt="川")
    foreign = part(send(other, "en")["en"], "picture")
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, foreign.pk])
    answer = client.put(address, urlencode({"value": "1"}), content_type="application/x-www-form-urlencoded")
    # Django looks for what it does not find once more below a language.
    assert answer.status_code in {302, 404}
    assert not SegmentOverride.objects.exists()


@pytest.mark.parametrize(("path", "at"), [("picture", None), (".image", 1)])
def test_what_is_deleted_later_is_left_out(client, put, page, translation, path, at):
    if at is None:
        OverridableSegment.objects.filter(context__path__endswith=".picture").delete()
    picture = PictureFactory()
    assert put(translation, path, picture.pk).status_code == 201
    picture.delete()
    override = SegmentOverride.objects.get()
    assert (override.has_error, bool(override.get_error())) == (True, True)
    preview = reverse("wagtail_localize:preview_translation", args=[translation.pk])
    assert client.get(preview).status_code == 200
    editor = reverse("wagtailadmin_pages:edit", args=[in_language(page, "en").pk])
    assert client.get(editor).status_code == 200
    assert client.post(editor, {"action": "publish"}).status_code == 302
    publish(translation)
    version = in_language(page, "en")
    there = version.picture if at is None else version.body[at].value["image"]
    assert there == (page.picture if at is None else page.body[at].value["image"])


def test_a_picture_of_the_source_that_is_deleted_takes_its_place_along(put, page, translation):
    assert put(translation, ".image", PictureFactory().pk).status_code == 201
    page.body[1].value["image"].delete()
    assert SegmentOverride.objects.get().has_error
    publish(translation)


def test_another_choice_after_a_deletion_counts_again(put, page, translation):
    first, second = PictureFactory(), PictureFactory()
    put(translation, ".image", first.pk)
    first.delete()
    assert put(translation, ".image", second.pk).json()["error"] is None
    publish(translation)
    assert in_language(page, "en").body[1].value["image"] == second


def test_what_a_program_stores_is_marked(page, translation):
    context = part(translation, "'https://example.jp/'").context
    override = SegmentOverride.objects.create(
        locale=translation.target_locale, context=context, data_json='"javascript:alert(1)"'
    )
    override.refresh_from_db()
    assert override.has_error
    publish(translation)
    assert "javascript" not in in_language(page, "en").body[0].value.source
