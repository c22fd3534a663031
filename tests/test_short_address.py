"""Short addresses for print: one for each page, for ever, and each reader comes to their own language."""

import io
import shutil
import subprocess
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from council.models import ShortAddress
from council.short_address.code import code_of, number_of
from council.short_address.qr import png_file, svg_file
from tests.factories import StoryPageFactory, UserFactory, translate
from tests.factories_links import make_private

NUMBERS = [1, 9, 10, 57, 120, 999, 4711, 86420]


def address_of(page):
    return f"/q/{code_of(ShortAddress.objects.get(translation_key=page.translation_key).pk)}"


@pytest.fixture
def story(locales):
    return StoryPageFactory(slug="rain", title="雨の夜")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_code_says_its_number_however_it_is_typed(number):
    code = code_of(number)
    assert number_of(code) == number
    full_width = code.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    assert number_of(f" {full_width[:1]}-{full_width[1:]} ") == number


@pytest.mark.parametrize("number", NUMBERS)
def test_no_slip_of_one_digit_or_of_two_neighbours_leads_to_another_page(number):
    code = code_of(number)
    slips = {code[:place] + str(digit) + code[place + 1 :] for place in range(len(code)) for digit in range(10)}
    slips |= {code[:place] + b + a + code[place + 2 :] for place, (a, b) in enumerate(pairwise(code))}
    assert [slip for slip in slips - {code} if number_of(slip) is not None] == []


@pytest.mark.parametrize("code", ["", "0", "5", "00", "012", "abc", "1a", "²2", "9" * 40, "٣٤"])
def test_what_is_no_code_has_no_number(code):
    assert number_of(code) is None


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_it_leads_to_the_page_in_the_language_that_was_chosen_else_the_browsers(story, client, slash, method):
    translate(story, "en")
    address = address_of(story) + slash
    response = getattr(client, method)(address, headers={"accept-language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/stories/rain/")
    assert "Accept-Language" in response["Vary"]
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    client.cookies["language"] = "ko"
    response = getattr(client, method)(address, headers={"accept-language": "en"})
    assert response["Location"] == "/ko/stories/rain/"


def test_it_follows_a_page_that_moves(story, client):
    address = address_of(story)
    story.slug = "night-of-rain"
    story.save()
    assert client.get(address, follow=True).redirect_chain == [("/ja/stories/night-of-rain/", 302)]


def test_all_languages_of_a_page_have_one_number(story):
    before = ShortAddress.objects.count()
    translate(story, "en")
    translate(story, "ko")
    assert ShortAddress.objects.count() == before


def test_a_number_is_never_given_again(story, client):
    old = address_of(story)
    story.delete()
    new = StoryPageFactory(slug="rain")
    assert address_of(new) != old
    response = client.get(old, headers={"accept-language": "en"}, follow=True)
    assert response.redirect_chain == [(f"/en{old}/", 302)]
    assert response.status_code == 410
    assert response["X-Robots-Tag"] == "noindex"
    html = response.content.decode()
    assert '<html lang="en">' in html
    assert 'action="/en/search/"' in html
    assert f"%2Fko%2Fq%2F{old.rpartition('/')[2]}%2F" in html


@pytest.mark.parametrize("hide", ["draft", "private"])
def test_what_nobody_may_read_is_as_little_there_as_what_never_was(story, client, hide):
    if hide == "draft":
        story.unpublish()
    else:
        make_private(story)
    hidden, never = (client.get(each, follow=True) for each in (address_of(story), f"/q/{code_of(987654)}"))
    assert hidden.status_code == never.status_code == 404
    assert "雨の夜" not in hidden.content.decode()


def test_a_draft_gets_its_number_when_it_is_published(locales):
    story = StoryPageFactory(live=False)
    mine = ShortAddress.objects.filter(translation_key=story.translation_key)
    assert not mine.exists()
    story.save_revision().publish()
    assert mine.exists()


def test_the_printed_page_carries_it(story, client):
    assert f"http://localhost{address_of(story)}</p>" in client.get("/ja/stories/rain/").content.decode()


def test_a_private_page_prints_no_code_that_leads_nowhere(story):
    make_private(story)
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    html = client.get("/ja/stories/rain/").content.decode()
    assert "雨の夜" in html
    assert "/q/" not in html
    assert 'class="qr"' not in html


def test_editors_take_the_code_away_and_others_do_not(story, client):
    files = [reverse("council_short_address_qr", args=[story.pk, kind]) for kind in ("svg", "png")]
    page = reverse("council_short_address", args=[story.pk])
    assert [client.get(each).status_code for each in (page, *files)] == [302] * 3
    client.force_login(UserFactory(is_superuser=True))
    html = client.get(page).content.decode()
    assert all(each in html for each in files)
    assert f"http://localhost{address_of(story)}" in html
    svg, png = (client.get(f"{each}?download") for each in files)
    assert (svg["Content-Type"], png["Content-Type"]) == ("image/svg+xml", "image/png")
    assert png.content.startswith(b"\x89PNG")
    assert f'filename="qr-{address_of(story)[3:]}.png"' in png["Content-Disposition"]
    assert client.get(files[0].replace(".svg", ".exe")).status_code == 404
    assert page in client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()


def test_a_code_has_four_modules_of_quiet_zone():
    picture = Image.open(io.BytesIO(png_file("https://plan.example.jp/q/126"))).convert("L")
    dark = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark == (80, 80, picture.width - 80, picture.height - 80)


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg (package zbar-tools) is not installed")
def test_a_reader_of_codes_reads_the_address(tmp_path):
    address = "https://plan.example.jp/q/126"
    picture = tmp_path / "qr.png"
    picture.write_bytes(png_file(address))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == address
    assert svg_file(address).startswith(b"<?xml")


def test_what_is_no_code_is_not_found(story, client):
    assert client.get("/q/not-a-code", follow=True).status_code == 404


@pytest.mark.parametrize("address", ["//[x/", "//evil.example/x"])
def test_an_address_that_begins_like_another_host_is_not_found_and_no_canonical(locales, address):
    answer = Client().generic("GET", "/", PATH_INFO=address)
    assert answer.status_code == 404
    assert 'rel="canonical" href="http://evil' not in answer.content.decode()
