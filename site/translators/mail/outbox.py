"""Gathers what happens, and hands it over when it is certain and at an end.

What a rolled back transaction did is never told. Within a request everything is handed over together when the
request is answered, so that saving ten texts makes one mail; outside a request (a command, the shell) with the end
of the transaction.
"""

import itertools
import logging
import weakref

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction

logger = logging.getLogger(__name__)


class _Pending:
    """An event that waits for the end of its transaction."""

    def __init__(self, event, number, outbox):
        self.event, self.number, self.outbox = event, number, outbox

    def __call__(self):
        self.outbox.commit(self)


class Outbox:
    """``deliver`` gets a list of events, each once and in the order in which they happened."""

    def __init__(self, deliver):
        self.deliver = deliver
        self._numbers = itertools.count()
        self._local = Local()
        request_started.connect(self._start, weak=False, dispatch_uid=f"translators.outbox.{id(self)}")
        request_finished.connect(self._finish, weak=False, dispatch_uid=f"translators.outbox.{id(self)}")

    def note(self, event):
        """To be called when something has happened; ``event`` has to be hashable."""
        pending = _Pending(event, next(self._numbers), self)
        self._pending.add(pending)
        transaction.on_commit(pending)

    def commit(self, pending):
        self._pending.discard(pending)
        self._certain.setdefault(pending.event)
        # The callbacks of a transaction run in the order in which they were registered.
        is_last = not any(other.number > pending.number for other in self._pending)
        if is_last and not getattr(self._local, "in_request", False):
            self._hand_over()

    @property
    def _pending(self):
        # Weak: Django forgets what was noted in a transaction that is rolled back, and then so does this.
        if not hasattr(self._local, "pending"):
            self._local.pending = weakref.WeakSet()
        return self._local.pending

    @property
    def _certain(self):
        if not hasattr(self._local, "certain"):
            self._local.certain = {}
        return self._local.certain

    def _start(self, **kwargs):
        self._local.in_request = True
        self._local.certain = {}

    def _finish(self, **kwargs):
        self._local.in_request = False
        if self._certain:
            self._hand_over()
            # Django has done this before, and what is told has been read since.
            close_old_connections()

    def _hand_over(self):
        events, self._local.certain = list(self._certain), {}
        try:
            self.deliver(events)
        except Exception:
            # What was done is done and saved: nobody shall see an error because nobody could be told of it.
            logger.exception("Could not tell translators about %s", events)
