"""Settings of the measurement: those of the tests, with Wagtail's own search where ``BENCH_STOCK`` says so."""

from council.settings.base import env
from council.settings.test import *  # noqa: F403

if env.bool("BENCH_STOCK", default=False):
    WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
