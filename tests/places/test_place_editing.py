"""What an editor may write of a place, and what is refused."""

import datetime

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from council.models import PlaceClosure, PlacePage
from council.places.opening import HOLIDAY
from tests.factories import PlaceHoursFactory, PlacePageFactory
from tests.test_validation import faulty_fields

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({}, set()),
        ({"opens": datetime.time(22), "closes": datetime.time(2)}, set()),
        ({"opens": datetime.time(0), "closes": datetime.time(0)}, set()),
        ({"opens": datetime.time(16), "closes": datetime.time(10)}, {"closes"}),
        ({"opens": datetime.time(9), "closes": datetime.time(9)}, {"closes"}),
        ({"first_month": 8}, {"last_month"}),
        ({"last_month": 8}, {"first_month"}),
        ({"weekday": HOLIDAY, "weeks": "1"}, {"weeks"}),
        ({"weekday": 8}, {"weekday"}),
        ({"weeks": "7"}, {"weeks"}),
    ],
)
def test_hours_that_cannot_be_are_refused(index, fields, faults):
    hours = PlaceHoursFactory()
    for name, value in fields.items():
        setattr(hours, name, value)
    assert faulty_fields(hours) == faults


def test_days_that_end_before_they_begin_are_refused(index):
    days = {"first_day": datetime.date(2026, 1, 4), "last_day": datetime.date(2025, 12, 28)}
    assert faulty_fields(PlaceClosure(place=PlacePageFactory(), **days)) == {"last_day"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "stored", "sentence"),
    [
        ("35.73, 139.65", "", ("35.730000", "139.650000"), ""),
        ("３５．７３", "139.65", ("35.730000", "139.650000"), ""),
        ("139.65, 35.73", "", None, "逆"),
        ("51.5, 0.1", "", None, "日本の中にありません"),
        ("35.73", "", None, "両方"),
    ],
)
def test_an_editor_pastes_a_position(index, admin_client, latitude, longitude, stored, sentence):
    data = nested_form_data(
        {
            "title": "あたらしい場所",
            "slug": "new-place",
            "reading": "ばしょ",
            "description": rich_text(""),
            "latitude": latitude,
            "longitude": longitude,
            "hours": inline_formset([]),
            "closures": inline_formset([]),
        }
    )
    address = reverse("wagtailadmin_pages:add", args=["council", "placepage", index.pk])
    with translation.override("ja"):
        response = admin_client.post(address, data | {"action-publish": "action-publish"})
    page = PlacePage.objects.filter(slug="new-place").first()
    if stored:
        assert (str(page.latitude), str(page.longitude)) == stored
    else:
        assert page is None
        errors = response.context["form"].errors
        assert set(errors) <= {"latitude", "longitude"}
        with translation.override("ja"):
            assert sentence in str(errors)


def test_a_place_without_a_reading_is_refused(index):
    page = PlacePageFactory()
    page.reading = ""
    assert faulty_fields(page) == {"reading"}
