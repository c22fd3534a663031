"""Words → the HTML of a rich text field: paragraphs, bold, links. Everything else is escaped."""

import re
from html import escape, unescape

_TOKEN = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*|__(?P<strong>[^_]+)__|\[(?P<label>[^\]\n]{1,300})\]\((?P<url>https?://[^\s)]{1,500})\)"
)


def paragraphs(words):
    """One <p> for each Words; a line break inside becomes <br/>."""
    return "".join(f"<p>{inline(each.text)}</p>" for each in words)


def inline(text):
    parts, end = [], 0
    for token in _TOKEN.finditer(text):
        parts.append(_escaped(text[end : token.start()]))
        if token["url"]:
            parts.append(f'<a href="{escape(token["url"])}">{_escaped(token["label"])}</a>')
        else:
            parts.append(f"<b>{_escaped(token['bold'] or token['strong'])}</b>")
        end = token.end()
    parts.append(_escaped(text[end:]))
    return "".join(parts)


def _escaped(text):
    # A mark without its twin is no bold; the mark itself is not text.
    text = re.sub(r"\*\*|__", "", text)
    return escape(text, quote=False).replace("\n", "<br/>")


def without_tags(html):
    """The text of what `paragraphs` wrote."""
    return unescape(re.sub(r"</?(?:p|b|br/?|a(?: href=\"[^\"]*\")?)>", " ", html))
