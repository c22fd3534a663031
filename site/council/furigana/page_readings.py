"""Readings that hold on one page alone, such as a name that others write alike and read otherwise."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from council.validators import validate_reading


class PageReading(models.Model):
    """A word of a page, and how it is read there. No part of the page's text: what is translated or drafted is as before."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    word = models.CharField(_("word"), max_length=100)
    reading = models.CharField(_("reading"), max_length=100, validators=[validate_reading])

    class Meta:
        verbose_name = _("reading on a page")
        verbose_name_plural = _("readings on a page")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["page", "word"], name="council_page_reading_once_a_page")]

    def __str__(self):
        return f"{self.word}（{self.reading}）"
