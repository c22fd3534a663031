"""What is locked is not translated either, and not published: wagtail-localize only greys out its buttons."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import LockableMixin

from council.translation.publication import PublicationRefused


def is_locked_for(user, instance):
    """Whether a lock, a planned publication or a workflow keeps this user from changing a page or snippet."""
    if not isinstance(instance, LockableMixin):
        return False
    lock = instance.get_lock()
    return bool(lock and lock.for_user(user))


def say_locked(request, instance):
    """The answer to who would change it all the same: a sentence, in JSON for the translators' editor."""
    sentence = _("This page is locked. It can be changed again when the lock has been taken off.")
    if request.method in {"PUT", "DELETE"}:
        return JsonResponse({"detail": sentence}, status=403)
    messages.error(request, sentence)
    return redirect(AdminURLFinder(request.user).get_edit_url(instance) or "wagtailadmin_home")


def sentence_about_lock(translation):
    """Why this translation is not published, in one sentence."""
    return _("“%(title)s” was not published in %(language)s: the page is locked.") % {
        "title": translation.source.object_repr,
        "language": translation.target_locale.get_display_name(),
    }


def refuse_locked(user, translations):
    """Raises `PublicationRefused` if one of these is locked for the user.

    Args:
        translations: ``{page or snippet: Translation}``.
    """
    locked = [translation for instance, translation in translations.items() if is_locked_for(user, instance)]
    if locked:
        raise PublicationRefused(" ".join(sentence_about_lock(each) for each in locked))
