"""Accounts to try the editors' side with. For one person's machine only: the passwords are public."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from council.staff import APPROVERS, WRITERS
from translators.roles import LocaleRole

PASSWORD = "tsunagu-sample"
ACCOUNTS = {"writer": WRITERS, "approver": APPROVERS, "admin": None}
# Both of the English version: ``{name: whether they may publish}``.
TRANSLATORS = {"translator": False, "reviewer": True}


def make_accounts():
    """Those of the staff, and a translator and a reviewer of English, if they are not there.

    The editors' side speaks Japanese to the staff, and English to the others.

    Returns:
        The names of all.
    """
    for name, group in ACCOUNTS.items():
        _make(name, Group.objects.get(name=group) if group else None, "ja")
    for name, may_publish in TRANSLATORS.items():
        role = LocaleRole.objects.get(locale__language_code="en", may_publish=may_publish)
        _make(name, role.group, "en")
    return [*ACCOUNTS, *TRANSLATORS]


def _make(name, group, language):
    user, made = get_user_model().objects.get_or_create(
        username=name,
        defaults={"email": f"{name}@example.jp", "is_superuser": group is None, "is_staff": group is None},
    )
    if not made:
        return
    user.set_password(PASSWORD)
    user.save()
    if group:
        user.groups.add(group)
    UserProfile.objects.get_or_create(user=user, defaults={"preferred_language": language})
