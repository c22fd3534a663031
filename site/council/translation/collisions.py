"""Addresses at which two languages show different pages.

A page that is not translated is read at its own address under the reader's language. That works unless another page
stands there: ``/en/shelter/``, written in English, is nothing to do with ``/ja/shelter/``. Such a page is linked to
where it stands itself.
"""

import time
from collections import defaultdict

from django.db import transaction
from django.db.models import Count, Value
from django.db.models.functions import Concat, StrIndex, Substr
from wagtail.models import Page

from council.translation.locales import language_of, source_locale

# For processes that did not see the change themselves.
SECONDS_REMEMBERED = 300

_memory = {}


def stands_alone(page, language_code):
    """Whether a page's own address, under this language, is that of a different page. Rarely a query."""
    there = _taken().get(_relative(page.url_path))
    if not there:
        return False
    # In the order in which `council.direct_route` looks.
    first = next((code for code in (language_code, source_locale().language_code) if code in there), min(there))
    return there[first] != page.translation_key


def forget_collisions():
    """Looks again at the next link."""
    _memory.clear()


def note_new_addresses(**kwargs):
    """To be called when an address changes, or a page appears or disappears."""
    forget_collisions()
    # A request that comes before the commit would keep what was.
    transaction.on_commit(forget_collisions)


def _taken():
    """``{address below the front page: {language code: translation key}}`` of the addresses in question."""
    until, taken = _memory.get("taken", (0, {}))
    if time.monotonic() > until:
        taken = _read()
        _memory["taken"] = (time.monotonic() + SECONDS_REMEMBERED, taken)
    return taken


def _read():
    rest = Substr("url_path", 2)
    pages = Page.objects.filter(live=True, alias_of__isnull=True, depth__gt=2).annotate(
        relative=Substr(rest, StrIndex(Concat(rest, Value("/")), Value("/")) + 1)
    )
    twice = (
        pages.values("relative").annotate(pages=Count("translation_key", distinct=True)).filter(pages__gt=1).order_by()
    )
    relatives = list(twice.values_list("relative", flat=True))
    if not relatives:
        return {}
    there = defaultdict(dict)
    for page in pages.filter(relative__in=relatives):
        there[page.relative][language_of(page)] = page.translation_key
    return dict(there)


def _relative(url_path):
    """``plan/goal-1/`` of ``/home/plan/goal-1/``."""
    return url_path[1:].partition("/")[2]
