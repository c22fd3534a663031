"""One process writes the index at a time, and gives way to whoever writes pages."""

from contextlib import contextmanager

from django.db import connections, router, transaction
from wagtail.models import Page

# Any number, the same in every process: PostgreSQL knows locks by numbers.
_LOCK = 7420_1113


@contextmanager
def only_writer():
    """A transaction in which nobody else writes the index, so that what was read first is never written last.

    SQLite has one writer anyway. In PostgreSQL, whoever waits for the other half a second gives up, and is tried again
    later: of two transactions that wait for each other it breaks one off after a second, which must not be an editor's.

    Raises:
        OperationalError: somebody has been changing the same rows for half a second.
    """
    connection = connections[router.db_for_write(Page)]
    with transaction.atomic(using=connection.alias):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
                cursor.execute("SET LOCAL lock_timeout = '500ms'")
        yield
