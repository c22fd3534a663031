"""Where a short address leads."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from wagtail.models import Page

from council.short_address.code import number_of
from council.short_address.models import ShortAddress
from council.translation.links import reader_url
from council.translation.versions import for_reader


def short_address(request, code):
    """Sends ``/q/<code>`` to the page in the reader's language: the one they chose before, else what their browser asks for.

    A page that has moved is found where it is now. What leads nowhere is said at an address that has a language, with
    the menu, the search and the choice of language around it. The answer is each reader's own: no cache may keep it.
    """
    page = _page(number_of(code))
    target = reader_url(page) if page else reverse("short_address_in_language", args=[code])
    response = HttpResponseRedirect(target)
    patch_vary_headers(response, ["Accept-Language"])
    add_never_cache_headers(response)
    return _not_indexed(response)


def short_address_in_language(request, code):
    """The same below a language: to the page, or a clear word that it is not there (404) or no longer (410).

    A draft and a page behind a login are as little there as a number that was never given.
    """
    number = number_of(code)
    page = _page(number)
    if page:
        return _not_indexed(HttpResponseRedirect(reader_url(page)))
    if _was_removed(number):
        return _not_indexed(render(request, "410.html", status=410))
    raise Http404


def _page(number):
    page = for_reader(_versions(number)).first() if number else None
    # One that stands in no site has no address to lead to.
    return page if page and page.url else None


def _versions(number):
    keys = ShortAddress.objects.filter(pk=number).values("translation_key")
    return Page.objects.filter(translation_key__in=keys)


def _was_removed(number):
    given = number and ShortAddress.objects.filter(pk=number).exists()
    return bool(given) and not _versions(number).exists()


def _not_indexed(response):
    response["X-Robots-Tag"] = "noindex"
    return response
