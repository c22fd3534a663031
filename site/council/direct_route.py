"""From an address to a page in one query."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import Http404
from django.utils import timezone, translation
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

from council.short_address.models import short_number
from council.translation.freshness import outdated_since
from council.translation.links import reader_url
from council.translation.locales import source_locale
from council.translation.versions import for_reader, reader_order, restrictions

# Which type of page stood at an address when this process looked last: {address: model}.
_types = {}
MOST_REMEMBERED = 20_000


def direct_route(request, path):
    """The page at an address, where the address says all: a published page, at its own slug.

    Wagtail goes down the tree with a query for each part of the address. What is not found here (a draft, an alias,
    a page whose parents have other slugs in its own language) is left to it.

    One query where the process remembers the type of the page that stood at the address before, else two.

    Returns:
        A ``RouteResult`` or ``None``.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths() if root.site_id == site.pk}
    order = [translation.get_language(), source_locale().language_code, *roots]
    fronts = [roots[code] for code in dict.fromkeys(order) if code in roots]
    parts = [part for part in path.split("/") if part]
    page = _published_at(fronts, parts)
    if page:
        return page.route(request, [])
    return _route_inside(_published_at(fronts, parts[:-1]), request, parts[-1]) if parts else None


def address_elsewhere(request, path, page):
    """Where the reader finds what a page says in their own language, if that is not at this address; else ``""``.

    A translation whose original was renamed or moved stands where it stood: the new address is no place to say that
    there is none, nor the old one to show it to everybody else. A private page is at its address for those who may
    read it.
    """
    if page.is_for_reader or page.is_restricted:
        return ""
    version = for_reader(Page.objects.filter(translation_key=page.translation_key)).first()
    if version is None:
        return ""
    # What follows the page's own address, such as a theme's slug. Root and front page have no part of it.
    inside = [part for part in path.split("/") if part][page.depth - 2 :]
    query = request.META.get("QUERY_STRING", "")
    return reader_url(version) + "".join(f"{part}/" for part in inside) + (f"?{query}" if query else "")


def _route_inside(page, request, part):
    """The route of an address that a page answers itself, such as that of a theme below the list of themes."""
    if not isinstance(page, RoutablePageMixin):
        return None
    try:
        return page.route(request, [part])
    except Http404:
        return None


def _published_at(fronts, parts):
    """The page at these parts of an address in one of these trees, the one its reader gets; or ``None``."""
    tail = "".join(f"{part}/" for part in parts)
    addresses = [front + tail for front in fronts]
    model = next((_types[address] for address in addresses if address in _types), None)
    found = _first(model, addresses) if model else None
    # A page of another type comes before it.
    return found if found and found.pk == found.first else _first_of_any_type(addresses)


def _first(model, addresses):
    in_time = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    published = Q(in_time, live=True, alias_of__isnull=True)
    there = Page.objects.filter(published, url_path__in=addresses).order_by(*reader_order())
    pages = model.objects.filter(published, url_path__in=addresses).annotate(
        is_restricted=Exists(restrictions()),
        is_for_reader=Exists(for_reader(Page.objects.filter(pk=OuterRef("pk")))),
        first=Subquery(there.values("pk")[:1]),
        outdated_since=outdated_since(),
        short_number=short_number(),
    )
    return pages.order_by(*reader_order()).first()


def _first_of_any_type(addresses):
    found = _first(Page, addresses)
    if found is None:
        return None
    model = found.specific_class
    if model is None or model is Page:
        return None
    if len(_types) < MOST_REMEMBERED:
        _types[found.url_path] = model
    return _first(model, [found.url_path])
