"""Words of the glossary are explained in the finished page, so that no text, index, feed or Markdown holds an explanation."""

from django.utils import translation

from council.explained_words.render import explain_words
from council.middleware.finished_html import change_html, is_finished_html, page_of


class ExplainedWordsMiddleware:
    """Writes the explanations into pages whose staff wants them: see `council.explained_words`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        language = translation.get_language_from_path(request.path_info)
        is_wanted = getattr(page_of(response), "explain_words", False)
        if language and is_wanted and response.status_code == 200 and is_finished_html(response):
            change_html(response, lambda html: explain_words(html, language))
        return response
