"""What a role in a language allows on pages. Every view, bulk action and call of the API asks this."""

from django.utils.functional import cached_property
from wagtail.models import PagePermissionTester

from council.pages import CouncilPage
from translators.permissions import is_translation, page_rights
from translators.roles import roles_of


class RolePermissionTester(PagePermissionTester):
    """Takes from members of a role's group all but editing, and for reviewers publishing, of their translations.

    Wagtail's "change" would also let them delete drafts and copy pages, its "publish" hide pages behind a password
    and put them into another order.
    """

    def __init__(self, user, page):
        super().__init__(user, page)
        self._by_role = set()
        if user.is_active and not user.is_superuser and roles_of(user):
            self._by_role, self.permissions = page_rights(user, page)

    @cached_property
    def _is_translation(self):
        return is_translation(self.page)

    def _role_allows(self, action):
        return action in self._by_role and self._is_translation

    def can_manage(self):
        """Whether the user may do more than translate and publish: nobody by a role."""
        return super().can_edit()

    def can_edit(self):
        return super().can_edit() or self._role_allows("change")

    def can_copy(self):
        return self.can_manage()

    def can_publish(self):
        return super().can_publish() or self._role_allows("publish")

    def can_set_view_restrictions(self):
        return super().can_publish()

    def can_unpublish(self):
        if super().can_unpublish():
            return True
        return self.page.live and not self.page_locked() and self._role_allows("publish")


CouncilPage.permission_tester_class = RolePermissionTester
