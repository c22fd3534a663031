"""Which version of a source text translators work on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import TranslationSource


class SyncedText(models.Model):
    """The fingerprint (`council.translation.freshness.fingerprint`) of the text that a `TranslationSource` holds."""

    source = models.OneToOneField(TranslationSource, on_delete=models.CASCADE, related_name="synced_text")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("synchronised text")
        verbose_name_plural = _("synchronised texts")

    def __str__(self):
        return str(self.source)
