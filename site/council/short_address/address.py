"""The short address of a page, in full."""

from urllib.parse import urlsplit

from django.urls import reverse

from council.short_address.code import code_of
from council.short_address.models import number_of_page


def short_url(page):
    """``https://plan.example.jp/q/126``, on the host the page is at; empty where it has no number yet."""
    number = number_of_page(page)
    if not number:
        return ""
    parts = urlsplit(page.full_url or "")
    return f"{parts.scheme}://{parts.netloc}{reverse('short_address', args=[code_of(number)])}" if parts.netloc else ""
