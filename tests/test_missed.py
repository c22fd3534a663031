"""What was not found is counted by month and language, and says nothing of anybody."""

import datetime
import threading

import pytest
from django.db import DatabaseError, connection, connections
from django.utils import timezone

from council.months import months_before
from search import missed
from search.missed import MissedSearch, note_missed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _locales(locales):
    """Every language of the site."""


def rows():
    return list(MissedSearch.objects.order_by("words").values_list("language", "words", "count"))


def test_the_same_words_are_counted_once_more():
    for text in ("放課後デイ", " 放課後デイ ", "放課後ﾃﾞｲ"):
        note_missed(text, "ja")
    note_missed("放課後デイ", "ko")
    assert sorted(rows()) == [("ja", "放課後デイ", 3), ("ko", "放課後デイ", 1)]


def test_a_month_is_known_by_its_first_day():
    note_missed("放課後デイ", "ja")
    assert MissedSearch.objects.get().month == timezone.localdate().replace(day=1)


@pytest.mark.parametrize(
    "text",
    [
        "03-1234-5678",
        "０３（１２３４）５６７８",
        "電話 090 1234 5678",
        "1234567",
        "〇九〇一二三四五六七八",
        "〇三（一二三四）五六七八",
        "hanako@example.jp",
        "https://example.jp/?token=abc",
        "豊玉北5-12-1",
        "豊玉北五丁目",
        "昭和30年4月1日生まれ",
        "1955/4/1",
        "豊玉北五ー十二ー一",
        "豊玉北三番十号",
        "昭和三十年四月十日生まれ",
        "山田太郎",
        "佐藤　花子",
        "髙橋健二",
        "濵田さん",
        "田中さん 民生委員",
        "わたしの家のとなりの人が夜中に大きな声を出すのでこまっています。どうすればよいでしょうか",
        "one two three four five six seven",
        "子ども 食事 相談 病気 学校 家族 近所",
        "",
        "★☆",
        "する",
        "\x00\ud800",
        "あ" * 10_000,
    ],
)
def test_nothing_is_kept_of_what_may_be_personal_or_is_no_word(text):
    note_missed(text, "ja")
    assert rows() == []


@pytest.mark.parametrize(
    "text",
    [
        "令和7年度",
        "2025年",
        "子ども食堂 練馬",
        "大泉学園",
        "お母さんの相談",
        "赤ちゃん",
        "民生委員",
        "70歳以上 バス",
        "24時間",
        "二〇二五年",
        "七五三",
        "八〇五〇問題",
        "二十三区",
    ],
)
def test_what_people_ask_of_a_council_is_kept(text):
    note_missed(text, "ja")
    assert [words for _language, words, _count in rows()] == [text]


def test_a_language_that_the_site_has_not_is_not_counted():
    note_missed("Familie", "de")
    assert rows() == []


def test_beyond_so_many_only_known_words_are_counted(monkeypatch):
    monkeypatch.setattr(missed, "MOST_ROWS", 2)
    for text in ("相談", "食堂", "介護", "食堂"):
        note_missed(text, "ja")
    note_missed("介護", "ko")
    assert sorted(rows()) == [("ja", "相談", 1), ("ja", "食堂", 2), ("ko", "介護", 1)]


def test_what_is_older_than_two_years_goes_when_something_new_comes():
    today = timezone.localdate().replace(day=1)
    for years in (2, 3):
        MissedSearch.objects.create(month=today.replace(year=today.year - years), language="ja", words="昔", count=1)
    note_missed("相談", "ja")
    assert sorted(MissedSearch.objects.values_list("month", flat=True)) == [today.replace(year=today.year - 2), today]


@pytest.mark.parametrize(
    ("month", "before"), [("2026-11-01", "2024-11-01"), ("2026-01-01", "2024-01-01"), ("2026-12-01", "2024-12-01")]
)
def test_months_are_counted_over_the_turn_of_the_year(month, before):
    assert months_before(datetime.date.fromisoformat(month), 24) == datetime.date.fromisoformat(before)


def test_known_words_cost_no_more_than_one_update(django_assert_num_queries):
    note_missed("相談", "ja")
    # A savepoint, the update, and the end of the savepoint.
    with django_assert_num_queries(3):
        note_missed("相談", "ja")


def test_a_database_that_refuses_breaks_no_page(monkeypatch, caplog):
    def refuse(words, language):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(missed, "_count", refuse)
    note_missed("相談", "ja")
    assert "was not counted" in caplog.text
    assert "相談" not in caplog.text
    # The transaction of the page goes on.
    assert MissedSearch.objects.count() == 0


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's database in memory belongs to one thread.")
@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_when_many_miss_the_same_at_once():
    note_missed("相談", "ja")
    MissedSearch.objects.all().delete()
    together = threading.Barrier(4)

    def ask():
        together.wait()
        for _number in range(10):
            note_missed("相談", "ja")
        connections.close_all()

    threads = [threading.Thread(target=ask) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows() == [("ja", "相談", 40)]
