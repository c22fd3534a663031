"""Where a picture is shown, so that it can be made in those sizes before anybody asks for them."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

# Of every picture inside a stream: blocks/picture.html and blocks/video.html.
IN_STREAMS = ("wide",)


def presets_of(image_ids):
    """``{image id: {names of presets}}`` by what refers to each image: a model says it in ``shown_pictures``. One query."""
    content_type = ContentType.objects.get_for_model(get_image_model())
    references = ReferenceIndex.objects.filter(
        to_content_type=content_type, to_object_id__in=[str(pk) for pk in image_ids]
    )
    found = defaultdict(set)
    for pk, type_id, path in references.values_list("to_object_id", "content_type_id", "model_path"):
        found[int(pk)].update(_shown_as(ContentType.objects.get_for_id(type_id).model_class(), path))
    return found


def images_of(model, ids):
    """The ids of the images that objects of a model refer to. One query."""
    image_type = ContentType.objects.get_for_model(get_image_model())
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page if issubclass(model, Page) else model),
        object_id__in=[str(pk) for pk in ids],
        to_content_type=image_type,
    )
    return {int(pk) for pk in references.values_list("to_object_id", flat=True)}


def _shown_as(model, path):
    field, _dot, rest = path.partition(".")
    return IN_STREAMS if rest else getattr(model, "shown_pictures", {}).get(field, ())
