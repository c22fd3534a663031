"""Writes to each person what concerns them, in the language they use the editors' side in, and sends it."""

import logging
from collections import defaultdict
from itertools import groupby

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from translators.models import LocaleRole

logger = logging.getLogger(__name__)

PARTS = ["sent", "changed", "completed"]


def deliver(events):
    """Makes one mail a person of everything that these events have to tell them."""
    notices = list(dict.fromkeys(notice for event in events for notice in event.notices()))
    if not notices:
        return
    letters = [_letter(person, concern) for person, concern in _by_person(notices)]
    connection = get_connection()
    for letter in letters:
        letter.connection = connection
        try:
            letter.send()
        except Exception:
            # One address that is refused must not keep the mail from the others.
            logger.exception("Could not send mail to %s", letter.to)


def _by_person(notices):
    """``(user, their notices)`` for each active member with an address; nobody hears of what they did themselves."""
    roles = LocaleRole.objects.filter(locale__in={notice.locale_id for notice in notices})
    may_publish = defaultdict(dict)
    for user_id, locale_id, publishes in roles.values_list("group__user", "locale", "may_publish"):
        may_publish[user_id][locale_id] = may_publish[user_id].get(locale_id, False) or publishes
    people = get_user_model().objects.filter(pk__in=[pk for pk in may_publish if pk], is_active=True)
    for person in people.exclude(email="").select_related("wagtail_userprofile").order_by("pk"):
        concern = [notice for notice in notices if _concerns(notice, person, may_publish[person.pk])]
        if concern:
            yield person, concern


def _concerns(notice, person, roles):
    if notice.actor_id == person.pk or notice.locale_id not in roles:
        return False
    return roles[notice.locale_id] or not notice.for_reviewers_only


def _letter(person, notices):
    with translation.override(language_of(person)):
        notices = sorted(notices, key=lambda notice: (PARTS.index(notice.part), notice.language))
        parts = [(part, list(group)) for part, group in groupby(notices, key=lambda notice: notice.part)]
        body = render_to_string(
            "translators/mail/letter.txt",
            {
                "parts": parts,
                "base_url": settings.WAGTAILADMIN_BASE_URL.rstrip("/"),
                "waiting_url": reverse("translators_waiting"),
            },
        )
        # A title may hold anything; a line break would begin another header.
        subject = " ".join(_subject(parts).split())
    return EmailMessage(subject=subject, body=body, to=[person.email])


def _subject(parts):
    if len(parts) > 1:
        return _("Translations: news for you")
    [(part, notices)] = parts
    texts = {
        "sent": _("To translate: %(title)s"),
        "changed": _("Source changed: %(title)s"),
        "completed": _("Ready for review: %(title)s"),
    }
    subject = texts[part] % {"title": notices[0].title}
    # Not a plural form: languages that have only one would always say the second text.
    return (
        _("%(subject)s, and %(more)s more") % {"subject": subject, "more": len(notices) - 1} if notices[1:] else subject
    )


def language_of(person):
    """The language somebody has chosen for the editors' side, else the site's."""
    profile = getattr(person, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
