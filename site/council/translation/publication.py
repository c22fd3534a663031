"""A word before anything is published: other apps may refuse, or hand over a newer draft."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal

logger = logging.getLogger(__name__)

# Sent with `instance`, `revision` and `user` (``None`` for a program). A receiver raises `PublicationRefused`, or
# returns the revision that is to be published instead, or ``None``.
before_publication = Signal()

SCHEDULED = "wagtail.publish.scheduled"


class PublicationRefused(PermissionDenied):
    """What is to be published must not be; the message says why. Nothing has been published."""


def revision_to_publish(instance, revision, user=None):
    """The revision that receivers of `before_publication` want published: this one, unless one of them has a newer.

    Raises:
        PublicationRefused: one of them is against it.
    """
    answers = before_publication.send(sender=type(instance), instance=instance, revision=revision, user=user)
    return next((newer for _receiver, newer in answers if newer is not None), revision)


class AskedPublicationMixin:
    """For pages and snippets with drafts: asks `before_publication` on every way that goes through ``publish()``.

    A publication at a set time that is refused stays planned and is noted in the log: the others of the same run
    must not wait for it, and the next run tries it again.
    """

    def publish(self, revision, user=None, changed=True, log_action=True, **kwargs):
        try:
            with transaction.atomic():
                revision = revision_to_publish(self, revision, user)
                return super().publish(revision, user=user, changed=changed, log_action=log_action, **kwargs)
        except PublicationRefused as refused:
            if log_action != SCHEDULED:
                raise
            logger.warning("Not published at the set time: %s", refused)
