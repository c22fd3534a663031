"""The sync view: brings a changed source to its translations, and publishes only what may be published."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.urls import path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translators.gaps import gaps_against_publication, sentence_about, sentence_about_errors
from translators.guards.locks import is_locked_for, sentence_about_lock
from translators.machine.views import machine_translate_or_message
from translators.memory.recall import recall
from translators.permissions import may_manage, may_publish


class SyncView(UpdateTranslationsView):
    """wagtail-localize's own publishes every locale, gaps and all, for whoever may send pages to translators."""

    def dispatch(self, request, *args, **kwargs):
        # A sync changes what the translators of every locale have before them.
        if not may_manage(request.user, self.get_object().get_source_instance()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self):
        form = super().get_form()
        form.fields["publish_translations"].help_text = _(
            "Only those that are complete, in languages in which you may publish. The others are named."
        )
        return form

    def form_valid(self, form):
        publish = form.cleaned_data["publish_translations"]
        by_machine = form.cleaned_data.get("use_machine_translation")
        # Each done by ours: after what the memory knows, and with its failures told.
        form.cleaned_data.update(publish_translations=False, use_machine_translation=False)
        with transaction.atomic():
            response = super().form_valid(form)
            translations = list(
                self.object.translations.filter(enabled=True).select_related("source__locale", "target_locale")
            )
            for translation in translations:
                recall(translation)
        for translation in translations:
            # Not inside a transaction: nobody could save while the service thinks.
            if by_machine and get_machine_translator().can_translate(self.object.locale, translation.target_locale):
                machine_translate_or_message(self.request, translation)
            if publish:
                self.publish(translation)
        return response

    def publish(self, translation):
        """Publishes one translation, or says why not."""
        try:
            instance = translation.get_target_instance()
        except ObjectDoesNotExist:
            return
        if not may_publish(self.request.user, instance):
            names = {"title": self.object.object_repr, "language": translation.target_locale.get_display_name()}
            messages.warning(
                self.request, _("“%(title)s” was not published in %(language)s: you may not publish there.") % names
            )
        elif is_locked_for(self.request.user, instance):
            messages.warning(self.request, sentence_about_lock(translation))
        elif gaps := gaps_against_publication(translation):
            messages.warning(self.request, sentence_about(translation, gaps))
        else:
            try:
                translation.save_target(user=self.request.user, publish=True)
            except ValidationError:
                messages.warning(self.request, sentence_about_errors(translation))


@hooks.register("register_admin_urls")
def answer_for_sync():
    """At wagtail-localize's own address; of two that match, the first answers."""
    return [path("localize/update/<int:translation_source_id>/", SyncView.as_view())]
