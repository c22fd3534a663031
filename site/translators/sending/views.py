"""The page from which one page or snippet is sent, at the addresses of wagtail-localize's own."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params

from translators.sending.forms import SendForm
from translators.sending.parcels import is_in, original_of, pack, pages_below, title_of
from translators.sending.send import SendingError, send
from translators.sending.words import message_of
from translators.status.cells import State
from translators.status.languages import locales_in_order, name_of
from translators.status.rows import read_rows
from translators.status.table_csv import words_of
from translators.status.ways import edit_url, send_url


class SendingMixin(WagtailAdminTemplateMixin):
    """Who may send, and what is said and done at the end."""

    page_title = gettext_lazy("Send for translation")
    header_icon = "wagtail-localize-language"

    def dispatch(self, request, *args, **kwargs):
        self.check_permission()
        return super().dispatch(request, *args, **kwargs)

    def check_permission(self):
        if not self.request.user.has_perm("wagtail_localize.submit_translation"):
            raise PermissionDenied

    def get_breadcrumbs_items(self):
        status = {"url": reverse("translators_status"), "label": _("State of translations")}
        return [*self.breadcrumbs_items, status, {"url": "", "label": self.get_header_title()}]

    def send(self, parcels):
        """Sends and says so. Returns the translations, or None where a sentence says why nothing was sent."""
        try:
            translations = send(parcels, self.request.user)
        except SendingError as error:
            messages.error(self.request, str(error))
            return None
        messages.success(self.request, message_of(parcels))
        return translations

    @cached_property
    def next_url(self):
        return get_valid_next_url_from_request(self.request)


class SendView(SendingMixin, View):
    """Sends one object; with the pages below it only after a look at all of them."""

    template_name = "translators/send.html"

    def dispatch(self, request, *args, **kwargs):
        self.check_permission()
        self.object = self.get_object()
        original = original_of(self.object)
        if original is None:
            raise Http404
        if original.pk != self.object.pk:
            # A translation is not translated again: its faults would go on into the next language.
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{send_url(type(original), original.pk)}{query}")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        return self.render_to_response(self.get_context_data())

    def post(self, request, **kwargs):
        if self.problem or not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        locales = self.form.cleaned_data["locales"]
        include_below = self.form.cleaned_data.get("include_below", False)
        parcels = [pack([self.object], locale, include_below) for locale in locales]
        if include_below and "confirm" not in request.POST:
            return self.confirm(parcels)
        if not self.send(parcels):
            return self.render_to_response(self.get_context_data())
        return redirect(self.next_url or self.after(locales))

    def confirm(self, parcels):
        self.template_name = "translators/send_confirm.html"
        fields = [("locales", parcel.locale.pk) for parcel in parcels] + [("include_below", "on")]
        return self.render_to_response(self.get_context_data(parcels=parcels, hidden_fields=fields))

    def after(self, locales):
        """To the new translation where there is but one, else to the table."""
        if len(locales) == 1:
            version = self.row.versions[locales[0].pk]
            return edit_url(version.model, version.pk)
        return reverse("translators_status")

    @property
    def row(self):
        """The object's row in the table, as it is at this moment."""
        return read_rows([self.object.translation_key])[0]

    @cached_property
    def open_locales(self):
        return [locale for locale in locales_in_order() if not is_in(self.object, locale)]

    @cached_property
    def form(self):
        chosen = [
            str(each.pk) for each in self.open_locales if each.language_code == self.request.GET.get("select_locale")
        ]
        if len(self.open_locales) == 1:
            chosen = [str(self.open_locales[0].pk)]
        return SendForm(
            self.request.POST if self.request.method == "POST" else None,
            initial={"locales": chosen},
            locales=self.open_locales,
            with_below=self.number_below > 0,
        )

    @cached_property
    def number_below(self):
        return pages_below(self.object).count()

    @cached_property
    def problem(self):
        """A sentence that says why this cannot be sent; empty where it can."""
        if not self.row.source.is_live:
            return _("This is not published yet. Only what readers can see is sent for translation.")
        if not self.open_locales:
            return _("This is there in every language already.")
        return ""

    def get_page_subtitle(self):
        return title_of(self.object)

    def get_context_data(self, **kwargs):
        row = self.row
        there = [locale for locale in locales_in_order() if row.cells[locale.pk].state != State.MISSING]
        return super().get_context_data(
            **kwargs,
            form=self.form,
            problem=self.problem,
            preview=[] if self.problem else [pack([self.object], locale) for locale in self.open_locales],
            there=[{"name": name_of(locale), "words": words_of(row.cells[locale.pk])} for locale in there],
            number_below=self.number_below,
            next_url=self.next_url,
            back_url=self.next_url or reverse("translators_status"),
        )


class SendPageView(SendView):
    def get_object(self):
        page = get_object_or_404(Page, pk=self.kwargs["page_id"], depth__gt=1)
        return page.specific


class SendSnippetView(SendView):
    def get_object(self):
        model = get_snippet_model_from_url_params(self.kwargs["app_label"], self.kwargs["model_name"])
        if not issubclass(model, TranslatableMixin):
            raise Http404
        return get_object_or_404(model, pk=unquote(self.kwargs["pk"]))
