"""What may stand under what, and that each type can be made, edited, previewed and read."""

import datetime

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from council.checks import check_page_types
from council.models import OrganisationIndexPage, OrganisationPage, PlaceIndexPage, PlacePage
from council.pages import CouncilPage
from home.models import (
    AccessibilityPolicyPage,
    AccessibilityResultsPage,
    GlossaryPage,
    HomePage,
    StandardPage,
    ThemeIndexPage,
)
from plans.models import GoalPage, InitiativePage, PillarPage, PlanIndexPage, PlanPage
from stories.models import StoryIndexPage, StoryPage
from tests.factories import (
    PAGE_FACTORIES,
    AccessibilityPolicyPageFactory,
    AccessibilityResultsPageFactory,
    GlossaryPageFactory,
    GoalPageFactory,
    HomePageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OpeningTimeFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PillarPageFactory,
    PlaceHoursFactory,
    PlaceIndexPageFactory,
    PlacePageFactory,
    PlanIndexPageFactory,
    PlanPageFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    ThemeIndexPageFactory,
    translate,
)

# What may stand below each type, and nothing else.
TREE = {
    HomePage: {
        PlanIndexPage,
        StoryIndexPage,
        OrganisationIndexPage,
        PlaceIndexPage,
        GlossaryPage,
        ThemeIndexPage,
        StandardPage,
        AccessibilityPolicyPage,
    },
    PlanIndexPage: {PlanPage},
    PlanPage: {PillarPage, GoalPage},
    PillarPage: {GoalPage},
    GoalPage: {InitiativePage},
    InitiativePage: set(),
    StoryIndexPage: {StoryPage},
    StoryPage: set(),
    OrganisationIndexPage: {OrganisationPage},
    OrganisationPage: set(),
    PlaceIndexPage: {PlacePage},
    PlacePage: set(),
    GlossaryPage: set(),
    ThemeIndexPage: set(),
    StandardPage: {StandardPage},
    AccessibilityPolicyPage: {AccessibilityResultsPage},
    AccessibilityResultsPage: set(),
}
ONCE = {
    PlanIndexPage,
    StoryIndexPage,
    OrganisationIndexPage,
    PlaceIndexPage,
    GlossaryPage,
    ThemeIndexPage,
    AccessibilityPolicyPage,
    AccessibilityResultsPage,
}


def named(model):
    return model.__name__


def test_every_page_type_is_in_the_tree():
    types = {model for model in apps.get_models() if issubclass(model, CouncilPage)}
    assert types == set(TREE) == set(PAGE_FACTORIES)


@pytest.mark.parametrize("model", TREE, ids=named)
def test_a_type_says_itself_what_stands_above_and_below_it(model):
    assert "parent_page_types" in vars(model)
    assert "subpage_types" in vars(model)


@pytest.mark.parametrize("name", ["parent_page_types", "subpage_types"])
def test_a_type_that_does_not_say_so_is_an_error(monkeypatch, name):
    monkeypatch.delattr(StoryPage, name)
    assert [(error.id, error.obj) for error in check_page_types(None)] == [("council.E001", StoryPage)]


@pytest.mark.parametrize("model", TREE, ids=named)
def test_below_a_page_stand_only_the_types_meant_for_it(model):
    # What both sides agree on, and what this side says by itself.
    assert set(model.allowed_subpage_models()) == set(model.clean_subpage_models()) == TREE[model]


@pytest.mark.parametrize("model", TREE, ids=named)
def test_a_page_stands_only_below_the_types_meant_for_it(model):
    above = {parent for parent, children in TREE.items() if model in children}
    assert set(model.allowed_parent_page_models()) == set(model.clean_parent_page_models()) == (above or {Page})


def test_only_the_front_page_stands_at_the_top():
    assert set(Page.allowed_subpage_models()) & set(TREE) == {HomePage}


@pytest.mark.django_db
@pytest.mark.parametrize("model", TREE, ids=named)
def test_there_is_one_of_each_index_and_any_number_of_the_rest(model):
    page = PAGE_FACTORIES[model]()
    assert model.can_create_at(page.get_parent()) == (model not in ONCE)


def fields_of(model, title, slug):
    """The least that an editor fills in."""
    stream = streamfield([])
    fields = {"title": title, "slug": slug}
    if model is HomePage:
        fields["where_to_turn"] = stream
    elif model is PlanPage:
        fields |= {"philosophy_text": rich_text(""), "body": stream}
    elif model is GoalPage:
        fields |= {"statement": "だれもが居場所をもつまち", "situation": stream, "where_to_turn": stream}
    elif model is InitiativePage:
        update = {"fiscal_year": "2025", "date": "2025-06-01", "state": "under_way", "text": "はじめた。"}
        fields |= {
            "statement": "月に一度、みんなで食べる。",
            "led_by": "community",
            "updates": inline_formset([update]),
            "where_to_turn": stream,
        }
    elif model is OrganisationPage:
        hours = {"weekday": "0", "opens": "10:00", "closes": "16:00"}
        fields |= {
            "reading": "だんたい",
            "description": rich_text(""),
            "opening_times": inline_formset([hours]),
            "where_to_turn": stream,
        }
    elif model is PlacePage:
        hours = {"weekday": "5", "weeks": "2,4", "opens": "10:00", "closes": "16:00", "note": "予約してください"}
        fields |= {
            "reading": "ばしょ",
            "description": rich_text(""),
            "hours": inline_formset([hours]),
            "closures": inline_formset([]),
        }
    elif model is StoryPage:
        fields |= {"lead": rich_text(""), "body": stream, "about": inline_formset([])}
    elif model is StandardPage:
        fields["body"] = stream
    elif model is AccessibilityPolicyPage:
        fields |= {"claimed": "considers", "intro": stream, "exceptions": stream, "known_barriers": stream}
    elif model is AccessibilityResultsPage:
        fields["intro"] = stream
    return nested_form_data(fields)


