"""Public holidays of Japan, against the days that the Cabinet Office announced."""

import datetime

import pytest

from council.holidays import is_holiday

# 国民の祝日について (Cabinet Office), and what each year has of days in lieu (振替休日) and days between (国民の休日).
ANNOUNCED = {
    2025: "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
    2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    2027: "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
}


@pytest.mark.parametrize("year", ANNOUNCED)
def test_the_days_of_a_year(year):
    days = [datetime.date(year, 1, 1) + datetime.timedelta(days=number) for number in range(365)]
    assert [f"{each:%m-%d}" for each in days if is_holiday(each)] == ANNOUNCED[year].split()
