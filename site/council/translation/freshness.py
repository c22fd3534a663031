"""Whether a published translation is still that of its source.

A date does not tell: who publishes a page again without a change, or takes a change back, leaves its translations
as right as they were. So each publication leaves a fingerprint of its text, and each translation's that of the source
text it was made from; where the two differ, the translation is older than its source.
"""

from functools import lru_cache

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from council.translation.locales import source_locale
from council.translation.segments import fingerprint
from council.translation.untranslated import note_untranslated_changed, texts_without_translation


class PublishedText(models.Model):
    """The text of one object as it was last published in one language."""

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    # Of the text itself, if it is a source; empty for a translation.
    fingerprint = models.CharField(max_length=64, blank=True)
    # When a text with this fingerprint was first published in place of another.
    changed_at = models.DateTimeField()
    # Of the source text a translation was made from; empty for a text that is not a translation.
    made_from = models.CharField(max_length=64, blank=True)
    # When its source went on; empty while they agree.
    outdated_since = models.DateTimeField(blank=True, null=True)
    # What of a translation is still in its source's language: {language code: [text]}.
    untranslated = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("published text")
        verbose_name_plural = _("published texts")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="council_published_text_once_a_locale"),
        ]

    def __str__(self):
        return f"{self.translation_key} {self.locale_id}"


def outdated_since(key="translation_key", locale="locale_id"):
    """An expression for a query over objects: when the source of each went on, or null."""
    return Subquery(
        PublishedText.objects.filter(translation_key=OuterRef(key), locale=OuterRef(locale)).values("outdated_since")[
            :1
        ]
    )


def source_went_on(obj):
    """When the source of a translation went on, or ``None``. No query where `outdated_since` was read with the object."""
    if "outdated_since" not in obj.__dict__:
        found = PublishedText.objects.filter(translation_key=obj.translation_key, locale=obj.locale_id)
        obj.outdated_since = found.values_list("outdated_since", flat=True).first()
    return obj.outdated_since


def note_publication(instance):
    """To be called when a translatable object has been published.

    Of a source, marks the translations that no longer agree with it; of a translation, notes what it was made from.
    """
    texts = PublishedText.objects.filter(translation_key=instance.translation_key)
    sources = TranslationSource.objects.filter(object_id=instance.translation_key)
    source_text, made_from = _made_from(instance, texts, sources)
    if made_from:
        _note_translation(instance, source_text, made_from, _left_untranslated(instance, sources))
    else:
        _note_source(instance, texts)


def _made_from(instance, texts, sources):
    """The source's `PublishedText`, if any, and the fingerprint of the source text that a translation holds; of a source, ``""``."""
    source = sources.filter(translations__target_locale=instance.locale_id).exclude(locale=instance.locale_id).first()
    source_id = source.locale_id if source else source_locale().pk
    text = texts.filter(locale=source_id).first() if source_id != instance.locale_id else None
    if source and (text is None or source.translations.filter(target_locale=instance.locale_id, enabled=True).exists()):
        return text, _fingerprint_of_source(source.pk, source.last_updated_at)
    # Translated by hand: whoever publishes it has the source as it is now before their eyes.
    return text, text.fingerprint if text else ""


@lru_cache(maxsize=256)
def _fingerprint_of_source(pk, version):
    """A source is translated into several languages one after another."""
    return fingerprint(TranslationSource.objects.get(pk=pk).as_instance())


def _left_untranslated(instance, sources):
    """Nothing where it was translated by hand: its texts are no longer those of wagtail-localize."""
    source = sources.filter(translations__target_locale=instance.locale_id, translations__enabled=True).first()
    return texts_without_translation(source, instance.locale) if source else {}


def _note_translation(instance, source_text, made_from, left):
    agrees = source_text is None or source_text.fingerprint == made_from
    PublishedText.objects.update_or_create(
        translation_key=instance.translation_key,
        locale_id=instance.locale_id,
        defaults={
            "fingerprint": "",
            "changed_at": timezone.now(),
            "made_from": made_from,
            "outdated_since": None if agrees else source_text.changed_at,
            "untranslated": left,
        },
    )
    note_untranslated_changed()


def _note_source(instance, texts):
    shown = fingerprint(instance)
    earlier = texts.filter(locale=instance.locale_id).first()
    changed_at = earlier.changed_at if earlier and earlier.fingerprint == shown else timezone.now()
    PublishedText.objects.update_or_create(
        translation_key=instance.translation_key,
        locale_id=instance.locale_id,
        defaults={
            "fingerprint": shown,
            "changed_at": changed_at,
            "made_from": "",
            "outdated_since": None,
            "untranslated": {},
        },
    )
    translations = texts.exclude(locale=instance.locale_id).exclude(made_from="")
    translations.filter(made_from=shown).update(outdated_since=None)
    # Those that were old already are so since an earlier day, but readers miss what changed last.
    translations.exclude(made_from=shown).update(outdated_since=changed_at)


def forget_text(instance):
    """To be called when an object is deleted."""
    PublishedText.objects.filter(translation_key=instance.translation_key, locale_id=instance.locale_id).delete()
    note_untranslated_changed()
