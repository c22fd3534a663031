"""Pictures: made before anybody asks, in every size and format, without what a camera writes into its files; and never missing."""

import io
import re
import struct
import zlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.models import Site

from council.models import CouncilSettings, CouncilWording, PictureTone
from council.pictures import make
from council.pictures.make import make_pictures
from council.pictures.metadata import without_metadata
from council.pictures.photo import photo
from council.pictures.presets import PRESETS, format_of
from council.pictures.tones import LEVELS, dominant
from search.indexing import moment
from search.indexing.queue import index_after_answer, index_pending
from search.pending import PendingObject
from tests.factories import HomePageFactory, OrganisationPageFactory, PersonFactory, StoryPageFactory, UserFactory

CSS = Path(django_settings.STATICFILES_DIRS[0]) / "css/parts.css"
GPS = 0x8825


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def story(db):
    page = StoryPageFactory(picture=an_image(), picture_alt="ベンチ", slug="bench")
    PendingObject.objects.all().delete()
    return page


def an_image(size=(1800, 1200), colour="#b07028", **fields):
    image = get_image_model()(title="ベンチ", file=ContentFile(a_file(size, colour), name="bench.jpg"), **fields)
    image.save()
    return image


def a_file(size=(1800, 1200), colour="#b07028", name="JPEG", **options):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, name, **options)
    return out.getvalue()


def exif(orientation=1):
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "Telephone of Yamano"
    tags[GPS] = {1: "N", 2: (35.0, 44.0, 8.0), 3: "E", 4: (139.0, 39.0, 6.0)}
    return tags.tobytes()


