"""Texts are kept with one sign for a line's end, however a browser sends it."""

_FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


class LineEndsMiddleware:
    """Turns the CR LF that browsers put into every form (HTML standard, 4.10.21.4) back into the LF of the text.

    Imported texts have LF. A page that somebody opens and saves as it is would else hold other texts than before:
    its translations would count as older than their source, and none of them would be found again.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and request.content_type in _FORMS:
            post = request.POST.copy()
            for name, values in post.lists():
                post.setlist(name, [value.replace("\r\n", "\n") for value in values])
            post._mutable = False
            request.POST = post
        return self.get_response(request)
