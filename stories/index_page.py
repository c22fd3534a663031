"""All stories, by theme, goal and organisation."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from council.listing import Filter, Listing
from council.organisations import OrganisationPage
from council.pages import CouncilPage, concerns_theme
from council.themes import Theme
from plans.goals import GoalPage
from stories.story import StoryPage, StorySubject


class StoryIndexPage(CouncilPage):
    """The list of stories, the newest first."""

    PER_PAGE = 12

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*CouncilPage.content_panels, FieldPanel("intro")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    schema_type = "CollectionPage"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = Listing(
            request.GET,
            StoryPage.objects.for_reader().newest_first().for_cards(),
            [
                Filter("theme", _("Theme"), Theme.options_for_reader(), concerns_theme(StoryPage)),
                Filter("goal", _("Goal"), goal_options(), is_about_goal),
                Filter("organisation", _("Organisation"), organisation_options(), is_of_organisation),
            ],
            self.PER_PAGE,
        )
        context.update(listing.context("stories"))
        return context


def goal_options():
    """Goals that a story is about, by slug."""
    told = StorySubject.objects.filter(subject__translation_key=OuterRef("translation_key"))
    goals = GoalPage.objects.filter(Exists(told)).for_reader().order_by("number", "path")
    return [
        (slug, f"{number} {title}".strip(), locale_id)
        for slug, number, title, locale_id in goals.values_list("slug", "number", "title", "locale_id")
    ]


def is_about_goal(slug):
    keys = GoalPage.objects.filter(slug=slug).values("translation_key")
    return Exists(StorySubject.objects.filter(story=OuterRef("pk"), subject__translation_key__in=keys))


def organisation_options():
    links = StoryPage.organisations.through.objects.filter(
        organisationpage__translation_key=OuterRef("translation_key")
    )
    organisations = OrganisationPage.objects.filter(Exists(links)).for_reader().order_by("reading", "title")
    return organisations.values_list("slug", "title", "locale_id")


def is_of_organisation(slug):
    keys = OrganisationPage.objects.filter(slug=slug).values("translation_key")
    return Exists(
        StoryPage.organisations.through.objects.filter(
            storypage=OuterRef("pk"), organisationpage__translation_key__in=keys
        )
    )
