"""Old addresses, under every language in which the page that stood there was read; languages written otherwise."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils import translation
from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirectMiddleware
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from council.translation.links import in_language


class RedirectMiddleware(WagtailRedirectMiddleware):
    """Wagtail notes the old address of the page itself: ``/ja/…``. ``/en/…``, where it was read in place, moves along."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        reader = translation.get_language_from_path(request.path_info)
        if response.status_code != 404 or not reader:
            return response
        if in_language(request.path_info, reader.lower()) != request.path_info:
            # `/EN/`, `/zh-Hans/`, `/zh-CN/`: Django reads the language, and finds no page under it.
            return HttpResponseRedirect(in_language(request.get_full_path(), reader.lower()))
        for code, _name in settings.LANGUAGES:
            path = Redirect.normalise_path(in_language(request.path_info, code), decode_unicode=False)
            redirect = get_redirect(request, path) if code != reader else None
            # Only to a page of this site: another address has no languages of ours.
            if redirect and redirect.redirect_page_id and redirect.link:
                kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
                return kind(in_language(redirect.link, reader))
        return response
