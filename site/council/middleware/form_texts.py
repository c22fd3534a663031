"""Texts that come in by a form, in the one way in which they are kept."""

import re

_FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
# What no XML may hold, and so no feed: Word puts U+000B where a line breaks inside a paragraph. NUL is refused by forms.
_NO_SIGN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]+")


class FormTextsMiddleware:
    """Line ends are one sign (LF), and signs that cannot be shown are a space.

    Browsers put CR LF into every form (HTML standard, 4.10.21.4), imported texts have LF. A page that somebody opens
    and saves as it is would else hold other texts than before: its translations would count as older than their
    source, and none of them would be found again.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and request.content_type in _FORMS:
            post = request.POST.copy()
            for name, values in post.lists():
                post.setlist(name, [as_kept(value) for value in values])
            post._mutable = False
            request.POST = post
        return self.get_response(request)


def as_kept(text):
    return _NO_SIGN.sub(" ", text.replace("\r\n", "\n"))
