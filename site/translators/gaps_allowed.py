"""The reviewer's word that a translation may be published although parts of it are missing."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation


class GapsAllowed(models.Model):
    """Holds for one translation and for the version of the source it was said of; the next sync ends it."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="gaps_allowed")
    # `TranslationSource.last_updated_at` when it was said.
    source_version = models.DateTimeField()
    allowed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    allowed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("publication with gaps")
        verbose_name_plural = _("publications with gaps")

    def __str__(self):
        return str(self.translation)