def shown(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def forms_of(image):
    return sorted({format_of(each.filter_spec) for each in image.renditions.all()})


# --- When they are made -------------------------------------------------------------------------------------------


def test_what_a_page_shows_is_made_in_the_background_in_every_size_it_is_shown_in(story, client):
    story.save()
    index_pending()
    wanted = {spec for name in ("hero", "card", "wide") for spec in PRESETS[name].specs()}
    assert set(story.picture.renditions.values_list("filter_spec", flat=True)) == wanted
    before = set(story.picture.renditions.values_list("pk", flat=True))
    sources = shown(client, story).select(".story-picture source")
    assert [each["type"] for each in sources] == ["image/avif", "image/webp"]
    assert [re.findall(r"(\d+)w", each["srcset"]) for each in sources] == [["640", "1040", "1600"]] * 2
    assert set(story.picture.renditions.values_list("pk", flat=True)) == before


def test_while_somebody_waits_for_an_answer_nothing_is_made(story):
    moment.request_begins()
    try:
        story.save()
        index_pending(seconds=3, reads_files=False, makes_pictures=False)
        assert not story.picture.renditions.exists()
        assert PendingObject.objects.filter(content_type=ContentType.objects.get_for_model(get_image_model())).exists()
    finally:
        moment.request_ends()
    index_after_answer()
    assert story.picture.renditions.exists()
    assert not PendingObject.objects.exists()


def test_a_portrait_and_the_logo_are_made_in_their_own_sizes_alone(db):
    person = PersonFactory(portrait=an_image(), portrait_alt="山野さん")
    settings = CouncilSettings.objects.create(site=Site.objects.get(is_default_site=True), logo=an_image())
    index_pending()
    assert set(person.portrait.renditions.values_list("filter_spec", flat=True)) == set(PRESETS["portrait"].specs())
    assert set(settings.logo.renditions.values_list("filter_spec", flat=True)) == set(PRESETS["logo"].specs())


def test_a_new_focal_point_makes_the_cuts_anew(story):
    story.save()
    index_pending()
    image = get_image_model().objects.get(pk=story.picture_id)
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 1700, 600, 100, 100
    image.save()
    index_pending()
    cuts = image.renditions.filter(filter_spec__startswith="fill-400x250|format-avif")
    assert cuts.count() == 2


def test_what_a_picture_is_too_small_for_is_not_made_twice(db):
    small = an_image((500, 400))
    assert len(PRESETS["hero"].specs_for(small)) == 3
    assert len(PRESETS["card"].specs_for(small)) == 5
    assert len(PRESETS["logo"].specs_for(an_image((100, 60)))) == 3


def test_a_broken_picture_stops_no_other(db, caplog):
    broken, whole = (StoryPageFactory(picture=an_image(), picture_alt="a") for _number in range(2))
    Path(broken.picture.file.path).unlink()
    assert make_pictures([broken.picture_id, whole.picture_id])[1] == 1
    assert "could not be made smaller" in caplog.text
    assert forms_of(whole.picture) == ["avif", "jpeg", "webp"]


def test_the_command_makes_what_is_missing_and_what_was_lost(story, capsys):
    story.save()
    call_command("make_pictures")
    made = story.picture.renditions.count()
    assert f"{made} files made, 0 pictures failed" in capsys.readouterr().out
    lost = story.picture.renditions.first()
    Path(lost.file.path).unlink()
    call_command("make_pictures", "--lost-files")
    assert "1 files had been lost.\n1 files made" in capsys.readouterr().out
    assert story.picture.renditions.count() == made


# --- Before they are made, and when they cannot be --------------------------------------------------------------------


def test_before_they_are_made_one_is_made_and_the_rest_is_asked_for(story, client):
    image = shown(client, story).select_one(".story-picture img")
    assert image["src"].endswith(".jpg") or image["src"].endswith(".jpeg")
    assert PRESETS["hero"].specs()[0] in story.picture.renditions.values_list("filter_spec", flat=True)
    index_pending()
    assert forms_of(story.picture) == ["avif", "jpeg", "webp"]


def test_what_was_made_for_another_place_stands_in(story, client):
    story.picture.get_rendition("width-960|format-webp")
    assert "width-960" in shown(client, story).select_one(".story-picture img")["src"]


def test_what_is_there_of_a_preset_is_shown_alone(story, client):
    story.picture.get_rendition("width-640|format-webp")
    soup = shown(client, story)
    assert [each["type"] for each in soup.select(".story-picture source")] == ["image/webp"]
    assert "width-640" in soup.select_one(".story-picture img")["src"]


def test_without_its_file_a_picture_leaves_its_words(story, client):
    Path(story.picture.file.path).unlink()
    soup = shown(client, story)
    assert not soup.select(".story-picture img")
    assert soup.select_one(".story-picture .picture-missing").get_text(strip=True) == "ベンチ"


def test_without_its_file_a_picture_that_only_adorns_leaves_an_empty_box(db, client):
    index = StoryPageFactory(picture=an_image(), picture_alt="ベンチ").get_parent()
    Path(get_image_model().objects.get().file.path).unlink()
    box = shown(client, index).select_one(".card-picture .picture-missing")
    assert box["aria-hidden"] == "true"
    assert not box.get_text(strip=True)


def test_a_file_that_is_no_picture_is_no_error(story, client):
    Path(story.picture.file.path).write_bytes(b"no picture")
    assert shown(client, story).select_one(".picture-missing")


def test_a_full_disk_is_no_error(story, client, monkeypatch):
    def full(*args, **kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr(get_image_model(), "create_rendition", full)
    assert shown(client, story).select_one(".picture-missing")


# --- How they are shown -----------------------------------------------------------------------------------------------


def test_the_first_comes_at_once_and_all_others_when_they_are_near(db, client):
    stories = [StoryPageFactory(picture=an_image((900, 600)), picture_alt="a") for _number in range(3)]
    for page in [stories[0].get_parent(), stories[0]]:
        images = shown(client, page).select("main img")
        assert images[0]["fetchpriority"] == "high"
        assert "loading" not in images[0].attrs
        assert all(each["loading"] == "lazy" and "fetchpriority" not in each.attrs for each in images[1:])
        assert all(each["width"] and each["height"] for each in images)


def test_the_logo_does_not_push_ahead_of_the_picture(db, client):
    home = HomePageFactory()
    council = CouncilSettings.objects.create(site=home.get_site(), logo=an_image((300, 150)))
    CouncilWording.objects.create(settings=council, locale=home.locale, name="社協")
    logo = shown(client, home).select_one(".site-header img, header img")
    assert "fetchpriority" not in logo.attrs
    assert "loading" not in logo.attrs


def test_its_tone_stands_in_its_place_until_it_is_there(story, client):
    story.save()
    index_pending()
    tone = PictureTone.objects.get(image=story.picture).tone
    assert tone == "210"
    soup = shown(client, story)
    assert f"tone-{tone}" in soup.select_one(".story-picture img")["class"]
    assert not soup.select("[style]")


def test_every_tone_and_focus_has_its_rule():
    css = CSS.read_text()
    for red in range(4):
        for green in range(4):
            for blue in range(4):
                colour = "".join(f"{LEVELS[each]:02x}" for each in (red, green, blue))
                assert f".tone-{red}{green}{blue} {{ background: #{colour}; }}" in css
    for axis in "xy":
        for fifth in (0, 1, 3, 4):
            assert f".focus-{axis}-{fifth} {{ --focus-{axis}:" in css


def test_nothing_stands_behind_a_picture_that_one_can_see_through():
    assert dominant(Image.new("RGBA", (20, 20), (200, 0, 0, 100))) == ""


def test_a_box_of_another_shape_is_cut_around_the_focal_point(db):
    image = an_image(focal_point_x=1700, focal_point_y=600, focal_point_width=100, focal_point_height=100)
    assert "focus-x-4" in photo(image, "hero").classes
    assert "focus-y" not in photo(image, "hero").classes
    assert "focus" not in photo(an_image(), "hero").classes


def test_a_portrait_is_cut_around_the_face(db):
    two = Image.new("RGB", (1000, 500), "#ffffff")
    two.paste("#cc0000", (800, 200, 900, 300))
    out = io.BytesIO()
    two.save(out, "PNG")
    image = get_image_model()(
        title="a",
        file=ContentFile(out.getvalue(), name="a.png"),
        focal_point_x=850,
        focal_point_y=250,
        focal_point_width=100,
        focal_point_height=100,
    )
    image.save()
    with image.get_rendition(PRESETS["portrait"].specs()[0]).open_file() as file:
        cut = Image.open(file).convert("RGB")
    # The area of 100 pixels stands in the middle of 288: 50 of 144.
    greens = [cut.getpixel((x, 72))[1] for x in (50, 72, 94)]
    assert cut.size == (144, 144)
    assert max(greens) < 120
    assert min(cut.getpixel((x, 72))[1] for x in (40, 104)) > 200


@pytest.mark.parametrize(
    ("size", "focus", "expected"),
    [
        ((1000, 500), None, (500, 500)),
        ((1000, 500), (0, 0, 10, 10), (288, 288)),
        ((1000, 500), (990, 490, 400, 400), (500, 500)),
        ((100, 60), (50, 30, 20, 20), (60, 60)),
    ],
)
def test_a_portrait_stays_inside_its_picture(db, size, focus, expected):
    names = ["focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"]
    image = an_image(size, **dict(zip(names, focus or [None] * 4, strict=True)))
    rect = Filter(spec=PRESETS["portrait"].specs()[0]).get_transform(image).get_rect()
    assert (rect.width, rect.height) == pytest.approx(expected)
    assert min(rect.left, rect.top) >= 0
    assert rect.right <= size[0] + 0.01
    assert rect.bottom <= size[1] + 0.01


def test_a_list_reads_the_renditions_of_its_own_size_alone(db, django_assert_num_queries):
    story = StoryPageFactory(picture=an_image(), picture_alt="a")
    make_pictures([story.picture_id])
    found = type(story).objects.for_cards().get(pk=story.pk)
    assert {each.filter_spec for each in found.picture.renditions.all()} == set(PRESETS["card"].specs())
    with django_assert_num_queries(0):
        assert photo(found.picture, "card").classes == "tone-210"


# --- What is not for readers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_where_a_photograph_was_taken_goes_nowhere(db, name):
    data = a_file((900, 600), name=name, exif=exif())
    assert b"Yamano" in data
    image = get_image_model()(title="a", file=ContentFile(data, name=f"a.{name.lower()}"))
    image.save()
    story = StoryPageFactory(picture=image, picture_alt="a")
    make_pictures([story.picture_id])
    files = [image.file, *[each.file for each in image.renditions.all()]]
    assert len(files) > 5
    for file in files:
        with file.open() as opened:
            kept = opened.read()
        assert b"Yamano" not in kept
        with Image.open(io.BytesIO(kept)) as picture:
            picture.load()
            assert not dict(picture.getexif()), file.name


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_stands_as_it_was_taken(db, name):
    picture = Image.new("RGB", (600, 300), "#ffffff")
    picture.paste("#cc0000", (0, 0, 300, 300))
    out = io.BytesIO()
    picture.save(out, name, exif=exif(orientation=6))
    image = get_image_model()(title="a", file=ContentFile(out.getvalue(), name=f"a.{name.lower()}"))
    image.save()
    assert (image.width, image.height) == (300, 600)
    with image.open_file() as file:
        upright = Image.open(file).convert("RGB")
    # A quarter turn to the right: what was left is on top.
    assert upright.getpixel((150, 100))[1] < 90
    assert upright.getpixel((150, 500))[1] > 200
    assert shown_size(image) == (300, 600)


def shown_size(image):
    found = image.get_rendition("width-640|format-jpeg")
    return found.width, found.height


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF"])
def test_the_picture_itself_is_not_touched(name):
    profile = {} if name == "GIF" else {"icc_profile": b"a profile of colours" * 20}
    noise = Image.effect_noise((120, 90), 60).convert("L" if name == "GIF" else "RGB")
    with_all, without = io.BytesIO(), io.BytesIO()
    said = {"comment": b"by Yamano"} if name in {"JPEG", "GIF"} else {"exif": exif()}
    noise.save(with_all, name, **profile, **said)
    noise.save(without, name, **profile)
    clean = without_metadata(with_all.getvalue())
    assert b"Yamano" not in clean
    before, after = Image.open(with_all), Image.open(io.BytesIO(clean))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert before.info.get("icc_profile") == after.info.get("icc_profile")
    data = without.getvalue()
    assert without_metadata(data) is data or without_metadata(data) == data


def test_what_hangs_behind_the_picture_is_not_kept():
    for name in ("JPEG", "PNG", "WEBP", "GIF"):
        data = a_file((40, 30), name=name)
        assert b"a film" not in without_metadata(data + b"a film of somebody's living room")


def test_text_in_a_png_is_not_kept():
    data = a_file((40, 30), name="PNG")
    chunk = b"tEXtAuthor\0Yamano"
    text = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert b"Yamano" not in without_metadata(data[:33] + text + data[33:])


def test_an_animation_stays_one():
    frames = [Image.new("P", (20, 20), number) for number in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, duration=100, comment=b"Yamano")
    clean = Image.open(io.BytesIO(without_metadata(out.getvalue())))
    assert clean.n_frames == Image.open(out).n_frames
    assert clean.info["loop"] == 0


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_file_that_ends_too_early_is_said_to(name):
    data = a_file((300, 200), name=name)
    for length in (len(data) // 2, len(data) - 3, 14):
        with pytest.raises((OSError, SyntaxError)):
            without_metadata(data[:length])


# --- What staff may upload --------------------------------------------------------------------------------------------


@pytest.fixture
def upload(client, db):
    client.force_login(UserFactory(is_superuser=True))

    def send(data, name="a.jpg", kind="image/jpeg"):
        return client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "a", "files[]": SimpleUploadedFile(name, data, kind)},
            headers={"x-requested-with": "XMLHttpRequest"},
        ).json()

    return send


def test_a_picture_is_taken_and_what_the_camera_wrote_is_not(upload):
    assert upload(a_file((90, 60), exif=exif()))["success"]
    image = get_image_model().objects.get()
    assert b"Yamano" not in image.file.read()
    assert image.file_size == image.file.size
    assert image.file_hash


def test_the_same_photograph_again_is_noticed(upload):
    data = a_file((90, 60), exif=exif())
    upload(data)
    assert upload(data)["duplicate"]


def test_a_picture_of_too_many_pixels_is_refused_with_a_sentence(upload, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000_000
    answer = upload(a_file((1200, 1000)))
    assert not answer["success"]
    assert "100万画素" in answer["error_message"]
    assert not get_image_model().objects.exists()


def test_a_bomb_is_refused_before_it_is_opened(upload):
    head = struct.pack(">II5B", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data += struct.pack(">I", 9) + b"IDAT" + b"\0" * 99
    assert "6400万画素" in upload(data, "a.png", "image/png")["error_message"]


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_half_a_file_is_refused_with_a_sentence(upload, name):
    noise = io.BytesIO()
    Image.effect_noise((300, 200), 90).convert("L" if name == "GIF" else "RGB").save(noise, name)
    answer = upload(noise.getvalue()[: len(noise.getvalue()) // 2], f"a.{name.lower()}", f"image/{name.lower()}")
    assert not answer["success"]
    assert answer["error_message"]


@pytest.mark.parametrize(("name", "kind"), [("a.svg", "image/svg+xml"), ("a.png", "image/png")])
def test_a_drawing_that_may_hold_a_script_is_refused_whatever_it_is_called(upload, name, kind):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    assert not upload(svg, name, kind)["success"]
    assert not get_image_model().objects.exists()


def test_every_picture_of_a_page_has_words(db):
    story = StoryPageFactory.build(picture=an_image(), picture_alt=" ")
    with pytest.raises(Exception, match="picture_alt"):
        story.clean()


def test_whoever_is_stopped_leaves_the_rest_to_the_next(story, monkeypatch):
    story.save()

    class Stopped(BaseException):
        pass

    done, create = [], get_image_model().create_rendition

    def stop(self, each):
        if len(done) == 2:
            raise Stopped
        done.append(each)
        return create(self, each)

    monkeypatch.setattr(make.get_image_model(), "create_rendition", stop)
    with pytest.raises(Stopped):
        index_pending()
    monkeypatch.undo()
    assert story.picture.renditions.count() == 2
    index_pending()
    assert forms_of(story.picture) == ["avif", "jpeg", "webp"]


def test_an_organisation_has_no_picture_that_only_stories_need(db):
    page = OrganisationPageFactory(picture=an_image(), picture_alt="a")
    index_pending()
    assert not page.picture.renditions.filter(filter_spec__startswith="width-1600").exists()
