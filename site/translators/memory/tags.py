"""The inline tags of a segment. Pure: strings in, strings out.

wagtail-localize keeps a link as ``<a id="a1">…</a>`` and puts its address back when it saves the page. So a text fits
a source only with that source's own tags and ids.
"""

import html
import re
from collections import Counter

from bs4 import BeautifulSoup

_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def plain(data):
    """The text of a segment without its tags, with ``&amp;`` and the like resolved."""
    return html.unescape(_TAG.sub("", _BREAK.sub(" ", data)))


def kinds(data):
    """How often each pair of tag and id stands in a text: ``{("a", "a1"): 1}``."""
    if "<" not in data:
        return Counter()
    return Counter((tag.name, tag.get("id", "")) for tag in BeautifulSoup(data, "html.parser").find_all(True))


def fitted(data, source):
    """A proposed text with no tag that the source lacks: the words of a tag that goes stay.

    A tag of the source that the text lacks is for the translator to add.
    """
    allowed = kinds(source)
    if not kinds(data) - allowed:
        return data
    soup = BeautifulSoup(data, "html.parser")
    for tag in soup.find_all(True):
        kind = (tag.name, tag.get("id", ""))
        if allowed[kind] > 0:
            allowed[kind] -= 1
        elif tag.name == "br":
            tag.replace_with(" ")
        else:
            tag.unwrap()
    return str(soup)
