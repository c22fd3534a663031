"""Before every view of the editors' side: may this user do this to an object of this language?

Pages answer for themselves (`translators.guards.pages`). But wagtail-localize's views ask for snippets only whether
somebody may edit *some* of them, and let whoever may edit a page also end its translation or make an alias of it;
Wagtail's own views of snippets know no language at all. So all of them are wrapped here, whoever registers them.
"""

from functools import wraps

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.permissions import get_permission_name
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.models import Translation

from council.translation.publication import PublicationRefused
from translators.gaps import PublishingWithGaps
from translators.guards.gaps_page import gaps_page
from translators.guards.locks import is_locked_for, say_locked
from translators.permissions import may_change, may_manage, may_publish

# Addresses of a page whose views ask only whether the user may edit it, and do more. By their ends, not by names: some
# are answered by views of ours.
STAFF_ALONE = ("/convert_alias/", "/revert/", "localize/submit/page/<int:page_id>/")
# An alias would show Japanese text as a page of another language, and nobody would see that it is not translated.
NOBODY = ("/convert_to_alias/",)
STOPS_TRANSLATION = "/disable/"
STAFF_ALONE_IN_API = {"convert_alias", "copy_for_translation", "create_alias", "revert_to_page_revision"}
# Buttons of the page and snippet editors by which wagtail-localize does more than edit.
STAFF_ALONE_BUTTONS = {"localize-restart-translation"}

# Requests that change nothing.
SAFE = {"GET", "HEAD", "OPTIONS"}

# Views of one snippet: what harms nobody, what a translator does, what a reviewer does. All others are the staff's.
# Versions show drafts, which are for those who may edit them.
READING = {"usage", "history", "history_results", "inspect"}
EDITING = {"edit", "preview_on_edit", "revisions_view", "revisions_compare"}
PUBLISHING = {"unpublish", "revisions_unschedule"}


def guarded(view):
    """Refuses what the user may not do, and turns a publication that was stopped into the list of what is missing."""

    @wraps(view)
    def ask_first(request, *args, **kwargs):
        if not _allowed(request, kwargs):
            if request.method in {"PUT", "DELETE"}:
                # From the translators' editor, which reads JSON.
                return JsonResponse({"detail": _("You may not change this translation.")}, status=403)
            raise PermissionDenied
        if locked := _locked(request, kwargs):
            return say_locked(request, locked)
        try:
            return view(request, *args, **kwargs)
        except PublishingWithGaps as stopped:
            return gaps_page(request, stopped.refused)
        except PublicationRefused as stopped:
            messages.error(request, str(stopped))
            return redirect("wagtailadmin_home")

    ask_first.is_guarded = True
    return ask_first


@hooks.register("register_admin_urls", order=1_000_000)
def guard_all_addresses():
    """As Wagtail puts its check for access around every view, after all hooks of this name have been asked."""
    from wagtail.admin import urls

    decorate_urlpatterns(urls.urlpatterns, guarded)
    return []


def _allowed(request, kwargs):
    if not request.user.is_authenticated:
        return True  # Wagtail sends them to the login.
    user, match = request.user, request.resolver_match
    namespace, _separator, view = match.view_name.rpartition(":")
    if "translation_id" in kwargs:
        return _may_use_translation(user, kwargs["translation_id"], match.route.endswith(STOPS_TRANSLATION))
    if "page_id" in kwargs:
        return _may_use_page(request, match.route, kwargs["page_id"])
    if match.view_name == "wagtailadmin_api:pages:action" and kwargs["action_name"] in STAFF_ALONE_IN_API:
        return may_manage(user, get_object_or_404(Page, pk=kwargs["pk"]))
    if "localize/submit/snippet/" in match.route:
        return _may_send_snippet(user, kwargs)
    if namespace.startswith("wagtailsnippets_") and "pk" in kwargs:
        return _may_use_snippet(request, namespace, view, kwargs["pk"])
    return True


def _locked(request, kwargs):
    """The translation that this request would change although it is locked for the user, or ``None``."""
    if not request.user.is_authenticated or request.method in SAFE or "translation_id" not in kwargs:
        return None
    instance = _instance_of(kwargs["translation_id"])
    return instance if is_locked_for(request.user, instance) else None


def _may_use_page(request, route, pk):
    if route.endswith(NOBODY):
        return False
    if not route.endswith(STAFF_ALONE) and not STAFF_ALONE_BUTTONS & set(request.POST):
        return True
    return may_manage(request.user, get_object_or_404(Page, pk=pk))


def _may_use_translation(user, pk, stops):
    return (may_manage if stops else may_change)(user, _instance_of(pk))


def _instance_of(translation_id):
    """What a translation is the work on; its source where there is nothing yet."""
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        return translation.source.get_source_instance()


def _may_send_snippet(user, kwargs):
    for model in get_snippet_models():
        if (model._meta.app_label, model._meta.model_name) == (kwargs["app_label"], kwargs["model_name"]):
            return may_manage(user, get_object_or_404(model, pk=unquote(kwargs["pk"])))
    return True  # The view knows that there is none.


def _may_use_snippet(request, namespace, view, pk):
    model = next((each for each in get_snippet_models() if each.snippet_viewset.url_namespace == namespace), None)
    if model is None or not issubclass(model, TranslatableMixin) or view in READING:
        return True
    user, instance = request.user, get_object_or_404(model, pk=unquote(str(pk)))
    if view in PUBLISHING:
        return may_publish(user, instance)
    if view not in EDITING or STAFF_ALONE_BUTTONS & set(request.POST):
        return may_manage(user, instance)
    publishes = "action-publish" in request.POST or request.POST.get("action") == "publish"
    if publishes and user.has_perm(get_permission_name("publish", model)) and not may_publish(user, instance):
        return False
    return may_change(user, instance)
