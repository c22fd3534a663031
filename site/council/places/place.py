"""A place one can go to: what happens there, for whom, when, and how one gets there."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.binding import References
from council.blocks.text import RICH_TEXT_FEATURES
from council.name_order import name_order
from council.organisations import OrganisationPage
from council.pages import CouncilPage, CouncilPageQuerySet
from council.pictured import PicturedMixin
from council.places.freshness import is_same_for_all, keep_until_it_changes, local_moment
from council.places.location import LocatedMixin, LocatedPageForm
from council.places.opening import HOLIDAY, Schedule
from council.places.opening_words import closure_words, opening_lines, session_words
from council.search_facets import add_values, oldest_versions
from council.structured_data.nodes import page_node
from council.structured_data.place import place_nodes
from council.themes import Theme
from council.validators import validate_phone, validate_reading

# 地理院地図 by the Geospatial Information Authority of Japan; its address takes zoom, latitude and longitude.
STREET_MAP = "https://maps.gsi.go.jp/#17/{latitude}/{longitude}/"


class PlaceQuerySet(CouncilPageQuerySet):
    def of(self, organisation):
        """The places of an organisation, whatever language the link was made in."""
        return self.filter(organisation__translation_key=organisation.translation_key)

    def in_order(self):
        return self.order_by(*name_order("title"))

    def with_hours(self):
        """With what `PlacePage.opening_lines` needs."""
        return self.prefetch_related("hours")

    def with_schedule(self):
        """With what `PlacePage.schedule` needs too."""
        return self.prefetch_related("hours", "closures")


class PlacePage(PicturedMixin, LocatedMixin, CouncilPage):
    """One place: a salon, a children's cafeteria, a consultation counter, a café."""

    # What makes it easier to come, in the order in which readers see it; what is not ticked is not known.
    EASE = ["step_free", "lift", "accessible_toilet", "accessible_parking", "baby_room", "writing", "quiet_room"]

    reading = models.CharField(
        _("reading of the name"), max_length=100, validators=[validate_reading], help_text=_("In kana.")
    )
    description = RichTextField(_("what happens there"), blank=True, features=RICH_TEXT_FEATURES)
    for_whom = models.CharField(_("for whom"), blank=True, max_length=200)
    cost = models.CharField(_("cost"), blank=True, max_length=200, help_text=_("Such as 無料 or 1回100円."))
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")
    organisation = models.ForeignKey(
        OrganisationPage,
        verbose_name=_("organisation"),
        blank=True,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who runs it."),
    )
    phone = models.CharField(_("telephone"), blank=True, max_length=30, validators=[validate_phone])
    website = models.URLField(_("web site"), blank=True)
    step_free = models.BooleanField(_("No steps at the entrance"), default=False)
    lift = models.BooleanField(_("Lift"), default=False)
    accessible_toilet = models.BooleanField(_("Wheelchair toilet"), default=False)
    accessible_parking = models.BooleanField(_("Parking space for wheelchair users"), default=False)
    baby_room = models.BooleanField(_("Room to change and feed babies"), default=False)
    writing = models.BooleanField(_("Talking in writing"), default=False)
    quiet_room = models.BooleanField(_("A quiet room"), default=False)
    ease_note = models.CharField(
        _("more about getting in and around"), blank=True, max_length=300, help_text=_("Such as how wide the door is.")
    )
    closed_on_holidays = models.BooleanField(
        _("closed on public holidays"),
        default=True,
        help_text=_("Hours of their own for public holidays come before this."),
    )
    opening_note = models.CharField(_("note on the opening hours"), blank=True, max_length=200)

    objects = PageManager.from_queryset(PlaceQuerySet)()

    content_panels = [
        *CouncilPage.content_panels,
        FieldPanel("reading"),
        FieldPanel("description"),
        FieldPanel("for_whom"),
        FieldPanel("cost"),
        PageChooserPanel("organisation", "council.OrganisationPage"),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        PicturedMixin.picture_panel,
    ]
    way_panels = [
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("website")], heading=_("How to reach them")),
        LocatedMixin.location_panel,
        MultiFieldPanel(
            [*[FieldPanel(name) for name in EASE], FieldPanel("ease_note")], heading=_("Getting in and around")
        ),
    ]
    hours_panels = [
        InlinePanel("hours", label=_("Opening hours")),
        FieldRowPanel([FieldPanel("closed_on_holidays")]),
        InlinePanel("closures", heading=_("Closed days"), label=_("Closed days")),
        FieldPanel("opening_note"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(way_panels, heading=_("Place and contact")),
            ObjectList(hours_panels, heading=_("Opening hours")),
            ObjectList(CouncilPage.promote_panels, heading=_("Address and menu")),
            ObjectList(CouncilPage.settings_panels, heading=_("Settings")),
        ]
    )
    base_form_class = LocatedPageForm
    search_type = "place"
    shown_pictures = {"picture": ("wide", "card")}
    is_handed_on = True
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("reading", boost=3),
        index.SearchField("description"),
        index.SearchField("for_whom"),
        index.SearchField("area"),
        index.SearchField("address"),
        index.SearchField("access"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        SynchronizedField("themes"),
        SynchronizedField("organisation"),
        SynchronizedField("reading"),
        PicturedMixin.picture_translatable_field,
        SynchronizedField("phone", overridable=False),
        SynchronizedField("closures", overridable=False),
    ]
    parent_page_types = ["council.PlaceIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")

    @classmethod
    def search_facets(cls, pages):
        facets = super().search_facets(pages)
        own = {page.pk: page.organisation_id for page in pages if page.organisation_id}
        oldest = oldest_versions(set(own.values()))
        add_values(facets, "organisation", {pk: [oldest[each]] for pk, each in own.items() if each in oldest})
        return facets

    def schema_org(self, around):
        own = {**page_node(self, around), "mainEntity": {"@id": f"{around.frame.canonical}#place"}}
        return [own, *place_nodes(self, around)]

    # Each is asked for several times on a page, and would be read as often.
    @cached_property
    def _hours(self):
        return list(self.hours.all())

    @cached_property
    def _closures(self):
        return list(self.closures.all())

    @cached_property
    def schedule(self):
        """When it is open: see `council.places.opening`."""
        rows, closures = (tuple(each.row for each in kept) for kept in (self._hours, self._closures))
        return Schedule(rows, closures, self.closed_on_holidays)

    @cached_property
    def opening_lines(self):
        return opening_lines(self._hours)

    @property
    def is_closed_on_holidays(self):
        """Whether it has hours, and none of them on public holidays."""
        return self.closed_on_holidays and bool(self._hours) and not any(row.weekday == HOLIDAY for row in self._hours)

    @property
    def closure_lines(self):
        """The days it is closed, those that are over left out."""
        today = timezone.localdate()
        return [closure_words(each) for each in self._closures if each.every_year or each.last_day >= today]

    @property
    def street_map_url(self):
        """Where the point is on the map of the state, which asks nobody to sign in."""
        return STREET_MAP.format(latitude=self.latitude, longitude=self.longitude)

    @property
    def ease(self):
        """What makes it easier to come, in words."""
        return [self._meta.get_field(name).verbose_name for name in self.EASE if getattr(self, name)]

    def state_at(self, moment):
        """Whether it is open at a local moment or when it opens next, in words; nothing where no hours are known."""
        session = self.schedule.next_session(moment)
        return session_words(session, moment) if session else ""

    def further_references(self, request):
        references = References()
        references.add_cards([self.organisation_id] if self.organisation_id else [], OrganisationPage)
        return references

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(
            state=self.state_at(local_moment()),
            organisation=self.references.of(Page).get(self.organisation_id),
            themes=Theme.of_page(self, request),
        )
        return context

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if is_same_for_all(self, request):
            keep_until_it_changes(response, local_moment(), [self])
        return response
