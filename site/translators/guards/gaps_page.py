"""The page that lists what is missing, and the reviewer's "publish all the same"."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail_localize.models import Translation

from translators.gaps import allow_gaps, sentence_about, sentence_about_errors
from translators.permissions import may_publish


def gaps_page(request, refused):
    """The answer to a request that would have published translations with gaps.

    Args:
        refused: ``{translation: [Gap]}``.
    """
    finder = AdminURLFinder(request.user)
    items = []
    for translation, gaps in refused.items():
        instance = translation.get_target_instance()
        items.append(
            {
                "translation": translation,
                "sentence": sentence_about(translation, gaps),
                "gaps": gaps,
                "edit_url": finder.get_edit_url(instance),
                "may_publish": may_publish(request.user, instance),
            }
        )
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        # Asked for by a dialogue, such as that of a workflow. It sends its forms itself, so it gets the list alone.
        return render_modal_workflow(
            request,
            "translators/includes/gaps.html",
            None,
            {"items": items, "list_alone": True},
            json_data={"step": "action"},
        )
    return TemplateResponse(request, "translators/gaps.html", {"items": items}, status=409)


@require_POST
def publish_with_gaps(request, translation_id):
    """Records that this translation may have gaps, and publishes it."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    instance = translation.get_target_instance()
    if not may_publish(request.user, instance):
        raise PermissionDenied
    allow_gaps(translation, request.user)
    try:
        translation.save_target(user=request.user, publish=True)
    except ValidationError:
        messages.error(request, sentence_about_errors(translation))
    else:
        names = {"title": translation.source.object_repr, "language": translation.target_locale.get_display_name()}
        messages.success(request, _("Published “%(title)s” in %(language)s, with gaps.") % names)
    return redirect(AdminURLFinder(request.user).get_edit_url(instance) or "wagtailadmin_home")


@hooks.register("register_admin_urls")
def answer_for_gaps():
    return [
        path(
            "translators/publish-with-gaps/<int:translation_id>/",
            publish_with_gaps,
            name="translators_publish_with_gaps",
        )
    ]
