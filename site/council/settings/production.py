"""A council's server. Everything that is secret or differs comes from the environment; what is missing is named."""

import environ
from django.core.exceptions import ImproperlyConfigured

REQUIRED = {
    "SECRET_KEY": "a long random string, kept secret",
    "DATABASE_URL": "the database, such as postgres://user:password@host:5432/name",
    "ALLOWED_HOSTS": "the names the site answers to, separated by commas",
    "BASE_URL": "the site's own address, such as https://plan.example.jp",
    "MEDIA_ROOT": "the folder of uploaded pictures and documents",
}

missing = [name for name in REQUIRED if not environ.Env.ENVIRON.get(name)]
if missing:
    raise ImproperlyConfigured(
        "The production settings need these environment variables:\n"
        + "\n".join(f"  {name}: {REQUIRED[name]}" for name in missing)
    )

from council.settings.base import *  # noqa: E402, F403
from council.settings.base import env  # noqa: E402

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
    raise ImproperlyConfigured("SECRET_KEY is too short or too simple: at least 50 characters, 5 of them different.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# HTTPS ends at the proxy in front, which says so in this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True

# W005, W021: a council's domain often carries other departments' sites that this one must not commit to
# HTTPS or to the browsers' preload list. SECURE_HSTS_INCLUDE_SUBDOMAINS and SECURE_HSTS_PRELOAD turn them on.
# W019: the editor's preview is a frame, so X_FRAME_OPTIONS cannot be DENY.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
