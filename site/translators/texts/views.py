"""Saving a text, at wagtail-localize's own address."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation

from translators.texts.comment import comment_on

# A text that has an error, or that a machine made, is accepted by saving it as it is.
_ACCEPTED = {"has_error": False, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL}


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def edit_string_translation(request, translation_id, string_segment_id):
    """Leaves a text that is saved as it stood untouched; all else is wagtail-localize's to do.

    Saved, it would be newer than what is published: to be looked at and published again, though nothing is new. Who
    may do it has been asked before (`translators.guards.addresses`).
    """
    # Read whole, so that it can be read again by wagtail-localize's view.
    request._request.body  # noqa: B018
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    segment = get_object_or_404(StringSegment.objects.select_related("context"), pk=string_segment_id)
    if segment.context.object_id != translation.source.object_id:
        raise Http404
    there = StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id, locale=translation.target_locale_id
    )
    if request.method == "PUT" and (same := there.filter(data=request.data.get("value"), **_ACCEPTED).first()):
        context = {"translation_source": translation.source}
        response = Response(edit_translation.StringTranslationSerializer(same, context=context).data)
    else:
        response = edit_translation.edit_string_translation(
            request._request, translation_id=translation_id, string_segment_id=string_segment_id
        )
    if request.method == "PUT" and response.status_code < 300:
        response.data["comment"] = comment_on(there.get())
    return response
