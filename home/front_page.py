"""The front page: one story told large, the plan in a line for each pillar, places near by, where to turn."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.binding import References
from council.pages import CouncilPage
from council.pictured import PicturedMixin
from council.places.place import PlacePage
from council.structured_data.nodes import page_node, site_node
from council.where_to_turn.calls import WhereToTurnStreamBlock
from plans.goals import GoalPage
from plans.pillars import PillarPage
from plans.plan import PlanPage
from stories.story import StoryPage


class HomePage(PicturedMixin, CouncilPage):
    """The site's front page, one in each locale."""

    MORE_STORIES = 3
    PLACES = 4

    greeting = models.TextField(
        _("greeting"),
        blank=True,
        max_length=200,
        help_text=_("What the site is for, in one or two sentences. The first line stands large."),
    )
    featured_story = models.ForeignKey(
        Page,
        verbose_name=_("story told large"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty: the newest."),
    )
    current_plan = models.ForeignKey(
        Page,
        verbose_name=_("plan"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty: the newest edition."),
    )
    where_to_turn = StreamField(WhereToTurnStreamBlock(), verbose_name=_("where to turn"), blank=True)

    content_panels = [
        *CouncilPage.content_panels,
        FieldPanel("greeting"),
        PicturedMixin.picture_panel,
        PageChooserPanel("featured_story", "stories.StoryPage"),
        PageChooserPanel("current_plan", "plans.PlanPage"),
        FieldPanel("where_to_turn"),
    ]
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("greeting"),
        index.SearchField("where_to_turn"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        PicturedMixin.picture_translatable_field,
        SynchronizedField("featured_story"),
        SynchronizedField("current_plan"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "plans.PlanIndexPage",
        "stories.StoryIndexPage",
        "council.OrganisationIndexPage",
        "council.PlaceIndexPage",
        "home.GlossaryPage",
        "home.ThemeIndexPage",
        "home.StandardPage",
        "home.AccessibilityPolicyPage",
    ]

    shown_pictures = {"picture": ("wall",)}

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def greeting_lines(self):
        """``(first, rest)``: the line that stands large, and what stands below it."""
        first, _newline, rest = self.greeting.partition("\n")
        return first, rest.strip()

    def schema_org(self, around):
        return [page_node(self, around), site_node(around)]

    def further_references(self, request):
        self._stories = self.stories()
        self._places = list(PlacePage.objects.for_reader().in_order().defer_streamfields().with_hours()[: self.PLACES])
        references = References()
        references.add_pictures([*self._stories, *self._places])
        return references

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        plan = self._plan()
        context.update(
            story=self._stories[0] if self._stories else None,
            more_stories=self._stories[1:],
            plan=plan,
            plan_parts=self._parts(plan) if plan else [],
            places=self._places,
        )
        return context

    def stories(self):
        """The story told large first, then the newest others."""
        featured = StoryPage.objects.filter(
            translation_key__in=Page.objects.filter(pk=self.featured_story_id).values("translation_key")
        ).values("pk")
        return list(
            StoryPage.objects.for_reader()
            .annotate(later=models.Case(models.When(pk__in=featured, then=0), default=1))
            .order_by("later", "-told_on", "-pk")
            .defer_streamfields()[: self.MORE_STORIES + 1]
        )

    def _plan(self):
        plans = PlanPage.objects.for_reader().defer_streamfields()
        if self.current_plan_id:
            chosen = Page.objects.filter(pk=self.current_plan_id).values("translation_key")
            return plans.filter(translation_key__in=chosen).first()
        return plans.order_by("-first_fiscal_year", "-pk").first()

    def _parts(self, plan):
        """``[{"page", "text"}]``: what stands right below the plan, its goals first and then its pillars, as in its outline.

        A goal's title says all of it; a pillar is a few words and needs its statement.
        """
        goals = GoalPage.objects.below(plan).filter(parent_key=plan.translation_key).defer_streamfields()
        pillars = PillarPage.objects.below(plan).defer_streamfields()
        return [
            *({"page": goal, "text": ""} for goal in goals),
            *({"page": pillar, "text": pillar.statement} for pillar in pillars),
        ]
