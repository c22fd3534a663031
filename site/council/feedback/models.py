"""What is kept of the answers: numbers for each month, and what somebody wrote of their own accord."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_REMARK = 500


class PageAnswers(models.Model):
    """How often a page, in one language, helped and did not in a month."""

    translation_key = models.UUIDField(editable=False)
    language = models.CharField(_("language"), max_length=20)
    month = models.DateField(_("month"), help_text=_("Its first day."))
    helped = models.PositiveIntegerField(_("helped"), default=0)
    did_not_help = models.PositiveIntegerField(_("did not help"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answers of a page's readers")
        verbose_name_plural = _("answers of the pages' readers")
        ordering = ["-month", "-did_not_help", "translation_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "language", "month"], name="council_answers_once_a_month"
            )
        ]

    def __str__(self):
        return f"{self.month:%Y-%m}: +{self.helped} −{self.did_not_help}"


class PageRemark(models.Model):
    """What a reader missed on a page, in their words. The day is not kept, only the month."""

    translation_key = models.UUIDField(editable=False)
    language = models.CharField(_("language"), max_length=20)
    month = models.DateField(_("month"), help_text=_("Its first day."))
    text = models.TextField(_("what was missing"), max_length=LONGEST_REMARK)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader's remark")
        verbose_name_plural = _("readers' remarks")
        ordering = ["-month", "-pk"]
        indexes = [models.Index(fields=["translation_key", "month"], name="council_remark_of_page")]

    def __str__(self):
        return self.text[:50]
