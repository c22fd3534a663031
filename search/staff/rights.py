"""Who sees what the search does: everybody who writes pages."""

from wagtail.permissions import page_permission_policy


def may_see(user):
    """Whether the user writes, translates or publishes any page."""
    return page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"])
