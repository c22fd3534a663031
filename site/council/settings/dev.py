"""One person's machine: SQLite, no secrets, errors in full. `make run` uses this."""

from council.settings.base import *  # noqa: F403
from council.settings.base import MIDDLEWARE, STORAGES, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
# Not a secret: whoever needs one sets it, and production refuses to start without it.
SECRET_KEY = env.str("SECRET_KEY", default="for-development-only-" + "x" * 40)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

VAR_DIR.mkdir(exist_ok=True)

# The dev server finds static files by itself, so nothing has to be collected after each change.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
