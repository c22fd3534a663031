"""Locked translations, and those with gaps, are not published: neither by views of Wagtail and wagtail-localize, nor under all."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import SourceDeletedError

from council.translation.publication import PublicationRefused, before_publication
from council.translation.segments import fingerprint
from translators.gaps import refuse_gaps, sentence_about_errors, translation_of
from translators.guards.locks import is_locked_for, refuse_locked, say_locked
from translators.permissions import may_manage, may_publish


@hooks.register("before_edit_page", order=-10)
@hooks.register("before_edit_snippet", order=-10)
def refuse_in_translation_editor(request, instance):
    """Before wagtail-localize's hook of the same name publishes. Who may not publish at all is left to that."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if isinstance(instance, TranslatableMixin) and may_publish(request.user, instance):
        if is_locked_for(request.user, instance) and translation_of(instance):
            # Of what no translators' editor opens for, Wagtail's own form knows of the lock.
            return say_locked(request, instance)
        _refuse(request.user, [instance])
    return None


@hooks.register("before_publish_page")
def refuse_in_page_editor(request, page):
    _refuse(request.user, [page])


@hooks.register("before_bulk_action")
def refuse_in_bulk(request, action_type, objects, action):
    if issubclass(action.model, Page):
        if action_type == "publish":
            _refuse(request.user, [page for chosen in objects for page in _published_with(chosen, action)])
    elif issubclass(action.model, TranslatableMixin) and not all(may_manage(request.user, each) for each in objects):
        # The permissions of snippets know no language. Images and documents have none, and Wagtail asks by collection.
        raise PermissionDenied


def _published_with(page, action):
    yield page
    if action.cleaned_form.cleaned_data["include_descendants"]:
        for below in page.get_descendants().not_live():
            if below.permissions_for_user(action.request.user).can_publish():
                yield below


def _refuse(user, instances):
    translations = {each: translation for each in instances if (translation := translation_of(each))}
    refuse_locked(user, translations)
    refuse_gaps(translations.values())


def publish_as_translated(sender, instance, revision, user=None, **kwargs):
    """Under every way that publishes a revision: no lock, no gaps, and the translation as it is now.

    Translators' texts come into the page when it is published from their editor. A draft that was made earlier,
    as when the page was sent to them, holds the source's text still: whoever publishes that (in bulk, by the API, in
    a workflow, at a set time) means the translation.
    """
    translation = translation_of(instance) if isinstance(instance, TranslatableMixin) else None
    if translation is None or (user and not may_publish(user, instance)):
        # Not ours, or to be refused by Wagtail.
        return None
    if user:
        # At a set time nobody does it: then a lock holds nothing up, as with any other page.
        refuse_locked(user, {instance: translation})
    refuse_gaps([translation])
    drafted = revision.as_object()
    if drafted.go_live_at and drafted.go_live_at > timezone.now():
        # It is only planned now, and asked about again when its time has come.
        return None
    try:
        current = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    except SourceDeletedError:
        return None
    if fingerprint(current, with_own=True) == fingerprint(drafted, with_own=True):
        return None
    try:
        translation.save_target(user=user, publish=False)
    except ValidationError as error:
        # wagtail-localize has marked the texts that are wrong.
        refuse_gaps([translation])
        raise PublicationRefused(sentence_about_errors(translation)) from error
    return translation.get_target_instance().get_latest_revision()


before_publication.connect(publish_as_translated, dispatch_uid="translators.publish_as_translated")
