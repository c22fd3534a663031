"""How many characters fit where a text stands."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, ManyToOneRel
from wagtail_localize.models import TranslationSource


def longest_in(model, path):
    """The length of the model's field at a path of wagtail-localize; ``None`` where there is no end.

    A block of a stream has none: the database keeps it as it is.
    """
    name, _dot, rest = path.partition(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, ManyToOneRel) and rest:
        # The key of one of the objects, and its field.
        return longest_in(field.related_model, rest.partition(".")[2])
    return field.max_length if isinstance(field, CharField) and not rest else None


def longest_at(context):
    """The same for a `TranslationContext`."""
    kind = TranslationSource.objects.filter(object_id=context.object_id).values_list("specific_content_type", flat=True)
    content_type_id = kind.first()
    model = ContentType.objects.get_for_id(content_type_id).model_class() if content_type_id else None
    return longest_in(model, context.path) if model else None
