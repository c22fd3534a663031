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
    also_written = OwnListField(
        _("also written"),
        blank=True,
        help_text=_("Other words for it that pages use, one a line: they are explained as well."),
    )
    explanation = models.TextField(_("explanation"), help_text=_("In one to three plain sentences."))
    explained = models.BooleanField(
        _("explained where it stands"),
        default=True,
        help_text=_("In the text of pages, not only in the glossary."),
    )
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
        FieldPanel("also_written"),
        FieldPanel("explanation"),
        FieldPanel("explained"),
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
        OwnField("also_written"),
        SynchronizedField("explained", overridable=False),
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
        """A new translation has no such words yet: the source's are of its own language."""
        copy = super().copy_for_translation(locale, exclude_fields=exclude_fields)
        copy.also_written = copy.avoid = ""
        return copy

    @property
    def spellings(self):
        """How pages may write it: the word, what stands in brackets behind it (社協), and what staff lists."""
        bare, _open, inside = self.word.replace("(", "（").partition("（")
        short = inside.partition(")")[0].partition("）")[0].strip()
        # Of several words in brackets only some are a name of it: "(the Council)" would be found everywhere.
        words = [bare.strip(), "" if " " in short else short, *words_in(self.also_written)]
        return list(dict.fromkeys(word for word in words if word))

    @property
    def words_to_avoid(self):
        return words_in(self.avoid)
