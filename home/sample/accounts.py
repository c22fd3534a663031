"""Accounts to try the editors' side with. For one person's machine only: the passwords are public."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from council.staff import APPROVERS, WRITERS

PASSWORD = "tsunagu-sample"
ACCOUNTS = {"writer": WRITERS, "approver": APPROVERS, "admin": None}


def make_accounts():
    """A writer, an approver and an administrator, if they are not there. Their editors' side speaks Japanese."""
    users = get_user_model()
    for name, group in ACCOUNTS.items():
        user, made = users.objects.get_or_create(
            username=name,
            defaults={
                "email": f"{name}@example.jp",
                "is_superuser": group is None,
                "is_staff": group is None,
            },
        )
        if not made:
            continue
        user.set_password(PASSWORD)
        user.save()
        if group:
            user.groups.add(Group.objects.get(name=group))
        UserProfile.objects.get_or_create(user=user, defaults={"preferred_language": "ja"})
