"""The elements of HTML that have no end (HTML Living Standard, 13.1.2), for what reads finished pages tag by tag."""

VOID_ELEMENTS = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
