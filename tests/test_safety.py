"""Nothing a reader sends makes the site fall over, and no reader who is not signed in gets a cookie."""

import html
import re
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from home.sample.accounts import PASSWORD
from tests.factories import (
    DocumentFactory,
    GlossaryPageFactory,
    GoalPageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    PillarPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    UserFactory,
)
from tests.factories_links import make_private
from tests.sample_site import sample_once

# What databases, parsers and templates stumble over.
ODD = {
    "NUL": "a\x00b",
    "only NUL": "\x00",
    "quotes": "'\"`´’”「」",
    "SQL": "' OR 1=1; --",
    "like": "%_\\%",
    "markup": "<script>alert(1)</script>",
    "template": "{{ 7|add:7 }}{% debug %}",
    "newlines": "a\r\nb",
    "right to left": "\u202eabc",
    "beyond the plane": "𠮷野家🏠",
    "half-width kana": "ｶﾞﾗｽ",
    "not a number": "NaN",
    "too many digits": "9" * 5000,
    "full-width digits": "９９",
    "superscript": "²",
    "negative": "-1",
    "sixty-four bits": str(2**63),
    "twenty digits": "99999999999999999999",
    "zero": "0",
    "float": "1e999",
    "full-width spaces": "　　　",
    "five thousand words": "福祉 " * 5000,
    "operators": "AND OR NOT ( ) * : & | ! <->",
    "unbalanced": '"((',
    "private use": "\ue000\uffff",
}
# Bytes that are no text at all, as an address carries them.
BROKEN = {
    "NUL": "%00",
    "lone surrogate": "%ED%A0%80",
    "cut UTF-8": "%E3%81",
    "Latin-1": "%FF",
    "Shift_JIS": "%83e%83X%83g",
    "overlong": "%C0%AF",
    "lone percent": "%",
    "half an escape": "%E",
}
HUGE = "99999999999999999999"


@pytest.fixture
def site(locales):
    """A page of each type."""
    ThemeFactory(slug="ibasho")
    goal = GoalPageFactory(parent=PillarPageFactory())
    pages = [
        goal,
        InitiativePageFactory(parent=goal),
        StoryPageFactory(title="雨の夜"),
        OrganisationPageFactory(),
        StandardPageFactory(),
        GlossaryPageFactory(),
        ThemeIndexPageFactory(),
    ]
    addresses = {page.url for page in pages}
    for page in pages:
        addresses |= {above.url for above in page.get_ancestors().filter(depth__gt=1)}
    return sorted([*addresses, "/ja/themes/ibasho/"])


@pytest.fixture
def client():
    """A reader to whom an error is an answer with a number."""
    return Client(raise_request_exception=False)


def other_addresses():
    return [
        "/",
        "/ja/search/",
        "/ja/search/?q=雨",
        "/ja/nowhere/",
        "/sitemap.xml",
        "/ja/search/?q=" + "長" * 101,
    ]


# --- Readers who are not signed in ----------------------------------------------------------------------------


def test_no_reader_gets_a_cookie_and_no_answer_depends_on_one(site, client):
    addresses = [*site, *[address.replace("/ja/", "/en/", 1) for address in site], *other_addresses()]
    assert len(addresses) > 25
    for address in addresses:
        response = client.get(address)
        assert response.status_code < 500, address
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address


