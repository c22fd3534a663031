"""Which texts of a source wait for a translation."""

from django.db.models import OuterRef, Subquery
from wagtail_localize.models import StringSegment, StringTranslation

from translators.texts.check import is_emptied


def segments_of(translation):
    """All `StringSegment`s of a translation's source in their order, each with what is ``written`` for it, if anything."""
    there = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=translation.target_locale_id
    )
    return list(
        StringSegment.objects.filter(source=translation.source_id)
        .annotate(written=Subquery(there.values("data")[:1]))
        .select_related("string", "context")
        .order_by("order")
    )


def is_unfilled(segment):
    """Whether nothing is written, or somebody took out what was: then it is offered again."""
    return segment.written is None or is_emptied(segment.string.data, segment.written)


def make_room(segments, locale_id):
    """Deletes the emptied texts of these segments, so that others can be written in their place."""
    emptied = {(each.context_id, each.string_id): each.written for each in segments if each.written is not None}
    if not emptied:
        return
    rows = StringTranslation.objects.filter(
        locale=locale_id,
        context__in={context_id for context_id, _string_id in emptied},
        translation_of__in={string_id for _context_id, string_id in emptied},
    ).values_list("pk", "context", "translation_of", "data")
    # What somebody has written in the meantime stays.
    gone = [pk for pk, context_id, string_id, data in rows if emptied.get((context_id, string_id)) == data]
    StringTranslation.objects.filter(pk__in=gone).delete()
