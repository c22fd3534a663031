"""How often pages are read is counted, and nothing of who reads them."""

import datetime
import threading

import pytest
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory
from django.utils import timezone

from council.page_views import counting
from council.page_views.counting import ViewCounter, counter
from council.page_views.models import PageViews
from council.page_views.readers import is_reader
from tests.factories import StandardPageFactory, ThemeFactory, ThemeIndexPageFactory, UserFactory, translate
from tests.factories_links import make_private

BROWSER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def page(locales):
    return StandardPageFactory(title="ごみの出し方", slug="rubbish")


def read(address, client=None, **headers):
    headers = {"User-Agent": BROWSER, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return (client or Client()).get(address, headers=headers)


def counts():
    counter.write()
    return list(PageViews.objects.order_by("language").values_list("language", "number"))


def test_readings_are_counted_by_page_day_and_language(page):
    translate(page, "en", title="Rubbish")
    for address in ("/ja/rubbish/", "/ja/rubbish/", "/en/rubbish/", "/ko/rubbish/", "/ja/rubbish/?furigana=1"):
        assert read(address).status_code == 200
    assert counts() == [("en", 1), ("ja", 3), ("ko", 1)]
    row = PageViews.objects.filter(language="ko").get()
    assert (row.translation_key, row.day) == (page.translation_key, timezone.localdate())


def test_only_page_language_day_and_number_are_kept():
    assert {field.name for field in PageViews._meta.fields} == {"id", "translation_key", "language", "day", "number"}


def test_no_cookie_is_set_and_no_cache_is_kept_from_a_page(page):
    response = read("/ja/rubbish/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "User-Agent" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    "headers",
    [
        {"User_Agent": ""},
        {"User_Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User_Agent": "facebookexternalhit/1.1;line-poker/1.0"},
        {"User_Agent": "curl/8.5.0"},
        {"User_Agent": "Mozilla/5.0 HeadlessChrome/129.0"},
        {"Sec_Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X_Moz": "prefetch"},
        {"Sec_Fetch_Dest": "iframe"},
        {"DNT": "1"},
        {"Sec_GPC": "1"},
    ],
)
def test_who_does_not_read_or_does_not_want_to_be_counted_is_not_counted(page, headers):
    assert read("/ja/rubbish/", **headers).status_code == 200
    assert counts() == []


@pytest.mark.parametrize(
    "name",
    [
        BROWSER,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.18.1",
        "Mozilla/5.0 (Linux; Android 14; SM-S921Q) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
    ],
)
def test_browsers_of_people_are_no_robots(name):
    assert is_reader(RequestFactory().get("/", headers={"User-Agent": name, "Sec-Fetch-Dest": "document"}))


def test_the_staff_and_heads_are_not_counted(page):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    read("/ja/rubbish/", client)
    Client().head("/ja/rubbish/", headers={"User-Agent": BROWSER})
    assert counts() == []


def test_what_is_no_page_is_not_counted(page):
    for address in ("/ja/nowhere/", "/ja/search/?q=x", "/ja/rubbish/index.md", "/", "/ja/feed/"):
        read(address)
    assert counts() == []


@pytest.mark.parametrize("kind", ["login", "password"])
def test_a_page_behind_a_door_is_not_counted_at_the_door(page, kind):
    make_private(page, kind)
    read("/ja/rubbish/")
    assert counts() == []


def test_a_page_inside_a_page_counts_for_it(page):
    themes = ThemeIndexPageFactory()
    ThemeFactory(slug="food")
    read("/ja/themes/food/")
    counter.write()
    assert PageViews.objects.get().translation_key == themes.translation_key


def test_a_reading_costs_no_query_and_no_write(page, django_assert_num_queries):
    request = RequestFactory().get("/", headers={"User-Agent": BROWSER})
    with django_assert_num_queries(0):
        assert is_reader(request)
        counter.note(page.translation_key, "ja")
    assert not PageViews.objects.exists()


def test_writing_adds_to_what_is_there_and_empties_what_waited(page):
    for number in (1, 2):
        counter.note(page.translation_key, "ja")
        counter.write()
        counter.write()
        assert PageViews.objects.get().number == number


def test_many_threads_lose_nothing(page):
    own = ViewCounter()

    def reads():
        for _time in range(500):
            own.note(page.translation_key, "ja")

    threads = [threading.Thread(target=reads) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    own.write()
    assert PageViews.objects.get().number == 4000


def test_what_could_not_be_written_waits_for_the_next_time(page, monkeypatch, caplog):
    counter.note(page.translation_key, "ja")
    with monkeypatch.context() as patched:
        patched.setattr(counting, "_add", lambda rows: (_ for _ in ()).throw(DatabaseError("locked")))
        counter.write()
    counter.note(page.translation_key, "ja")
    assert counts() == [("ja", 2)]
    assert "could not be written" in caplog.text


def test_a_timer_writes_what_waits(page, settings, monkeypatch):
    started = []

    class Timer:
        def __init__(self, seconds, function):
            self.seconds, self.function = seconds, function

        def start(self):
            started.append(self)

    settings.PAGE_VIEWS_WRITTEN_BY_TIMER = True
    monkeypatch.setattr(counting.threading, "Timer", Timer)
    monkeypatch.setattr(connection, "close", lambda: None)
    own = ViewCounter()
    own.note(page.translation_key, "ja")
    own.note(page.translation_key, "ja")
    assert [(each.seconds, each.daemon) for each in started] == [(60, True)]
    started[0].function()
    assert PageViews.objects.get().number == 2
    own.note(page.translation_key, "ja")
    assert len(started) == 2


def test_old_numbers_are_deleted(page, settings):
    settings.PAGE_VIEWS_KEPT_MONTHS = 3
    old = timezone.localdate() - datetime.timedelta(days=150)
    PageViews.objects.create(translation_key=page.translation_key, language="ja", day=old, number=9)
    counter.note(page.translation_key, "ja")
    assert counts() == [("ja", 1)]


def test_memory_has_a_limit(page, monkeypatch):
    monkeypatch.setattr(counting, "MOST_WAITING", 1)
    counter.note(page.translation_key, "ja")
    counter.note(page.translation_key, "en")
    counter.note(page.translation_key, "ja")
    assert counts() == [("ja", 2)]


# --- The report -----------------------------------------------------------------------------------------------

REPORT = "/admin/reports/page-views/"


def views(page, language="ja", day=datetime.date(2026, 9, 1), number=1):
    return PageViews.objects.create(translation_key=page.translation_key, language=language, day=day, number=number)


@pytest.fixture
def editor(locales):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


def test_the_report_adds_up_months_and_hides_small_numbers(editor, page):
    views(page, number=1200)
    views(page, day=datetime.date(2026, 9, 30), number=34)
    views(page, "en", number=4)
    html = editor.get(REPORT).content.decode()
    assert "1234" in html
    assert html.count("ごみの出し方") == 2
    csv = editor.get(f"{REPORT}?export=csv").getvalue().decode()
    assert "ごみの出し方,1234" in csv
    assert not csv.rstrip().endswith(",4")
    assert "5" in csv.splitlines()[2].rpartition(",")[2]


def test_the_report_is_narrowed_by_month_and_language(editor, page):
    views(page, number=11)
    views(page, "en", number=22)
    views(page, day=datetime.date(2026, 10, 1), number=33)
    csv = editor.get(f"{REPORT}?export=csv&month=2026-09-01&language=en").getvalue().decode()
    assert [line.rpartition(",")[2] for line in csv.splitlines()[1:]] == ["22"]


def test_a_removed_page_still_has_a_row_and_the_number_of_queries_stays(editor, page):
    views(page, number=9)
    page.delete()
    assert editor.get(REPORT).status_code == 200


def test_only_the_staff_sees_it(client, locales):
    assert client.get(REPORT).status_code == 302
    client.force_login(UserFactory())
    assert client.get(REPORT).status_code == 302
