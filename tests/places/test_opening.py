"""When a place is open: days, weeks of the month, seasons, holidays, nights, closed days."""

import datetime

import pytest

from council.places.opening import HOLIDAY, LAST, Closure, Hours, Schedule

MONDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 2, 3, 4, 5, 6


def at(text):
    return datetime.datetime.fromisoformat(text)


def day(text):
    return datetime.date.fromisoformat(text)


def hours(weekday, opens="10:00", closes="12:00", **more):
    return Hours(weekday, datetime.time.fromisoformat(opens), datetime.time.fromisoformat(closes), **more)


def schedule(*rows, **more):
    return Schedule(tuple(rows), **more)


def open_days(plan, first, last):
    """The days of the months between two dates on which a place opens."""
    found, date = [], day(first)
    while date <= day(last):
        if plan.sessions_on(date):
            found.append(date.day)
        date += datetime.timedelta(days=1)
    return found


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-06-03 09:59:59", False),
        ("2026-06-03 10:00", True),
        ("2026-06-03 11:59:59", True),
        ("2026-06-03 12:00", False),
        ("2026-06-04 11:00", False),
    ],
)
def test_it_is_open_from_the_first_minute_and_no_longer_at_the_last(moment, is_open):
    assert bool(schedule(hours(WEDNESDAY)).session_at(at(moment))) == is_open


@pytest.mark.parametrize(
    ("weeks", "days"),
    [
        ((), [6, 13, 20, 27]),
        ((1,), [6]),
        ((2, 4), [13, 27]),
        ((1, 2, 3, 4), [6, 13, 20, 27]),
        ((5,), []),
        ((LAST,), [27]),
    ],
)
def test_saturdays_of_a_month_of_four(weeks, days):
    assert open_days(schedule(hours(SATURDAY, weeks=weeks)), "2026-06-01", "2026-06-30") == days


@pytest.mark.parametrize(("weeks", "days"), [((5,), [30]), ((LAST,), [30]), ((4,), [23]), ((1, LAST), [2, 30])])
def test_saturdays_of_a_month_of_five(weeks, days):
    assert open_days(schedule(hours(SATURDAY, weeks=weeks)), "2026-05-01", "2026-05-31") == days


def test_the_first_monday_need_not_be_in_the_first_week():
    # 2026-06-01 is a Monday, 2026-07-06 the first one of July.
    plan = schedule(hours(MONDAY, weeks=(1,)))
    assert open_days(plan, "2026-06-01", "2026-06-30") == [1]
    assert open_days(plan, "2026-07-01", "2026-07-31") == [6]


def test_a_season_runs_through_the_new_year():
    winter = schedule(hours(WEDNESDAY, months=(11, 2)), closed_on_holidays=False)
    assert [bool(open_days(winter, f"2026-{month:02}-01", f"2026-{month:02}-28")) for month in range(1, 13)] == [
        *[True] * 2,
        *[False] * 8,
        *[True] * 2,
    ]


def test_a_month_may_have_hours_of_its_own():
    plan = schedule(hours(MONDAY, closes="12:00", months=(9, 7)), hours(MONDAY, closes="11:30", months=(8, 8)))
    assert not plan.session_at(at("2026-08-03 11:45"))
    assert plan.session_at(at("2026-09-07 11:45"))
    assert len(plan.sessions_on(day("2026-08-03"))) == 1


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [("2026-06-05 21:59", False), ("2026-06-05 23:00", True), ("2026-06-06 01:59", True), ("2026-06-06 02:00", False)],
)
def test_a_night_ends_on_the_next_day(moment, is_open):
    assert bool(schedule(hours(FRIDAY, "22:00", "02:00")).session_at(at(moment))) == is_open


def test_a_night_that_begins_before_the_new_month_belongs_to_the_old_one():
    plan = schedule(hours(FRIDAY, "22:00", "02:00", weeks=(LAST,)))
    assert plan.session_at(at("2026-08-01 01:00"))
    assert not plan.session_at(at("2026-07-25 01:00"))


@pytest.mark.parametrize("moment", ["2026-06-05 00:00", "2026-06-05 23:59:59"])
def test_from_midnight_to_midnight_is_a_whole_day(moment):
    assert schedule(hours(FRIDAY, "00:00", "00:00")).session_at(at(moment))


# Monday, 2026-07-20, is 海の日.
@pytest.mark.parametrize(
    ("rows", "closed", "times"),
    [
        ([hours(MONDAY)], True, []),
        ([hours(MONDAY)], False, ["10:00"]),
        ([hours(MONDAY), hours(HOLIDAY, "13:00", "15:00")], True, ["13:00"]),
        ([hours(MONDAY), hours(HOLIDAY, "13:00", "15:00")], False, ["13:00"]),
        ([hours(SUNDAY), hours(HOLIDAY, "13:00", "15:00")], True, ["13:00"]),
        ([hours(HOLIDAY, months=(12, 1))], True, []),
    ],
)
def test_on_a_public_holiday(rows, closed, times):
    sessions = schedule(*rows, closed_on_holidays=closed).sessions_on(day("2026-07-20"))
    assert [f"{each.begins:%H:%M}" for each in sessions] == times


def test_hours_of_holidays_are_not_those_of_other_days():
    assert schedule(hours(HOLIDAY)).sessions_on(day("2026-07-21")) == []


@pytest.mark.parametrize(
    ("date", "is_closed"),
    [
        ("2025-12-28", True),
        ("2026-01-04", True),
        ("2026-01-05", False),
        ("2030-12-31", True),
        ("2031-01-01", True),
        ("2031-12-27", False),
    ],
)
def test_closed_around_every_new_year(date, is_closed):
    assert Closure(day("2025-12-28"), day("2026-01-04"), every_year=True).holds_on(day(date)) == is_closed


def test_closed_once_is_not_closed_the_next_year():
    closure = Closure(day("2026-08-13"), day("2026-08-16"))
    assert closure.holds_on(day("2026-08-16"))
    assert not closure.holds_on(day("2027-08-14"))


def test_closed_days_come_before_everything():
    plan = schedule(hours(HOLIDAY), closures=(Closure(day("2026-07-20"), day("2026-07-20")),))
    assert plan.sessions_on(day("2026-07-20")) == []


def test_what_comes_next():
    plan = schedule(hours(SATURDAY, weeks=(2, 4)), hours(SATURDAY, "14:00", "16:00", weeks=(2, 4)))
    assert plan.next_session(at("2026-06-01 00:00")).begins == at("2026-06-13 10:00")
    assert plan.next_session(at("2026-06-13 11:00")).begins == at("2026-06-13 10:00")
    assert plan.next_session(at("2026-06-13 12:00")).begins == at("2026-06-13 14:00")
    assert plan.next_session(at("2026-06-13 16:00")).begins == at("2026-06-27 10:00")


def test_nothing_comes_where_nothing_is_known_or_all_is_closed():
    assert schedule().next_session(at("2026-06-01 00:00")) is None
    always = Closure(day("2026-01-01"), day("2026-12-31"), every_year=True)
    assert schedule(hours(MONDAY), closures=(always,)).next_session(at("2026-06-01 00:00")) is None


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [("2026-06-03 08:00", True), ("2026-06-03 11:00", True), ("2026-06-03 12:00", False), ("2026-06-02 23:00", False)],
)
def test_open_today_means_from_now_on(moment, is_open):
    assert schedule(hours(WEDNESDAY)).is_open_later_on(at(moment)) == is_open
