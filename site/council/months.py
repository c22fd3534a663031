"""Months, as what is counted by month has them: by their first day."""

from django.utils import timezone


def this_month():
    return timezone.localdate().replace(day=1)


def months_before(month, number):
    """The first day of the month that was so many months before another."""
    years, rest = divmod(month.year * 12 + month.month - 1 - number, 12)
    return month.replace(year=years, month=rest + 1)
