"""What somebody may do with a page: Wagtail's answer, which another app may narrow."""

from wagtail.models import PagePermissionTester


class PageRightsMixin:
    """For pages: every view, bulk action and call of the API asks `permissions_for_user`."""

    # Another app may put a subclass here when it starts; this one must not import it.
    permission_tester_class = PagePermissionTester

    def permissions_for_user(self, user):
        return self.permission_tester_class(user, self)
