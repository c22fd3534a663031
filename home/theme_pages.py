"""Themes as pages: all that concerns one theme, at ``/…/themes/<slug>/``."""

from django.db import models
from django.db.models import Count, Exists
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from council.blocks.binding import References
from council.organisations import OrganisationPage
from council.pages import CouncilPage, concerns_theme
from council.places.place import PlacePage
from council.themes import Theme
from council.translation.freshness import outdated_since
from council.translation.links import reader_url
from council.translation.versions import for_reader, in_tree_order, place_for_reader, readable
from plans.goals import GoalPage
from plans.initiatives import InitiativePage
from stories.story import StoryPage


class ThemeIndexPage(RoutablePageMixin, CouncilPage):
    """All themes, and a page for each."""

    STORIES = 12

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*CouncilPage.content_panels, FieldPanel("intro")]
    search_fields = [*CouncilPage.search_fields, index.SearchField("intro"), index.SearchField("themes_shown")]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    schema_type = "CollectionPage"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of themes")
        verbose_name_plural = _("lists of themes")

    def themes_shown(self):
        """The themes and what they are about, for the search."""
        return "\n".join(f"{theme.name} {theme.description}" for theme in for_reader(Theme.objects.all()))

    @path("")
    def list_themes(self, request):
        """Every theme and how many stories there are of it."""
        counts = dict(
            StoryPage.themes.through.objects.filter(storypage__in=StoryPage.objects.for_reader().values("pk"))
            .values("theme__slug")
            .annotate(count=Count("storypage"))
            .values_list("theme__slug", "count")
        )
        themes = [
            {"theme": theme, "url": self.theme_url(theme), "count": counts.get(theme.slug, 0)}
            for theme in for_reader(Theme.objects.all())
        ]
        return self.render(request, context_overrides={"themes": themes})

    @path("<slug:slug>/")
    def show_theme(self, request, slug):
        """Goals, initiatives, stories and organisations of one theme, and the way to its places."""
        # The places have a list of their own, with their map: whether it holds any is asked with the theme.
        places = PlacePage.objects.filter(concerns_theme(PlacePage)(slug)).for_reader()
        named = list(
            readable(Theme.objects.filter(slug=slug)).annotate(
                outdated_since=outdated_since(), has_places=Exists(places)
            )
        )
        if not named:
            raise Http404
        theme = min(named, key=place_for_reader)
        self.shown, self.shown_path = theme, f"{theme.slug}/"
        self.shown_versions = [each for each in named if each.translation_key == theme.translation_key]
        return self.render(request, context_overrides=self.concerning(theme), template="home/theme_page.html")

    def theme_url(self, theme):
        return f"{reader_url(self)}{theme.slug}/"

    def concerning(self, theme):
        """All that concerns a theme, in the reader's language."""

        def of(model):
            return model.objects.filter(concerns_theme(model)(theme.slug)).for_reader()

        cards = {
            "stories": list(of(StoryPage).newest_first().defer_streamfields()[: self.STORIES]),
            "organisations": list(of(OrganisationPage).order_by("reading", "title").defer_streamfields()),
        }
        # The pictures of all of them in one query.
        references = References()
        references.add_pictures([page for pages in cards.values() for page in pages])
        references.read()
        return {
            "theme": theme,
            "goals": list(in_tree_order(of(GoalPage)).defer_streamfields()),
            "initiatives": list(in_tree_order(of(InitiativePage)).defer_streamfields().prefetch_related("updates")),
            **cards,
        }
