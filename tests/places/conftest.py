"""What every test of the places may ask for."""

import pytest
from django.utils import timezone

from tests.factories import PlaceIndexPageFactory


@pytest.fixture
def at(monkeypatch):
    """Sets the clock to a moment of the ward's time."""

    def set_clock(moment):
        aware = timezone.make_aware(moment, timezone.get_default_timezone())
        monkeypatch.setattr("django.utils.timezone.now", lambda: aware)

    return set_clock


@pytest.fixture
def index(locales):
    return PlaceIndexPageFactory()
