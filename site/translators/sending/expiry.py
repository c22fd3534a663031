"""A translation is taken off with its source: when that is to be is said of the source alone."""

from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import Translation

from translators.gaps import translation_of


def forget_dates(instance):
    """Clears what a draft that has just been made has copied of its source's times."""
    if instance.expire_at is None and instance.go_live_at is None:
        return
    instance.expire_at = instance.go_live_at = None
    type(instance)._base_manager.filter(pk=instance.pk).update(expire_at=None, go_live_at=None)
    revision = instance.get_latest_revision()
    if revision:
        revision.content.update(expire_at=None, go_live_at=None)
        revision.save(update_fields=["content"])


def follow_expiry(sender, instance, **kwargs):
    """Of a translation that has been published, takes the source's; of a source, gives it to its translations."""
    if not isinstance(instance, TranslatableMixin) or not isinstance(instance, DraftStateMixin):
        return
    translation = translation_of(instance)
    if translation:
        source = translation.source.object.get_instance_or_none(translation.source.locale)
        if source is not None:
            instance.expire_at = source.expire_at
            _set(instance, [instance.locale_id], source.expire_at)
        return
    _set(instance, _locales_translated_into(instance), instance.expire_at)


def _locales_translated_into(source):
    translations = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale=source.locale_id, enabled=True
    )
    return list(translations.values_list("target_locale_id", flat=True))


def _set(instance, locales, expire_at):
    """In the rows themselves: a publication takes its revision's, and is followed by this."""
    versions = instance.get_translation_model()._base_manager.filter(translation_key=instance.translation_key)
    versions.filter(locale__in=locales).exclude(expire_at=expire_at).update(expire_at=expire_at)


published.connect(follow_expiry, dispatch_uid="translators.follow_expiry")
