"""Stories: what somebody tells of carrying the plan out."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.binding import References
from council.blocks.text import RICH_TEXT_FEATURES
from council.explained_words.fields import ExplainedWordsMixin
from council.language.reading_time import minutes_to_read
from council.linked import linked_ids
from council.organisations import OrganisationPage
from council.pages import CouncilPage, CouncilPageQuerySet
from council.pictured import PicturedMixin
from council.search_facets import add_values, oldest_versions, parents_of
from council.themes import Theme
from council.where_to_turn.calls_shown import calls_shown, nearest_calls, open_calls
from plans.goals import GoalPage
from plans.initiatives import InitiativePage
from plans.promises import goals_of
from stories.blocks.streams import StoryStreamBlock
from stories.opening_voices import opening_voice
from stories.related import own_language_first, reason_for, with_closeness
from stories.structured_data import story_node

# Beside the one that is told large as the next.
MOST_RELATED = 3

LINKED_ALREADY = _("The story is already linked to this page.")


class StoryQuerySet(CouncilPageQuerySet):
    def about(self, *subjects):
        """Stories about any of these goals and initiatives, whatever language the link was made in."""
        keys = [subject.translation_key for subject in subjects]
        return self.filter(Exists(StorySubject.objects.filter(story=OuterRef("pk"), subject__translation_key__in=keys)))

    def of(self, organisation):
        """Stories about an organisation, and those in which somebody of it speaks."""
        from stories.mentions import mentions

        links = StoryPage.organisations.through.objects.filter(
            storypage=OuterRef("pk"), organisationpage__translation_key=organisation.translation_key
        )
        return self.filter(Q(Exists(links)) | mentions(organisation))

    def newest_first(self):
        return self.order_by("-told_on", "-pk")


class StoryForm(WagtailAdminPageForm):
    """The editors' form. It knows all links of a story, which a single link's own form does not."""

    def clean(self):
        cleaned = super().clean()
        linked = set()
        for form in self.formsets["about"].forms if "about" in self.formsets else []:
            if not form.is_valid() or not form.cleaned_data.get("subject") or form.cleaned_data.get("DELETE"):
                continue
            key = form.cleaned_data["subject"].translation_key
            if key in linked:
                form.add_error("subject", LINKED_ALREADY)
            linked.add(key)
        return cleaned


class StoryPage(ExplainedWordsMixin, PicturedMixin, CouncilPage):
    """One story, linked once to the goals and initiatives it is about, and shown on both sides."""

    kicker = models.CharField(
        _("line above the title"),
        blank=True,
        max_length=100,
        help_text=_("Such as where or of whom it tells."),
    )
    subtitle = models.CharField(_("subtitle"), blank=True, max_length=150)
    lead = RichTextField(
        _("lead"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What the story is about, before it begins."),
    )
    told_on = models.DateField(_("told on"), blank=True, null=True, help_text=_("The day of the interview."))
    body = StreamField(StoryStreamBlock(), verbose_name=_("story"), blank=True)
    credits = models.CharField(
        _("credits"),
        blank=True,
        max_length=200,
        help_text=_("Who asked, wrote, took the photographs or drew. Shown below the story."),
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")
    organisations = ParentalManyToManyField(
        OrganisationPage, verbose_name=_("organisations"), blank=True, related_name="+"
    )

    objects = PageManager.from_queryset(StoryQuerySet)()

    content_panels = [
        FieldPanel("kicker"),
        *CouncilPage.content_panels[:1],
        FieldPanel("subtitle"),
        *CouncilPage.content_panels[1:],
        FieldPanel("lead"),
        PicturedMixin.picture_panel,
        FieldPanel("told_on"),
        FieldPanel("body"),
        FieldPanel("credits"),
        ExplainedWordsMixin.explain_words_panel,
    ]
    about_panels = [
        InlinePanel("about", heading=_("Goals and initiatives"), label=_("Goal or initiative")),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("organisations"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Story")),
            ObjectList(about_panels, heading=_("What it is about")),
            ObjectList(CouncilPage.promote_panels, heading=_("Address and menu")),
            ObjectList(CouncilPage.settings_panels, heading=_("Settings")),
        ]
    )
    search_type = "story"
    schema_type = "Article"
    shown_pictures = {"picture": ("hero", "card", "wide")}
    is_handed_on = True
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("kicker"),
        index.SearchField("subtitle", boost=3),
        index.SearchField("lead", boost=2),
        index.SearchField("body"),
        index.SearchField("credits"),
        index.FilterField("told_on"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        ExplainedWordsMixin.explain_words_translatable_field,
        PicturedMixin.picture_translatable_field,
        SynchronizedField("told_on", overridable=False),
        SynchronizedField("themes"),
        SynchronizedField("organisations"),
        SynchronizedField("about"),
    ]
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    base_form_class = StoryForm

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @classmethod
    def search_facets(cls, pages):
        """A story about an initiative belongs to the goal it stands under."""
        facets = super().search_facets(pages)
        links = StorySubject.objects.filter(story__in=pages).values_list("story_id", "subject_id")
        initiatives = InitiativePage.objects.filter(pk__in=[subject for _story, subject in links])
        goals = parents_of(initiatives.values_list("pk", flat=True))
        oldest = oldest_versions({goals.get(subject, subject) for _story, subject in links})
        for story, subject in links:
            add_values(facets, "goal", {story: [oldest[goals.get(subject, subject)]]})
        return facets

    def search_years(self):
        return [self.told_on.year] if self.told_on else super().search_years()

    @cached_property
    def minutes(self):
        """How long what the story shows today takes to read, in minutes, at least one."""
        shown = [child for child in self.body if getattr(child.value, "may_be_shown", True)]
        texts = [text for child in shown for text in child.block.get_searchable_content(child.value)]
        return minutes_to_read(" ".join([strip_tags(self.lead), *texts]), self.content_language)

    @property
    def opening_voice(self):
        return opening_voice(self.body)

    def schema_org(self, around):
        return [story_node(self, around)]

    def further_references(self, request):
        self._links = linked_ids(self, request, about="subject_id", themes=None, organisations=None)
        self._next, self._related = self.read_on()
        references = References()
        references.add_pages(self._links["about"], GoalPage, InitiativePage)
        references.add(Theme, self._links["themes"])
        references.add_cards(self._links["organisations"], OrganisationPage)
        references.add_pictures([*self._next, *self._related])
        return references

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(
            opening_voice=self.opening_voice,
            subjects=self.references.in_order(Page, self._links["about"]),
            themes=self.references.in_order(Theme, self._links["themes"]),
            organisations=self.references.in_order(Page, self._links["organisations"]),
            next_story=self._next[0] if self._next else None,
            related=self._related,
            minutes=self.minutes,
        )
        context["calls"] = calls_shown(
            [],
            taken=open_calls(self.body),
            sources=lambda: self._nearest_calls(context["organisations"], context["subjects"]),
        )
        return context

    def _nearest_calls(self, organisations, subjects):
        """Those of whom it tells, of the initiatives it is about, of its goals; else of those its initiatives are for."""
        initiatives = [each for each in subjects if isinstance(each, InitiativePage)]
        goals = [each for each in subjects if isinstance(each, GoalPage)]
        if initiatives and not goals:
            goals = goals_of(initiatives)
        return nearest_calls(organisations, initiatives, goals)

    def read_on(self):
        """The story to read next, and up to three related ones: `stories.related` says what makes them so.

        What is in the reader's language comes first. Where nothing is related, the next is the one told before this one;
        after the oldest, the newest.
        """
        older = Q(told_on__lt=self.told_on) if self.told_on else Q(told_on__isnull=True)
        stories = list(
            with_closeness(StoryPage.objects.for_reader(), self, self._links)
            .annotate(
                is_related=models.Case(models.When(closeness__gt=0, then=1), default=0),
                comes_after=models.Case(models.When(older, then=0), default=1),
            )
            .order_by("-is_related", own_language_first(), "-closeness", "comes_after", "-told_on", "-pk")
            .defer_streamfields()[: 1 + MOST_RELATED]
        )
        for story in stories:
            story.reason = reason_for(story)
        return stories[:1], [story for story in stories[1:] if story.is_related]


class StorySubject(Orderable):
    """What a story is about. Linked once, on the story; goal and initiative find it by translation key."""

    story = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="about")
    subject = models.ForeignKey(Page, verbose_name=_("goal or initiative"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("subject", ["plans.GoalPage", "plans.InitiativePage"])]

    class Meta(Orderable.Meta):
        verbose_name = _("goal or initiative")
        verbose_name_plural = _("goals and initiatives")

    def __str__(self):
        return str(self.subject)

    def clean(self):
        super().clean()
        # In the editors' form the story is not known yet: see `StoryForm`.
        story = getattr(self, "story", None)
        others = [] if story is None else story.about.all()
        if any(
            other is not self and (self.pk is None or other.pk != self.pk) and other.subject_id == self.subject_id
            for other in others
        ):
            raise ValidationError({"subject": LINKED_ALREADY})
