"""A PO file down and up, at wagtail-localize's own addresses."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translators.permissions import may_change
from translators.po.export import export_po
from translators.po.filename import content_disposition
from translators.po.reading import LARGEST, PoProblem, read_po
from translators.po.taking_in import take_in


def _translation(request, pk):
    """The translation and its page or snippet, if the user may work on it."""
    translation = get_object_or_404(Translation.objects.select_related("source__locale", "target_locale"), pk=pk)
    instance = translation.get_target_instance()
    if not may_change(request.user, instance):
        raise PermissionDenied
    return translation, instance


def download_po(request, translation_id):
    translation, instance = _translation(request, translation_id)
    response = HttpResponse(export_po(translation), content_type="text/x-gettext-translation; charset=utf-8")
    response["Content-Disposition"] = content_disposition(translation, instance)
    return response


@require_POST
def upload_po(request, translation_id):
    translation, _instance = _translation(request, translation_id)
    result = _taken_in(translation, request.FILES.get("file"), request.user)
    if isinstance(result, PoProblem):
        messages.error(request, result.sentence)
    else:
        for level, sentence in sentences_about(result):
            messages.add_message(request, level, sentence)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _taken_in(translation, file, user):
    if file is None:
        return PoProblem(_("Please choose a PO file."))
    # One byte more tells `read_po` that it is too large, without reading all of it.
    po = read_po(file.read(LARGEST + 1))
    return po if isinstance(po, PoProblem) else take_in(translation, po, user)


def sentences_about(result):
    """What to tell of a `TakenIn`, as pairs of a message level and a sentence."""
    saved, marked, fuzzy = result.saved, result.marked, result.fuzzy
    if saved:
        yield (
            messages.SUCCESS,
            _count(saved, ngettext("%(count)s text was taken in.", "%(count)s texts were taken in.", saved)),
        )
    else:
        yield messages.INFO, _("The file holds nothing new.")
    if marked:
        yield (
            messages.WARNING,
            _count(
                marked,
                ngettext(
                    "%(count)s of them has an error, and is marked.",
                    "%(count)s of them have errors, and are marked.",
                    marked,
                ),
            ),
        )
    if fuzzy:
        yield (
            messages.WARNING,
            _count(
                fuzzy,
                ngettext(
                    "%(count)s text is marked as uncertain (fuzzy), and stays a suggestion.",
                    "%(count)s texts are marked as uncertain (fuzzy), and stay suggestions.",
                    fuzzy,
                ),
            ),
        )
    if result.left_out:
        yield (
            messages.WARNING,
            _count(
                result.left_out,
                ngettext(
                    "%(count)s uncertain text (fuzzy) was left out, as its tags do not fit.",
                    "%(count)s uncertain texts (fuzzy) were left out, as their tags do not fit.",
                    result.left_out,
                ),
            ),
        )
    if result.outdone:
        yield (
            messages.WARNING,
            _count(
                result.outdone,
                ngettext(
                    "%(count)s uncertain text (fuzzy) was left out, as another translation was accepted before.",
                    "%(count)s uncertain texts (fuzzy) were left out, as other translations were accepted before.",
                    result.outdone,
                ),
            ),
        )
    if result.gone:
        yield (
            messages.WARNING,
            _count(
                result.gone,
                ngettext(
                    "%(count)s text is no longer on this page.",
                    "%(count)s texts are no longer on this page.",
                    result.gone,
                ),
            ),
        )


def _count(count, sentence):
    return sentence % {"count": count}
