"""Japanese headings break between phrases in the finished page, so that no text, index, feed or Markdown knows of it."""

from django.utils import translation

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
        if translation.get_language_from_path(request.path_info) and _is_written(response):
            page = (getattr(response, "context_data", None) or {}).get("page")
            html = response.content.decode(response.charset)
            response.content = break_headings(html, getattr(page, "pk", None))
            if response.has_header("Content-Length"):
                response["Content-Length"] = str(len(response.content))
        return response


def _is_written(response):
    is_html = response.get("Content-Type", "").startswith("text/html") and not response.streaming
    return is_html and not response.has_header("Content-Encoding")
