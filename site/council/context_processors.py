"""What templates may know of the reader without looking into the session."""

from django.conf import settings


def signed_in(request):
    """``show_userbar``: whether to offer the editors' bar.

    Looking at ``request.user`` reads the session, and the answer then carries ``Vary: Cookie``, which no cache
    can keep. So only a request that brings a session cookie is looked at more closely.
    """
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return {"show_userbar": has_session and request.user.is_authenticated}
