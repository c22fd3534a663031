"""Who sees what readers do with the site: everybody who writes, translates or publishes any page."""

from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

SEEN_WITH_ANY_OF = ["add", "change", "publish"]


def may_see(user):
    return page_permission_policy.user_has_any_permission(user, SEEN_WITH_ANY_OF)


class ReportMenuItem(MenuItem):
    """An entry that only those see who may see the report."""

    def is_shown(self, request):
        return may_see(request.user)
