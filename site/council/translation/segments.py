"""The parts of an object's text that translators work on, as wagtail-localize finds them."""

import hashlib
import json

from wagtail import blocks
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments import extract
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

from council.own_list import OwnField
from council.translation.taken_over import values_taken_over


def mend_missing_text():
    """Reads a text block that holds no value as an empty one.

    Stored streams lack the value of a field that was added to a block later, or that a program left out;
    wagtail-localize ends such a submission with a ``TypeError`` (#690).
    """
    extractor = extract.StreamFieldSegmentExtractor
    if getattr(extractor, "reads_missing_text", False):
        return
    handle_block = extractor.handle_block

    def handle_block_or_nothing(self, block_type, block_value, raw_value=None):
        if block_value is None and isinstance(block_type, blocks.FieldBlock):
            return []
        return handle_block(self, block_type, block_value, raw_value=raw_value)

    extractor.handle_block = handle_block_or_nothing
    extractor.reads_missing_text = True


def fingerprint(instance, with_own=False):
    """A hash of all that a translation takes from its source: two equal ones need no work and no new publication.

    Texts and their places, the shape around them, what they point at, the values a translation may replace, and the
    values it takes over as they are: a telephone number, a date, a state, also in parts of the page and in streams.
    The same text gives the same hash, whether read from the database, a revision or a `TranslationSource`.

    Not in it: the address and the menu, dates of publication, who saved it, and consent, which holds in every language
    at once.

    Args:
        with_own: whether to count words that each language has for itself (`council.own_list`) too. A source's own
            are nothing to its translations; but two drafts of one translation differ by them.

    Returns:
        64 hexadecimal digits (SHA-256).
    """
    own = set() if with_own else _names_of_own_fields(instance)
    parts = []
    for segment in extract.extract_segments(instance):
        if segment.path.partition(".")[0] in own:
            continue
        if isinstance(segment, StringSegmentValue):
            parts.append(["text", segment.path, segment.string.data, segment.attrs])
        elif isinstance(segment, TemplateSegmentValue):
            parts.append(["template", segment.path, segment.template])
        elif isinstance(segment, RelatedObjectSegmentValue):
            parts.append(["object", segment.path, segment.translation_key])
        elif isinstance(segment, OverridableSegmentValue):
            parts.append(["value", segment.path, segment.data])
    parts.append(["taken over", values_taken_over(instance)])
    if isinstance(instance, TranslatableMixin):
        parts.append(["of", instance.translation_key])
    written = json.dumps(parts, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _names_of_own_fields(instance):
    return {field.field_name for field in get_translatable_fields(type(instance)) if isinstance(field, OwnField)}
