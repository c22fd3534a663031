"""Plain text."""

from search.document_text.decode import decode


def read(file):
    """A line a paragraph."""
    yield from decode(file).splitlines()
