"""Who may look at a translation's desk: whoever may open it in the editor."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail_localize.models import Translation

from translators.permissions import may_change


def translation_for(user, translation_id):
    """``(Translation, its page or snippet)``, for who may work on it.

    Raises:
        Http404: there is none, it has been stopped, or what it translates has been deleted.
        PermissionDenied: it is in a language somebody does not work for.
    """
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "source__specific_content_type", "target_locale"),
        pk=translation_id,
        enabled=True,
    )
    try:
        instance = translation.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if not may_change(user, instance):
        raise PermissionDenied
    return translation, instance
