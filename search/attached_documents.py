"""The documents that a page gives to its readers: in blocks, and linked in its texts."""

import re

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Length, Substr
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import CollectionViewRestriction

_DOCUMENT_LINK = re.compile(r'<a\b[^>]*\blinktype="document"[^>]*>')
_ID = re.compile(r'\bid="(\d+)"')


def attached_documents(page):
    """The documents of a page that any reader may open, each once, in the order they stand in it. One query at most.

    Args:
        page: a page of its own type (``page.specific``). Its streams are looked at as they are stored, whatever has
            been put into their blocks since.
    """
    ids = list(dict.fromkeys(_document_ids(page)))
    if not ids:
        return []
    found = readable_documents(get_document_model().objects.all()).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def readable_documents(documents):
    """Those in no collection that is private, or stands below a private one."""
    restrictions = CollectionViewRestriction.objects.annotate(
        above=Substr(OuterRef("collection__path"), 1, Length("collection__path"))
    ).filter(collection__path=F("above"))
    return documents.filter(~Exists(restrictions))


def _document_ids(page):
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            # Raw: the blocks themselves read what they hold, type by type.
            yield from _in_block(value.stream_block, value.raw_data)
        elif isinstance(field, RichTextField):
            yield from _in_text(getattr(page, field.name))


def _in_block(block, raw):
    """The ids in a raw value, as far as its blocks are still known."""
    if not raw:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in raw:
            if child["type"] in block.child_blocks:
                yield from _in_block(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _in_block(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            # A list's item is stored in either form: with an id, or bare.
            value = item["value"] if block._item_is_in_block_format(item) else item
            yield from _in_block(block.child_block, value)
    elif isinstance(block, blocks.ChooserBlock):
        if issubclass(block.model_class, get_document_model()):
            yield raw
    elif isinstance(block, blocks.RichTextBlock):
        yield from _in_text(raw)


def _in_text(source):
    found = (_ID.search(link) for link in _DOCUMENT_LINK.findall(source or ""))
    return [int(match[1]) for match in found if match]
