"""What can happen, whom it concerns, and what they are told."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst
from wagtail.log_actions import log, registry
from wagtail_localize.models import Translation, TranslationSource

from translators.status.ways import edit_url
from translators.waiting.take_in import is_newer

COMPLETED = "translators.completed"


@dataclass(frozen=True)
class Notice:
    """One line of a mail. ``part`` is the heading it stands under: sent, changed or completed."""

    part: str
    locale_id: int
    language: str
    title: str
    model: type
    url: str
    for_reviewers_only: bool = False
    actor_id: int | None = None

    @property
    def type_name(self):
        """In the language of who reads it."""
        return capfirst(str(self.model._meta.verbose_name))


@dataclass(frozen=True)
class Sent:
    """Objects have been sent for translation together."""

    translation_ids: tuple
    actor_id: int | None

    def notices(self):
        translations = Translation.objects.filter(pk__in=self.translation_ids, enabled=True)
        return _notices("sent", translations, self.actor_id)


@dataclass(frozen=True)
class SourceChanged:
    """A source has been published with another text."""

    translation_key: object
    locale_id: int
    actor_id: int | None

    def notices(self):
        source = TranslationSource.objects.filter(object=self.translation_key, locale=self.locale_id).first()
        # Published for the first time after it was sent, or taken back to what translators already have.
        if source is None or not is_newer(source):
            return []
        return _notices("changed", source.translations.filter(enabled=True), self.actor_id)


@dataclass(frozen=True)
class Translated:
    """Somebody has saved a text of an object's translation; if it was the last one, reviewers get to know."""

    translation_key: object
    locale_id: int
    actor_id: int | None

    def notices(self):
        translations = Translation.objects.filter(
            source__object=self.translation_key, target_locale=self.locale_id, enabled=True
        ).select_related("source")
        completed = [each.pk for each in translations if _is_complete(each) and not self._was_told(each)]
        return _notices("completed", translations.filter(pk__in=completed), self.actor_id, for_reviewers_only=True)

    def _was_told(self, translation):
        """Leaves word in the object's history that this version is complete; whether it was there already.

        The history is what stays: reviewers shall not hear of it again because a letter was mended.
        """
        try:
            instance = translation.get_target_instance()
        except ObjectDoesNotExist:
            return True
        version = translation.source.last_updated_at.isoformat()
        earlier = registry.get_logs_for_instance(instance).filter(action=COMPLETED)
        if any(entry.data.get("source_version") == version for entry in earlier):
            return True
        log(instance, COMPLETED, user=_user(self.actor_id), data={"source_version": version})
        return False


def _is_complete(translation):
    total, done = translation.get_progress()
    return total > 0 and total == done


def _user(pk):
    return get_user_model().objects.filter(pk=pk).first() if pk else None


def _notices(part, translations, actor_id, for_reviewers_only=False):
    notices = []
    for translation in translations.select_related("source__locale", "target_locale").order_by("pk"):
        try:
            instance = translation.get_target_instance()
        except ObjectDoesNotExist:
            continue
        notices.append(
            Notice(
                part=part,
                locale_id=translation.target_locale_id,
                language=translation.target_locale.get_display_name() or translation.target_locale.language_code,
                title=_name_of(translation.source),
                model=type(instance),
                url=edit_url(type(instance), instance.pk),
                for_reviewers_only=for_reviewers_only,
                actor_id=actor_id,
            )
        )
    return notices


def _name_of(source):
    """What it is called now; where it is gone, what it was called when it was last taken in."""
    try:
        return str(source.get_source_instance())
    except ObjectDoesNotExist:
        return source.object_repr
