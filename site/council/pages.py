"""The page all pages derive from."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from council.blocks.binding import bind_page
from council.page_rights import PageRightsMixin
from council.pictures.reading import card_renditions
from council.search_facets import add_values, organisations_of, themes_of
from council.structured_data.nodes import page_node
from council.translation.locales import language_of
from council.translation.publication import AskedPublicationMixin
from council.translation.routing import LocaleFallbackMixin
from council.translation.versions import for_reader, in_tree_order, readable, same_as
from council.where_to_turn.calls_shown import calls_shown, open_calls


def concerns_theme(model):
    """A function from a theme's slug to the condition that a page of this type concerns that theme.

    A theme has the same slug in every language, so it does not matter in which one the link was made.
    """
    link = model.themes.through
    to_page = model.themes.field.m2m_field_name()

    def condition(slug):
        return Exists(link.objects.filter(theme__slug=slug, **{to_page: OuterRef("pk")}))

    return condition


class CouncilPageQuerySet(PageQuerySet):
    """Verbs that read as a sentence: ``StoryPage.objects.about(goal).for_reader()``."""

    def readable(self):
        """Those that any reader may open now."""
        return readable(self)

    def for_reader(self, locale=None):
        """Each page once, in the reader's language if it is there."""
        return for_reader(self, locale)

    def same_as(self, pages):
        """The versions of these pages in any language."""
        return same_as(self, pages)

    def below(self, page):
        """The pages below a page at any depth, in any language's tree, each as the reader gets it, in tree order.

        Each carries ``parent_key``, the translation key of the page it stands under, to group them by.
        """
        original = Page.objects.filter(path=page.path).values("translation_key")
        twins = Page.objects.filter(translation_key__in=original)
        parent = Page.objects.filter(path=OuterRef("parent_path")).values("translation_key")
        return in_tree_order(
            self.annotate(
                tree=Substr("path", 1, len(page.path)),
                parent_path=Substr("path", 1, Length("path") - page.steplen),
                parent_key=Subquery(parent[:1]),
            )
            .filter(tree__in=twins.values("path"), depth__gt=page.depth)
            .for_reader()
        )

    def for_cards(self):
        """With what a card shows, and without the long text it does not show."""
        queryset = self.defer_streamfields()
        if hasattr(self.model, "picture"):
            queryset = queryset.select_related("picture__tone").prefetch_related(card_renditions())
        return queryset


CouncilPageManager = PageManager.from_queryset(CouncilPageQuerySet)


class CouncilPage(AskedPublicationMixin, PageRightsMixin, LocaleFallbackMixin, Page):
    """Summary, the section in charge, and what every page of the site does the same way."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=200,
        help_text=_("One or two sentences for lists, search results and search engines. Up to 200 characters."),
    )
    section_in_charge = models.CharField(
        _("section in charge"),
        blank=True,
        max_length=100,
        help_text=_("Who answers for this page. Left empty: the section named in the site's settings."),
    )

    objects = CouncilPageManager()

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Address and search engines"),
        ),
        FieldPanel("section_in_charge"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.AutocompleteField("title", boost=3),
    ]
    # Under which name the search offers this type to narrow its results by: see `search.facets`.
    search_type = "page"
    # What the page is among the works that schema.org knows.
    schema_type = "WebPage"
    # Addresses inside its own at which it shows something else of the pages below it, such as a map, for the sitemap.
    shown_paths = ()
    # Set while it shows something of which it has no version in each language, as a theme is one: what that is called.
    shown_title = ""
    shown_summary = ""
    # Whether the page ends with ways to tell others of it.
    is_handed_on = False
    # The same page has the same address in each language: what changes is the prefix.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    @cached_property
    def content_language(self):
        """BCP 47 code of the language the page's own text is in, an alias's being that of its original."""
        return language_of(self.alias_of or self) if self.alias_of_id else language_of(self)

    def get_context(self, request, *args, **kwargs):
        self.references = bind_page(self, self.further_references(request))
        context = super().get_context(request, *args, **kwargs)
        context["calls"] = calls_shown(open_calls(getattr(self, "where_to_turn", None)))
        return context

    @classmethod
    def search_facets(cls, pages):
        """What the search can narrow its results by, ``{page id: {facet: [value]}}``, for several pages of this type.

        Values are the same in every language: see `council.search_facets`.
        """
        facets = {page.pk: {"type": [cls.search_type], "year": page.search_years()} for page in pages}
        if hasattr(cls, "themes"):
            add_values(facets, "theme", themes_of(pages))
        if hasattr(cls, "organisations"):
            add_values(facets, "organisation", organisations_of(pages))
        return facets

    def search_years(self):
        """The years a page is of; by default the one in which it was published first."""
        return [timezone.localdate(self.first_published_at).year] if self.first_published_at else []

    def schema_org(self, around):
        """What the page says to machines: nodes of schema.org. See `council.structured_data`."""
        return [page_node(self, around, self.schema_type)]

    def further_references(self, request):
        """`References` to what a type refers to outside its texts, or ``None``.

        They are read with those of its texts; ``self.references`` then has the reader's versions.
        """
        return

    def minimal_clean(self):
        """As Wagtail checks a draft, its errors by field: wagtail-localize reads them so, to mark the translation."""
        try:
            super().minimal_clean()
        except ValidationError as error:
            raise error if hasattr(error, "error_dict") else ValidationError({"title": error}) from error

    def get_view_restrictions(self):
        """Who may see the page, in one query; none where `council.direct_route` has looked already."""
        if getattr(self, "is_restricted", None) is False:
            return PageViewRestriction.objects.none()
        if self.alias_of_id:
            return super().get_view_restrictions()
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)
