"""Addresses that hand a page on: plain links, with nothing of LINE's in the page itself."""

from urllib.parse import quote, urlencode

# LINE's own address for a button that is drawn by the site: it opens the app on a telephone, a form elsewhere.
_LINE = "https://social-plugins.line.me/lineit/share"


def line_url(address):
    return f"{_LINE}?{urlencode({'url': address})}"


def mail_url(title, address):
    """A letter with the title as its subject; spaces as mail programs read them."""
    return f"mailto:?{urlencode({'subject': title, 'body': address}, quote_via=quote)}"
