"""What the tests of the index ask of it, and the pages that they ask about."""

from search.entries import PageEntry
from search.indexing.queue import index_pending
from search.results import find_pages
from tests.factories import StandardPageFactory, StoryPageFactory

WORD = "羅針盤"


def found(word=WORD, language="ja"):
    return [match.page_id for match in find_pages(word, language).matches]


def facets(page):
    index_pending()
    return PageEntry.objects.get(page=page.pk).facets


def readers(page):
    index_pending()
    return set(PageEntry.objects.get(page=page.pk).readers.split())


def story_with(**block):
    return StoryPageFactory(title="よその話", body=[(block.pop("kind"), block)])


def long_page(**fields):
    return StandardPageFactory(body=[("paragraph", f"<p>{WORD}。{'長い文。' * 40}</p><p>灯台</p>")], **fields)
