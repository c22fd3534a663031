"""The text of rich texts for the search is Wagtail's, whichever way it was found."""

import random

import pytest
from wagtail.rich_text import get_text_for_indexing

from search.indexing.rich_text import text_of

EDITED = [
    "<p>", '<p data-block-key="x1">', "</p>", "<br/>", "<hr/>", "<h2>", "</h2>", "<ul>", "<li>", "</li>", "</ul>",
    '<a linktype="page" id="3">', '<a href="https://example.jp/?a=1&amp;b=2">', "</a>", "<b>", "</b>", "&amp;", "&lt;",
    "&quot;", "&nbsp;", "&#39;", "子ども", "食堂 ", "\n", "\u3000", "R&amp;D", "/", '"',
]  # fmt: skip
ODD = [
    "&", "<", ">", "&amp", "&copy", "&unknown;", "&#x27;", "<br>", "<br  />", "</br>", "<P>", "</P>", "<script>", "</script>",
    "<!--", "-->", "<title>", "</p >", "<p class=a>", "<a title='>'>", "<embed />", "\x00", "</h7>",
]  # fmt: skip


@pytest.mark.parametrize("parts", [EDITED, EDITED * 3 + ODD])
def test_the_text_is_what_wagtail_has(parts):
    dice = random.Random(7)
    for _ in range(3000):
        html = "".join(dice.choices(parts, k=dice.randint(0, 12)))
        assert text_of(html) == get_text_for_indexing(html)
