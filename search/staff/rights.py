"""Who sees what the search does: everybody who writes, translates or publishes any page."""

from wagtail.permissions import page_permission_policy

SEEN_WITH_ANY_OF = ["add", "change", "publish"]


def may_see(user):
    return page_permission_policy.user_has_any_permission(user, SEEN_WITH_ANY_OF)