@pytest.mark.django_db
@pytest.mark.parametrize("model", TREE, ids=named)
def test_an_editor_can_create_every_type(admin_client, model):
    above = next((parent for parent, children in TREE.items() if model in children), None)
    parent = PAGE_FACTORIES[above]() if above else Page.get_first_root_node()
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    data = fields_of(model, "あたらしいページ", "new-page") | {"action-publish": "action-publish"}
    response = admin_client.post(address, data)
    assert response.status_code == 302, response.context["form"].errors
    page = model.objects.get(slug="new-page")
    assert page.live
    assert page.get_parent().pk == parent.pk
    assert page.locale.language_code == "ja"


class TestEditors(WagtailPageTestCase):
    """The editors' side of each type."""

    @classmethod
    def setUpTestData(cls):
        cls.pages = {
            HomePage: HomePageFactory(),
            PlanIndexPage: PlanIndexPageFactory(),
            PlanPage: PlanPageFactory(),
            PillarPage: PillarPageFactory(),
            GoalPage: GoalPageFactory(),
            InitiativePage: InitiativePageFactory(),
            StoryIndexPage: StoryIndexPageFactory(),
            StoryPage: StoryPageFactory(),
            OrganisationIndexPage: OrganisationIndexPageFactory(),
            OrganisationPage: OrganisationPageFactory(),
            PlaceIndexPage: PlaceIndexPageFactory(),
            PlacePage: PlacePageFactory(),
            GlossaryPage: GlossaryPageFactory(),
            ThemeIndexPage: ThemeIndexPageFactory(),
            StandardPage: StandardPageFactory(),
            AccessibilityPolicyPage: AccessibilityPolicyPageFactory(),
            AccessibilityResultsPage: AccessibilityResultsPageFactory(),
        }
        InitiativeUpdateFactory(initiative=cls.pages[InitiativePage])
        OpeningTimeFactory(organisation=cls.pages[OrganisationPage])
        PlaceHoursFactory(place=cls.pages[PlacePage])

    def post_data(self, page):
        """A page's form as the editor's script would send it."""
        model = type(page)
        data = fields_of(model, page.title, page.slug)
        if model is InitiativePage:
            data |= {"updates-INITIAL_FORMS": "1", "updates-0-id": str(page.updates.get().pk)}
        if model is OrganisationPage:
            data |= {"opening_times-INITIAL_FORMS": "1", "opening_times-0-id": str(page.opening_times.get().pk)}
        if model is PlacePage:
            data |= {"hours-INITIAL_FORMS": "1", "hours-0-id": str(page.hours.get().pk)}
        return data

    def test_every_type_is_previewed(self):
        for page in self.pages.values():
            with self.subTest(model=type(page).__name__):
                self.assertPageIsPreviewable(page, post_data=self.post_data(page))

    def test_every_type_can_be_edited(self):
        user = self.login()
        for model, page in self.pages.items():
            with self.subTest(model=model.__name__):
                data = self.post_data(page) | {"title": "Edited", "action-publish": "action-publish"}
                self.client.force_login(user)
                address = reverse("wagtailadmin_pages:edit", args=[page.pk])
                assert self.client.get(address).status_code == 200
                self.client.post(address, data)
                assert model.objects.get(pk=page.pk).title == "Edited"


@pytest.mark.django_db
@pytest.mark.parametrize("model", TREE, ids=named)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_type_is_read_in_its_own_language(client, model, language):
    page = PAGE_FACTORIES[model](title="見出しの語")
    if language != "ja":
        page = translate(page, language, title="The title")
    response = client.get(page.url)
    assert response.status_code == 200
    assert page.url.startswith(f"/{language}/")
    assert response.context["page"].pk == page.pk
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("model", TREE, ids=named)
def test_a_draft_is_not_read(client, model):
    page = PAGE_FACTORIES[model](live=False)
    assert client.get(page.url).status_code == 404


@pytest.mark.django_db
def test_a_goal_may_stand_below_a_pillar_or_right_below_the_plan(client):
    plan = PlanPageFactory()
    for parent in (plan, PillarPageFactory(parent=plan)):
        assert client.get(GoalPageFactory(parent=parent).url).status_code == 200


@pytest.mark.django_db
def test_a_history_is_shown_with_the_newest_first(client):
    initiative = InitiativePageFactory()
    InitiativeUpdateFactory(initiative=initiative, fiscal_year=2024, date=datetime.date(2024, 5, 1), text="一年目の話")
    InitiativeUpdateFactory(initiative=initiative, fiscal_year=2025, date=datetime.date(2025, 5, 1), text="二年目の話")
    text = client.get(initiative.url).content.decode()
    assert 0 < text.index("二年目の話") < text.index("一年目の話")
