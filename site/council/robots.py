"""``/robots.txt`` (RFC 9309): what programs leave alone, and where the sitemap stands."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

SECONDS_KEPT = 3600


@require_safe
def robots_txt(request):
    """Pages that are to be in no index say so themselves: who may not fetch a page cannot read that in it."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={SECONDS_KEPT}"
    return response
