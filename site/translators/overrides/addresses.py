"""Which addresses may stand behind a link. Pure."""

import unicodedata
from urllib.parse import urlsplit

_WITH_A_HOST = {"http", "https"}
_WITHOUT = {"mailto", "tel"}
_LOCAL = ("/", "#", "?")


def is_harmless(address):
    """Whether an address leads to a web page, a mailbox, a telephone or a place of this site, and nowhere else.

    Browsers leave out control characters and take a backslash for a slash, so an address has neither; nor has it
    spaces.
    """
    if any(sign == "\\" or sign.isspace() or unicodedata.category(sign).startswith("C") for sign in address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if parts.scheme in _WITH_A_HOST:
        return bool(host)
    if parts.scheme in _WITHOUT:
        return bool(parts.path)
    return not parts.scheme and not host and address.startswith(_LOCAL) and not address.startswith("//")
