"""What a server needs to start, each time in a process of its own with nothing else in its environment."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECRET = "ecH0-9s-v3ry-l0ng-and-n0t-guessable-0123456789-abcdefghij"
PRODUCTION = {
    "SECRET_KEY": SECRET,
    "DATABASE_URL": "postgres://user:secret@127.0.0.1:1/name",
    "ALLOWED_HOSTS": "plan.example.jp,www.example.jp",
    "BASE_URL": "https://plan.example.jp",
}


def run(code, module, **environment):
    """The outcome of a few lines of Python under these settings and this environment alone."""
    # Only what Windows and odd installations need to start an interpreter at all is kept.
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={
            **kept,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DJANGO_SETTINGS_MODULE": f"council.settings.{module}",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def settings_of(module, *names, **environment):
    """These settings, as JSON can say them."""
    code = (
        "import json; from django.conf import settings; "
        f"print(json.dumps([getattr(settings, name) for name in {names!r}], default=str))"
    )
    done = run(code, module, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def production(tmp_path):
    return {**PRODUCTION, "MEDIA_ROOT": str(tmp_path)}


def test_production_names_everything_that_is_missing():
    done = run("from django.conf import settings; settings.DEBUG", "production")
    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr
    for name in [*PRODUCTION, "MEDIA_ROOT"]:
        assert f"  {name}: " in done.stderr


@pytest.mark.parametrize("name", [*PRODUCTION, "MEDIA_ROOT"])
@pytest.mark.parametrize("state", ["missing", "empty"])
def test_production_does_not_start_without(name, state, production):
    others = [other for other in production if other != name]
    if state == "empty":
        production[name] = ""
    else:
        del production[name]
    done = run("from django.conf import settings; settings.DEBUG", "production", **production)
    assert done.returncode != 0
    assert f"  {name}: " in done.stderr
    for other in others:
        assert f"  {other}: " not in done.stderr


@pytest.mark.parametrize("secret", ["x" * 80, "short-but-various-0123456789", SECRET[:49]])
def test_production_refuses_a_weak_secret(secret, production):
    done = run("from django.conf import settings; settings.DEBUG", "production", **{**production, "SECRET_KEY": secret})
    assert done.returncode != 0
    assert "SECRET_KEY is too" in done.stderr


def test_production_never_shows_errors_in_full(production):
    assert settings_of("production", "DEBUG", **production, DEBUG="1") == [False]


def test_production_takes_hosts_and_media_from_the_environment(production):
    hosts, media, base = settings_of("production", "ALLOWED_HOSTS", "MEDIA_ROOT", "WAGTAILADMIN_BASE_URL", **production)
    assert hosts == ["plan.example.jp", "www.example.jp"]
    assert media == production["MEDIA_ROOT"]
    assert base == "https://plan.example.jp"


def test_production_keeps_cookies_and_readers_on_https(production):
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
    session, csrf, redirect, seconds = settings_of("production", *names, **production)
    assert session is csrf is redirect is True
    assert seconds >= 31_536_000


def test_production_passes_the_deployment_check(production, tmp_path):
    production["DATABASE_URL"] = f"sqlite:///{tmp_path / 'production.sqlite3'}"
    code = (
        "from django.core.management import execute_from_command_line as run; "
        "run(['manage.py', 'check', '--deploy', '--fail-level', 'WARNING'])"
    )
    done = run(code, "production", **production)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("module", ["dev", "production"])
def test_sqlite_lets_readers_read_while_an_editor_saves(module, production, tmp_path):
    code = (
        "import django; django.setup(); from django.db import connection as c; cursor = c.cursor(); "
        "print(*[cursor.execute('PRAGMA ' + name).fetchone()[0] "
        "for name in ('journal_mode', 'synchronous', 'foreign_keys')], c.transaction_mode)"
    )
    production["DATABASE_URL"] = f"sqlite:///{tmp_path / 'site.sqlite3'}"
    done = run(code, module, **production)
    # synchronous: 1 is NORMAL.
    assert done.stdout.split() == ["wal", "1", "1", "IMMEDIATE"], done.stderr


def test_postgresql_gets_a_pool_and_no_persistent_connections(production):
    (databases,) = settings_of("production", "DATABASES", **production)
    default = databases["default"]
    assert default["ENGINE"] == "django.db.backends.postgresql"
    assert default["OPTIONS"]["pool"]["max_size"] >= default["OPTIONS"]["pool"]["min_size"] >= 1
    assert default["CONN_MAX_AGE"] == 0
    assert "init_command" not in default["OPTIONS"]


@pytest.mark.parametrize("module", ["dev", "production"])
def test_mail_goes_where_email_url_says(module, production):
    names = ["EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_USE_TLS"]
    found = settings_of(module, *names, **production, EMAIL_URL="smtp+tls://post:secret@mail.example.jp:2525")
    assert found == ["django.core.mail.backends.smtp.EmailBackend", "mail.example.jp", 2525, "post", True]


@pytest.mark.parametrize("module", ["dev", "production"])
def test_the_cache_is_the_one_cache_url_names(module, production):
    (caches,) = settings_of(module, "CACHES", **production, CACHE_URL="rediscache://127.0.0.1:6379/1")
    assert caches["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert caches["default"]["LOCATION"] == "redis://127.0.0.1:6379/1"


def test_development_needs_nothing_and_keeps_its_data_in_one_folder():
    debug, databases, media = settings_of("dev", "DEBUG", "DATABASES", "MEDIA_ROOT")
    assert debug is True
    assert databases["default"]["ENGINE"] == "django.db.backends.sqlite3"
    assert Path(databases["default"]["NAME"]).parent == Path(media).parent == ROOT / "var"


def test_the_server_runs_production_unless_told_otherwise():
    done = run("import os; del os.environ['DJANGO_SETTINGS_MODULE']; import council.wsgi", "dev")
    assert done.returncode != 0
    assert "The production settings need" in done.stderr


def test_every_language_has_a_name_of_its_own():
    (languages,) = settings_of("dev", "LANGUAGES")
    names = [name for _code, name in languages]
    assert languages[0] == ["ja", "日本語"]
    assert len(set(names)) == len(names)
