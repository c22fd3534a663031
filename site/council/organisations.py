"""The directory of organisations, and the places where one finds them."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.text import RICH_TEXT_FEATURES
from council.listing import Filter, Listing
from council.name_order import name_order
from council.pages import CouncilPage, concerns_theme
from council.pictured import PicturedMixin
from council.places.location import LocatedMixin, LocatedPageForm
from council.search_facets import add_values, oldest_versions
from council.structured_data.nodes import page_node
from council.structured_data.organisation import organisation_node
from council.themes import Theme
from council.validators import validate_phone, validate_reading
from council.where_to_turn.calls import WhereToTurnStreamBlock
from council.where_to_turn.spoken import SpokenLanguagesField, spoken_languages


class OrganisationIndexPage(CouncilPage):
    """All organisations, by theme and district."""

    PER_PAGE = 24

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*CouncilPage.content_panels, FieldPanel("intro")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["council.OrganisationPage"]
    schema_type = "CollectionPage"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("directory of organisations")
        verbose_name_plural = _("directories of organisations")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        everything = OrganisationPage.objects.for_reader()
        areas = everything.exclude(area="").order_by("area").values_list("area", "area", "locale_id").distinct()
        listing = Listing(
            request.GET,
            everything.order_by(*name_order("title")).for_cards().prefetch_related("opening_times"),
            [
                Filter("theme", _("Theme"), Theme.options_for_reader(), concerns_theme(OrganisationPage)),
                Filter("area", _("District"), areas, lambda area: Q(area=area)),
            ],
            self.PER_PAGE,
        )
        context.update(listing.context("organisations"))
        return context


class OrganisationPage(PicturedMixin, LocatedMixin, CouncilPage):
    """An organisation that carries the plan out: who they are, where they are, when they are open."""

    reading = models.CharField(
        _("reading of the name"), max_length=100, validators=[validate_reading], help_text=_("In kana.")
    )
    short_name = models.CharField(_("short name"), blank=True, max_length=50)
    description = RichTextField(_("description"), blank=True, features=RICH_TEXT_FEATURES)
    website = models.URLField(_("web site"), blank=True)
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")
    phone = models.CharField(_("telephone"), blank=True, max_length=30, validators=[validate_phone])
    fax = models.CharField(_("fax"), blank=True, max_length=30, validators=[validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)
    languages = SpokenLanguagesField(
        _("languages"), help_text=_("In which somebody answers. Shown to all readers, each in its own script.")
    )
    opening_note = models.CharField(
        _("note on the opening hours"), blank=True, max_length=200, help_text=_("Such as closed on holidays.")
    )
    where_to_turn = StreamField(WhereToTurnStreamBlock(), verbose_name=_("how to take part"), blank=True)

    content_panels = [
        *CouncilPage.content_panels,
        FieldRowPanel([FieldPanel("reading"), FieldPanel("short_name")]),
        FieldPanel("description"),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        PicturedMixin.picture_panel,
        FieldPanel("where_to_turn"),
    ]
    place_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("fax")]),
                FieldPanel("languages"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("website")]),
            ],
            heading=_("How to reach them"),
        ),
        LocatedMixin.location_panel,
        InlinePanel("opening_times", label=_("Opening hours")),
        FieldPanel("opening_note"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(place_panels, heading=_("Place and contact")),
            ObjectList(CouncilPage.promote_panels, heading=_("Address and menu")),
            ObjectList(CouncilPage.settings_panels, heading=_("Settings")),
        ]
    )
    base_form_class = LocatedPageForm
    search_type = "organisation"
    shown_pictures = {"picture": ("wide", "card")}
    is_handed_on = True
    search_fields = [
        *CouncilPage.search_fields,
        index.SearchField("reading", boost=3),
        index.SearchField("short_name", boost=3),
        index.SearchField("description"),
        index.SearchField("address"),
        index.SearchField("where_to_turn"),
    ]
    override_translatable_fields = [
        *CouncilPage.override_translatable_fields,
        SynchronizedField("themes"),
        SynchronizedField("reading"),
        PicturedMixin.picture_translatable_field,
        SynchronizedField("phone", overridable=False),
        SynchronizedField("fax", overridable=False),
        SynchronizedField("email", overridable=False),
        SynchronizedField("languages", overridable=False),
        SynchronizedField("opening_times", overridable=False),
    ]
    parent_page_types = ["council.OrganisationIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    @classmethod
    def search_facets(cls, pages):
        facets = super().search_facets(pages)
        own = oldest_versions([page.pk for page in pages])
        add_values(facets, "organisation", {pk: [first] for pk, first in own.items()})
        return facets

    def schema_org(self, around):
        own = {**page_node(self, around), "mainEntity": {"@id": f"{around.frame.canonical}#organisation"}}
        return [own, organisation_node(self, around)]

    @cached_property
    def times(self):
        """The opening hours, read once for all that shows them."""
        return list(self.opening_times.all())

    @property
    def opening(self):
        """The week as rows of ``{"weekday", "label", "times"}``, days without hours left out."""
        days = {}
        for time in self.times:
            days.setdefault(time.weekday, []).append(str(time))
        return [{"weekday": day, "label": WEEKDAYS[day], "times": times} for day, times in sorted(days.items())]

    @property
    def spoken(self):
        """The languages in which somebody answers: see `council.where_to_turn.spoken`."""
        return spoken_languages(self.languages)

    @property
    def has_place(self):
        return bool(self.address)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["opening"] = self.opening
        context["themes"] = Theme.of_page(self, request)
        return context


class OpeningTime(Orderable):
    """Hours on one day of the week; several a day where it closes at noon."""

    organisation = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="opening_times")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=list(WEEKDAYS.items()))
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")])]

    class Meta(Orderable.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self):
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("It has to close later than it opens.")})
