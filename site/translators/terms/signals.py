"""When terms are checked: whenever a text is saved, and whenever a term goes live, is taken off or is deleted."""

from django.db.models.signals import post_delete, post_save
from wagtail.signals import published, unpublished
from wagtail_localize.models import StringTranslation

from council.terms import Term
from translators.terms.check import Checker
from translators.terms.recheck import recheck

# Before this: what is wrong whatever the terms say is not to be taken for a broken term, which ends with the term.
from translators.texts import signals  # noqa: F401


def check_text(sender, instance, update_fields=None, raw=False, **kwargs):
    """A text that breaks a term is red at once, whichever way it came in."""
    if raw or instance.has_error or not instance.context_id:
        return
    if update_fields is not None and "data" not in update_fields:
        return
    source = instance.translation_of
    fault = Checker(source.locale_id, instance.locale_id).fault(source.data, instance.data, instance.context.object_id)
    if fault:
        instance.has_error, instance.field_error = True, fault
        instance.save(update_fields=["has_error", "field_error"])


def check_all(sender, instance, **kwargs):
    recheck(instance)


post_save.connect(check_text, sender=StringTranslation, dispatch_uid="translators.terms.check_text")
published.connect(check_all, sender=Term, dispatch_uid="translators.terms.published")
unpublished.connect(check_all, sender=Term, dispatch_uid="translators.terms.unpublished")
post_delete.connect(check_all, sender=Term, dispatch_uid="translators.terms.deleted")
