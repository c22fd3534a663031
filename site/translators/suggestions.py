"""Texts that the translation memory or a machine proposes, and that no person has accepted yet."""

from django.db import models
from django.utils.translation import gettext
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


def remark(kind, similarity=0, tool_name=""):
    """What the editor says beside a proposed text: where it comes from, and what to do with it."""
    kinds = Suggestion.Kind
    return {
        kinds.CHANGED: gettext(
            "The source text has changed. This is the translation of the text before: mend it, or save it as it is."
        ),
        kinds.SIMILAR: gettext(
            "This is the translation of a similar text (%(similarity)s %% the same): mend it, or save it as it is."
        )
        % {"similarity": similarity},
        kinds.SENTENCES: gettext(
            "The sentences that were translated before are filled in, the others are still to be translated."
        ),
        kinds.MACHINE: gettext(
            "Translated by a machine (%(tool)s), and read by nobody yet: mend it, or save it as it is."
        )
        % {"tool": tool_name},
    }[kind]
