"""Initiatives: what the community or the council does for a goal, and how it has gone, year by year."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from council.blocks.binding import References
from council.explained_words.fields import ExplainedWordsMixin
from council.linked import linked_ids
from council.organisations import OrganisationPage
from council.pages import CouncilPage
from council.search_facets import add_values, oldest_versions, parents_of
from council.themes import Theme
from council.where_to_turn.calls import WhereToTurnStreamBlock
from council.where_to_turn.calls_shown import calls_shown, nearest_calls, open_calls
from plans.plan import FISCAL_YEARS


class Leader(models.TextChoices):
    """Whose hands an initiative is in."""

    COMMUNITY = "community", _("The community")
    COUNCIL = "council", _("The council")


class State(models.TextChoices):
    """How far an initiative is, in words."""

    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    CARRIED_ON = "carried_on", _("Carried on")


# What neighbours do for each other is not measured against a target.
COMMUNITY_STATES = {State.UNDER_WAY, State.CARRIED_ON, ""}
NOT_MEASURED = _(
    "What the community does is not measured against a target: choose “Under way”, “Carried on”, or nothing."
)


class InitiativeForm(WagtailAdminPageForm):
    """The editors' form. It knows who leads the initiative, which a single update's own form does not."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("led_by") == Leader.COMMUNITY:
            for form in self.formsets["updates"].forms if "updates" in self.formsets else []:
                kept = form.is_valid() and not form.cleaned_data.get("DELETE")
                if kept and form.cleaned_data.get("state", "") not in COMMUNITY_STATES:
                    form.add_error("state", NOT_MEASURED)
        return cleaned


class InitiativePage(ExplainedWordsMixin, CouncilPage):
    """One promise of the plan."""

    number = models.CharField(_("number"), blank=True, max_length=10, help_text=_("As in print."))
    led_by = models.CharField(_("led by"), max_length=10, choices=Leader.choices, default=Leader.COUNCIL)
    statement = models.TextField(_("statement"), help_text=_("The full sentence, as it is printed."))
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")
    organisations = ParentalManyToManyField(
        OrganisationPage, verbose_name=_("organisations"), blank=True, related_name="+"
    )
    where_to_turn = StreamField(WhereToTurnStreamBlock(), verbose_name=_("where to turn"), blank=True)

    content_panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("led_by")]),
        *CouncilPage.content_panels,
        FieldPanel("statement"),
        InlinePanel(
            "updates",
            heading=_("History"),
            label=_("Update"),
            help_text=_("One entry for each step; earlier ones stay."),
        ),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("organisations"),
        FieldPanel("where_to_turn"),
        ExplainedWordsMixin.explain_words_panel,
    ]
    search_type = "initiative"
    is_handed_on = True
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("statement", boost=2),
        index.RelatedFields("updates", [index.SearchField("text")]),
        index.SearchField("where_to_turn"),
        index.FilterField("led_by"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        ExplainedWordsMixin.explain_words_translatable_field,
        SynchronizedField("number"),
        SynchronizedField("led_by", overridable=False),
        SynchronizedField("themes"),
        SynchronizedField("organisations"),
    ]
    parent_page_types = ["plans.GoalPage"]
    subpage_types = []
    base_form_class = InitiativeForm

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    @classmethod
    def search_facets(cls, pages):
        facets = super().search_facets(pages)
        goals = parents_of([page.pk for page in pages])
        oldest = oldest_versions(set(goals.values()))
        add_values(facets, "goal", {pk: [oldest[goal]] for pk, goal in goals.items()})
        return facets

    def search_years(self):
        """Those of its history; of one without any, the year it was published first."""
        return sorted({update.fiscal_year for update in self.updates.all()}) or super().search_years()

    @cached_property
    def updates_by_year(self):
        """The history, the newest first."""
        return sorted(
            self.updates.all(),
            key=lambda update: (update.fiscal_year, update.date, update.pk or 0),
            reverse=True,
        )

    @property
    def latest_update(self):
        return self.updates_by_year[0] if self.updates_by_year else None

    @property
    def state(self):
        """How far it is: a value of `State`, empty where nobody said."""
        return self.latest_update.state if self.latest_update else ""

    def further_references(self, request):
        from plans.promises import stories_shown

        self._links = linked_ids(self, request, themes=None, organisations=None)
        references = References()
        references.add(Theme, self._links["themes"])
        references.add_cards(self._links["organisations"], OrganisationPage)
        references.add(Page, stories_shown([self]))
        return references

    def get_context(self, request, *args, **kwargs):
        from plans.promises import goal_of, link_stories

        context = super().get_context(request, *args, **kwargs)
        link_stories([self], self.references)
        context.update(
            goal=goal_of(self),
            history=self.updates_by_year,
            organisations=self.references.in_order(Page, self._links["organisations"]),
            themes=self.references.in_order(Theme, self._links["themes"]),
        )
        goals = [context["goal"]] if context["goal"] else []
        context["calls"] = calls_shown(
            open_calls(self.where_to_turn), sources=lambda: nearest_calls(context["organisations"], goals)
        )
        return context


class InitiativeUpdate(TranslatableMixin, Orderable):
    """What happened with an initiative, in one fiscal year."""

    initiative = ParentalKey(InitiativePage, on_delete=models.CASCADE, related_name="updates")
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"),
        validators=FISCAL_YEARS,
        help_text=_("The year it begins in, such as 2025 for 令和7年度."),
    )
    date = models.DateField(_("date"))
    state = models.CharField(_("state"), blank=True, max_length=10, choices=State.choices)
    text = models.TextField(_("what happened"))
    story = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("story that shows it"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldRowPanel([FieldPanel("fiscal_year"), FieldPanel("date"), FieldPanel("state")]),
        FieldPanel("text"),
        PageChooserPanel("story", "stories.StoryPage"),
    ]
    translatable_fields = [
        TranslatableField("text"),
        SynchronizedField("fiscal_year", overridable=False),
        SynchronizedField("date", overridable=False),
        SynchronizedField("state", overridable=False),
        SynchronizedField("story"),
    ]

    # The reader's version of the story, where there is one: set by `plans.promises`.
    readers_story = None

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("update")
        verbose_name_plural = _("updates")

    def __str__(self):
        return f"{self.fiscal_year}: {self.text[:40]}"

    def clean(self):
        super().clean()
        # In the editors' form the initiative is not known yet: see `InitiativeForm`.
        initiative = getattr(self, "initiative", None)
        if initiative and initiative.led_by == Leader.COMMUNITY and self.state not in COMMUNITY_STATES:
            raise ValidationError({"state": NOT_MEASURED})
