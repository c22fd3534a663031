"""From an address to a page in one query."""

from django.db.models import Exists
from django.utils import translation
from wagtail.models import Page, Site

from council.page_types import specific_of, with_types
from council.translation.locales import source_locale
from council.translation.versions import restrictions


def direct_route(request, path):
    """The page at an address in one query, where the address says all: a published page, at its own slug.

    Wagtail goes down the tree with a query for each part of the address. What is not found here (a draft, an alias,
    a page whose parents have other slugs in its own language) is left to it.

    Returns:
        A ``RouteResult`` or ``None``.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths() if root.site_id == site.pk}
    tail = "".join(f"{part}/" for part in path.split("/") if part)
    order = [translation.get_language(), source_locale().language_code, *sorted(roots)]
    addresses = [roots[code] + tail for code in dict.fromkeys(order) if code in roots]
    pages = with_types(
        Page.objects.filter(url_path__in=addresses, live=True, alias_of__isnull=True).annotate(
            is_restricted=Exists(restrictions())
        )
    )
    found = min(pages, key=lambda page: addresses.index(page.url_path), default=None)
    if found is None:
        return None
    page = specific_of(found)
    page.is_restricted = found.is_restricted
    return page.route(request, [])
