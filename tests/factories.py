"""Small pages and snippets for tests, each with what its type requires and nothing more.

A page that is given no ``parent`` stands where its type belongs: below the first page of the type above it, which
is made if there is none. So ``GoalPageFactory()`` alone makes a front page, the editions, a plan and the goal.
"""

import datetime

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from council.models import (
    OpeningTime,
    OrganisationIndexPage,
    OrganisationPage,
    Person,
    PlaceHours,
    PlaceIndexPage,
    PlacePage,
    Reading,
    Term,
    Theme,
)
from home.front_tree import front_page, make_front_page
from home.models import (
    AccessibilityPolicyPage,
    AccessibilityResultsPage,
    GlossaryPage,
    HomePage,
    StandardPage,
    ThemeIndexPage,
)
from plans.models import GoalPage, InitiativePage, InitiativeUpdate, PillarPage, PlanIndexPage, PlanPage
from stories.models import StoryIndexPage, StoryPage


class CouncilPageFactory(wagtail_factories.PageFactory):
    """Base of all page factories."""

    title = factory.Sequence(lambda n: f"ページ{n}")
    slug = factory.Sequence(lambda n: f"page-{n}")
    _stands_under = None

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        parent = parent or cls._first_parent()
        # treebeard counts children on the object in hand, which another one may have outrun.
        parent.refresh_from_db()
        page = model_class(**kwargs)
        parent.add_child(instance=page)
        return page

    @classmethod
    def _first_parent(cls):
        model = cls._stands_under._meta.model
        return model.objects.filter(alias_of__isnull=True).order_by("path").first() or cls._stands_under()


class HomePageFactory(CouncilPageFactory):
    """A front page; the first one becomes the default site's."""

    title = "まちの計画"
    slug = factory.Sequence(lambda n: f"home-{n}")

    class Meta:
        model = HomePage

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        if parent is None and front_page() is None:
            return make_front_page(model_class(**kwargs))
        return super()._create_instance(model_class, parent or Page.get_first_root_node(), kwargs)


class PlanIndexPageFactory(CouncilPageFactory):
    title, slug = "計画", "plan"
    _stands_under = HomePageFactory

    class Meta:
        model = PlanIndexPage


class PlanPageFactory(CouncilPageFactory):
    _stands_under = PlanIndexPageFactory

    class Meta:
        model = PlanPage


class PillarPageFactory(CouncilPageFactory):
    _stands_under = PlanPageFactory

    class Meta:
        model = PillarPage


class GoalPageFactory(CouncilPageFactory):
    statement = "だれもが\n居場所をもつまち"
    _stands_under = PlanPageFactory

    class Meta:
        model = GoalPage


class InitiativePageFactory(CouncilPageFactory):
    statement = "月に一度、みんなで食べる。"
    _stands_under = GoalPageFactory

    class Meta:
        model = InitiativePage


class InitiativeUpdateFactory(DjangoModelFactory):
    initiative = factory.SubFactory(InitiativePageFactory)
    locale = factory.LazyAttribute(lambda update: update.initiative.locale)
    fiscal_year = 2025
    date = datetime.date(2025, 6, 1)
    text = "はじめての会を開いた。"

    class Meta:
        model = InitiativeUpdate


class StoryIndexPageFactory(CouncilPageFactory):
    title, slug = "ストーリー", "stories"
    _stands_under = HomePageFactory

    class Meta:
        model = StoryIndexPage


class StoryPageFactory(CouncilPageFactory):
    """A story; ``body=[("paragraph", "<p>…</p>"), …]`` gives it blocks."""

    _stands_under = StoryIndexPageFactory

    class Meta:
        model = StoryPage


class OrganisationIndexPageFactory(CouncilPageFactory):
    title, slug = "団体", "organisations"
    _stands_under = HomePageFactory

    class Meta:
        model = OrganisationIndexPage


class OrganisationPageFactory(CouncilPageFactory):
    reading = "だんたい"
    _stands_under = OrganisationIndexPageFactory

    class Meta:
        model = OrganisationPage


class OpeningTimeFactory(DjangoModelFactory):
    organisation = factory.SubFactory(OrganisationPageFactory)
    weekday = 0
    opens = datetime.time(10)
    closes = datetime.time(16)

    class Meta:
        model = OpeningTime


class PlaceIndexPageFactory(CouncilPageFactory):
    title, slug = "居場所", "places"
    _stands_under = HomePageFactory

    class Meta:
        model = PlaceIndexPage


