"""The list's addresses, its menu item and its panel."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translators.roles import roles_of
from translators.waiting.panel import WaitingPanel
from translators.waiting.take_in import take_in
from translators.waiting.views import WaitingView


@hooks.register("register_admin_urls")
def waiting_urls():
    return [
        path("translators/waiting/", WaitingView.as_view(), name="translators_waiting"),
        path("translators/take-in/<int:translation_id>/", take_in, name="translators_take_in"),
    ]


class WaitingMenuItem(MenuItem):
    def is_shown(self, request):
        return bool(roles_of(request.user))


@hooks.register("register_admin_menu_item")
def waiting_menu_item():
    return WaitingMenuItem(
        _("Waiting for me"), reverse("translators_waiting"), name="translators-waiting", icon_name="tasks", order=90
    )


@hooks.register("construct_homepage_panels")
def waiting_panel(request, panels):
    if roles_of(request.user):
        panels.append(WaitingPanel(request.user))
