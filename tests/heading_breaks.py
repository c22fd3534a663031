"""A page as if no heading in it were broken, for tests that look for its words."""

import re

from council.phrases.markup import BREAK

_UNBROKEN = re.compile('<span class="unbroken">(.*?)</span>')


def without_breaks(html):
    return _UNBROKEN.sub(r"\1", html.replace(BREAK, ""))
