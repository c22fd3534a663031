"""Whatever is put in a segment's place is checked as it is stored, and again when what it names is deleted.

wagtail-localize leaves out what is marked: the page then has what the source has.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_delete, post_save
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import OverridableSegment, SegmentOverride

from translators.overrides.check import fault_of_stored


def check(sender, instance, update_fields=None, raw=False, **kwargs):
    """Marks what may not stand there; what is right now is marked no more, which wagtail-localize leaves."""
    if raw or not instance.context_id or (update_fields is not None and "data_json" not in update_fields):
        return
    fault = fault_of_stored(instance)
    if bool(fault) != instance.has_error or fault != instance.field_error:
        instance.has_error, instance.field_error = bool(fault), fault
        instance.save(update_fields=["has_error", "field_error"])


def check_what_named(sender, instance, **kwargs):
    """Of a deleted object: what named it, and what stands in its place."""
    if not isinstance(instance, Page | AbstractImage | AbstractDocument) and sender not in get_snippet_models():
        return
    written = {json.dumps(key, cls=DjangoJSONEncoder) for key in (instance.pk, str(instance.pk))}
    of_source = OverridableSegment.objects.filter(context=OuterRef("context"), data_json__in=written)
    for override in SegmentOverride.objects.filter(
        Q(data_json__in=written) | Exists(of_source), has_error=False, context__isnull=False
    ).select_related("context"):
        check(SegmentOverride, override)


post_save.connect(check, sender=SegmentOverride, dispatch_uid="translators.overrides.check")
post_delete.connect(check_what_named, dispatch_uid="translators.overrides.check_what_named")
