"""Standard pages: about the council, accessibility, privacy, how to begin as a volunteer."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from council.blocks.streams import SharedStreamBlock
from council.explained_words.fields import ExplainedWordsMixin
from council.pages import CouncilPage
from council.pictured import PicturedMixin


class StandardPage(ExplainedWordsMixin, PicturedMixin, CouncilPage):
    """Text of the shared blocks, with standard pages below it where a subject needs several."""

    body = StreamField(SharedStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *CouncilPage.content_panels,
        PicturedMixin.picture_panel,
        FieldPanel("body"),
        ExplainedWordsMixin.explain_words_panel,
    ]
    search_fields = [*CouncilPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        ExplainedWordsMixin.explain_words_translatable_field,
        PicturedMixin.picture_translatable_field,
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["children"] = list(StandardPage.objects.filter(depth=self.depth + 1).below(self).defer_streamfields())
        return context
