"""Whether a published translation is still that of its source.

A date does not tell: who publishes a page again without a change, or takes a change back, leaves its translations
as right as they were. So each publication leaves a fingerprint of its text, and each translation's that of the source
text it was made from; where the two differ, the translation is older than its source.
"""

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from council.translation.segments import fingerprint


class PublishedText(models.Model):
    """The text of one object as it was last published in one language."""

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    # Of the text itself.
    fingerprint = models.CharField(max_length=64)
    # When a text with this fingerprint was first published in place of another.
    changed_at = models.DateTimeField()
    # Of the source text a translation was made from; empty for a text that is not a translation.
    made_from = models.CharField(max_length=64, blank=True)
    # When its source went on; empty while they agree.
    outdated_since = models.DateTimeField(blank=True, null=True)

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


def note_publication(instance):
    """To be called when a translatable object has been published.

    Of a source, marks the translations that no longer agree with it; of a translation, notes what it was made from.
    """
    now = timezone.now()
    shown = fingerprint(instance)
    key, locale = instance.translation_key, instance.locale_id
    earlier = PublishedText.objects.filter(translation_key=key, locale=locale).first()
    source_text, made_from = _made_from(instance)
    PublishedText.objects.update_or_create(
        translation_key=key,
        locale_id=locale,
        defaults={
            "fingerprint": shown,
            "changed_at": earlier.changed_at if earlier and earlier.fingerprint == shown else now,
            "made_from": made_from,
            "outdated_since": source_text.changed_at if source_text and source_text.fingerprint != made_from else None,
        },
    )
    if not made_from:
        _mark_translations(key, locale, shown, now)


def _made_from(instance):
    """The source's `PublishedText` and the fingerprint of the source text that a translation holds; of a source, nothing."""
    sources = TranslationSource.objects.filter(object_id=instance.translation_key).exclude(locale=instance.locale_id)
    source = sources.filter(translations__target_locale=instance.locale_id).first()
    if source is None:
        return None, ""
    published = PublishedText.objects.filter(
        translation_key=instance.translation_key, locale_id=source.locale_id
    ).first()
    managed = Translation.objects.filter(source=source, target_locale=instance.locale_id, enabled=True).exists()
    if managed or published is None:
        return published, fingerprint(source.as_instance())
    # Translated by hand: whoever publishes it has the source as it is now before their eyes.
    return published, published.fingerprint


def _mark_translations(key, locale, shown, now):
    translations = PublishedText.objects.filter(translation_key=key).exclude(locale_id=locale).exclude(made_from="")
    translations.filter(made_from=shown).update(outdated_since=None)
    translations.exclude(made_from=shown).update(outdated_since=now)


def forget_text(instance):
    """To be called when an object is deleted."""
    PublishedText.objects.filter(translation_key=instance.translation_key, locale_id=instance.locale_id).delete()
