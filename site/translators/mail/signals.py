"""Notices what translators and reviewers have to know."""

from django.db.models.signals import post_save, pre_save
from wagtail.log_actions import get_active_log_context
from wagtail_localize.models import StringTranslation

from council.translation.freshness import PublishedText
from translators.mail.events import Sent, SourceChanged, Translated
from translators.mail.letters import deliver
from translators.mail.outbox import Outbox
from translators.sending import sent

outbox = Outbox(deliver)


def note_sent(sender, translations, user=None, **kwargs):
    outbox.note(Sent(tuple(each.pk for each in translations), _pk(user)))


def note_changed_source(sender, instance, **kwargs):
    """A row of `PublishedText` is written at each publication, with the same fingerprint where nothing changed."""
    if instance.made_from:
        return
    earlier = PublishedText.objects.filter(pk=instance.pk).values_list("fingerprint", flat=True).first()
    if earlier != instance.fingerprint:
        outbox.note(SourceChanged(instance.translation_key, instance.locale_id, _pk(None)))


def note_translated(sender, instance, **kwargs):
    """Only what a person has saved: what the memory fills in is told with the sending."""
    person = instance.last_translated_by_id
    if person and instance.context_id:
        outbox.note(Translated(instance.context.object_id, instance.locale_id, person))


def _pk(user):
    """Who does it: the user given, or the one whose request Wagtail is answering."""
    user = user or get_active_log_context().user
    return user.pk if user else None


sent.connect(note_sent, dispatch_uid="translators.mail.sent")
pre_save.connect(note_changed_source, sender=PublishedText, dispatch_uid="translators.mail.changed")
post_save.connect(note_translated, sender=StringTranslation, dispatch_uid="translators.mail.translated")
