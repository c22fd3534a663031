"""The loaded sample, made once in a test run: loading it takes minutes, putting its rows back takes a second."""

import os
import pickle
import shutil
import tempfile
from datetime import time
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection

from council.middleware.current_site import forget_sites
from council.translation.collisions import forget_collisions
from council.translation.locales import forget_locales
from home.sample.load import load_sample
from search.indexing.queue import index_pending


def load_sample_once():
    """Does what `load_sample` does, in a transaction that the caller rolls back.

    The first to ask in a run (of pytest-xdist, or of this process) loads it, and leaves its rows and files to the
    others. What the database held before is replaced.

    Returns:
        ``Counter``: how many were made, by the type's plural name.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", os.getpid())
    folder = Path(tempfile.gettempdir()) / f"tsunagu-loaded-sample-{run}"
    if folder.exists():
        return _put_back(folder)
    made = load_sample()
    # As a commit would: else the first searches write it, each as much as a visitor may be kept waiting for.
    index_pending()
    _keep(folder, made)
    return made


def _keep(folder, made):
    own = Path(tempfile.mkdtemp(prefix=folder.name))
    with connection.cursor() as cursor:
        rows = {table: _rows(cursor, table) for table in _tables()}
    (own / "rows.pickle").write_bytes(pickle.dumps((made, rows)))
    shutil.copytree(settings.MEDIA_ROOT, own / "media")
    try:
        own.rename(folder)
    except OSError:
        # Another process was quicker.
        shutil.rmtree(own)


def _put_back(folder):
    made, rows = pickle.loads((folder / "rows.pickle").read_bytes())
    with connection.cursor() as cursor:
        for table in rows:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        for table, (columns, values) in rows.items():
            names = ", ".join(map(connection.ops.quote_name, columns))
            places = ", ".join(["%s"] * len(columns))
            if values:
                cursor.executemany(
                    f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({places})", values
                )
        models = connection.introspection.installed_models(rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    shutil.copytree(folder / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
    ContentType.objects.clear_cache()
    forget_locales()
    forget_collisions()
    forget_sites()
    return made


def _tables():
    """Those of the models, without the index of SQLite's search, which follows its entries by triggers."""
    return [
        table
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False)
        if "_fts" not in table
    ]


def _rows(cursor, table):
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    # SQLite gives times of day that it does not take.
    rows = [[str(value) if isinstance(value, time) else value for value in row] for row in cursor.fetchall()]
    return [column[0] for column in cursor.description], rows
