"""Japanese headings break between phrases in the finished page, so that no text, index, feed or Markdown knows of it."""

from django.utils import translation

from council.middleware.finished_html import change_html, is_finished_html, page_of
from council.phrases.render import break_headings


class PhrasesMiddleware:
    """Writes breaks into the Japanese headings of readers' pages.

    Stands outside of furigana: a text that is taken apart would be read in another way.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # The editors' side has an address without a language.
        if translation.get_language_from_path(request.path_info) and is_finished_html(response):
            page_id = getattr(page_of(response), "pk", None)
            change_html(response, lambda html: break_headings(html, page_id))
        return response
