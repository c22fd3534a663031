"""Which version of a source text translators work on."""

from django.db import models
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import SourceDeletedError, TranslationSource

from council.translation.segments import fingerprint


class SyncedText(models.Model):
    """The fingerprint (`council.translation.segments.fingerprint`) of the text that a `TranslationSource` holds."""

    source = models.OneToOneField(TranslationSource, on_delete=models.CASCADE, related_name="synced_text")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("synchronised text")
        verbose_name_plural = _("synchronised texts")

    def __str__(self):
        return str(self.source)


@receiver(post_save, sender=TranslationSource, dispatch_uid="translators.note_synced_text")
def note_synced_text(sender, instance, raw=False, update_fields=None, **kwargs):
    """Keeps the fingerprint of what has just been sent or synchronised. A source whose object is gone keeps its last."""
    if raw or (update_fields is not None and "content_json" not in update_fields):
        return
    try:
        text = fingerprint(instance.as_instance())
    except SourceDeletedError:
        return
    SyncedText.objects.update_or_create(source=instance, defaults={"fingerprint": text})
