"""When a place is open: from rows of hours to days and moments. Pure: local dates and times, no database.

A row holds on one day of the week, on each or on some of that day's dates in a month, all year or in a season. Hours
that end at or before they begin end on the next day.
"""

import datetime
from dataclasses import dataclass, field

from council.holidays import is_holiday

# Beside Monday (0) to Sunday (6): rows that hold on public holidays, whatever day of the week these are.
HOLIDAY = 7
# What `Hours.weeks` has for the last such day of the month.
LAST = -1
# How far ahead the next day is looked for: over a year, as a place may be open once a year.
_DAYS_AHEAD = 400
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """One row.

    Attributes:
        weekday: 0 (Monday) to 6 (Sunday), or `HOLIDAY`.
        opens, closes: ``datetime.time``.
        weeks: which such days of a month, ``(1, 3)`` for the first and third, `LAST` for the last; empty for each.
        months: ``(first, last)`` of the season, both included, ``(11, 3)`` for November to March; ``None`` all year.
    """

    weekday: int
    opens: datetime.time
    closes: datetime.time
    weeks: tuple = ()
    months: tuple | None = None

    def is_on(self, date, weekday):
        """Whether the row holds on a date, ``weekday`` being what the date counts as."""
        return self.weekday == weekday and self._is_in_week(date) and self._is_in_season(date)

    def _is_in_week(self, date):
        if not self.weeks or self.weekday == HOLIDAY:
            return True
        is_last = (date + 7 * _DAY).month != date.month
        return (date.day - 1) // 7 + 1 in self.weeks or (is_last and LAST in self.weeks)

    def _is_in_season(self, date):
        if not self.months:
            return True
        first, last = self.months
        return first <= date.month <= last if first <= last else not last < date.month < first


@dataclass(frozen=True)
class Closure:
    """Days on which a place is closed, both included; those of each year have only their month and day looked at."""

    first: datetime.date
    last: datetime.date
    every_year: bool = False

    def holds_on(self, date):
        if not self.every_year:
            return self.first <= date <= self.last
        first, last, day = ((each.month, each.day) for each in (self.first, self.last, date))
        return first <= day <= last if first <= last else day >= first or day <= last


@dataclass(frozen=True)
class Session:
    """One stretch of time, without a zone: ``begins`` is in it, ``ends`` is not."""

    begins: datetime.datetime
    ends: datetime.datetime

    def holds_at(self, moment):
        return self.begins <= moment < self.ends


@dataclass(frozen=True)
class Schedule:
    """All that is known of when a place is open."""

    hours: tuple = ()
    closures: tuple = ()
    closed_on_holidays: bool = True
    _sessions: dict = field(default_factory=dict, compare=False, repr=False)

    def sessions_on(self, date):
        """The `Session` objects that begin on a date, the earliest first."""
        if date not in self._sessions:
            self._sessions[date] = self._find_sessions(date)
        return self._sessions[date]

    def session_at(self, moment):
        """The one that a local moment falls into, ``None`` if it is closed then."""
        today = moment.date()
        for session in [*self.sessions_on(today - _DAY), *self.sessions_on(today)]:
            if session.holds_at(moment):
                return session
        return None

    def next_session(self, moment):
        """The one that is on or comes next; ``None`` if there is none within a year."""
        current = self.session_at(moment)
        if current or not self.hours:
            return current
        for ahead in range(_DAYS_AHEAD):
            for session in self.sessions_on(moment.date() + ahead * _DAY):
                if session.begins >= moment:
                    return session
        return None

    def is_open_later_on(self, moment):
        """Whether it is open at a moment or again on the same day."""
        session = self.next_session(moment)
        return session is not None and session.begins.date() <= moment.date()

    def _find_sessions(self, date):
        if any(closure.holds_on(date) for closure in self.closures):
            return []
        rows = [each for each in self.hours if each.is_on(date, date.weekday())]
        if is_holiday(date):
            own = [each for each in self.hours if each.is_on(date, HOLIDAY)]
            rows = own if own or self.closed_on_holidays else rows
        return sorted({_session(each, date) for each in rows}, key=lambda session: (session.begins, session.ends))


def _session(hours, date):
    begins = datetime.datetime.combine(date, hours.opens)
    ends = datetime.datetime.combine(date, hours.closes)
    return Session(begins, ends if ends > begins else ends + _DAY)
