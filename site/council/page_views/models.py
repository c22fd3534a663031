"""What is kept: a number for each page, language and day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageViews(models.Model):
    """How often a page was read in one language on one day."""

    translation_key = models.UUIDField(editable=False)
    language = models.CharField(_("language"), max_length=20)
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("how often"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("views of a page")
        verbose_name_plural = _("views of pages")
        ordering = ["-day", "-number", "translation_key"]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language", "day"], name="council_views_once_a_day")
        ]

    def __str__(self):
        return f"{self.day}: {self.number}"
