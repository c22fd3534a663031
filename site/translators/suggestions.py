"""Texts that the translation memory or a machine proposes, and that no person has accepted yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringTranslation


class Suggestion(models.Model):
    """Where a proposed `StringTranslation` comes from.

    As long as this row is there, the translation carries ``has_error``: wagtail-localize then shows it in the editor
    with its remark, counts it as not yet translated, and puts it on no page. A person who saves the segment, as it is
    or mended, accepts it, and the row goes.
    """

    class Kind(models.TextChoices):
        CHANGED = "changed", _("The source text has changed")
        SIMILAR = "similar", _("A similar text was translated before")
        SENTENCES = "sentences", _("Some of its sentences were translated before")
        MACHINE = "machine", _("Machine translation")

    string_translation = models.OneToOneField(StringTranslation, on_delete=models.CASCADE, related_name="suggestion")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # The source text of which the proposed text is the translation; empty for a machine's.
    previous_source = models.TextField(blank=True)
    # How much of the source text is the same, in percent; 0 for a machine's.
    similarity = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.string_translation.data[:50]}"
