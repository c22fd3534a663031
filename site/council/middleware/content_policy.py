"""The Content-Security-Policy: what a page may load, run and send, whatever an editor or an attacker wrote into it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

HEADER = "Content-Security-Policy"


class ContentPolicyMiddleware:
    """Gives each answer the policy of its side: see docs/decisions/0020. An answer that has one of its own keeps it."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.public, self.admin = _written(public_policy()), _written(admin_policy())

    def __call__(self, request):
        response = self.get_response(request)
        # Django's own page about an error is full of scripts and styles; it is shown to developers only.
        if HEADER in response or (settings.DEBUG and response.status_code >= 400):
            return response
        policy = self.admin if request.path.startswith(reverse("wagtailadmin_home")) else self.public
        # Without HTTPS there is nothing to upgrade to: a developer's machine, or a house's own network.
        response[HEADER] = f"{policy}; upgrade-insecure-requests" if request.is_secure() else policy
        return response


def public_policy():
    """What readers get: nothing inside a page is run, and nothing but pictures comes from elsewhere.

    Returns:
        The sources by directive.
    """
    files = _hosts(settings.STATIC_URL)
    tiles = [settings.MAP_TILES.origin] if settings.MAP_TILES else []
    return {
        "default-src": ["'self'", *files],
        "script-src": ["'self'", *files],
        "style-src": ["'self'", *files],
        "img-src": ["'self'", "data:", *files, *_hosts(settings.MEDIA_URL), *tiles],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        # The editors' preview is a frame.
        "frame-ancestors": ["'self'"],
    }


def admin_policy():
    """What editors get: Wagtail's own pages run scripts and set styles inside themselves."""
    policy = public_policy()
    return policy | {
        "script-src": [*policy["script-src"], "'unsafe-inline'"],
        "style-src": [*policy["style-src"], "'unsafe-inline'"],
        # A picture is shown before it is sent.
        "img-src": [*policy["img-src"], "blob:"],
    }


def _hosts(url):
    """Where files stand on another host: its origin, in a list; an empty one where they stand on the site's own."""
    parts = urlsplit(url)
    if not parts.netloc:
        return []
    return [f"{parts.scheme}://{parts.netloc}" if parts.scheme else parts.netloc]


def _written(policy):
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in policy.items())
