"""Views that are not pages."""

from django.http import HttpResponseRedirect
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from wagtail.views import serve

from council.direct_route import direct_route


def front_door(request):
    """Sends ``/`` to the front page in the reader's language.

    The answer is each reader's own: no cache may keep it for others.
    """
    response = HttpResponseRedirect(f"/{translation.get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    add_never_cache_headers(response)
    return response


def serve_page(request, path):
    """Wagtail's own view, with the page found in one query where that can be done."""
    route = direct_route(request, path)
    if route is not None:
        # Where Wagtail keeps what it has found: Page.route_for_request.
        request._wagtail_route_for_request = route
    return serve(request, path)
