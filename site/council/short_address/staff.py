"""For editors: a page's short address and its QR code to take away, for leaflets and posters."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from council.short_address.address import short_url
from council.short_address.qr import png_file, svg_file

KINDS = {"svg": (svg_file, "image/svg+xml"), "png": (png_file, "image/png")}


class ShortAddressView(WagtailAdminTemplateMixin, TemplateView):
    """The address, the code, and the files."""

    page_title = _("Short address and QR code")
    header_icon = "link"
    template_name = "council/admin/short_address.html"

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get(self, request, page_id):
        self.page = _page_for(request.user, page_id)
        return super().get(request)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "page": self.page, "address": short_url(self.page)}


def qr_file(request, page_id, kind):
    """The code as a file; 404 where the page has no number yet."""
    address = short_url(_page_for(request.user, page_id))
    if not address or kind not in KINDS:
        raise Http404
    make, content_type = KINDS[kind]
    response = HttpResponse(make(address), content_type=content_type)
    name = f"qr-{address.rpartition('/')[2]}.{kind}"
    response["Content-Disposition"] = f'{"attachment" if "download" in request.GET else "inline"}; filename="{name}"'
    return response


def _page_for(user, page_id):
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("short-address/<int:page_id>/", ShortAddressView.as_view(), name="council_short_address"),
        path("short-address/<int:page_id>/qr.<str:kind>", qr_file, name="council_short_address_qr"),
    ]


@hooks.register("register_page_header_buttons")
def short_address_button(page, user, view_name, next_url=None):
    if view_name == "edit" and page.depth > 1 and page.permissions_for_user(user).can_edit():
        address = reverse("council_short_address", args=[page.pk])
        yield Button(_("Short address and QR code"), url=address, icon_name="link", priority=66)
