"""Words of the glossary are explained in the finished page, so that no text, index, feed or Markdown holds an explanation."""

from django.utils import translation

from council.explained_words.render import explain_words


class ExplainedWordsMiddleware:
    """Writes the explanations into pages whose staff wants them: see `council.explained_words`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        page = (getattr(response, "context_data", None) or {}).get("page")
        language = translation.get_language_from_path(request.path_info)
        if language and getattr(page, "explain_words", False) and _is_page(response):
            response.content = explain_words(response.content.decode(response.charset), language)
        return response


def _is_page(response):
    is_html = response.get("Content-Type", "").startswith("text/html") and not response.streaming
    return is_html and response.status_code == 200 and not response.has_header("Content-Encoding")
