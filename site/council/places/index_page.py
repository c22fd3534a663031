"""All places, by theme, district, day and what is open now; beside the list a map of them."""

from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from council.listing import Filter, Listing
from council.pages import CouncilPage, concerns_theme
from council.places.freshness import is_same_for_all, keep_until_it_changes, local_moment
from council.places.hours import PlaceHours
from council.places.opening import HOLIDAY
from council.places.place import PlacePage
from council.places.schematic_map import MapPoint, draw_map
from council.themes import Theme

OPEN = "open"
NOW, TODAY = "now", "today"


class PlaceIndexPage(CouncilPage):
    """The list of places."""

    # All of a ward's: what is nearest can only be found among those that are on the page.
    PER_PAGE = 200

    intro = models.TextField(gettext_lazy("introduction"), blank=True)

    content_panels = [*CouncilPage.content_panels, FieldPanel("intro")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["council.PlacePage"]
    schema_type = "CollectionPage"
    max_count_per_parent = 1

    class Meta:
        verbose_name = gettext_lazy("list of places")
        verbose_name_plural = gettext_lazy("lists of places")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        moment = local_moment()
        listing = PlaceListing(request.GET, moment, self.PER_PAGE)
        context.update(listing.context("places"))
        self._speaks_of_now = listing.places if listing.chosen.get(OPEN) else None
        shown = list(context["places"])
        for number, place in enumerate(shown, context["places"].start_index()):
            place.number = number
            place.state = place.state_at(moment) if listing.chosen.get(OPEN) else ""
        located = [place for place in shown if place.has_point]
        schematic_map = draw_map(tuple(MapPoint.of(place) for place in located)) if located else None
        context.update(
            located=located,
            schematic_map=schematic_map,
            placed=list(zip(schematic_map.discs, located, strict=True)) if located else [],
            map_tiles=settings.MAP_TILES,
            wider=listing.wider,
        )
        return context

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if self._speaks_of_now is not None and is_same_for_all(self, request):
            keep_until_it_changes(response, local_moment(), self._speaks_of_now)
        return response


class PlaceListing(Listing):
    """The places a reader asks for. What is open now is asked of the hours of all of them, not of the database."""

    def __init__(self, parameters, moment, per_page):
        everything = PlacePage.objects.for_reader()
        areas = everything.exclude(area="").order_by("area").values_list("area", "area", "locale_id").distinct()
        days = [*WEEKDAYS.items(), (HOLIDAY, _("Public holidays"))]
        super().__init__(
            parameters,
            everything.in_order().with_schedule(),
            [
                Filter("theme", _("Theme"), Theme.options_for_reader(), concerns_theme(PlacePage)),
                Filter("area", _("District"), areas, lambda area: Q(area=area)),
                Filter("day", _("Day"), days, is_open_on_weekday),
                Filter(
                    OPEN,
                    _("Open"),
                    [(NOW, pgettext("open", "now")), (TODAY, pgettext("open", "today, now or later"))],
                    lambda _value: Q(),
                ),
            ],
            per_page,
        )
        self.moment = moment

    @cached_property
    def places(self):
        """Those of the theme, district and day that were chosen, whether they are open or not."""
        return list(self.narrow())

    @property
    def wider(self):
        """``[{"label", "query"}]``: what was chosen, and the address without it. For a list that came out empty."""
        return [
            {
                "label": next(option.label for option in options if option.value == self.chosen[each.name]),
                "query": urlencode({name: value for name, value in self.chosen.items() if name != each.name}),
            }
            for each, options in self.filters
            if each.name in self.chosen
        ]

    @cached_property
    def narrowed(self):
        if self.chosen.get(OPEN) == NOW:
            return [place for place in self.places if place.schedule.session_at(self.moment)]
        if self.chosen.get(OPEN) == TODAY:
            return [place for place in self.places if place.schedule.is_open_later_on(self.moment)]
        return self.places


def is_open_on_weekday(value):
    """The condition that a place has hours on a day of the week, or on public holidays."""
    rows = PlaceHours.objects.filter(place=OuterRef("pk"))
    condition = Exists(rows.filter(weekday=int(value)))
    if int(value) == HOLIDAY:
        # Open as on any other day.
        condition = condition | (Q(closed_on_holidays=False) & Exists(rows))
    return condition
