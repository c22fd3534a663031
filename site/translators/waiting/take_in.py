"""Takes the changed text of a source into the translators' work.

wagtail-localize's own view for it asks for ``submit_translation``, which is one permission for all languages and
lets its holder publish in every one of them. This one only brings in text: it publishes nothing in any language.

All languages share one source, so what is to do becomes more in each of them, and there alone another role reaches
beyond its language. What has been decided there stays: texts, drafts, privacy, and the word that gaps may be.
"""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail_localize.models import Translation, TranslationSource

from council.translation.freshness import PublishedText
from council.translation.segments import fingerprint
from translators.memory.recall import recall
from translators.permissions import may_change
from translators.status.ways import edit_url


@require_POST
def take_in(request, translation_id):
    """Answers to everybody who may work on this translation."""
    translation = get_object_or_404(
        Translation.objects.select_related("source", "target_locale"), pk=translation_id, enabled=True
    )
    instance = translation.get_target_instance()
    if not may_change(request.user, instance):
        raise PermissionDenied
    try:
        is_new = renew(translation)
    except ObjectDoesNotExist:
        messages.error(request, _("The source of this translation has been deleted."))
        return redirect("wagtailadmin_home")
    if is_new:
        messages.success(request, _("The changed source text has been taken in."))
    else:
        messages.info(request, _("There is nothing new to take in."))
    return redirect(edit_url(type(instance), instance.pk))


@transaction.atomic
def renew(translation):
    """Reads the source of a translation again, and proposes earlier texts for what is new, in every language.

    Returns:
        Whether there was anything new. If not, nothing is touched: a sync ends what was said of the version before.
    """
    # Two at the same moment would make each new segment twice.
    source = TranslationSource.objects.select_for_update().get(pk=translation.source_id)
    if not is_newer(source):
        return False
    # What a reviewer has said of gaps ends here, in each language: nobody was asked about the new ones.
    source.update_from_db()
    # Not the source's privacy, as wagtail-localize's own view: that comes with each translation's next draft.
    for each in source.translations.filter(enabled=True).select_related("source", "target_locale"):
        recall(each)
    return True


def is_newer(source):
    """Whether the source has been published with another text than the one that translators work on."""
    published = (
        PublishedText.objects.filter(translation_key=source.object_id, locale=source.locale_id)
        .values_list("fingerprint", flat=True)
        .first()
    )
    if not published:
        return False
    synced = getattr(source, "synced_text", None)
    return published != (synced.fingerprint if synced else fingerprint(source.as_instance()))
