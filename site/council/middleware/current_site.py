"""The site of a request from the cache: it is asked for on every page, and changes once in years."""

from hashlib import sha256

from django.core.cache import cache
from django.db import transaction
from wagtail.models import Page, Site

SECONDS = 300
_GENERATION = "council.current_site.generation"


class CurrentSiteMiddleware:
    """Puts the site where Wagtail looks for it first (``request._wagtail_site``), found as Wagtail finds it.

    Wagtail keeps the addresses of the sites' front pages in the cache in the same way, for an hour.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # A name may be longer than a cache takes for a key.
        host = sha256(f"{request.get_host()} {request.get_port()}".encode()).hexdigest()
        key = f"council.current_site.{cache.get(_GENERATION, 0)}.{host}"
        site = cache.get(key)
        if site is None:
            site = Site.find_for_request(request)
            cache.set(key, site, SECONDS)
        else:
            request._wagtail_site = site
        return self.get_response(request)


def forget_sites(sender=None, instance=None, **kwargs):
    """To be called when a site, or the front page a site begins at, is changed, moved or deleted."""
    if isinstance(instance, Page) and instance.depth > 2:
        return
    _next_generation()
    # A request that comes before the commit would keep the old site for the new generation.
    transaction.on_commit(_next_generation)


def _next_generation():
    cache.set(_GENERATION, cache.get(_GENERATION, 0) + 1, None)
