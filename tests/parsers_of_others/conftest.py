"""The sample as other programs meet it, read once in a test run."""

import pytest

from tests.sample_site import sample_once


@pytest.fixture(scope="session")
def sample(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return sample_once()
