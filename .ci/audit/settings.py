"""Production's settings, and what stands in front of a council's server: answers are compressed, as its proxy does it."""

import os
from pathlib import Path

from council.settings.production import *  # noqa: F403
from council.settings.production import MIDDLEWARE

MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
STATIC_ROOT = Path(os.environ["AUDIT_FOLDER"]) / "static"
# One picture is lost on purpose.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"council.pictures": {"level": "CRITICAL"}},
}
