"""Writes into the search what waits for it: once, or for as long as it runs."""

import logging
import signal
import threading
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from council.translation.locales import forget_locales
from search.indexing.queue import index_pending, mark_what_has_ended
from search.pending import PendingObject

logger = logging.getLogger(__name__)

# In seconds.
INTERVAL = 1
BETWEEN_LOOKS_AT_THE_CLOCK = 60


class Command(BaseCommand):
    help = "Writes into the search what waits for it. With --watch it goes on until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="Go on: the worker that INDEX_IN_BACKGROUND needs.")

    def handle(self, *, watch, **options):
        if watch:
            self._watch()
        else:
            mark_what_has_ended()
            outcome = index_pending()
            self.stdout.write(f"{outcome.written} written, {outcome.failed} failed.")
            self._tell_of_failures()

    def _watch(self):
        """What is being written when it is told to stop is finished; if it is killed, it is written by the next one."""
        stopped = threading.Event()
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda *_args: stopped.set())
        next_look = 0
        while not stopped.is_set():
            try:
                close_old_connections()
                if time.monotonic() >= next_look:
                    # Another process may have added a locale.
                    forget_locales()
                    mark_what_has_ended()
                    next_look = time.monotonic() + BETWEEN_LOOKS_AT_THE_CLOCK
                while index_pending(INTERVAL).is_unfinished and not stopped.is_set():
                    pass
            except DatabaseError:
                logger.exception("The database did not answer. What is pending is kept; the next try follows.")
            stopped.wait(INTERVAL)

    def _tell_of_failures(self):
        failed = PendingObject.objects.filter(attempts__gt=0).select_related("content_type").order_by("pk")
        for row in failed[:20]:
            since = timezone.localtime(row.since).strftime("%Y-%m-%d %H:%M")
            self.stderr.write(f"{row.content_type.name} {row.object_id}, since {since}: {row.last_error}")
