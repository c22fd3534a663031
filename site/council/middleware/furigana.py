"""The rendition with furigana, at an address of its own: the page is made as if nobody asked, then given its ruby."""

from django.http.response import HttpResponseRedirectBase
from django.utils import translation

from council.furigana.address import rendition_of
from council.furigana.render import render
from council.middleware.finished_html import change_html, is_finished_html, page_of


class FuriganaMiddleware:
    """Takes ``furigana`` out of the address before anything sees it, and writes the answer in the rendition asked for.

    So no view, feed or list knows of it, and no page differs by a cookie. Only Japanese has such renditions.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info)
        request.furigana = None
        if not language or language.partition("-")[0] != "ja":
            return self.get_response(request)
        asked = request.META.get("QUERY_STRING", "")
        request.furigana, rest = rendition_of(language, request.path, asked)
        _set_query(request, rest)
        try:
            response = self.get_response(request)
        finally:
            # What stands outside of this one answers to the whole address.
            _set_query(request, asked)
        if isinstance(response, HttpResponseRedirectBase):
            response["Location"] = request.furigana.keep(response["Location"])
        elif is_finished_html(response):
            _write(request, response)
        return response


def _write(request, response):
    page_id = getattr(page_of(response), "pk", None)
    is_preview = getattr(request, "is_preview", False)
    keep = bool(page_id) and not is_preview and response.status_code == 200 and request.method == "GET"
    change_html(response, lambda html: render(html, request.furigana, page_id, keep))


def _set_query(request, query):
    request.META["QUERY_STRING"] = query
    request.__dict__.pop("GET", None)
