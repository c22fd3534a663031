"""What may be claimed: 準拠, 一部準拠 or 配慮, and what is still missing for each.

The three words, and when each may be used, are fixed by the Web Accessibility Infrastructure Committee (WAIC),
「ウェブコンテンツの JIS X 8341-3:2016 対応度表記ガイドライン 2021年4月版」. A set of pages is tested by 25 pages drawn at random
and 15 chosen ones, or by all of them (JIS X 8341-3:2016, annex JB.1.2).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.accessibility.criteria import CRITERIA

RANDOM_PAGES = 25
CHOSEN_PAGES = 15
# The words the guidelines fix, as they stand in every language.
FIXED_WORDING = {
    "conforms": "JIS X 8341-3:2016 の適合レベルAAに準拠",
    "partly": "JIS X 8341-3:2016 の適合レベルAAに一部準拠",
    "considers": "JIS X 8341-3:2016 の適合レベルAAに配慮",
}


class Degree(models.TextChoices):
    """From the strongest to the weakest."""

    CONFORMS = "conforms", _("Conforms to JIS X 8341-3:2016, level AA")
    PARTLY = "partly", _("Partly conforms to JIS X 8341-3:2016, level AA")
    CONSIDERS = "considers", _("Made with regard to JIS X 8341-3:2016, level AA")

    @property
    def fixed_wording(self):
        return FIXED_WORDING[self.value]


def what_lacks(degree, standings, has_plan):
    """Why a degree may not be claimed today, in sentences for the staff; empty where it may.

    Args:
        degree: a `Degree`.
        standings: `council.accessibility.standing.Standings`.
        has_plan: whether the policy says what will be done about what is not met.
    """
    if degree == Degree.CONSIDERS:
        return []
    lacks = []
    if standings.test is None:
        lacks.append(_("No test has been taken in yet."))
    elif not enough_pages(standings.test.pages):
        lacks.append(
            _("The test needs %(random)s pages drawn at random and %(chosen)s chosen ones.")
            % {"random": RANDOM_PAGES, "chosen": CHOSEN_PAGES}
        )
    unsigned = len(standings.unconfirmed)
    if unsigned:
        lacks.append(
            ngettext(
                "%(number)s criterion has not been signed by anybody.",
                "%(number)s criteria have not been signed by anybody.",
                unsigned,
            )
            % {"number": unsigned}
        )
    failed = ", ".join(standing.criterion.number for standing in standings.failed)
    if failed and degree == Degree.CONFORMS:
        lacks.append(_("Not met: %(criteria)s.") % {"criteria": failed})
    if degree == Degree.PARTLY:
        if len(standings.failed) == len(CRITERIA):
            lacks.append(_("No criterion is met."))
        if failed and not has_plan:
            lacks.append(_("The policy does not say what will be done about what is not met."))
    return lacks


def shown_degree(claimed, standings, has_plan):
    """The `Degree` that the site may show: the claimed one, or the strongest below it that holds today."""
    order = list(Degree)
    return next(
        degree for degree in order[order.index(Degree(claimed)) :] if not what_lacks(degree, standings, has_plan)
    )


def lacks_by_degree(standings):
    """``[(Degree, [what is missing])]`` of those that need a test, as if the policy had its plan."""
    return [(degree, what_lacks(degree, standings, has_plan=True)) for degree in (Degree.CONFORMS, Degree.PARTLY)]


def enough_pages(pages):
    """Whether so many different pages were tested as the standard asks of a set of pages."""
    addresses = {how: {page["url"] for page in pages if page.get("how") == how} for how in ("random", "chosen", "all")}
    drawn, picked = addresses["random"], addresses["chosen"] - addresses["random"]
    return bool(addresses["all"]) or (len(drawn) >= RANDOM_PAGES and len(picked) >= CHOSEN_PAGES)
