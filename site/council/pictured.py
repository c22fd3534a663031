"""A page's own picture, never without a text for those who cannot see it (WCAG 2.2, 1.1.1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from council.validators import validate_alternative_text


class PicturedMixin(models.Model):
    """For pages that open with a picture; brings its panel, its rule, and what translation does with it."""

    picture = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(_("alternative text of the picture"), blank=True, max_length=300)

    picture_panel = MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture"))
    # The same picture in every language, unless a translator chooses another; its text is translated.
    picture_translatable_field = SynchronizedField("picture")

    # In which sizes it is shown, here and where other pages show it: see `council.pictures`.
    shown_pictures = {"picture": ("wide",)}

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        validate_alternative_text(self, "picture", "picture_alt")
