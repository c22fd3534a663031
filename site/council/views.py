"""Views that are not pages."""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.views import serve

from council.direct_route import address_elsewhere, direct_route
from council.where_to_turn.ends import note_end


def front_door(request):
    """Sends ``/`` to the front page in the reader's language: the one they chose before, else what their browser asks for.

    The answer is each reader's own: no cache may keep it for others.
    """
    response = HttpResponseRedirect(f"/{translation.get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    add_never_cache_headers(response)
    return response


def choose_language(request, language_code):
    """Remembers the reader's language and sends them on to ``?to=``, an address of this site.

    Every page stays the same for all readers, and caches may keep it: only ``/`` asks what was chosen.
    """
    if language_code not in dict(settings.LANGUAGES):
        raise Http404
    target = request.GET.get("to", "")
    # Without a host of its own: whoever writes a link to here must not send readers to another site.
    is_local = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    response = HttpResponseRedirect(target if is_local else f"/{language_code}/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language_code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    add_never_cache_headers(response)
    return response


def serve_page(request, path):
    """Wagtail's own view, with the page found in one query where that can be done.

    Who asks for an address at which only another language's page stands is sent to where that page is in their own.
    """
    route = direct_route(request, path)
    if route is not None:
        elsewhere = address_elsewhere(request, path, route.page)
        if elsewhere:
            return HttpResponseRedirect(elsewhere)
        # Where Wagtail keeps what it has found: Page.route_for_request.
        request._wagtail_route_for_request = route
    response = serve(request, path)
    note_end(response)
    return response
