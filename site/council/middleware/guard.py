"""Answers 400 to a request that no page can mean, before it reaches a database that fails on it.

PostgreSQL refuses NUL in text and numbers beyond 64 bits, and neither database takes lone surrogates. Each would
be a server error that anybody can cause with an address (measured: docs/decisions/0004-request-guard.md).
"""

from urllib.parse import unquote_plus

from django.db import DataError
from django.http import HttpResponseBadRequest
from django.template import loader


def is_storable(text):
    """Whether a database takes this text: no NUL, and nothing that UTF-8 cannot say."""
    if "\x00" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class RequestGuardMiddleware:
    """Refuses addresses with NUL or undecodable text, and turns a number out of range into a 400."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = unquote_plus(request.META.get("QUERY_STRING", ""), errors="surrogateescape")
        if not is_storable(request.path_info) or not is_storable(query):
            return bad_request(request)
        return self.get_response(request)

    def process_exception(self, request, exception):
        """A number too large for the column (PostgreSQL: DataError, SQLite: OverflowError)."""
        if isinstance(exception, DataError | OverflowError) and request.method in {"GET", "HEAD"}:
            return bad_request(request)
        return None


def bad_request(request):
    return HttpResponseBadRequest(loader.render_to_string("400.html"))
