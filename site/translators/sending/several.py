"""Sending several rows of the table into one language, after a look at all that goes along."""

from uuid import UUID

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.models import Locale, Page

from translators.sending.parcels import pack
from translators.sending.views import SendingMixin
from translators.status.cells import State
from translators.status.languages import name_of
from translators.status.rows import read_rows
from translators.status.ways import Ways


class SendSeveralView(SendingMixin, View):
    """By POST only: first it shows what would be sent, then, with ``confirm``, it sends."""

    http_method_names = ["post"]
    template_name = "translators/send_confirm.html"

    def post(self, request):
        problem = self.problem
        if problem:
            messages.error(request, problem)
            return redirect(self.back_url)
        parcels = [pack([self.object_of(row) for row in self.wanted], self.locale)]
        if "confirm" not in request.POST:
            return self.render_to_response(self.get_context_data(parcels=parcels))
        self.send(parcels)
        return redirect(self.back_url)

    @property
    def problem(self):
        """A sentence that says why nothing can be sent; empty where something can."""
        if self.locale is None:
            return _("Choose a language.")
        if not self.rows:
            return _("Choose at least one row.")
        if not self.wanted:
            return _(
                "None of the chosen rows can be sent: they are there already, not published yet, or not yours to send."
            )
        return ""

    @cached_property
    def locale(self):
        return Locale.objects.filter(language_code=self.request.POST.get("locale", "")).first()

    @cached_property
    def rows(self):
        keys = [key for key in map(_uuid, self.request.POST.getlist("key")) if key]
        return read_rows(keys) if keys else []

    @cached_property
    def wanted(self):
        """Those rows that are missing in the language and that this user may send."""
        ways = Ways(self.request.user)
        missing = [row for row in self.rows if row.cells[self.locale.pk].state == State.MISSING]
        return [row for row in missing if ways.may_be_sent(row)]

    @staticmethod
    def object_of(row):
        obj = row.model._default_manager.get(pk=row.source.pk)
        return obj.specific if isinstance(obj, Page) else obj

    @property
    def back_url(self):
        return self.next_url or reverse("translators_status")

    def get_page_subtitle(self):
        return name_of(self.locale)

    def get_context_data(self, **kwargs):
        fields = [("locale", self.locale.language_code)] + [("key", row.key) for row in self.wanted]
        left_out = [row.title for row in self.rows if row not in self.wanted]
        return super().get_context_data(
            **kwargs, hidden_fields=fields, left_out=left_out, next_url=self.next_url, back_url=self.back_url
        )


def _uuid(text):
    try:
        return UUID(text)
    except ValueError:
        return None
