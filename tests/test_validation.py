"""What editors cannot save, and that each fault is told at the field where it is."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import StructBlockValidationError
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from council.blocks.text import DataTableBlock
from council.models import Reading
from council.validators import validate_phone, validate_reading
from council.where_to_turn.calls import TakePartBlock
from home.models import HomePage, StandardPage
from plans.models import GoalPage, InitiativePage, InitiativeUpdate, PlanPage
from stories.models import StoryPage, StorySubject
from tests.factories import (
    GoalPageFactory,
    HomePageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OpeningTimeFactory,
    OrganisationPageFactory,
    PersonFactory,
    PictureFactory,
    PlanPageFactory,
    ReadingFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
)


def faulty_fields(obj):
    """The fields an object's own validation complains about."""
    try:
        obj.full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def code_of(validator, value):
    try:
        validator(value)
    except ValidationError as error:
        return error.code
    return None


# --- Readings and telephones ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reading",
    ["やまの", "ヤマノ", "いとかわ ほんちょう", "こうえん（こうみんかん）", "ボランティア・センター", "ゔ", "ヴ"],
)
def test_a_reading_in_kana_is_taken(reading):
    assert code_of(validate_reading, reading) is None


@pytest.mark.parametrize("reading", ["山野", "yamano", "やま野", "やまの1", "ﾔﾏﾉ", "", "やまの!", "\u3040やま"])
def test_a_reading_that_is_not_in_kana_is_refused(reading):
    assert code_of(validate_reading, reading) == "reading"


@pytest.mark.parametrize("phone", ["03-0000-0000", "0300000000", "+81-3-0000-0000", "110", "0120-000-000"])
def test_a_telephone_number_that_can_be_dialled_is_taken(phone):
    assert code_of(validate_phone, phone) is None


@pytest.mark.parametrize(
    "phone", ["０３－００００－００００", "03(0000)0000", "03 0000 0000", "内線12", "-110", "1", "+"]
)
def test_a_telephone_number_that_cannot_be_dialled_is_refused(phone):
    assert code_of(validate_phone, phone) == "phone"


@pytest.mark.django_db
@pytest.mark.parametrize("make", [PersonFactory, OrganisationPageFactory, ReadingFactory, TermFactory])
def test_everything_that_has_a_reading_has_it_in_kana(make):
    obj = make()
    assert faulty_fields(obj) == set()
    obj.reading = "漢字"
    assert faulty_fields(obj) == {"reading"}


@pytest.mark.django_db
@pytest.mark.parametrize("make", [PersonFactory, OrganisationPageFactory, ReadingFactory])
def test_people_organisations_and_readings_cannot_do_without_a_reading(make):
    obj = make()
    obj.reading = ""
    assert faulty_fields(obj) == {"reading"}


@pytest.mark.django_db
def test_a_word_is_read_in_one_way():
    ReadingFactory(word="糸川")
    assert faulty_fields(Reading(word="糸川", reading="いとがわ")) == {"word"}


@pytest.mark.django_db
def test_an_organisation_has_a_telephone_number_that_can_be_dialled():
    organisation = OrganisationPageFactory()
    organisation.phone = "内線12"
    assert faulty_fields(organisation) == {"phone"}


# --- Alternative texts ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "picture", "text"),
    [
        (HomePageFactory, "picture", "picture_alt"),
        (PlanPageFactory, "picture", "picture_alt"),
        (GoalPageFactory, "picture", "picture_alt"),
        (StoryPageFactory, "picture", "picture_alt"),
        (OrganisationPageFactory, "picture", "picture_alt"),
        (StandardPageFactory, "picture", "picture_alt"),
        (PersonFactory, "portrait", "portrait_alt"),
    ],
)
def test_a_picture_has_an_alternative_text(make, picture, text):
    obj = make()
    setattr(obj, picture, PictureFactory())
    assert faulty_fields(obj) == {text}
    setattr(obj, text, "　 ")
    assert faulty_fields(obj) == {text}
    setattr(obj, text, "縁側でお茶を飲む三人")
    assert faulty_fields(obj) == set()


@pytest.mark.parametrize("model", [HomePage, StandardPage, PlanPage, GoalPage, StoryPage])
def test_a_picture_inside_a_text_has_an_alternative_text(model):
    streams = [field.stream_block for field in model._meta.get_fields() if hasattr(field, "stream_block")]
    pictures = [block.child_blocks["picture"] for block in streams if "picture" in block.child_blocks]
    for picture in pictures:
        assert picture.child_blocks["alternative_text"].required


# --- The plan -------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "faults"),
    [
        (2025, 2029, set()),
        (2025, 2025, set()),
        (2025, None, set()),
        (None, None, set()),
        (2029, 2025, {"last_fiscal_year"}),
        (1949, 2029, {"first_fiscal_year"}),
        (2025, 20290, {"last_fiscal_year"}),
    ],
)
def test_a_plan_ends_after_it_begins(first, last, faults):
    plan = PlanPageFactory()
    plan.first_fiscal_year, plan.last_fiscal_year = first, last
    assert faulty_fields(plan) == faults


