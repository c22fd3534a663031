"""Opening hours and closed days in words."""

import datetime

import pytest
from django.utils import translation

from council.models import PlaceClosure, PlaceHours
from council.places.opening import HOLIDAY
from council.places.opening_words import closure_words, opening_lines


def rows(*fields):
    return [PlaceHours(**{"opens": datetime.time(10), "closes": datetime.time(12), **each}) for each in fields]


@pytest.mark.parametrize(
    ("given", "japanese", "english"),
    [
        ([{"weekday": 5}], ["土曜日"], ["Saturday"]),
        ([{"weekday": day} for day in (0, 1, 3, 4)], ["月・火・木・金曜日"], ["Mon, Tue, Thu, Fri"]),
        ([{"weekday": day} for day in range(5)], ["月〜金曜日"], ["Mon–Fri"]),
        ([{"weekday": 5, "weeks": "2,4"}], ["第2・第4土曜日"], ["2nd and 4th Saturday of the month"]),
        ([{"weekday": 6}, {"weekday": HOLIDAY}], ["日曜日・祝日"], ["Sunday, public holidays"]),
        ([{"weekday": 0}, {"weekday": 1, "note": "予約"}], ["月曜日", "火曜日"], ["Monday", "Tuesday"]),
    ],
)
def test_days_that_are_alike_are_one_line(given, japanese, english):
    for language, words in (("ja", japanese), ("en", english)):
        with translation.override(language):
            assert [line.days for line in opening_lines(rows(*given))] == words


def test_two_times_of_a_day_are_one_line():
    afternoon = {"weekday": 0, "opens": datetime.time(14), "closes": datetime.time(16)}
    (line,) = opening_lines(rows(afternoon, {"weekday": 0}))
    assert line.times == ["10:00–12:00", "14:00–16:00"]


def test_a_season_and_closed_days_in_words():
    with translation.override("ja"):
        lines = opening_lines(
            rows({"weekday": 0, "first_month": 9, "last_month": 7}, {"weekday": 0, "first_month": 8, "last_month": 8})
        )
        assert [line.season for line in lines] == ["9月から7月まで", "8月だけ"]
        days = {"first_day": datetime.date(2025, 12, 28), "last_day": datetime.date(2026, 1, 4)}
        assert closure_words(PlaceClosure(**days, every_year=True)) == "毎年12月28日から1月4日まで"
        assert closure_words(PlaceClosure(**days)) == "2025年12月28日から2026年1月4日まで"
