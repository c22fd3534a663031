"""Writes pages into the index."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.encoding import force_str

from council.language import analyse, vocabulary_of
from search import lexemes
from search.attached_documents import attached_documents
from search.backends.analysed import entry_of, language_for
from search.document_texts import stored_text
from search.entries import PageEntry, PageText, PageVoice
from search.indexing.facets import facets_of
from search.indexing.page_texts import content_of
from search.indexing.readers import readers_of
from search.indexing.tokens import packed
from search.indexing.words import NewWords
from search.title_keys import TitleKey, keys_of


@transaction.atomic
def write_pages(index, pages):
    """Writes pages of one type into Wagtail's index, and what the search keeps beside it.

    A draft is written for the editors' lists alone, from its fields as they are.

    Args:
        index: an `AnalysedIndexMixin`.
        pages: specific pages, as they stand in the database.
    """
    contents, entries, words = {}, {}, NewWords()
    for page in pages:
        if page.live and not page.alias_of_id:
            contents[page.pk] = _Analysed(page, index, words)
        entries[force_str(page.pk)] = contents[page.pk].entry if page.pk in contents else entry_of(page)
    ids = index.write(pages, entries)
    words.write()
    _write_beside([page for page in pages if page.pk in contents], contents, ids)
    _forget([page for page in pages if page.pk not in contents])


class _Analysed:
    """A page's text, taken apart."""

    def __init__(self, page, index, words):
        language = language_for(page)
        vocabulary = vocabulary_of(language)
        self.content = content_of(page, language, texts_attached_to(page))
        title, summary, body = (self.content.title, self.content.summary, "\n".join(self.content.paragraphs))
        # Passages are taken from the summary and what follows it; the title stands above them anyway.
        self.text = "\n".join(filter(None, [summary, body]))
        in_title, in_text = analyse(title, language), analyse(self.text, language)
        in_summary = sum(token.start < len(summary) for token in in_text)
        everything = lexemes.of_texts(vocabulary, in_title, in_text[:in_summary], in_text[in_summary:])
        fitting, are_missing = index.fitting(everything, lambda: lexemes.words(vocabulary, in_title + in_text))
        self.content.is_cut |= are_missing
        self.entry = entry_of(page, fitting, {title: in_title})
        self.title_length = len(in_title)
        self.keys = keys_of(title, in_title)
        # The tokens themselves are not kept: thousands of them would be walked by each garbage collection.
        self.forms, self.places = packed(in_text)
        words.add(vocabulary, title, in_title)
        words.add(vocabulary, self.text, in_text)


def texts_attached_to(page):
    """The texts of the documents that a page offers, as far as they have been read: see `search.document_texts`."""
    documents = attached_documents(page)
    texts = stored_text(documents) if documents else {}
    return [texts[document.pk] for document in documents if texts.get(document.pk)]


def _write_beside(pages, contents, ids):
    if not pages:
        return
    keys = [page.pk for page in pages]
    facets, readers = facets_of(pages), readers_of(pages)
    # Another index numbers its entries otherwise: what is left of it must not stand in the way.
    PageEntry.objects.filter(Q(entry_id__in=ids.values()) | Q(pk__in=keys)).delete()
    PageEntry.objects.bulk_create(
        [
            PageEntry(
                page_id=page.pk,
                entry_id=ids[force_str(page.pk)],
                readers=readers[page.pk],
                facets=facets[page.pk],
                day=_day_of(page),
                until=contents[page.pk].content.until,
                title_length=min(contents[page.pk].title_length, 1000),
            )
            for page in pages
        ]
    )
    rows = []
    for page in pages:
        rows.append(
            PageText(
                page_id=page.pk,
                text=contents[page.pk].text.replace("\x00", ""),
                forms=contents[page.pk].forms,
                places=contents[page.pk].places,
                is_cut=contents[page.pk].content.is_cut,
            )
        )
    PageText.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page"], update_fields=["text", "forms", "places", "is_cut"]
    )
    TitleKey.objects.filter(page_id__in=keys)._raw_delete(TitleKey.objects.db)
    TitleKey.objects.bulk_create(
        TitleKey(page_id=pk, key=key, is_start=is_start) for pk in keys for key, is_start in contents[pk].keys.items()
    )
    voices = [PageVoice(page_id=pk, person_key=key) for pk in keys for key in contents[pk].content.people]
    PageVoice.objects.filter(page_id__in=keys)._raw_delete(PageVoice.objects.db)
    if voices:
        PageVoice.objects.bulk_create(voices)


def _day_of(page):
    day = getattr(page, "told_on", None)
    moment = page.last_published_at or page.first_published_at
    return day or (timezone.localdate(moment) if moment else None)


def _forget(pages):
    """What was kept of pages that are published no longer. Their readers may get another version now."""
    if pages:
        readers_of(pages)
        for model in (PageEntry, PageText, PageVoice, TitleKey):
            model.objects.filter(page__in=pages).delete()
