"""Readings are computed when something is published, so that no reader waits for them."""

from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.models import Page

from council.furigana.dictionary import dictionary
from council.furigana.kept import forget_kept, readings_of
from council.furigana.render import forget_rendered
from council.furigana.texts import texts_of


def compute_when_published(instance, **kwargs):
    """To be called when a page or snippet has been published; what it shows is read after the commit."""
    if getattr(instance, "alias_of_id", None):
        return
    texts = texts_of(instance)
    page_id = instance.pk if isinstance(instance, Page) else None
    if texts:
        transaction.on_commit(lambda: readings_of(texts, dictionary(page_id), keep=True), robust=True)


def forget_without_consent(instance, signal, **kwargs):
    """To be called when a person is saved or deleted: of whom nothing may be shown, not even how they are read is kept."""
    if signal is post_delete or (instance.consent_withdrawn_on and not instance.has_consent):
        forget_kept()
        forget_rendered()
