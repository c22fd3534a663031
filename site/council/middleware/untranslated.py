"""What a translation lacks says which language it is in, wherever readers meet it."""

from django.utils import translation

from council.middleware.finished_html import change_html, is_finished_html
from council.translation.language_marks import mark_languages
from council.translation.untranslated import untranslated

# What the switches above Japanese pages are called, where a page in another language tells of them.
_SWITCHES = ("ふりがな", "やさしい日本語")


class UntranslatedTextMiddleware:
    """Marks the texts of translations that were published with gaps, on every page of the site.

    Not in the templates: a person's role or a theme's name can stand on any page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if translation.get_language_from_path(request.path_info) and is_finished_html(response):
            change_html(response, _marked)
        return response


def _marked(html):
    texts = _texts_in(html)
    return mark_languages(html, texts) if texts else html


def _texts_in(html):
    texts = untranslated().texts
    if translation.get_language().startswith("ja") or _SWITCHES[0] not in html:
        return texts
    return {**texts, "ja": [*texts.get("ja", ()), *_SWITCHES]}
