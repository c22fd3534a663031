"""Standard pages: about the council, accessibility, privacy, how to begin as a volunteer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.streams import SharedStreamBlock
from council.pages import CouncilPage
from council.validators import validate_alternative_text


class StandardPage(CouncilPage):
    """Text of the shared blocks, with standard pages below it where a subject needs several."""

    picture = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(_("alternative text of the picture"), blank=True, max_length=300)
    body = StreamField(SharedStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *CouncilPage.content_panels,
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
        FieldPanel("body"),
    ]
    search_fields = [*CouncilPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        SynchronizedField("picture"),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def clean(self):
        super().clean()
        validate_alternative_text(self, "picture", "picture_alt")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["children"] = list(StandardPage.objects.filter(depth=self.depth + 1).below(self).defer_streamfields())
        return context
