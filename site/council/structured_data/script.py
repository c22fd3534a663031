"""JSON inside a ``script`` element. Pure."""

import json

from django.utils.safestring import mark_safe

# Inside a script element "</script>" ends it and "<!--" changes how it is read, whatever quotes stand around.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def data_block(data):
    """A data block: browsers never run it, and no Content-Security-Policy for scripts concerns it (HTML, 4.12.1)."""
    # In lines, or two braces would stand together, which in a page is the trace of a template that failed.
    text = json.dumps(data, ensure_ascii=False, indent=0, default=str).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
