"""What a reader chose in the language selector is remembered, leads nowhere else, and is kept for nobody else."""

import pytest
from django.conf import settings

from tests.factories import StoryPageFactory

CODES = [code for code, _name in settings.LANGUAGES]
COOKIE = settings.LANGUAGE_COOKIE_NAME


@pytest.fixture
def story(locales):
    return StoryPageFactory(slug="rain")


@pytest.mark.parametrize("code", CODES)
def test_the_chosen_language_is_remembered_at_the_front_door(story, client, code):
    client.get(f"/language/{code}/", {"to": f"/{code}/stories/rain/"})
    response = client.get("/", headers={"accept-language": "ko"})
    assert response["Location"] == f"/{code}/"


def test_the_choice_leads_on_to_the_same_page(story, client):
    response = client.get("/language/en/", {"to": "/en/stories/rain/?page=2&theme=居場所#top"})
    assert (response.status_code, response["Location"]) == (
        302,
        "/en/stories/rain/?page=2&theme=%E5%B1%85%E5%A0%B4%E6%89%80#top",
    )


@pytest.mark.parametrize(
    "target",
    [
        "",
        "stories/",
        "https://example.com/",
        "//example.com/",
        "///example.com/",
        "/\\example.com/",
        "\\\\example.com/",
        "http:///example.com/",
        "javascript:alert(1)",
        "/\n/example.com/",
        "/\t/example.com",
        " //example.com",
    ],
)
def test_it_leads_to_no_other_site(story, client, target):
    response = client.get("/language/ko/", {"to": target})
    assert (response.status_code, response["Location"]) == (302, "/ko/")
    assert response.cookies[COOKIE].value == "ko"


@pytest.mark.parametrize("code", ["fr", "xx", "JA", "ja-jp"])
def test_a_language_that_is_not_spoken_is_not_remembered(story, client, code):
    response = client.get(f"/language/{code}/", {"to": "/ja/"}, follow=True)
    assert response.status_code == 404
    assert COOKIE not in response.cookies


def test_no_cache_keeps_the_choice(story, client):
    response = client.get("/language/en/")
    assert {"no-store", "private"} <= {part.strip() for part in response["Cache-Control"].split(",")}
    cookie = response.cookies[COOKIE]
    assert cookie["max-age"] == 365 * 24 * 3600
    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"]


@pytest.mark.parametrize("chosen", ["en", "ja-simple", "nonsense", "x" * 5000])
def test_a_page_is_the_same_whatever_was_chosen(story, client, chosen):
    """So that a cache may keep it for all readers."""
    before = client.get("/ko/stories/rain/")
    client.cookies[COOKIE] = chosen
    after = client.get("/ko/stories/rain/")
    assert after.content == before.content
    assert "Cookie" not in after.get("Vary", "")


@pytest.mark.parametrize("chosen", ["nonsense", "", "../..", "fr"])
def test_a_cookie_that_names_no_language_is_passed_over(story, client, chosen):
    client.cookies[COOKIE] = chosen
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/en/"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/EN/", "/en/"),
        ("/EN/stories/rain/?page=2", "/en/stories/rain/?page=2"),
        ("/zh-Hans/stories/rain/", "/zh-hans/stories/rain/"),
        ("/zh-CN/", "/zh-hans/"),
        ("/JA-simple/", "/ja-simple/"),
        ("/en-gb/nowhere/", "/en/nowhere/"),
    ],
)
def test_a_language_written_otherwise_is_understood_in_an_address(story, client, address, target):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, target)


def test_no_cookie_leads_from_the_front_door_to_nothing(story, client):
    client.cookies[COOKIE] = "EN"
    response = client.get("/", follow=True)
    assert response.status_code == 200
    assert response.request["PATH_INFO"] == "/en/"


def test_an_address_that_is_in_no_language_is_sent_nowhere(story, client):
    for address in ("/ja/nowhere/", "/ja/en/nowhere/", "/jab/nowhere.html", "/EN", "/nowhere.txt"):
        assert client.get(address).status_code == 404
