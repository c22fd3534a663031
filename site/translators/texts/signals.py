"""Every text is checked as it is saved, by a person, a file or a program."""

from django.db.models.signals import post_save
from wagtail_localize.models import StringTranslation, post_save_string_translation

from translators.texts.check import fault_of
from translators.texts.length import longest_at
from translators.texts.titles import name_in_lists


def check(sender, instance, update_fields=None, raw=False, **kwargs):
    """A text that is wrong is red at once, is on no page and counts as missing."""
    if raw or not instance.context_id or (update_fields is not None and "data" not in update_fields):
        return
    fault = fault_of(instance.translation_of.data, instance.data, longest_at(instance.context))
    if fault and not instance.has_error:
        instance.has_error, instance.field_error = True, fault
        instance.save(update_fields=["has_error", "field_error"])
    if not fault and instance.context.path == "title":
        name_in_lists(instance.context.object_id, instance.locale_id, instance.data)


# wagtail-localize's own names a page by whatever was saved: PostgreSQL ends that with an error if it is too long.
post_save.disconnect(post_save_string_translation, sender=StringTranslation)
post_save.connect(check, sender=StringTranslation, dispatch_uid="translators.texts.check")
