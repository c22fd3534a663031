"""The editions of the plan."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.binding import References
from council.blocks.streams import SharedStreamBlock
from council.blocks.text import RICH_TEXT_FEATURES
from council.pages import CouncilPage
from council.pictured import PicturedMixin
from council.translation.links import reader_url

# The map's part of the address: no page below a plan can have it (`plans.below_plan`).
MAP = "map"
FISCAL_YEARS = [MinValueValidator(1950), MaxValueValidator(2150)]


class PlanIndexPage(CouncilPage):
    """All editions of the plan, the newest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["plans.PlanPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("editions of the plan")
        verbose_name_plural = _("editions of the plan")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        plans = list(PlanPage.objects.for_reader().order_by("-first_fiscal_year", "path").for_cards())
        context["plans"] = plans
        context["current"] = next((plan for plan in plans if not plan.superseded_by_id), None)
        return context


class PlanPage(RoutablePageMixin, PicturedMixin, CouncilPage):
    """One edition: its philosophy, its years, its pillars and goals; at ``map/`` how it all connects."""

    philosophy = models.TextField(
        _("philosophy"),
        blank=True,
        help_text=_("The plan's guiding sentence (基本理念), broken as it is printed."),
    )
    philosophy_text = RichTextField(_("about the philosophy"), blank=True, features=RICH_TEXT_FEATURES)
    first_fiscal_year = models.PositiveSmallIntegerField(
        _("first fiscal year"), blank=True, null=True, validators=FISCAL_YEARS, help_text=_("Such as 2025.")
    )
    last_fiscal_year = models.PositiveSmallIntegerField(
        _("last fiscal year"), blank=True, null=True, validators=FISCAL_YEARS
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("printed plan"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The booklet as a PDF, for those who want to print it."),
    )
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The edition that took this one's place."),
    )
    body = StreamField(SharedStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *CouncilPage.content_panels,
        FieldRowPanel([FieldPanel("first_fiscal_year"), FieldPanel("last_fiscal_year")]),
        MultiFieldPanel([FieldPanel("philosophy"), FieldPanel("philosophy_text")], heading=_("Philosophy")),
        PicturedMixin.picture_panel,
        FieldPanel("body"),
        FieldPanel("document"),
        PageChooserPanel("superseded_by", "plans.PlanPage"),
    ]
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("philosophy"),
        index.SearchField("philosophy_text"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        PicturedMixin.picture_translatable_field,
        SynchronizedField("first_fiscal_year", overridable=False),
        SynchronizedField("last_fiscal_year", overridable=False),
    ]
    shown_paths = [f"{MAP}/"]
    parent_page_types = ["plans.PlanIndexPage"]
    subpage_types = ["plans.PillarPage", "plans.GoalPage"]

    shown_pictures = {"picture": ("wall",)}

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")

    def clean(self):
        super().clean()
        first, last = self.first_fiscal_year, self.last_fiscal_year
        if first and last and last < first:
            raise ValidationError({"last_fiscal_year": _("The plan cannot end before it begins.")})
        if self.superseded_by_id and self.superseded_by_id == self.pk:
            raise ValidationError({"superseded_by": _("An edition cannot take its own place.")})

    def further_references(self, request):
        references = References()
        references.add(Page, [self.superseded_by_id] if self.superseded_by_id else [])
        return references

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["successor"] = self.references.of(Page).get(self.superseded_by_id)
        return context

    @path("")
    def show_plan(self, request):
        """The plan as a table of contents."""
        from plans.outline import outline_of

        return self.render(request, context_overrides={"outline": outline_of(self)})

    @path(f"{MAP}/")
    def show_map(self, request):
        """How pillars, goals, initiatives, stories and organisations connect: drawn, and as lists."""
        self.shown_path, self.shown_title = f"{MAP}/", gettext("How it all connects")
        self.shown_summary = gettext(
            "Which initiatives belong to which goal, who carries them out, and who tells of them."
        )
        return self.render(request, template="plans/relation_map.html")

    @property
    def map_url(self):
        """Where the reader finds the map."""
        return f"{reader_url(self)}{MAP}/"