@pytest.mark.django_db
def test_a_plan_is_not_its_own_successor():
    plan = PlanPageFactory()
    plan.superseded_by = plan
    assert faulty_fields(plan) == {"superseded_by"}
    plan.superseded_by = PlanPageFactory()
    assert faulty_fields(plan) == set()


def update_faults(led_by, state, fiscal_year=2025):
    initiative = InitiativePageFactory(led_by=led_by)
    update = InitiativeUpdate(
        initiative=initiative,
        locale=initiative.locale,
        fiscal_year=fiscal_year,
        date=datetime.date(2025, 6, 1),
        state=state,
        text="みんなで食べた。",
    )
    return faulty_fields(update)


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["planned", "done"])
def test_what_the_community_does_is_not_measured_against_a_target(state):
    assert update_faults("community", state) == {"state"}


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["", "under_way", "carried_on"])
def test_what_the_community_does_may_be_under_way_or_carried_on(state):
    assert update_faults("community", state) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["", "planned", "under_way", "done", "carried_on"])
def test_what_the_council_promised_may_be_in_any_state(state):
    assert update_faults("council", state) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("year", [1949, 2151])
def test_a_history_has_years_of_this_century_or_near_it(year):
    assert update_faults("council", "", year) == {"fiscal_year"}


def create(client, model, parent, fields):
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    data = nested_form_data({"title": "あたらしい", "slug": "new", **fields})
    return client.post(address, data | {"action-publish": "action-publish"})


@pytest.mark.django_db
def test_the_form_of_a_new_initiative_refuses_a_target_for_the_community(admin_client):
    update = {"fiscal_year": "2025", "date": "2025-06-01", "state": "done", "text": "終わった。", "id": ""}
    fields = {
        "statement": "月に一度、みんなで食べる。",
        "led_by": "community",
        "updates": inline_formset([update]),
        "where_to_turn": streamfield([]),
    }
    response = create(admin_client, InitiativePage, GoalPageFactory(), fields)
    assert response.status_code == 200
    assert set(response.context["form"].formsets["updates"].errors[0]) == {"state"}
    assert not InitiativePage.objects.exists()


@pytest.mark.django_db
def test_an_initiative_whose_history_has_targets_does_not_pass_to_the_community(admin_client):
    update = InitiativeUpdateFactory(initiative=InitiativePageFactory(led_by="council"), state="done")
    initiative = update.initiative
    row = {"id": str(update.pk), "fiscal_year": "2025", "date": "2025-06-01", "state": "done", "text": "終わった。"}
    fields = {
        "title": initiative.title,
        "slug": initiative.slug,
        "statement": initiative.statement,
        "led_by": "community",
        "updates": inline_formset([row], initial=1),
        "where_to_turn": streamfield([]),
    }
    address = reverse("wagtailadmin_pages:edit", args=[initiative.pk])
    response = admin_client.post(address, nested_form_data(fields) | {"action-publish": "action-publish"})
    assert set(response.context["form"].formsets["updates"].errors[0]) == {"state"}
    initiative.refresh_from_db()
    assert initiative.led_by == "council"


# --- Organisations --------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("latitude", "longitude", "faults"),
    [
        ("35.681236", "139.767125", set()),
        (None, None, set()),
        ("0", "0", {"latitude"}),
        ("139.767125", "35.681236", {"latitude"}),
        ("35.681236", None, {"longitude"}),
        (None, "139.767125", {"latitude"}),
        ("91", "139", {"latitude"}),
        ("35", "181", {"latitude"}),
        ("35.6812361", "139.767125", {"latitude"}),
    ],
)
def test_a_place_has_both_coordinates_in_japan_or_neither(latitude, longitude, faults):
    organisation = OrganisationPageFactory()
    organisation.latitude = Decimal(latitude) if latitude else None
    organisation.longitude = Decimal(longitude) if longitude else None
    assert faulty_fields(organisation) == faults


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("opens", "closes", "faults"),
    [((10, 0), (16, 0), set()), ((16, 0), (10, 0), {"closes"}), ((9, 0), (9, 0), {"closes"})],
)
def test_a_place_closes_later_than_it_opens(opens, closes, faults):
    time = OpeningTimeFactory()
    time.opens, time.closes = datetime.time(*opens), datetime.time(*closes)
    assert faulty_fields(time) == faults


@pytest.mark.django_db
def test_a_week_has_seven_days():
    time = OpeningTimeFactory()
    time.weekday = 7
    assert faulty_fields(time) == {"weekday"}


@pytest.mark.django_db
def test_a_themes_address_is_its_own():
    theme, other = ThemeFactory(slug="ibasho"), ThemeFactory(slug="play")
    assert faulty_fields(theme) == set()
    other.slug = "ibasho"
    assert faulty_fields(other) != set()


