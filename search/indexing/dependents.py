"""Which pages show something of an object, and so change with it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField
from django.db.models.functions import Cast
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page, ReferenceIndex, TranslatableMixin, get_page_models

from council.people import Person
from search.entries import PageVoice


def pages_showing(objects):
    """The pages whose texts refer to these objects in any of their languages, as a queryset of ``Page``.

    A translated page keeps pointing at the objects of its source, and shows its readers' versions of them.

    Args:
        objects: a queryset, or a list of objects of one model.
    """
    model = objects.model if hasattr(objects, "model") else (type(objects[0]) if objects else None)
    if model is None:
        return Page.objects.none()
    model = Page if issubclass(model, Page) else model
    ids = list(_versions(model, objects).annotate(as_text=Cast("pk", CharField())).values_list("as_text", flat=True))
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=ids,
    )
    found = {int(pk) for pk in references.values_list("object_id", flat=True)}
    if issubclass(model, Person):
        keys = [person.translation_key for person in objects]
        found.update(PageVoice.objects.filter(person_key__in=keys).values_list("page_id", flat=True))
    return Page.objects.filter(pk__in=found)


def pages_linked_to(obj):
    """The pages that are linked to an object by a field that holds several: to a theme."""
    found = set()
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, ParentalManyToManyField) and issubclass(type(obj), field.related_model):
                links = field.remote_field.through.objects.filter(**{field.m2m_reverse_field_name(): obj.pk})
                found.update(links.values_list(field.m2m_field_name(), flat=True))
    return Page.objects.filter(pk__in=found)


def _versions(model, objects):
    if not issubclass(model, TranslatableMixin):
        return model._default_manager.filter(pk__in=[obj.pk for obj in objects])
    keys = objects.values("translation_key") if hasattr(objects, "model") else {obj.translation_key for obj in objects}
    return model._default_manager.filter(translation_key__in=keys)
