"""A database for each measurement, made for it and removed after it."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
SERVER = os.environ.get("BENCH_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def kinds():
    """The kinds of databases that can be measured here; says so where PostgreSQL does not answer."""
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        print("No PostgreSQL answers (set BENCH_DATABASE_URL to one that does): SQLite alone is measured.")
        return [SQLITE]
    return [SQLITE, POSTGRESQL]


@contextmanager
def temporary_database(kind):
    """Gives the ``DATABASE_URL`` of a new, empty database."""
    with _sqlite() if kind == SQLITE else _postgresql() as url:
        yield url


@contextmanager
def _sqlite():
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"


@contextmanager
def _postgresql():
    name = f"tsunagu_bench_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
