"""Pillars: the level between a plan and its goals, where a plan groups them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.pages import CouncilPage
from plans.below_plan import BelowPlanForm


class PillarPage(CouncilPage):
    """One pillar of the plan and the goals that stand on it."""

    number = models.CharField(_("number"), blank=True, max_length=10, help_text=_("As in print, such as 1."))
    statement = models.TextField(_("statement"), blank=True, help_text=_("What this pillar is about."))

    content_panels = [FieldPanel("number"), *CouncilPage.content_panels, FieldPanel("statement")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("statement")]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        SynchronizedField("number"),
    ]
    parent_page_types = ["plans.PlanPage"]
    subpage_types = ["plans.GoalPage"]
    base_form_class = BelowPlanForm

    class Meta:
        verbose_name = _("pillar")
        verbose_name_plural = _("pillars")

    def get_context(self, request, *args, **kwargs):
        from plans.outline import goals_below

        context = super().get_context(request, *args, **kwargs)
        context["goals"] = goals_below(self)
        return context
