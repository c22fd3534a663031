"""Settings that hold everywhere. What differs by machine comes from the environment (12factor.net/config)."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from council.settings.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE, SPOKEN_LANGUAGES  # noqa: F401
from council.settings.machine_translation import machine_translator
from council.settings.map_tiles import map_tiles

ROOT = Path(__file__).resolve().parents[3]
SITE_DIR = ROOT / "site"
VAR_DIR = ROOT / "var"

env = environ.Env()

INSTALLED_APPS = [
    "home",
    "stories",
    "plans",
    "search",
    # Before wagtail-localize: some of its addresses and templates are answered by ours.
    "translators",
    "council",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "council.middleware.guard.RequestGuardMiddleware",
    "council.middleware.page_views.PageViewsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "council.middleware.current_site.CurrentSiteMiddleware",
    "django.middleware.common.CommonMiddleware",
    "council.middleware.furigana.FuriganaMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "council.middleware.form_texts.FormTextsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "council.middleware.redirects.RedirectMiddleware",
    "council.middleware.explained_words.ExplainedWordsMiddleware",
    "council.middleware.untranslated.UntranslatedTextMiddleware",
]

ROOT_URLCONF = "council.urls"
WSGI_APPLICATION = "council.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "council.context_processors.signed_in",
            ],
        },
    },
]

# --- Database -------------------------------------------------------------------------------------------------

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'tsunagu.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers go on while an editor saves (WAL), and two editors wait for each other instead of failing
    # with "database is locked" (IMMEDIATE takes the write lock at the start of a transaction).
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command=(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; "
            "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000; PRAGMA foreign_keys=ON;"
        ),
    )
else:
    # The pool replaces persistent connections: the two cannot be used together.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("pool", {"min_size": 1, "max_size": 8})
    # PostgreSQL compiles what it takes for a costly query, as every join is on tables that were never analysed:
    # a second for a query of a millisecond (measured: a join of fourteen tables, 1,048 ms against 0.4).
    DATABASES["default"]["OPTIONS"].setdefault("options", "-c jit=off")
    DATABASES["default"]["CONN_MAX_AGE"] = 0

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

# --- Who may sign in ------------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

# --- Languages ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = SOURCE_LANGUAGE
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = CONTENT_LANGUAGES
LOCALE_PATHS = [SITE_DIR / "locale", SITE_DIR / "wagtail_locale"]
# What a reader chose in the language selector, for a year: no tracking, so no consent is needed.
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["council.formats"]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ja", "日本語"), ("en", "English")]
# The default would publish Japanese text as a live page of the other language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# An address has to survive being printed, dictated and typed.
WAGTAIL_ALLOW_UNICODE_SLUGS = False

# --- Machine translation --------------------------------------------------------------------------------------

# Off unless MACHINE_TRANSLATOR names one: deepl (with MACHINE_TRANSLATOR_KEY) or libretranslate (with …_URL).
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator(env)

# --- Files ----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Wagtail --------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = _("Tsunagu")
BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = BASE_URL
# The font that titles are drawn with for messengers, a file; without it the first that the system has.
OG_FONT = env.str("OG_FONT", default="")
# The street map under the places: see docs/places.md. Without it, a map drawn from their coordinates alone.
MAP_TILES = map_tiles(env)
# Not in one transaction: while the index is built anew, editors can publish.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends.database", "ATOMIC_REBUILD": False}}
# Left out, whoever publishes writes the index too. With it, a process of its own does: `manage.py index_pending --watch`.
INDEX_IN_BACKGROUND = env.bool("INDEX_IN_BACKGROUND", default=False)
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A picture of more pixels than this takes a worker's whole memory when it is made smaller.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "council.pictures.upload.PictureForm"
# About equally near to the original (SSIM 0.97): docs/decisions/0013-pictures.md.
WAGTAILIMAGES_JPEG_QUALITY, WAGTAILIMAGES_WEBP_QUALITY, WAGTAILIMAGES_AVIF_QUALITY = 76, 76, 58
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_MODERATION_ENABLED = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

# --- Counts of readings ---------------------------------------------------------------------------------------

# After so many months they are deleted.
PAGE_VIEWS_KEPT_MONTHS = env.int("PAGE_VIEWS_KEPT_MONTHS", default=24)
# Written once a minute by a thread of the process that counted them.
PAGE_VIEWS_WRITTEN_BY_TIMER = True

# --- Mail -----------------------------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="tsunagu@localhost")

# --- Safety ---------------------------------------------------------------------------------------------------

X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor's preview is a frame
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
