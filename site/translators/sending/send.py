"""Sends parcels: records for wagtail-localize, and a draft of each translation. Nothing becomes live."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from council.translation.segments import fingerprint
from translators.sending import sent
from translators.sending.expiry import forget_dates
from translators.sending.parcels import title_of
from translators.synced_text import SyncedText


class SendingError(Exception):
    """Its text is a sentence for whoever wanted to send."""


@transaction.atomic
def send(parcels, user=None):
    """Sends all of it or nothing.

    Returns:
        The list of `Translation` that was made.

    Raises:
        SendingError: one of the objects cannot be sent as it is.
    """
    translations = [_send(item.obj, parcel.locale, user) for parcel in parcels for item in parcel.items]
    if translations:
        transaction.on_commit(partial(sent.send, sender=Translation, translations=translations, user=user))
    return translations


def _send(obj, locale, user):
    source = _current_source(obj)
    translation, _made = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    if isinstance(obj, Page):
        _take_alias_off(obj, locale, user)
    try:
        translation.save_target(user=user, publish=False)
    except ValidationError as error:
        raise SendingError(
            _("“%(title)s” could not be sent: %(reason)s")
            % {"title": title_of(obj), "reason": " ".join(error.messages)}
        ) from error
    forget_dates(translation.get_target_instance())
    return translation


def _current_source(obj):
    """The text as it is live now: nobody is to translate one that has been replaced meanwhile."""
    source, made = TranslationSource.get_or_create_from_instance(obj)
    if not made and not SyncedText.objects.filter(source=source, fingerprint=fingerprint(obj)).exists():
        source.update_from_db()
    return source


def _take_alias_off(page, locale, user):
    """wagtail-localize makes a page of an alias and leaves it live, with the text it had: Japanese."""
    alias = page.get_translations().filter(locale=locale, alias_of__isnull=False, live=True).first()
    if alias is not None:
        # Who may send has been asked before, and need not be somebody who may take pages off.
        UnpublishPageAction(alias.specific, user=user).execute(skip_permission_checks=True)
