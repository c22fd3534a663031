"""The whole list on a page of its own."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from translators.roles import roles_of
from translators.waiting.tasks import tasks_of


class WaitingView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "translators/waiting.html"
    page_title = _("Waiting for me")
    header_icon = "tasks"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["has_role"] = bool(roles_of(self.request.user))
        context["tasks"] = tasks_of(self.request.user)
        return context
