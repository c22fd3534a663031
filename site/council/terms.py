"""Terms: words that need explaining, and how each must be said in every language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from council.own_list import OwnField, OwnListField, words_in
from council.translation.publication import AskedPublicationMixin
from council.validators import validate_reading


class Term(TranslatableMixin, AskedPublicationMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """One word of the glossary. In each locale its live word is how the term has to be said there."""

    word = models.CharField(_("word"), max_length=100)
    reading = models.CharField(
        _("reading"), blank=True, max_length=100, validators=[validate_reading], help_text=_("In kana.")
    )
    explanation = models.TextField(_("explanation"), help_text=_("In one to three plain sentences."))
    avoid = OwnListField(
        _("words to avoid"),
        blank=True,
        help_text=_("Other ways to say it that must not be used, one a line."),
    )
    enforced = models.BooleanField(
        _("enforced"), default=False, help_text=_("Translations that say it otherwise are marked as wrong.")
    )

    panels = [
        FieldRowPanel([FieldPanel("word"), FieldPanel("reading")]),
        FieldPanel("explanation"),
        MultiFieldPanel([FieldPanel("avoid"), FieldPanel("enforced")], heading=_("In translations")),
    ]
    search_fields = [
        index.SearchField("word"),
        index.AutocompleteField("word"),
        index.SearchField("explanation"),
        index.FilterField("locale"),
    ]
    translatable_fields = [
        TranslatableField("word"),
        TranslatableField("explanation"),
        SynchronizedField("reading"),
        OwnField("avoid"),
        SynchronizedField("enforced", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["reading", "word"]

    def __str__(self):
        return self.word

    def copy_for_translation(self, locale, exclude_fields=None):
        """A new translation has no words to avoid yet: the source's are of its own language."""
        copy = super().copy_for_translation(locale, exclude_fields=exclude_fields)
        copy.avoid = ""
        return copy

    @property
    def words_to_avoid(self):
        return words_in(self.avoid)
