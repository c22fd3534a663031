"""Where the staff finds the dashboard: in the menu and among the reports."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translators.status.views import StatusView


@hooks.register("register_admin_urls")
def status_urls():
    return [path("translations/", StatusView.as_view(), name="translators_status")]


@hooks.register("register_admin_menu_item")
def status_menu_item():
    return _item(order=160)


@hooks.register("register_reports_menu_item")
def status_report():
    return _item(order=100)


@hooks.register("construct_reports_menu")
def without_the_other_report(request, items):
    """wagtail-localize's own report calls a translation up to date that is older than its source, and asks for each row."""
    items[:] = [item for item in items if item.url != reverse("wagtail_localize:translations_report")]


def _item(order):
    return MenuItem(
        _("State of translations"),
        reverse("translators_status"),
        name="translation-status",
        icon_name="globe",
        order=order,
    )
