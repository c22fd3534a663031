"""What a translation takes over from its source as it is, and no translator is asked for: numbers, dates, choices.

wagtail-localize gives no segments of it; it copies it whenever it writes a translation.
"""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import get_translatable_fields

from council.consent import CONSENT_FIELDS

# Where a page stands is no text of it; consent is written into all languages as soon as it is saved.
NOT_COUNTED = {"slug", "show_in_menus", *CONSENT_FIELDS}
# Of the parts of a page: which row they are in, and not what stands in it.
PLACES = {"sort_order", "locale", "translation_key"}


def values_taken_over(instance):
    """Plain values for JSON, equal where the content is, whatever it was read from."""
    found = {}
    for translatable in get_translatable_fields(type(instance)):
        field, name = translatable.get_field(type(instance)), translatable.field_name
        if isinstance(field, StreamField):
            found[name] = _shape(field.stream_block, field.value_from_object(instance))
        elif _is_of_parts(field):
            parts = _parts(instance, name)
            if issubclass(field.related_model, TranslatableMixin):
                found[name] = [[str(part.translation_key), values_taken_over(part)] for part in parts]
            elif translatable.is_synchronized(instance):
                found[name] = [_all_values(part) for part in parts]
        elif translatable.is_translated(instance) or not translatable.is_synchronized(instance):
            continue
        elif name not in NOT_COUNTED and not (translatable.is_overridable(instance) and _has_segment(field)):
            found[name] = _value(field, instance)
    return found


def _is_of_parts(field):
    return isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey)


def _has_segment(field):
    """Whether wagtail-localize offers it to translators as a value to replace."""
    if isinstance(field, models.CharField | models.TextField):
        return not field.choices and not isinstance(field, RichTextField)
    return isinstance(field, models.ForeignKey)


def _parts(instance, name):
    return sorted(getattr(instance, name).all(), key=lambda part: getattr(part, "sort_order", None) or 0)


def _all_values(part):
    return {
        field.name: _value(field, part)
        for field in part._meta.concrete_fields
        if not field.primary_key and not isinstance(field, ParentalKey) and field.name not in PLACES
    }


def _value(field, instance):
    value = field.value_from_object(instance)
    if field.many_to_many:
        return sorted(each.pk for each in value)
    # An instance that somebody has just filled may have texts where the database gives dates.
    return _plain(field.to_python(value))


def _plain(value):
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        # The database fills up with zeros.
        return format(value.normalize(), "f")
    return value


def _shape(block, value):
    """A stream without what segments have of it. Blocks' ids too are left out: lists stored without get new ones each time."""
    if isinstance(block, blocks.StreamBlock):
        return [[child.block.name, _shape(child.block, child.value)] for child in value or []]
    if isinstance(block, blocks.ListBlock):
        return [_shape(child.block, child.value) for child in value.bound_blocks] if value is not None else []
    if isinstance(block, blocks.StructBlock) and isinstance(value, blocks.StructValue):
        return {name: _shape(child, value.get(name)) for name, child in block.child_blocks.items()}
    if value is None or _block_has_segment(block, value):
        return None
    return _plain(block.get_prep_value(value))


def _block_has_segment(block, value):
    if hasattr(block, "get_translatable_segments"):
        return bool(block.get_translatable_segments(value))
    texts = blocks.CharBlock | blocks.TextBlock | blocks.BlockQuoteBlock | blocks.RichTextBlock
    if isinstance(block, texts | blocks.URLBlock | blocks.EmailBlock | blocks.ChooserBlock):
        return True
    if apps.is_installed("wagtail.embeds"):
        from wagtail.embeds.blocks import EmbedBlock

        return isinstance(block, EmbedBlock)
    return False
