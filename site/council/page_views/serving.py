"""Notes on each answer which page it shows, and in which language."""

from django.utils import translation
from wagtail import hooks


@hooks.register("on_serve_page", order=1000)
def note_page_shown(serve_next):
    """After all restrictions: who is asked for a password has read nothing. Previews do not come this way."""

    def serve(page, request, args, kwargs):
        response = serve_next(page, request, args, kwargs)
        if response.get("Content-Type", "").startswith("text/html"):
            response.page_shown = (page.translation_key, translation.get_language())
        return response

    return serve
