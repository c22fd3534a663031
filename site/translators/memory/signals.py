"""When the memory is asked, and when a suggestion is accepted."""

from django.db.models.signals import post_save
from wagtail_localize.models import StringTranslation, Translation

from translators.memory.recall import recall
from translators.suggestions import Suggestion


def fill(sender, instance, raw=False, **kwargs):
    """A translation that begins, or begins again, starts with what is known: its first draft is made right after."""
    if instance.enabled and not raw:
        recall(instance)


def accept(sender, instance, created, update_fields=None, raw=False, **kwargs):
    """Whoever saves a proposed text takes it for right; a program that does so leaves ``has_error`` as it is."""
    if raw or created or instance.has_error or (update_fields is not None and "data" not in update_fields):
        return
    Suggestion.objects.filter(string_translation=instance).delete()


post_save.connect(fill, sender=Translation, dispatch_uid="translators.memory.fill")
post_save.connect(accept, sender=StringTranslation, dispatch_uid="translators.memory.accept")
