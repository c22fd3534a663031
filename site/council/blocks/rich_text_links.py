"""Links inside rich text, as the reader gets them.

Rich text stores a link to a page as ``<a linktype="page" id="5">``. Wagtail resolves it with two queries for each
text, and links to a draft as if it were published. Here the ids are collected with everything else a page refers to,
and a link that has no page for this reader becomes plain words.
"""

import re

from django.utils.html import escape

from council.translation.links import foreign_lang, reader_url

_PAGE_LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>(.*?)</a>', re.DOTALL)
_ID = re.compile(r'\bid="(\d+)"')


def linked_pages(source):
    """The ids of the pages that a rich text links to."""
    found = (_ID.search(match[0]) for match in _PAGE_LINK.finditer(source or ""))
    return {int(match[1]) for match in found if match}


def resolve_page_links(source, pages):
    """The rich text with ordinary links to these pages: ``{id: page}``; other page links lose their link."""

    def replace(match):
        found = _ID.search(match[0])
        page = pages.get(int(found[1])) if found else None
        if page is None:
            return match[1]
        language = foreign_lang(page)
        marks = f' lang="{language}" hreflang="{language}"' if language else ""
        return f'<a href="{escape(reader_url(page))}"{marks}>{match[1]}</a>'

    return _PAGE_LINK.sub(replace, source or "")
