"""Years and fiscal years as each language counts them."""

from django.utils.translation import gettext, pgettext

# First year of each era (Gregorian). A fiscal year runs from April, so FY2019 began in Heisei and is
# nevertheless called 令和元年度 by the ministries since May 2019.
ERAS = [(2019, "令和"), (1989, "平成"), (1926, "昭和")]


def era_year(year):
    """A Gregorian year in the Japanese calendar: 2025 → 令和7, 2019 → 令和元."""
    for first, era in ERAS:
        if year >= first:
            return f"{era}{'元' if year == first else year - first + 1}"
    return str(year)


def fiscal_year_label(year):
    """A fiscal year as the active language says it: 令和7年度, FY2025."""
    # Translators: translate "gregorian" as "japanese" where years are counted by era (令和7年度).
    calendar = pgettext("calendar of fiscal years", "gregorian")
    shown = era_year(year) if calendar == "japanese" else str(year)
    return gettext("FY%(year)s") % {"year": shown}
