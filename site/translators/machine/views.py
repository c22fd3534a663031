"""The button for machine translation, at wagtail-localize's own address."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translators.machine.fill import machine_translate
from translators.machine.service import MachineTranslationFailed
from translators.permissions import may_change


def machine_translate_or_message(request, translation):
    """Fills what is missing by machine, and says on the next page what became of it.

    Returns:
        Whether the machine answered.
    """
    try:
        count = machine_translate(translation, request.user)
    except MachineTranslationFailed as failure:
        messages.error(request, str(failure))
        return False
    if count:
        messages.success(
            request,
            ngettext(
                "%(count)s text was translated by machine. Please read it and save it.",
                "%(count)s texts were translated by machine. Please read each and save it.",
                count,
            )
            % {"count": count},
        )
    else:
        messages.info(request, _("Nothing is left to translate."))
    return True


@require_POST
def machine_translate_view(request, translation_id):
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), pk=translation_id
    )
    if not may_change(request.user, translation.get_target_instance()):
        raise PermissionDenied
    machine_translate_or_message(request, translation)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
