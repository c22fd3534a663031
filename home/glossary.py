"""The glossary: every term and what it means."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from council.name_order import name_order_key
from council.pages import CouncilPage
from council.terms import Term
from council.translation.versions import for_reader


class GlossaryPage(CouncilPage):
    """All terms, in the order in which their reader looks them up."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*CouncilPage.content_panels, FieldPanel("intro")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("intro"), index.SearchField("terms_shown")]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossaries")

    def terms_shown(self):
        """The words of the glossary and what they mean, for the search."""
        return "\n".join(f"{term.word} {term.explanation}" for term in for_reader(Term.objects.all()))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        terms = for_reader(Term.objects.all())
        context["terms"] = sorted(terms, key=lambda term: name_order_key(term.word, term.reading))
        return context
