"""Counts in memory and writes once a minute: a reader's page never waits for the database's write lock."""

import atexit
import logging
import threading
from collections import Counter

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from council.months import months_before, this_month
from council.page_views.models import PageViews

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_WRITES = 60
# More different pages, languages and days in a minute than any site has: then a database has been away for long.
MOST_WAITING = 50_000


class ViewCounter:
    """What was read since the last writing, in this process."""

    def __init__(self):
        self._waiting = Counter()
        self._lock = threading.Lock()
        self._timer = None

    def note(self, translation_key, language):
        """Counts one reading of today. Costs no query."""
        row = (translation_key, language, timezone.localdate())
        with self._lock:
            if row in self._waiting or len(self._waiting) < MOST_WAITING:
                self._waiting[row] += 1
            if self._timer is None and settings.PAGE_VIEWS_WRITTEN_BY_TIMER:
                self._start_timer()

    def _start_timer(self):
        self._timer = threading.Timer(SECONDS_BETWEEN_WRITES, self._write_from_timer)
        # Does not keep a process that wants to end: what waits is then written by `atexit`.
        self._timer.daemon = True
        self._timer.start()

    def _write_from_timer(self):
        with self._lock:
            self._timer = None
        try:
            self.write()
        finally:
            connection.close()

    def write(self):
        """Writes what waits, in one transaction. What could not be written waits for the next time."""
        with self._lock:
            rows, self._waiting = self._waiting, Counter()
        if not rows:
            return
        try:
            with transaction.atomic():
                _add(rows)
                _forget_old()
        except Exception:
            logger.exception("The readings of the last minute could not be written; they wait for the next time.")
            with self._lock:
                self._waiting.update(rows)
                if self._timer is None and settings.PAGE_VIEWS_WRITTEN_BY_TIMER:
                    self._start_timer()

    def forget(self):
        """Drops what waits: for tests."""
        with self._lock:
            self._waiting.clear()


def _add(rows):
    # Another process may write the same row at this moment: it is made first, then added to.
    PageViews.objects.bulk_create(
        [PageViews(translation_key=key, language=language, day=day) for key, language, day in rows],
        ignore_conflicts=True,
        batch_size=500,
    )
    # In one order, so that two processes do not wait for each other's rows.
    for (key, language, day), number in sorted(rows.items(), key=str):
        PageViews.objects.filter(translation_key=key, language=language, day=day).update(number=F("number") + number)


def _forget_old():
    oldest = months_before(this_month(), settings.PAGE_VIEWS_KEPT_MONTHS)
    PageViews.objects.filter(day__lt=oldest).delete()


counter = ViewCounter()
atexit.register(counter.write)
