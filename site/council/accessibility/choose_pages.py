"""Which pages a test looks at: 25 drawn at random and 15 chosen, as JIS X 8341-3:2016 (annex JB.1.2) asks of a set of pages."""

import random

from django.db.models import Sum
from wagtail.models import Page

from council.accessibility.conformance import CHOSEN_PAGES, RANDOM_PAGES
from council.page_views.models import PageViews
from council.translation.locales import language_of
from council.translation.versions import readable


def choose_pages(seed):
    """Rows for the audit's ``pages``: ``{"template", "locale", "url", "how"}``.

    Chosen are the front page, one page of each type and language, then those that are read most. A site of no more
    pages than both numbers together is tested whole.

    Args:
        seed: whatever makes the draw the same when it is repeated, such as the day of the test.
    """
    pages = list(
        readable(Page.objects.filter(depth__gt=1)).select_related("locale", "content_type").order_by("depth", "path")
    )
    if len(pages) <= RANDOM_PAGES + CHOSEN_PAGES:
        return [_row(page, "all") for page in pages]
    chosen = _chosen(pages)
    drawn = random.Random(str(seed)).sample([page for page in pages if page not in chosen], k=RANDOM_PAGES)
    return [_row(page, "random") for page in drawn] + [_row(page, "chosen") for page in chosen]


def _chosen(pages):
    """One of each type first, in the languages by turns; what is read most fills the rest."""
    by_type = {}
    for page in pages:
        by_type.setdefault(page.content_type_id, []).append(page)
    firsts = [same[place % len(same)] for place, same in enumerate(by_type.values())]
    rows = PageViews.objects.values_list("translation_key", "language").annotate(views=Sum("number")).order_by()
    read = {(key, language): views for key, language, views in rows}
    most_read = sorted(pages, key=lambda page: -read.get((page.translation_key, language_of(page)), 0))
    return list(dict.fromkeys([*firsts, *most_read]))[:CHOSEN_PAGES]


def _row(page, how):
    return {
        "template": page.content_type.model,
        "locale": language_of(page),
        "url": page.url,
        "how": how,
    }
