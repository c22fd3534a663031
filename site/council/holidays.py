"""The public holidays of Japan. Pure.

国民の祝日に関する法律 (Act No. 178 of 1948) as it stands since 2022, so from that year on; the equinoxes by the formula of
長沢工 (日の出・日の入りの計算, 1999), which agrees with the days that the Cabinet Office announces until 2099.
"""

import datetime
from functools import lru_cache

_FIXED = [(1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23)]
# (month, which of its Mondays)
_MONDAYS = [(1, 2), (7, 3), (9, 3), (10, 2)]
_DAY = datetime.timedelta(days=1)
_MONDAY, _SUNDAY = 0, 6


def is_holiday(date):
    """Whether a date is a public holiday, one that stands in for a holiday on a Sunday, or lies between two."""
    return date in _holidays(date.year)


@lru_cache(maxsize=32)
def _holidays(year):
    named = {datetime.date(year, month, day) for month, day in _FIXED}
    named |= {_monday(year, month, number) for month, number in _MONDAYS}
    named |= {_equinox(year, 3, 20.8431), _equinox(year, 9, 23.2488)}
    # Article 3, paragraph 2: a holiday on a Sunday is made up for on the next day that is none.
    instead = set()
    for day in named:
        if day.weekday() == _SUNDAY:
            while day in named:
                day += _DAY
            instead.add(day)
    # Paragraph 3: a day between two holidays.
    between = {day + _DAY for day in named if day + 2 * _DAY in named and day + _DAY not in named}
    return frozenset(named | instead | between)


def _monday(year, month, number):
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(_MONDAY - first.weekday()) % 7 + 7 * (number - 1))


def _equinox(year, month, day_of_1980):
    years = year - 1980
    return datetime.date(year, month, int(day_of_1980 + 0.242194 * years - years // 4))
