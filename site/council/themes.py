"""Themes: what goals, initiatives, stories and organisations have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from council.translation.publication import AskedPublicationMixin
from council.translation.versions import for_reader, same_as


class Theme(TranslatableMixin, AskedPublicationMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """One theme, such as 居場所; everything that concerns it stands at ``/…/themes/<slug>/``."""

    name = models.CharField(_("name"), max_length=50)
    slug = models.SlugField(
        _("page address"), max_length=50, help_text=_("Its part of the address: letters, digits and hyphens.")
    )
    description = models.TextField(_("description"), blank=True, max_length=300)
    sort_order = models.PositiveSmallIntegerField(
        _("place in lists"), default=100, help_text=_("Smaller numbers come first.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldPanel("sort_order"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale"),
    ]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("description"),
        SynchronizedField("slug", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="council_theme_slug_once_a_locale"),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def of_page(cls, page, request):
        """The themes of a page, in the reader's language. One query; in a preview, those of the draft."""
        if getattr(request, "is_preview", False):
            return list(for_reader(same_as(cls.objects.all(), page.themes.all())))
        link = page._meta.get_field("themes")
        chosen = link.remote_field.through.objects.filter(**{link.m2m_field_name(): page.pk}).values("theme_id")
        keys = cls.objects.filter(pk__in=chosen).values("translation_key")
        return list(for_reader(cls.objects.filter(translation_key__in=keys)))

    @classmethod
    def options_for_reader(cls):
        """``(slug, name, locale id)`` of every theme, in the reader's language: the options of a filter."""
        return for_reader(cls.objects.all()).values_list("slug", "name", "locale_id")