@pytest.mark.long
@pytest.mark.django_db
def test_no_answer_of_the_sample_has_a_cookie_or_depends_on_one(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        answers = sample_once().answers
    assert [address for address, answer in answers.items() if answer.cookies] == []
    assert [address for address, answer in answers.items() if "Cookie" in answer.headers.get("Vary", "")] == []


def test_an_unknown_cookie_changes_nothing(site, client):
    plain = client.get("/ja/stories/").content
    client.cookies["_ga"] = "GA1.2.3"
    client.cookies["csrftoken"] = "x" * 32
    response = client.get("/ja/stories/")
    assert response.content == plain
    assert "Cookie" not in response.get("Vary", "")


def test_a_session_that_is_over_shows_no_userbar(site, client):
    client.cookies["sessionid"] = "x" * 32
    response = client.get("/ja/stories/")
    assert response.status_code == 200
    assert b"wagtail-userbar" not in response.content


def test_the_userbar_is_for_editors_only(site, client):
    assert b"wagtail-userbar" not in client.get("/ja/stories/").content
    UserFactory(username="chief", is_superuser=True)
    editor = Client()
    editor.force_login(UserFactory._meta.model.objects.get(username="chief"))
    response = editor.get("/ja/stories/")
    assert b"wagtail-userbar" in response.content
    # What one editor sees is for nobody else.
    assert "Cookie" in response["Vary"]


def test_a_cross_site_reader_learns_nothing_and_frames_nothing(site, client):
    response = client.get("/ja/")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


# --- What an address can carry --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ODD)
def test_no_parameter_is_a_server_error(site, client, name):
    places = [
        ("/ja/search/", "q"),
        ("/ja/stories/", "page"),
        ("/ja/stories/", "theme"),
        ("/ja/stories/", "goal"),
        ("/ja/stories/", "organisation"),
        ("/ja/organisations/", "area"),
        ("/ja/organisations/", "page"),
        ("/ja/themes/ibasho/", "page"),
        ("/ja/", "unknown"),
    ]
    for address, parameter in places:
        response = client.get(address, {parameter: ODD[name]})
        assert response.status_code in {200, 400}, f"{address}?{parameter}=…: {response.status_code}"
    response = client.get("/ja/search/", {"q": "雨", "page": ODD[name]})
    assert response.status_code in {200, 400}


@pytest.mark.parametrize("name", BROKEN)
def test_no_broken_escape_is_a_server_error(site, client, name):
    for query in (
        f"q={BROKEN[name]}",
        f"{BROKEN[name]}=1",
        f"page={BROKEN[name]}",
        f"theme={BROKEN[name]}",
        BROKEN[name],
    ):
        for address in ("/ja/search/", "/ja/stories/", "/", "/sitemap.xml", "/admin/login/", "/en/nowhere/"):
            response = client.get(address, QUERY_STRING=query)
            assert response.status_code < 500, f"{address}?{query}"


@pytest.mark.parametrize("name", BROKEN)
def test_no_broken_path_is_a_server_error(site, client, name):
    for path in (
        f"/{BROKEN[name]}/",
        f"/ja/{BROKEN[name]}/",
        f"/ja/stories/{BROKEN[name]}/",
        f"/documents/1/{BROKEN[name]}",
    ):
        assert client.get(path).status_code in {301, 302, 400, 404}, path


@pytest.mark.parametrize("name", ["NUL", "only NUL"])
def test_nul_is_answered_with_bad_request(site, client, name):
    for parameter in ("q", "page", "theme", "unknown"):
        response = client.get("/ja/search/", {parameter: ODD[name]})
        assert response.status_code == 400
    assert client.get("/ja/%00/").status_code == 400
    assert "読み取れませんでした" in client.get("/ja/%00/").content.decode()


@pytest.mark.parametrize(
    "name", [name for name in ODD if name not in {"NUL", "only NUL", "newlines", "too many digits"}]
)
def test_no_odd_name_in_a_path_is_a_server_error(site, client, name):
    part = quote(ODD[name][:300])
    for path in (f"/{part}/", f"/ja/{part}/", f"/ja/stories/{part}", f"/ja/themes/{part}/", f"/documents/{part}/x.pdf"):
        assert client.get(path).status_code in {301, 302, 400, 404}, path


@pytest.mark.parametrize(
    ("page", "shown"), [("1", 1), ("2", 2), ("0", 2), ("-5", 2), (HUGE, 2), ("99", 2), ("abc", 1), ("", 1), ("1.5", 1)]
)
def test_a_page_number_out_of_range_shows_the_nearest_page(locales, client, page, shown):
    for _number in range(13):
        StoryPageFactory()
    response = client.get("/ja/stories/", {"page": page})
    assert response.status_code == 200
    assert response.context["stories"].number == shown


@pytest.mark.parametrize(
    "address",
    [
        f"/documents/{HUGE}/x.pdf",
        f"/ja/_util/authenticate_with_password/{HUGE}/{HUGE}/",
        f"/_util/authenticate_with_password/{HUGE}/{HUGE}/",
        f"/ja/_util/authenticate_with_password/1/{HUGE}/",
        f"/documents/authenticate_with_password/{HUGE}/",
        f"/images/{HUGE}/",
        f"/admin/pages/{HUGE}/edit/",
        f"/admin/r/{HUGE}/{HUGE}/",
        f"/ja/{HUGE}/",
    ],
)
def test_an_id_that_no_table_can_hold_is_no_server_error(site, client, address):
    assert client.get(address).status_code in {301, 302, 400, 404, 405}
    assert client.post(address).status_code in {301, 302, 400, 403, 404, 405}


@pytest.mark.parametrize("number", ["0", "1", HUGE])
def test_files_and_passwords_take_any_id(site, client, number):
    for address in (
        reverse("wagtaildocs_serve", args=[number, "x.pdf"]),
        reverse("wagtailcore_authenticate_with_password", args=[number, number]),
    ):
        for method in (client.get, client.post):
            assert method(address).status_code < 500, address


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_right_password_opens_a_private_page(site, client, language):
    page = StoryPageFactory(slug="locked", title="とじた話")
    make_private(page, "password")
    address = f"/{language}/stories/locked/"
    door = BeautifulSoup(client.get(address).content, "html.parser")
    # Whose site this is, and a way out of it; nothing of what is behind the door.
    assert door.select_one("a.site-name")["href"] == f"/{language}/"
    assert "とじた話" not in str(door)
    form = door.main.find("form", method=re.compile("post", re.I))
    response = client.post(form["action"], {"password": "ちがう", "return_url": address})
    assert "とじた話" not in response.content.decode()
    response = client.post(form["action"], {"password": "ひみつ", "return_url": address}, follow=True)
    assert response.status_code == 200
    assert "とじた話" in response.content.decode()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_login_is_offered_where_one_is_asked_for(site, client, language):
    make_private(StoryPageFactory(slug="locked", title="とじた話"))
    response = client.get(f"/{language}/stories/locked/", follow=True)
    assert response.status_code == 200
    assert b'type="password"' in response.content
    # One begins at the top, where the page says whose it is.
    assert b"autofocus" not in response.content


def test_a_wrong_password_is_no_server_error(site, client):
    page = StoryPageFactory(slug="locked")
    make_private(page, "password")
    restriction = page.get_view_restrictions().get()
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    for word in ("", PASSWORD, "\x00", "x" * 100_000):
        response = client.post(address, {"password": word, "return_url": "/ja/stories/locked/"})
        assert response.status_code in {200, 400}
        assert "locked" not in client.get("/ja/stories/").content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_a_password_leads_nowhere_else(site, client, target):
    page = StoryPageFactory(slug="locked")
    make_private(page, "password")
    restriction = page.get_view_restrictions().get()
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    response = client.post(address, {"password": restriction.password, "return_url": target})
    assert "evil" not in response.get("Location", "")
    assert "javascript" not in response.get("Location", "")


def test_other_methods_are_no_server_error(site, client):
    for address in ["/ja/", "/ja/stories/", "/ja/themes/ibasho/", "/", "/ja/search/", "/sitemap.xml"]:
        for method in (client.post, client.put, client.delete, client.options, client.head, client.patch):
            assert method(address).status_code < 500, address


@pytest.mark.parametrize("host", ["x" * 300, "evil.example", "a,b", "[::1", "例え.jp"])
def test_an_odd_host_is_no_server_error(site, client, settings, host):
    settings.ALLOWED_HOSTS = ["testserver", "plan.example.jp"]
    assert client.get("/ja/", headers={"host": host}).status_code < 500


@pytest.mark.parametrize("header", ["accept-language", "cookie", "referer", "user-agent", "if-none-match", "range"])
def test_an_odd_header_is_no_server_error(site, client, header):
    for value in ("\x00", "x" * 20_000, "sessionid=\x00", ";;=;", "é", "bytes=999999999999999999999-"):
        for address in ("/", "/ja/", "/sitemap.xml"):
            assert client.get(address, headers={header: value}).status_code < 500, (address, value[:20])


def test_a_document_is_handed_out_and_never_run(site, client):
    document = DocumentFactory()
    response = client.get(document.url)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


def test_what_was_searched_for_is_shown_as_text(site, client):
    content = client.get("/ja/search/", {"q": ODD["markup"]}).content.decode()
    assert ODD["markup"] not in content
    assert html.escape(ODD["markup"]) in content
    assert "14" not in client.get("/ja/search/", {"q": "{{ 7|add:7 }}"}).context["query"]


def test_parameters_are_escaped_in_the_links_of_a_page(site, client):
    content = client.get("/ja/stories/", {"theme": '"><script>x</script>', "page": '"><b>'}).content.decode()
    assert "<script>x" not in content
    assert '"><b>' not in content
