"""Addresses and language marks of links, as the reader's language wants them."""

import re
from dataclasses import dataclass

from asgiref.local import Local
from django.utils import translation

from council.translation.collisions import stands_alone
from council.translation.locales import active_locale, language_of

_LANGUAGE_PREFIX = re.compile(r"^(https?://[^/]+)?/[A-Za-z-]+/")


_around = Local()


@dataclass(frozen=True)
class Link:
    """A link as templates show it. ``lang`` is empty where the target is in the reader's own language."""

    title: str
    url: str
    lang: str = ""
    current: bool = False


def in_language(url, language_code):
    """The same address under another language's prefix: where that language shows this page in its stead."""
    return _LANGUAGE_PREFIX.sub(lambda match: f"{match[1] or ''}/{language_code}/", url, count=1)


def reader_url(page, language_code=None, with_host=False):
    """Where the reader finds a page: its own address, or the same one under the reader's language.

    A page that is not translated is shown in its own language in the reader's frame (`council.translation.routing`).
    """
    own = language_of(page)
    wanted = language_code or active_locale().language_code
    # Wagtail builds the address from the locale of the page's tree, whatever language is active.
    url = (page.full_url if with_host else page.url) or ""
    return url if own == wanted or stands_alone(page, wanted) else in_language(url, wanted)


def foreign_lang(obj):
    """The BCP 47 code of an object's language where it is not that of the text around it, else an empty string."""
    language = language_of(obj)
    return "" if language == (language_around() or language) else language


def language_around():
    """The BCP 47 code of the language of the text around what is written now."""
    return getattr(_around, "language", None) or translation.get_language()


def inside_text_in(language_code):
    """Tells `foreign_lang` what language the text is in that follows: the reader's (``None``), or that of an untranslated page.

    An English story's title in a Japanese page that English readers read in place is the foreign one there.
    """
    _around.language = language_code


def link_to(page, title=None, current=False):
    """A `Link` to a page for the active reader."""
    return Link(title or page.title, reader_url(page), foreign_lang(page), current)
