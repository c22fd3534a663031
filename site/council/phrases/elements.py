"""Where a finished page has headings in Japanese. Pure.

Looks for the few tags that matter and not at every tag, as it is done for each page that is sent.
"""

import re

from council.void_elements import VOID_ELEMENTS

_HEADING = re.compile(r"<h[1-4]\b[^>]*>")
_PHRASE = re.compile(r'\sclass="(?:[^"]*\s)?phrase[\s"]')
_LANG = re.compile(r'\slang="([^"]*)"')
_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)")
# What is not shown as it stands there.
_RAW = re.compile(
    r"<(?:!--.*?-->|(?P<raw>head|script|style|textarea|template|svg)\b.*?</(?P=raw)>)", re.DOTALL | re.IGNORECASE
)


def japanese_headings(html):
    """``[(start, end)]`` of what is inside of h1 to h4 and of ``class="phrase"``, in order, none inside another.

    Of one in another language what is inside of its Japanese elements, such as a link to a page that is not translated.

    Args:
        html: a whole page whose attributes are quoted and whose elements are closed.
    """
    raw = [each.span() for each in _RAW.finditer(html)]
    tags = {each.start(): each.end() for each in _HEADING.finditer(html)}
    tags.update(_tags_with(_PHRASE, html))
    languages = _languages(html)
    found, last = [], 0
    for start in sorted(tags):
        if start < last or any(begin <= start < end for begin, end in raw):
            continue
        end = _end_of(html, start, tags[start])
        if _is_japanese(_language_at(start, languages)):
            last = end
            found.append((tags[start], end))
            continue
        for begin, stop, language in languages:
            if max(start + 1, last) <= begin and stop <= end and _is_japanese(language):
                last = stop
                found.append((html.find(">", begin) + 1, stop))
    return found


def _is_japanese(language):
    return language.partition("-")[0] == "ja"


def _tags_with(attribute, html):
    """``(start, end)`` of each tag with an attribute."""
    for match in attribute.finditer(html):
        start, end = html.rfind("<", 0, match.start()), html.find(">", match.start())
        # Words of a text may look like it.
        if html.find(">", start) == end > 0:
            yield start, end + 1


def _languages(html):
    """``[(start, end, language)]`` of each element that says its language, in the order of the page."""
    found = []
    for start, end in _tags_with(_LANG, html):
        name = _NAME.match(html, start)
        if name and name[1] not in VOID_ELEMENTS:
            stop = len(html) if name[1] == "html" else _end_of(html, start, end)
            found.append((start, stop, _LANG.search(html, start, end)[1]))
    return found


def _language_at(place, languages):
    return next((language for start, end, language in reversed(languages) if start <= place < end), "")


def _end_of(html, start, inside):
    """Where the closing tag of an element stands; the end of the page where there is none."""
    name, depth = _NAME.match(html, start)[1], 1
    for tag in re.compile(rf"<(/?){name}\b").finditer(html, inside):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return len(html)
