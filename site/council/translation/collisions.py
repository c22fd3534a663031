"""Addresses at which a page cannot be read in place of another language's.

A page that is not translated is read at its own address under the reader's language. That works unless another page
stands there: ``/en/shelter/``, written in English, is nothing to do with ``/ja/shelter/``. Or the same page in a
language that comes first, behind a login. Such a page is linked to where it stands itself.
"""

import time
from collections import defaultdict

from django.db import transaction
from django.db.models import Count, Exists, Value
from django.db.models.functions import Concat, StrIndex, Substr
from wagtail.models import Locale, Page

from council.translation.locales import locale_for, source_locale
from council.translation.versions import place_for_reader, restrictions

# For processes that did not see the change themselves.
SECONDS_REMEMBERED = 300

_memory = {}


def stands_alone(page, language_code):
    """Whether a page's own address, under this language, is that of a page it is not read in place of. Rarely a query."""
    there = _taken().get(_relative(page.url_path))
    if not there:
        return False
    locale = _locale_of(language_code)
    # In the order in which `council.direct_route` looks.
    first = min(there, key=lambda each: place_for_reader(each, locale))
    return first.translation_key != page.translation_key or (first.is_restricted and first.pk != page.pk)


def forget_collisions():
    """Looks again at the next link."""
    _memory.clear()


def note_new_addresses(**kwargs):
    """To be called when an address changes, or a page appears, disappears, or becomes private or public."""
    forget_collisions()
    # A request that comes before the commit would keep what was.
    transaction.on_commit(forget_collisions)


def _taken():
    """``{address below the front page: [page]}`` of the addresses in question."""
    until, taken = _memory.get("taken", (0, {}))
    if time.monotonic() > until:
        taken = _read()
        _memory["taken"] = (time.monotonic() + SECONDS_REMEMBERED, taken)
    return taken


def _read():
    rest = Substr("url_path", 2)
    pages = Page.objects.filter(live=True, alias_of__isnull=True, depth__gt=2).annotate(
        relative=Substr(rest, StrIndex(Concat(rest, Value("/")), Value("/")) + 1),
        is_restricted=Exists(restrictions()),
    )
    twice = (
        pages.values("relative").annotate(pages=Count("translation_key", distinct=True)).filter(pages__gt=1).order_by()
    )
    relatives = {
        *twice.values_list("relative", flat=True),
        *pages.filter(is_restricted=True).values_list("relative", flat=True),
    }
    if not relatives:
        return {}
    there = defaultdict(list)
    for page in pages.filter(relative__in=relatives):
        there[page.relative].append(page)
    return dict(there)


def _locale_of(language_code):
    """The source's where the settings name a language that has no locale yet."""
    try:
        return locale_for(language_code)
    except (Locale.DoesNotExist, LookupError):
        return source_locale()


def _relative(url_path):
    """``plan/goal-1/`` of ``/home/plan/goal-1/``."""
    return url_path[1:].partition("/")[2]
