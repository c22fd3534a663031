"""What the importer made, from which document, and what it still asks of the editor."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRecord(models.Model):
    """One object that an import made. Lets a later import know it again and see whether somebody edited it."""

    document = models.CharField(_("document"), max_length=300)
    document_digest = models.CharField(_("digest of the document"), max_length=64)
    part_key = models.CharField(_("key of the part"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20)
    place = models.CharField(_("place in the document"), max_length=100)
    words = models.TextField(_("words it is known by"), blank=True)
    source_digest = models.CharField(_("digest of the part"), max_length=64)
    written_digest = models.CharField(_("digest of what was written"), max_length=64)
    content_type = models.ForeignKey(ContentType, verbose_name=_("type"), on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField(_("object"))
    content_object = GenericForeignKey("content_type", "object_id")
    revision_id = models.PositiveBigIntegerField(_("last revision written"), null=True)
    notes = models.JSONField(_("notes to check"), default=list)
    open_questions = models.JSONField(_("open questions"), default=list)
    imported_at = models.DateTimeField(_("imported at"))
    published_at = models.DateTimeField(_("published by the importer at"), null=True)

    class Meta:
        verbose_name = _("imported part")
        verbose_name_plural = _("imported parts")
        ordering = ["document", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "part_key"], name="home_importrecord_part_once_a_document"),
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="home_importrecord_object")]

    def __str__(self):
        return f"{self.document}: {self.part_key}"
