"""The accessibility policy and, below it, the results of the tests."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.accessibility.conformance import Degree, shown_degree, what_lacks
from council.accessibility.criteria import LEVEL, PRINCIPLES, STANDARD
from council.accessibility.models import AccessibilityTest
from council.accessibility.panel import ConformancePanel
from council.accessibility.standing import standings
from council.blocks.streams import SharedStreamBlock
from council.pages import CouncilPage
from council.translation.locales import source_locale

EARLIER_TESTS = 10


class BarrierBlock(blocks.StructBlock):
    """Something that is not as it should be, and what can be done in the meantime."""

    what = blocks.CharBlock(label=_("What"), max_length=200)
    why = blocks.TextBlock(label=_("Why, and what will be done by when"), required=False, max_length=500)
    instead = blocks.TextBlock(label=_("How to get it in another way"), required=False, max_length=500)

    class Meta:
        icon = "warning"
        label = _("Barrier")
        label_format = "{what}"
        description = _("What somebody may stumble over, and how to get it in another way.")
        template = "blocks/barrier.html"
        preview_value = {
            "what": _("The films have no sign language."),
            "why": "",
            "instead": _("We tell you by telephone."),
        }


class BarriersStreamBlock(blocks.StreamBlock):
    barrier = BarrierBlock()

    class Meta:
        required = False


class AccessibilityPolicyForm(WagtailAdminPageForm):
    """A claim that does not hold today cannot be chosen. One that held when it was chosen falls by itself on the page."""

    def clean(self):
        cleaned = super().clean()
        if "claimed" in self.changed_data and cleaned.get("claimed"):
            lacks = what_lacks(cleaned["claimed"], standings(), bool(cleaned.get("plan")))
            if lacks:
                self.add_error("claimed", forms.ValidationError(lacks, code="not_so_far"))
        return cleaned


class AccessibilityPolicyPage(CouncilPage):
    """What the council aims at, what does not work yet, and whom to tell.

    Which of the words that the guidelines fix the page shows follows from the results: see
    `council.accessibility.conformance`.
    """

    intro = StreamField(SharedStreamBlock(), verbose_name=_("introduction"), blank=True)
    claimed = models.CharField(
        _("degree of conformance"),
        max_length=9,
        choices=[(degree.value, degree.fixed_wording) for degree in Degree],
        default=Degree.CONSIDERS,
        help_text=_("What the page claims. When it no longer holds, the page shows the next one below by itself."),
    )
    scope = models.TextField(_("pages it holds for"), blank=True, max_length=500)
    deadline = models.DateField(_("to be reached by"), blank=True, null=True)
    further_criteria = models.TextField(
        _("aimed at beyond the level"),
        blank=True,
        max_length=500,
        help_text=_("Such as criteria of level AAA, or of newer guidelines."),
    )
    plan = models.TextField(
        _("what will be done about what is not met"),
        blank=True,
        max_length=1000,
        help_text=_("Needed to claim 一部準拠."),
    )
    exceptions = StreamField(BarriersStreamBlock(), verbose_name=_("exceptions"), blank=True)
    known_barriers = StreamField(BarriersStreamBlock(), verbose_name=_("what does not work well yet"), blank=True)
    contact = models.TextField(
        _("for people who meet a barrier"),
        blank=True,
        max_length=500,
        help_text=_("Words before the council's telephone number and other ways to reach it."),
    )

    content_panels = [
        *CouncilPage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [ConformancePanel(), FieldPanel("claimed"), FieldPanel("plan")], heading=_("Degree of conformance")
        ),
        MultiFieldPanel(
            [FieldPanel("scope"), FieldPanel("deadline"), FieldPanel("further_criteria")], heading=_("The aim")
        ),
        FieldPanel("exceptions"),
        FieldPanel("known_barriers"),
        FieldPanel("contact"),
    ]
    search_fields = [
        *CouncilPage.search_fields,
        *(index.SearchField(name) for name in ("intro", "scope", "plan", "exceptions", "known_barriers", "contact")),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        SynchronizedField("claimed", overridable=False),
        SynchronizedField("deadline", overridable=False),
    ]
    base_form_class = AccessibilityPolicyForm
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.AccessibilityResultsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("accessibility policy")
        verbose_name_plural = _("accessibility policies")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        today = standings()
        context.update(
            degree=shown_degree(self.claimed, today, bool(self.plan)),
            standings=today,
            standard=STANDARD,
            level=LEVEL,
            staff_language=source_locale().language_code,
            results_page=AccessibilityResultsPage.objects.below(self).defer_streamfields().first(),
        )
        return context


class AccessibilityResultsPage(CouncilPage):
    """Each criterion and how the site stands with it; the pages, tools and days of the tests."""

    intro = StreamField(SharedStreamBlock(), verbose_name=_("introduction"), blank=True)

    content_panels = [*CouncilPage.content_panels, FieldPanel("intro")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.AccessibilityPolicyPage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("results of accessibility tests")
        verbose_name_plural = _("results of accessibility tests")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        today = standings()
        context.update(
            standings=today,
            principles=[
                (name, [each for each in today.each if each.criterion.principle == number])
                for number, name in PRINCIPLES.items()
            ],
            standard=STANDARD,
            level=LEVEL,
            tested_pages=_by_way(today.test.pages) if today.test else [],
            earlier_tests=[
                each.tested_on for each in AccessibilityTest.objects.only("tested_on")[1 : EARLIER_TESTS + 1]
            ],
            staff_language=source_locale().language_code,
        )
        return context


WAYS = {
    "random": _("Pages drawn at random"),
    "chosen": _("Pages that were chosen"),
    "all": _("All pages"),
    "": _("Other pages"),
}


def _by_way(pages):
    """``[(how they were chosen, [row])]``, each address once."""
    return [
        (label, list({row["url"]: row for row in pages if row["how"] == way}.values()))
        for way, label in WAYS.items()
        if any(row["how"] == way for row in pages)
    ]
