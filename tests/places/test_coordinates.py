"""What editors paste from maps, and where Japan ends."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from council.places.coordinates import is_in_japan, parse_pair
from council.places.location import with_coordinates_apart

PAIR = (Decimal("35.730000"), Decimal("139.650000"))


@pytest.mark.parametrize(
    "text",
    [
        "35.73, 139.65",
        "35.73,139.65",
        " 35.73  139.65 ",
        "(35.73, 139.65)",
        "35.73、139.65",
        "35.73\t139.65",
        "３５．７３，１３９．６５",
    ],
)
def test_a_pair_is_read_as_maps_hand_it_out(text):
    assert parse_pair(text) == PAIR


@pytest.mark.parametrize("text", ["", "35.73", "35.73, ", "北緯35度", "35.73, 139.65, 12", "1e5, 2", "35,73, 139,65"])
def test_anything_else_is_no_pair(text):
    assert parse_pair(text) is None


def test_a_pair_is_no_finer_than_what_is_stored():
    assert parse_pair("35.73000012345, 139.65") == PAIR


@pytest.mark.parametrize(
    ("latitude", "longitude", "inside"),
    [
        ("35.6", "139.7", True),
        ("24.06", "123.8", True),
        ("45.4", "141.9", True),
        ("24.28", "153.98", True),
        ("139.7", "35.6", False),
        ("0", "0", False),
        ("37.57", "-122", False),
        ("51.5", "0.1", False),
    ],
)
def test_what_lies_in_japan(latitude, longitude, inside):
    assert is_in_japan(Decimal(latitude), Decimal(longitude)) == inside


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ({"latitude": "35.73, 139.65", "longitude": ""}, ("35.730000", "139.650000")),
        ({"latitude": "35.73, 139.65", "longitude": "1"}, ("35.730000", "139.650000")),
        ({"latitude": "３５．７３", "longitude": "139.65000009"}, ("35.730000", "139.650000")),
        ({"latitude": "北", "longitude": ""}, ("北", "")),
    ],
)
def test_a_form_takes_them_apart(sent, read):
    data = QueryDict(mutable=True)
    data.update(sent)
    apart = with_coordinates_apart(data)
    assert (apart["latitude"], apart["longitude"]) == read


def test_a_form_without_them_is_left_alone():
    data = QueryDict("title=x")
    assert with_coordinates_apart(data) is data
    assert with_coordinates_apart(None) is None