# --- Stories --------------------------------------------------------------------------------------------------


def story_with_links(client, *subjects):
    fields = {
        "lead": rich_text(""),
        "body": streamfield([]),
        "about": inline_formset([{"subject": str(subject.pk), "id": ""} for subject in subjects]),
    }
    return create(client, StoryPage, StoryIndexPageFactory(), fields)


@pytest.mark.django_db
def test_a_new_story_is_linked_to_a_goal_once(admin_client):
    goal = GoalPageFactory()
    response = story_with_links(admin_client, goal, goal)
    assert response.status_code == 200
    assert any("subject" in errors for errors in response.context["form"].formsets["about"].errors)
    assert not StoryPage.objects.exists()


@pytest.mark.django_db
def test_a_story_may_be_linked_to_several_pages_of_the_plan(admin_client):
    goal = GoalPageFactory()
    response = story_with_links(admin_client, goal, InitiativePageFactory(parent=goal))
    assert response.status_code == 302
    assert StoryPage.objects.get().about.count() == 2


@pytest.mark.django_db
def test_a_story_that_is_there_is_not_linked_to_the_same_goal_again(admin_client):
    goal, story = GoalPageFactory(), StoryPageFactory()
    link = StorySubject.objects.create(story=story, subject=goal)
    fields = {
        "title": story.title,
        "slug": story.slug,
        "lead": rich_text(""),
        "body": streamfield([]),
        "about": inline_formset(
            [{"subject": str(goal.pk), "id": str(link.pk)}, {"subject": str(goal.pk), "id": ""}], initial=1
        ),
    }
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    response = admin_client.post(address, nested_form_data(fields) | {"action-publish": "action-publish"})
    assert response.status_code == 200
    assert any("subject" in errors for errors in response.context["form"].formsets["about"].errors)
    assert story.about.count() == 1


# --- Blocks ---------------------------------------------------------------------------------------------------


def block_faults(block, value):
    """The names of a block's parts that its validation complains about."""
    try:
        block.clean(block.normalize(value))
    except StructBlockValidationError as error:
        return set(error.block_errors)
    return set()


def table(*rows, columns=("曜日", "時間")):
    return {"caption": "開いている時間", "columns": list(columns), "rows": [{"cells": list(cells)} for cells in rows]}


@pytest.mark.parametrize(
    ("value", "faults"),
    [
        (table(["月", "10時"]), set()),
        (table(["月", ""], ["火", "13時"]), set()),
        (table(["月"]), {"rows"}),
        (table(["月", "10時", "16時"]), {"rows"}),
        (table(["月", "10時"], ["火"]), {"rows"}),
        (table(), {"rows"}),
        (table(["月", "10時"], columns=()), {"columns"}),
    ],
)
def test_each_row_of_a_table_has_as_many_cells_as_there_are_columns(value, faults):
    assert block_faults(DataTableBlock(), value) & {"rows", "columns"} == faults


def test_the_uneven_rows_of_a_table_are_named():
    value = table(["月", "10時"], ["火"], ["水", "10時"], ["木", "1", "2"])
    with pytest.raises(StructBlockValidationError) as caught:
        DataTableBlock().clean(DataTableBlock().normalize(value))
    assert "2, 4" in str(caught.value.block_errors["rows"])


@pytest.mark.parametrize(
    "way",
    [{"contact": "ボランティア係"}, {"phone": "00-0000-0000"}, {"url": "https://example.jp/"}],
)
def test_one_way_to_get_in_touch_is_enough(way):
    assert block_faults(TakePartBlock(), {"kind": "visit", "text": "どうぞ", **way}) == set()


def test_whoever_is_asked_to_take_part_is_told_how():
    assert block_faults(TakePartBlock(), {"kind": "visit", "text": "どうぞ"}) == {"contact"}


def test_a_call_to_take_part_has_a_number_that_can_be_dialled():
    value = {"kind": "visit", "text": "どうぞ", "phone": "内線12（代表）"}
    assert block_faults(TakePartBlock(), value) == {"phone"}


# --- Words ----------------------------------------------------------------------------------------------------


def sentences(language):
    with translation.override(language):
        for validator, value in ((validate_reading, "漢字"), (validate_phone, "内線")):
            with pytest.raises(ValidationError) as caught:
                validator(value)
            yield str(caught.value.messages[0])
        with pytest.raises(StructBlockValidationError) as caught:
            TakePartBlock().clean(TakePartBlock().normalize({"kind": "visit", "text": "どうぞ"}))
        yield caught.value.block_errors["contact"].messages[0]
        with pytest.raises(StructBlockValidationError) as caught:
            DataTableBlock().clean(DataTableBlock().normalize(table(["月"])))
        yield caught.value.block_errors["rows"].messages[0]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_fault_is_told_in_a_sentence(language):
    for sentence in sentences(language):
        assert sentence.endswith((".", "。"))
        assert "%" not in sentence
