"""Addresses as other programs give them back."""

from urllib.parse import urlsplit


def is_absolute(address):
    """Whether it names a host, and is written without what no address may have."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not set(address) & set(' "<>\\^`{|}')


def path_of(address):
    """What the sample's answers are kept by: the path, with the query if there is one."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
