"""What stands in the source at the place that a translation replaces."""

from wagtail.blocks import StructValue
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

LINK = object()


class NothingThere(LookupError):
    """The source has nothing at this path any more."""


def find(instance, path):
    """What a path of wagtail-localize leads to.

    Args:
        instance: The source, with the content that translators work on.

    Returns:
        The field or block, and a block's value: ``LINK`` for a link in a text.

    Raises:
        NothingThere: the path leads nowhere.
    """
    place, quote, _address = path.partition(".'")
    if quote:
        return LINK, None
    try:
        return _in_model(instance, place.split("."))
    except (LookupError, StopIteration, ValueError, AttributeError) as error:
        # A field, a block or an object that is gone, or another one of the same name.
        raise NothingThere(path) from error


def _in_model(instance, names):
    name, *rest = names
    field = next(each for each in instance._meta.get_fields() if each.name == name)
    if field.one_to_many:
        child = next(each for each in getattr(instance, name).all() if str(each.translation_key) == rest[0])
        return _in_model(child, rest[1:])
    if isinstance(field, StreamField):
        return _in_stream(field.value_from_object(instance), rest)
    return field, None


def _in_stream(value, names):
    name, *rest = names
    if isinstance(value, StructValue):
        block, child = value.block.child_blocks[name], value[name]
    else:
        # The stream itself, or a list in it.
        bound = next(each for each in getattr(value, "bound_blocks", value) if each.id == name)
        block, child = bound.block, bound.value
    if not rest:
        return block, child
    if isinstance(block, ImageBlock):
        # Its value is the picture, and not a struct.
        return block.child_blocks[rest[0]], child
    return _in_stream(child, rest)
