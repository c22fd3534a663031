"""What staff decides of a page: whether its words are explained on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField


class ExplainedWordsMixin(models.Model):
    """A page with running text in which words of the glossary are explained. Of one term: `Term.explained`."""

    explain_words = models.BooleanField(
        _("explain words of the glossary"),
        default=True,
        help_text=_("Where a word stands first in the text, and in a list below it."),
    )

    explain_words_panel = FieldPanel("explain_words")
    explain_words_translatable_field = SynchronizedField("explain_words", overridable=False)

    class Meta:
        abstract = True
