"""The reading dictionary of the site: how names and hard words are read. Japanese only."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from council.validators import validate_reading


class Reading(index.Indexed, models.Model):
    """A word as it is written, and how it is read here."""

    word = models.CharField(_("word"), max_length=100, unique=True)
    reading = models.CharField(_("reading"), max_length=100, validators=[validate_reading])
    note = models.CharField(_("note"), blank=True, max_length=200, help_text=_("Where it is from; for the staff."))

    panels = [FieldRowPanel([FieldPanel("word"), FieldPanel("reading")]), FieldPanel("note")]
    search_fields = [
        index.SearchField("word"),
        index.SearchField("reading"),
        index.AutocompleteField("word"),
    ]

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["reading"]

    def __str__(self):
        return f"{self.word}（{self.reading}）"
