"""Goals (目指す姿): what the ward wants to become, and the situation behind it."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.binding import References
from council.explained_words.fields import ExplainedWordsMixin
from council.pages import CouncilPage
from council.pictured import PicturedMixin
from council.search_facets import add_values, oldest_versions
from council.themes import Theme
from council.where_to_turn.calls import WhereToTurnStreamBlock
from plans.below_plan import BelowPlanForm


class SituationStreamBlock(blocks.StreamBlock):
    """現状と課題, point by point, in order."""

    point = blocks.TextBlock(
        label=_("Point"),
        icon="list-ul",
        template="blocks/point.html",
        description=_("One observation of how things are, and what is missing."),
        preview_value=_("Many want to help, and do not know whom to ask."),
    )

    class Meta:
        required = False


class GoalPage(ExplainedWordsMixin, PicturedMixin, CouncilPage):
    """One goal of the plan, with what the community and the council do for it."""

    number = models.CharField(_("number"), blank=True, max_length=10, help_text=_("As in print, such as 1-2."))
    statement = models.TextField(
        _("statement"), help_text=_("The goal as it is printed (目指す姿), with its line breaks.")
    )
    situation = StreamField(SituationStreamBlock(), verbose_name=_("situation"), blank=True, help_text=_("現状と課題"))
    stories_heading = models.CharField(
        _("heading over the stories"), blank=True, max_length=100, help_text=_("Left empty: the usual one.")
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")
    where_to_turn = StreamField(WhereToTurnStreamBlock(), verbose_name=_("where to turn"), blank=True)

    content_panels = [
        FieldPanel("number"),
        *CouncilPage.content_panels,
        FieldPanel("statement"),
        FieldPanel("situation"),
        FieldPanel("stories_heading"),
        PicturedMixin.picture_panel,
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("where_to_turn"),
        ExplainedWordsMixin.explain_words_panel,
    ]
    search_type = "goal"
    shown_pictures = {"picture": ("wall",)}
    is_handed_on = True
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("statement", boost=3),
        index.SearchField("situation"),
        index.SearchField("where_to_turn"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        ExplainedWordsMixin.explain_words_translatable_field,
        SynchronizedField("number"),
        PicturedMixin.picture_translatable_field,
        SynchronizedField("themes"),
    ]
    parent_page_types = ["plans.PlanPage", "plans.PillarPage"]
    subpage_types = ["plans.InitiativePage"]
    base_form_class = BelowPlanForm

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")

    @classmethod
    def search_facets(cls, pages):
        facets = super().search_facets(pages)
        own = oldest_versions([page.pk for page in pages])
        add_values(facets, "goal", {pk: [first] for pk, first in own.items()})
        return facets

    def further_references(self, request):
        from plans.promises import promises_of, stories_shown

        self._promises = promises_of(self)
        references = References()
        references.add(Page, stories_shown(self._promises))
        return references

    def get_context(self, request, *args, **kwargs):
        from plans.outline import neighbours
        from plans.promises import by_leader, how_far_by_leader, link_stories

        context = super().get_context(request, *args, **kwargs)
        link_stories(self._promises, self.references)
        context.update(by_leader(self._promises))
        context["how_far"] = how_far_by_leader(self._promises)
        context.update(neighbours(self))
        context["themes"] = Theme.of_page(self, request)
        return context
