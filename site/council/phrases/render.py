"""A finished page whose Japanese headings break between phrases."""

import logging
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from council.furigana.dictionary import dictionary
from council.language.phrases import phrases_of
from council.phrases.elements import japanese_headings
from council.phrases.markup import with_breaks

# Headings of some hundred pages.
_MOST_REMEMBERED = 10_000
# Longer names would not fit into a line of a telephone.
_LONGEST_NAME = 10

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Names:
    """What is not cut: names and words whose reading somebody has written down. Known by the key of their dictionary."""

    key: str
    words: tuple = field(compare=False, repr=False)

    @cached_property
    def _pattern(self):
        words = sorted((word for word in self.words if 1 < len(word) <= _LONGEST_NAME), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words))) if words else None

    def found_in(self, text):
        """``[(start, end)]``, the longest first where several begin in one place."""
        return [match.span() for match in self._pattern.finditer(text)] if self._pattern else []


def break_headings(html, page_id=None):
    """The page with breaks in its Japanese headings.

    Args:
        page_id: of the page whose own readings hold on it.
    """
    headings = japanese_headings(html)
    if not headings:
        return html
    words = dictionary(page_id)
    names = _Names(words.key, tuple(words.readings))
    made, done = [], 0
    for start, end in headings:
        made += (html[done:start], _broken(html[start:end], names))
        done = end
    return "".join([*made, html[done:]])


@lru_cache(maxsize=_MOST_REMEMBERED)
def _broken(heading, names):
    """A heading with its breaks, as it is where a rule fails on it: a page with bad breaks is better than none."""
    try:
        return with_breaks(heading, lambda text: _phrases(text, names))
    except Exception:
        logger.exception("A heading of %d signs could not be taken apart.", len(heading))
        return heading


@lru_cache(maxsize=_MOST_REMEMBERED)
def _phrases(text, names):
    return tuple(phrases_of(text, "ja", names.found_in(text)))
