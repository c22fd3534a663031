"""Opening hours in the reader's words: as lines that always hold, and as what holds at a moment."""

from dataclasses import dataclass

from django.utils import dateformat
from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from council.places.hours import Weeks
from council.places.opening import HOLIDAY

# From three days on it is “Monday to Wednesday”.
_SHORTEST_RUN = 3


@dataclass(frozen=True)
class OpeningLine:
    """Days that are alike: ``days`` “Mon, Tue”, ``times`` [“10:00–12:00”], ``season`` “August only”, ``note`` an editor's own."""

    days: str
    times: list
    season: str
    note: str


def opening_lines(rows):
    """The `OpeningLine` objects of a place's `PlaceHours`, from Monday to public holidays."""
    days = {}
    for row in sorted(rows, key=lambda row: (row.weekday, row.opens)):
        about = (row.weeks, row.first_month, row.last_month, row.note)
        days.setdefault((row.weekday, about), []).append(times_words(row.opens, row.closes))
    alike = {}
    for (weekday, about), times in days.items():
        alike.setdefault((about, tuple(times)), []).append(weekday)
    return [
        OpeningLine(_days_words(weekdays, weeks), list(times), _season_words(first, last), note)
        for ((weeks, first, last, note), times), weekdays in alike.items()
    ]


def closure_words(closure):
    """“28 December to 4 January, every year”."""
    form = _day_form() if closure.every_year else _day_form_with_year()
    first, last = (dateformat.format(day, form) for day in (closure.first_day, closure.last_day))
    days = first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
    return _("%(days)s, every year") % {"days": days} if closure.every_year else days


def session_words(session, moment):
    """What a reader wants to know at a moment: whether it is open and until when, or when it opens next."""
    ends = f"{session.ends:%H:%M}"
    if session.begins <= moment:
        return _("Open now, until %(time)s") % {"time": ends}
    times = times_words(session.begins, session.ends)
    if session.begins.date() == moment.date():
        return _("Open today %(times)s") % {"times": times}
    return _("Next open: %(date)s %(times)s") % {"date": day_words(session.begins), "times": times}


def times_words(opens, closes):
    return f"{opens:%H:%M}–{closes:%H:%M}"


def day_words(date):
    # Translators: a day without its year, as Django's date format has it; D is the short name of its weekday.
    return dateformat.format(date, pgettext("format of a day with its weekday", "D, j F"))


def _day_form():
    # Translators: a day without its year, as Django's date format has it.
    return pgettext("format of a day", "j F")


def _day_form_with_year():
    # Translators: a day with its year, as Django's date format has it.
    return pgettext("format of a day with its year", "j F Y")


def _days_words(weekdays, weeks):
    named = [day for day in weekdays if day != HOLIDAY]
    parts = []
    if named:
        names = pgettext("between days of the week", ", ").join(_runs(named))
        # Translators: days of the week, such as “Mon, Tue”. In Japanese with 曜日 behind them.
        days = pgettext("days of the week", "%(days)s") % {"days": names} if len(named) > 1 else str(WEEKDAYS[named[0]])
        # Translators: such as “1st and 3rd Saturday of the month”.
        parts.append(
            _("%(weeks)s %(days)s of the month") % {"weeks": Weeks(weeks).label, "days": days} if weeks else days
        )
    if HOLIDAY in weekdays:
        parts.append(pgettext("days of the week", "public holidays"))
    return capfirst(pgettext("between days of the week", ", ").join(parts))


def _runs(days):
    """Short names, of three or more days in a row the first and the last."""
    runs = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        if len(run) >= _SHORTEST_RUN:
            ends = {"first": WEEKDAYS_ABBR[run[0]], "last": WEEKDAYS_ABBR[run[-1]]}
            # Translators: days of the week in a row, such as “Mon–Fri”.
            yield pgettext("days of the week in a row", "%(first)s–%(last)s") % ends
        else:
            yield from (str(WEEKDAYS_ABBR[day]) for day in run)


def _season_words(first, last):
    if not first or not last:
        return ""
    if first == last:
        return _("%(month)s only") % {"month": MONTHS[first]}
    # Translators: months of a season.
    return pgettext("months", "%(first)s to %(last)s") % {"first": MONTHS[first], "last": MONTHS[last]}
