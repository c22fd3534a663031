"""Putting something in a segment's place, at wagtail-localize's own address."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail_localize.models import OverridableSegment, Translation
from wagtail_localize.views import edit_translation

from translators.overrides.check import fault_of_override
from translators.permissions import may_change


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def edit_override(request, translation_id, overridable_segment_id):
    """Refuses with a sentence what must not stand there; all else is wagtail-localize's to do."""
    # Read whole, so that it can be read again by wagtail-localize's view.
    request._request.body  # noqa: B018
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    segment = get_object_or_404(OverridableSegment.objects.select_related("context"), pk=overridable_segment_id)
    if segment.context.object_id != translation.source.object_id:
        raise Http404
    if not may_change(request.user, translation.get_target_instance()):
        raise PermissionDenied
    if request.method == "PUT":
        value = request.data.get("value")
        fault = fault_of_override(translation.source, segment.context.path, value) if value else _("Nothing was given.")
        if fault:
            return Response({"detail": fault}, status=400)
    return edit_translation.edit_override(
        request._request, translation_id=translation_id, overridable_segment_id=overridable_segment_id
    )
