"""The people who speak in the stories. A person has no page: their words are found through the stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from council.consent import CONSENT_FIELDS, ConsentMixin
from council.translation.locales import source_locale
from council.translation.publication import AskedPublicationMixin
from council.validators import validate_alternative_text, validate_reading


class Person(
    ConsentMixin, TranslatableMixin, AskedPublicationMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model
):
    """Somebody who tells of what they do, as they want to be named."""

    name = models.CharField(
        _("name as shown"), max_length=100, help_text=_("With the form of address, such as 山野さん.")
    )
    reading = models.CharField(
        _("reading of the name"),
        max_length=100,
        validators=[validate_reading],
        help_text=_("In kana, such as やまの. Needed for furigana and for sorting."),
    )
    role = models.CharField(_("role"), blank=True, max_length=100, help_text=_("Such as 民生委員 or 代表."))
    organisation = models.ForeignKey(
        "council.OrganisationPage",
        verbose_name=_("organisation"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    organisation_name = models.CharField(
        _("organisation's name"), blank=True, max_length=100, help_text=_("Where it has no page of its own.")
    )
    portrait = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("portrait"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    portrait_alt = models.CharField(_("alternative text of the portrait"), blank=True, max_length=300)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("reading")]),
        FieldPanel("role"),
        MultiFieldPanel([FieldPanel("organisation"), FieldPanel("organisation_name")], heading=_("Organisation")),
        MultiFieldPanel([FieldPanel("portrait"), FieldPanel("portrait_alt")], heading=_("Portrait")),
        ConsentMixin.consent_panel,
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("reading"),
        index.SearchField("role"),
        index.FilterField("locale"),
    ]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("role"),
        TranslatableField("organisation_name"),
        TranslatableField("portrait_alt"),
        SynchronizedField("reading", overridable=False),
        SynchronizedField("organisation"),
        SynchronizedField("portrait", overridable=False),
        *[SynchronizedField(name, overridable=False) for name in CONSENT_FIELDS],
    ]

    shown_pictures = {"portrait": ("portrait",)}

    # The organisation's page as the reader gets it, or None: set by `council.blocks.binding`.
    shown_organisation = None

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["reading"]

    def __str__(self):
        return f"{self.name}（{self.role}）" if self.role else self.name

    def clean(self):
        super().clean()
        validate_alternative_text(self, "portrait", "portrait_alt")

    def save(self, *args, **kwargs):
        written = kwargs.get("update_fields")
        if written is not None and not set(written) & set(CONSENT_FIELDS):
            # So a draft is kept: what it says of consent holds nowhere yet.
            super().save(*args, **kwargs)
            return
        others = type(self).objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        source = source_locale()
        original = others.filter(locale=source).first() if self.locale_id != source.pk else None
        if original:
            self._follow(original)
        super().save(*args, **kwargs)
        # Taking consent back must not wait for a translation to be synchronised.
        others.update(**{name: getattr(self, name) for name in CONSENT_FIELDS})

    def _follow(self, original):
        """A translation, perhaps an older one, may take consent back, but never gives it again."""
        taken_back = original.consent_withdrawn_on or self.consent_withdrawn_on
        for name in CONSENT_FIELDS:
            setattr(self, name, getattr(original, name))
        self.consent_withdrawn_on = taken_back
