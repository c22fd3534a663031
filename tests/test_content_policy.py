"""The Content-Security-Policy of each answer: strict for readers, one that Wagtail's own pages work with for editors."""

import pytest
from django.http import HttpResponse

from council.middleware.content_policy import ContentPolicyMiddleware
from council.settings.map_tiles import MapTiles
from tests.factories import DocumentFactory, StandardPageFactory

TILES = MapTiles("https://tiles.example.jp/{z}/{x}/{y}.png", "Example", "", 18)
INLINE = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"]


def directives(response):
    parts = (part.split() for part in response["Content-Security-Policy"].split("; "))
    return {name: sources for name, *sources in parts}


@pytest.fixture
def answer(rf, settings):
    """What the middleware makes of an answer to an address."""

    def ask(path="/ja/", secure=False, **given):
        middleware = ContentPolicyMiddleware(lambda request: HttpResponse(**given))
        return middleware(rf.get(path, secure=secure))

    return ask


def test_a_readers_page_runs_and_loads_nothing_but_the_sites_own_files(locales, client):
    page = StandardPageFactory()
    policy = directives(client.get(page.url))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert policy["object-src"] == ["'none'"]
    for name in ("connect-src", "base-uri", "form-action", "frame-ancestors"):
        assert policy[name] == ["'self'"]
    assert not [source for sources in policy.values() for source in sources if source in INLINE]


@pytest.mark.parametrize("address", ["/", "/ja/nowhere/", "/sitemap.xml", "/ja/feed/"])
def test_every_answer_has_it(locales, client, address):
    StandardPageFactory()
    assert directives(client.get(address))["script-src"] == ["'self'"]


def test_the_street_map_may_be_shown_where_there_is_one(answer, settings):
    assert "https://tiles.example.jp" not in directives(answer())["img-src"]
    settings.MAP_TILES = TILES
    policy = directives(answer())
    assert policy["img-src"][-1] == "https://tiles.example.jp"
    assert policy["connect-src"] == ["'self'"]


def test_files_on_another_host_may_be_loaded_from_there_alone(answer, settings):
    settings.MEDIA_URL, settings.STATIC_URL = "https://media.example.jp/uploads/", "//static.example.jp/"
    policy = directives(answer())
    assert {"https://media.example.jp", "static.example.jp"} <= set(policy["img-src"])
    assert policy["script-src"] == policy["style-src"] == ["'self'", "static.example.jp"]


def test_only_over_https_is_everything_asked_for_over_https(answer):
    assert "upgrade-insecure-requests" not in directives(answer())
    assert directives(answer(secure=True))["upgrade-insecure-requests"] == []


def test_wagtails_own_pages_get_what_they_need_and_no_more(answer):
    policy = directives(answer("/admin/pages/"))
    assert policy["script-src"] == policy["style-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["frame-ancestors"] == policy["form-action"] == ["'self'"]
    assert directives(answer("/administration/"))["script-src"] == ["'self'"]


def test_an_answer_keeps_a_policy_of_its_own(locales, client):
    response = client.get(DocumentFactory().url)
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_djangos_own_page_about_an_error_is_left_alone(answer, settings):
    settings.DEBUG = True
    assert "Content-Security-Policy" not in answer(status=500)
    assert "Content-Security-Policy" in answer()


def test_a_preview_is_made_under_the_readers_policy(locales, admin_client):
    """It is shown in a frame of the editors' side, and what an editor writes is no more trusted there."""
    page = StandardPageFactory()
    page.save_revision()
    response = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert response.status_code == 200
    assert directives(response)["script-src"] == ["'self'"]
