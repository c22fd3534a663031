"""Tests: in memory where it can be, on ``DATABASE_URL`` where it is given; no network."""

import tempfile

from council.settings.base import *  # noqa: F403
from council.settings.base import DATABASES, MIDDLEWARE, STORAGES, env

DEBUG = False
SECRET_KEY = "for-tests-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]
INDEX_IN_BACKGROUND = False
# Nothing may write into a test's database after the test.
PAGE_VIEWS_WRITTEN_BY_TIMER = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="tsunagu-test-media-")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
CACHES = {"default": env.cache_url("TEST_CACHE_URL", default="locmemcache://")}
# A pool keeps connections open past the test database's end.
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