class PlacePageFactory(CouncilPageFactory):
    reading = "ばしょ"
    _stands_under = PlaceIndexPageFactory

    class Meta:
        model = PlacePage


class PlaceHoursFactory(DjangoModelFactory):
    place = factory.SubFactory(PlacePageFactory)
    locale = factory.LazyAttribute(lambda hours: hours.place.locale)
    weekday = 0
    opens = datetime.time(10)
    closes = datetime.time(16)

    class Meta:
        model = PlaceHours


class GlossaryPageFactory(CouncilPageFactory):
    title, slug = "ことば", "glossary"
    _stands_under = HomePageFactory

    class Meta:
        model = GlossaryPage


class ThemeIndexPageFactory(CouncilPageFactory):
    title, slug = "テーマ", "themes"
    _stands_under = HomePageFactory

    class Meta:
        model = ThemeIndexPage


class StandardPageFactory(CouncilPageFactory):
    _stands_under = HomePageFactory

    class Meta:
        model = StandardPage


class AccessibilityPolicyPageFactory(CouncilPageFactory):
    title, slug = "アクセシビリティ", "accessibility"
    _stands_under = HomePageFactory

    class Meta:
        model = AccessibilityPolicyPage


class AccessibilityResultsPageFactory(CouncilPageFactory):
    title, slug = "試験の結果", "results"
    _stands_under = AccessibilityPolicyPageFactory

    class Meta:
        model = AccessibilityResultsPage


PAGE_FACTORIES = {
    factory_class._meta.model: factory_class
    for factory_class in (
        HomePageFactory,
        PlanIndexPageFactory,
        PlanPageFactory,
        PillarPageFactory,
        GoalPageFactory,
        InitiativePageFactory,
        StoryIndexPageFactory,
        StoryPageFactory,
        OrganisationIndexPageFactory,
        OrganisationPageFactory,
        PlaceIndexPageFactory,
        PlacePageFactory,
        GlossaryPageFactory,
        ThemeIndexPageFactory,
        StandardPageFactory,
        AccessibilityPolicyPageFactory,
        AccessibilityResultsPageFactory,
    )
}


def _source_locale(_object):
    return Locale.objects.get(language_code="ja")


class PersonFactory(DjangoModelFactory):
    """Somebody whose consent is on record."""

    locale = factory.LazyAttribute(_source_locale)
    name = factory.Sequence(lambda n: f"山野{n}さん")
    reading = "やまの"
    role = "民生委員"
    consent_record = "綴り12の3"

    class Meta:
        model = Person


class ThemeFactory(DjangoModelFactory):
    locale = factory.LazyAttribute(_source_locale)
    name = factory.Sequence(lambda n: f"テーマ{n}")
    slug = factory.Sequence(lambda n: f"theme-{n}")

    class Meta:
        model = Theme


class TermFactory(DjangoModelFactory):
    locale = factory.LazyAttribute(_source_locale)
    word = factory.Sequence(lambda n: f"ことば{n}")
    reading = "ことば"
    explanation = "やさしく言うと、こうなる。"

    class Meta:
        model = Term


class ReadingFactory(DjangoModelFactory):
    word = factory.Sequence(lambda n: f"地名{n}")
    reading = "ちめい"

    class Meta:
        model = Reading


class PictureFactory(DjangoModelFactory):
    title = factory.Sequence(lambda n: f"絵{n}")
    file = factory.django.ImageField(width=16, height=10, filename="picture.png", format="PNG")

    class Meta:
        model = get_image_model()


class DocumentFactory(DjangoModelFactory):
    title = factory.Sequence(lambda n: f"書類{n}")
    file = factory.django.FileField(data=b"%PDF-1.4", filename="document.pdf")

    class Meta:
        model = get_document_model()


class UserFactory(DjangoModelFactory):
    """An editor; ``groups=["執筆者"]`` puts them into groups that exist."""

    username = factory.Sequence(lambda n: f"user-{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.jp")

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    @factory.post_generation
    def groups(self, create, names, **kwargs):
        if create and names:
            self.groups.set(Group.objects.filter(name__in=names))


def translate(obj, code, publish=True, **fields):
    """The version of a page or snippet in another language, with these fields; for a page, its parents' too."""
    locale, _made = Locale.objects.get_or_create(language_code=code)
    if isinstance(obj, Page):
        parent = obj.get_parent()
        if parent.depth > 1 and not parent.has_translation(locale):
            translate(parent.specific, code)
    version = obj.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(version, name, value)
    version.live = publish
    version.save()
    if publish:
        version.save_revision().publish()
        version.refresh_from_db()
    return version
