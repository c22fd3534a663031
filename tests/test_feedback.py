"""Readers say whether a page helped: without a cookie, without a trace of who it was, and the staff see it."""

import datetime

import pytest
from django.test import Client

from council.feedback import record
from council.feedback.models import LONGEST_REMARK, PageAnswers, PageRemark
from tests.factories import StandardPageFactory, StoryPageFactory, UserFactory, translate
from tests.factories_links import HIDDEN, make_private

ADDRESS = "/{language}/did-it-help/{page.pk}/"


@pytest.fixture
def page(locales):
    return StandardPageFactory(title="ごみの出し方", slug="rubbish")


@pytest.fixture
def strict():
    """A browser before a site that checks forms."""
    return Client(enforce_csrf_checks=True)


def send(client, page, language="ja", origin="http://localhost", **fields):
    headers = {"Origin": origin} if origin else {}
    return client.post(ADDRESS.format(language=language, page=page), fields, headers=headers, HTTP_HOST="localhost")


def counts():
    return list(PageAnswers.objects.order_by("language").values_list("language", "helped", "did_not_help"))


def test_every_page_asks(client, page):
    html = client.get(page.url).content.decode()
    assert f'action="/ja/did-it-help/{page.pk}/"' in html


def test_answers_are_counted_by_page_and_language(strict, page):
    english = translate(page, "en", title="Rubbish")
    for answer in ("yes", "yes", "no"):
        assert send(strict, page, answer=answer).status_code == 200
    send(strict, english, "en", answer="no")
    assert counts() == [("en", 0, 1), ("ja", 2, 1)]
    assert set(PageAnswers.objects.values_list("translation_key", flat=True)) == {page.translation_key}


def test_no_cookie_is_set_and_nothing_is_kept_in_caches(strict, page):
    response = send(strict, page, answer="yes")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "no-store" in response["Cache-Control"]


def test_who_missed_something_may_say_what(strict, page):
    assert 'name="remark"' in send(strict, page, answer="no").content.decode()
    assert 'name="remark"' not in send(strict, page, answer="yes").content.decode()
    assert 'name="remark"' not in send(strict, page, remark="曜日が\r\nない").content.decode()
    assert [(each.language, each.text) for each in PageRemark.objects.all()] == [("ja", "曜日が ない")]
    assert counts() == [("ja", 1, 1)]


@pytest.mark.parametrize(
    "text", ["03-1234-5678", "０３（１２３４）５６７８", "hanako@example.jp", "hanako＠example.jp", "090 1234 5678"]
)
def test_numbers_and_addresses_are_not_kept(page, text):
    record.note_remark(page, "ja", f"電話は{text}です")
    kept = PageRemark.objects.get().text
    assert kept.startswith("電話は")
    assert "…" in kept
    assert text not in kept


@pytest.mark.parametrize("text", ["", "   ", "\x00", "03-1234-5678"])
def test_an_empty_remark_is_not_kept(strict, page, text):
    assert send(strict, page, remark=text).status_code == 200
    assert not PageRemark.objects.exists()


def test_what_no_database_can_hold_is_left_out(page):
    record.note_remark(page, "ja", "曜日\ud800\x00がない 2026-11-28 10:00")
    assert PageRemark.objects.get().text == "曜日がない 2026-11-28 10:00"


def test_a_private_page_does_not_ask(client, page):
    make_private(page)
    client.force_login(UserFactory(is_superuser=True))
    html = client.get(page.url).content.decode()
    assert "ごみの出し方" in html
    assert "did-it-help" not in html


def test_a_long_remark_is_cut(page):
    record.note_remark(page, "ja", "あ" * 10_000)
    assert PageRemark.objects.get().text == "あ" * LONGEST_REMARK


def test_a_flood_is_kept_out(page, monkeypatch):
    monkeypatch.setattr(record, "MOST_REMARKS", 2)
    assert [record.note_remark(page, "ja", "同じ") for _ in range(3)] == [True, True, False]
    assert PageRemark.objects.count() == 2


def test_machines_that_fill_in_everything_count_nothing(strict, page):
    assert send(strict, page, answer="yes", address="x").status_code == 200
    assert counts() == []


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://localhost.example", "http://[x"])
def test_other_sites_count_nothing(strict, page, origin):
    assert send(strict, page, origin=origin, answer="yes").status_code == 403
    assert counts() == []


def test_a_browser_that_says_only_where_it_comes_from(strict, page):
    url = ADDRESS.format(language="ja", page=page)
    assert strict.post(url, {"answer": "yes"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert strict.post(url, {"answer": "yes"}, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert counts() == [("ja", 1, 0)]


def test_whoever_follows_the_address_comes_to_the_page(client, page):
    translate(page, "en", title="Rubbish")
    assert client.get(ADDRESS.format(language="en", page=page))["Location"] == "/en/rubbish/"


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
def test_of_what_nobody_may_read_nothing_is_counted(strict, locales, hide):
    story = StoryPageFactory(title="雨の夜", slug="rain")
    hide(story)
    assert send(strict, story, answer="yes").status_code == 404
    assert counts() == []


@pytest.mark.parametrize("answer", ["", "maybe", "yes\x00"])
def test_anything_else_counts_nothing(strict, page, answer):
    assert send(strict, page, answer=answer).status_code == 200
    assert counts() == []


def test_what_is_older_than_two_years_is_forgotten(page):
    old = datetime.date(record.this_month().year - 3, 1, 1)
    PageAnswers.objects.create(translation_key=page.translation_key, language="ja", month=old, helped=1)
    PageRemark.objects.create(translation_key=page.translation_key, language="ja", month=old, text="昔")
    record.note_answer(page, "ja", True)
    assert counts() == [("ja", 1, 0)]
    assert not PageRemark.objects.exists()


def test_staff_see_the_answers(client, page):
    record.note_answer(page, "ja", False)
    record.note_remark(page, "ja", "<b>曜日</b>がない")
    client.force_login(UserFactory(is_superuser=True))
    html = client.get("/admin/reports/feedback/").content.decode()
    assert "ごみの出し方" in html
    assert f"/admin/pages/{page.pk}/edit/" in html
    assert "&lt;b&gt;曜日&lt;/b&gt;がない" in html
    assert "/admin/reports/feedback/" in client.get("/admin/reports/").content.decode() or "feedback" in html


def test_a_spreadsheet_calculates_nothing_of_it(client, page):
    record.note_answer(page, "ja", False)
    record.note_remark(page, "ja", "=1+1")
    client.force_login(UserFactory(is_superuser=True))
    csv = b"".join(client.get("/admin/reports/feedback/?export=csv")).decode()
    assert "'=1+1" in csv


def test_who_has_no_page_to_write_sees_nothing(client, page):
    client.force_login(UserFactory(is_superuser=False))
    response = client.get("/admin/reports/feedback/")
    assert response.status_code == 302
    assert "/admin/" in response["Location"]


def test_the_answer_to_a_form_offers_no_other_rendition_of_itself(client, page):
    assert "furigana-switch" in client.get(page.url).content.decode()
    thanks = send(client, page, answer="yes")
    assert thanks.status_code == 200
    assert "furigana-switch" not in thanks.content.decode()
