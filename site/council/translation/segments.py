"""The parts of an object's text that translators work on, as wagtail-localize finds them."""

import hashlib
import json

from wagtail import blocks
from wagtail.models import TranslatableMixin
from wagtail_localize.segments import extract
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)


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


def fingerprint(instance):
    """A hash of all that a translation takes from its source: two equal ones need no work by a translator.

    Texts and their places, the shape around them, what they point at, and the values a translation may replace.
    Not the address, the dates, or who saved it.

    Returns:
        64 hexadecimal digits (SHA-256).
    """
    parts = []
    for segment in extract.extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            parts.append(["text", segment.path, segment.string.data, segment.attrs])
        elif isinstance(segment, TemplateSegmentValue):
            parts.append(["template", segment.path, segment.template])
        elif isinstance(segment, RelatedObjectSegmentValue):
            parts.append(["object", segment.path, segment.translation_key])
        elif isinstance(segment, OverridableSegmentValue):
            parts.append(["value", segment.path, segment.data])
    if isinstance(instance, TranslatableMixin):
        parts.append(["of", instance.translation_key])
    written = json.dumps(parts, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()
