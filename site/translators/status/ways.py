"""From a cell straight to what can be done there, for those who may."""

from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.models import Page
from wagtail.snippets.permissions import get_permission_name

from translators.permissions import page_rights, staff_may
from translators.roles import roles_of
from translators.status.cells import State


class Act(Enum):
    EDIT = "edit"
    SYNC = "sync"
    SEND = "send"


@dataclass(frozen=True)
class Way:
    act: Act
    url: str


class Ways:
    """What one user may do in the cells of some rows. The number of queries does not depend on that of the rows."""

    def __init__(self, user, back=""):
        self.user = user
        self.back = back
        # wagtail-localize guards sending and synchronising with one permission for all languages.
        self.may_send = user.has_perm("wagtail_localize.submit_translation")

    def may_edit(self, row, version):
        """Whether the object's own editing view lets this user in."""
        by_role, by_staff = self._rights(version)
        return by_staff or (by_role and version is not row.source)

    def may_be_sent(self, row):
        """Whether this user may send it. Nothing is sent that readers do not see."""
        return self.may_send and row.source.is_live and self._may_manage(row)

    def from_cell(self, row, locale):
        """The `Way` that leads on from a cell, or None where this user can do nothing."""
        cell = row.cells[locale.pk]
        if cell.state == State.MISSING:
            address = send_url(row.model, row.source.pk)
            way = Way(Act.SEND, self._with_back(address, locale=locale.language_code))
            return way if self.may_be_sent(row) else None
        if cell.state == State.STALE and cell.source_id and self.may_send and self._may_manage(row):
            return Way(
                Act.SYNC, self._with_back(reverse("wagtail_localize:update_translations", args=[cell.source_id]))
            )
        version = row.versions[locale.pk]
        return Way(Act.EDIT, edit_url(version.model, version.pk)) if self.may_edit(row, version) else None

    def _may_manage(self, row):
        """As `translators.permissions.may_manage` says it of an object: a role in a language is not enough."""
        return self._rights(row.source)[1]

    def _rights(self, version):
        """Whether a role in the language, and whether anything else, lets the user change this."""
        if self.user.is_superuser:
            return True, True
        if issubclass(version.model, Page):
            by_role, by_staff = page_rights(self.user, version)
            owns = "add" in by_staff and version.owner_id == self.user.pk
            return "change" in by_role, "change" in by_staff or owns
        may_change = self.user.has_perm(get_permission_name("change", version.model))
        by_role = may_change and any(role.locale_id == version.locale_id for role in roles_of(self.user))
        return by_role, staff_may(self.user, "change", version.model)

    def _with_back(self, url, locale=None):
        query = {**({"select_locale": locale} if locale else {}), **({"next": self.back} if self.back else {})}
        return f"{url}?{urlencode(query)}" if query else url


def edit_url(model, pk):
    """The address of an object's editing view."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[quote(pk)])


def send_url(model, pk):
    """The address at which an object is sent for translation."""
    if issubclass(model, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[pk])
    address = [model._meta.app_label, model._meta.model_name, quote(pk)]
    return reverse("wagtail_localize:submit_snippet_translation", args=address)
