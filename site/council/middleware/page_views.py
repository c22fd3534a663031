"""Counts what is read: see `council.page_views`."""

from council.page_views.counting import counter
from council.page_views.readers import is_reader


class PageViewsMiddleware:
    """Counts an answer that shows a page to a reader.

    Stands outside of whatever keeps whole answers in this process: what is shown is noted on the answer, so that a kept
    one counts too.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        shown = getattr(response, "page_shown", None)
        if shown and response.status_code == 200 and is_reader(request):
            counter.note(*shown)
        return response
