"""What somebody has to do next: the translations of their languages that are not as they should be, oldest first."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, F, OuterRef, Subquery, TextChoices
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from translators.roles import roles_of
from translators.status.cells import State
from translators.status.rows import read_rows
from translators.status.ways import edit_url


class Kind(TextChoices):
    NEW = "new", _("To translate")
    SOURCE_NEWER = "source_newer", _("The source has changed: take in the new text")
    CHANGED = "changed", _("Changed texts to translate")
    READY = "ready", _("Ready to publish")


@dataclass(frozen=True)
class Task:
    """One translation and what is to be done with it."""

    translation_id: int
    kind: Kind
    title: str
    # The source's, where it is not the same.
    source_title: str
    type_name: str
    language: str
    edit_url: str
    # Texts that are not translated, suggestions that nobody has accepted among them.
    left: int
    percent: int
    suggestions: int
    since: datetime | None
    sent_by: str = ""


def tasks_of(user):
    """The `Task` list of somebody's own languages, oldest first; nothing for who has no role in any.

    The number of queries depends on the number of types of snippets only.
    """
    roles = _locales(user)
    if not roles:
        return []
    records = _records(roles)
    keys = Translation.objects.filter(target_locale__in=roles, enabled=True).values("source__object")
    languages = {locale.pk: locale.get_display_name() for locale in Locale.objects.filter(pk__in=roles)}
    tasks = []
    for row in read_rows(keys):
        for locale_id, may_publish in roles.items():
            cell = row.cells.get(locale_id)
            record = cell and records.get((cell.source_id, locale_id))
            kind = record and _kind(cell, row.versions.get(locale_id), may_publish)
            if kind:
                tasks.append(_task(kind, row, row.versions[locale_id], cell, record, languages[locale_id]))
    tasks.sort(key=lambda task: (task.since is None, task.since, task.title))
    return tasks


def _locales(user):
    """``{locale id: whether they publish there}``, by their groups alone: an administrator has no role by nature."""
    roles = {}
    for role in roles_of(user):
        roles[role.locale_id] = role.may_publish or roles.get(role.locale_id, False)
    return roles


def _kind(cell, version, may_publish):
    if cell.state == State.STALE:
        return Kind.SOURCE_NEWER
    if cell.state == State.PARTIAL:
        return Kind.CHANGED if version.last_published_at else Kind.NEW
    if cell.state == State.DRAFT and may_publish:
        return Kind.READY
    return None


def _task(kind, row, version, cell, record, language):
    since = {
        Kind.NEW: record.created_at,
        Kind.SOURCE_NEWER: row.changed_at or record.synced_at,
        Kind.CHANGED: record.synced_at,
        Kind.READY: record.last_edited_at or record.created_at,
    }[kind]
    return Task(
        translation_id=record.pk,
        kind=kind,
        title=version.title,
        source_title=row.title if row.title != version.title else "",
        type_name=capfirst(str(version.model._meta.verbose_name)),
        language=language,
        edit_url=edit_url(version.model, version.pk),
        left=record.segments - record.translated,
        percent=cell.percent,
        suggestions=record.suggestions,
        since=since,
        sent_by=record.sender_name,
    )


def _records(roles):
    """The managed translations into these locales by ``(source id, locale id)``, with numbers, dates and senders."""
    words = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
    )
    segments = StringSegment.objects.filter(source=OuterRef("source"))
    edited = StringTranslation.objects.filter(
        context__object=OuterRef("source__object"), locale=OuterRef("target_locale")
    )
    # Who sends an object saves its first draft.
    sent = TranslationLog.objects.filter(
        source=OuterRef("source"), locale=OuterRef("target_locale"), revision__user__isnull=False
    )
    translations = list(
        Translation.objects.filter(target_locale__in=roles, enabled=True).annotate(
            synced_at=F("source__last_updated_at"),
            segments=_count(segments),
            translated=_count(segments.filter(Exists(words.filter(has_error=False)))),
            suggestions=_count(segments.filter(Exists(words.filter(suggestion__isnull=False)))),
            last_edited_at=Subquery(edited.order_by("-updated_at").values("updated_at")[:1]),
            sender=Subquery(sent.order_by("created_at").values("revision__user")[:1]),
        )
    )
    people = get_user_model().objects.in_bulk({each.sender for each in translations if each.sender})
    for each in translations:
        sender = people.get(each.sender)
        each.sender_name = (sender.get_full_name() or sender.get_username()) if sender else ""
    return {(each.source_id, each.target_locale_id): each for each in translations}


def _count(segments):
    counted = segments.order_by().values("source").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)
