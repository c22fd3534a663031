"""Who translates into which language, and who publishes there."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class LocaleRole(models.Model):
    """Says that the members of a group translate into a locale, or also publish there (reviewers).

    A group that has a role gives its members no other right than that of the role (`translators.permissions`):
    whatever its permissions say, they hold for translations into this locale alone.
    """

    group = models.OneToOneField(Group, verbose_name=_("group"), on_delete=models.CASCADE, related_name="locale_role")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="roles")
    may_publish = models.BooleanField(_("may publish"), default=False)

    class Meta:
        verbose_name = _("role in a language")
        verbose_name_plural = _("roles in languages")
        constraints = [
            models.UniqueConstraint(fields=["locale", "may_publish"], name="translators_one_group_a_role"),
        ]

    def __str__(self):
        return self.group.name


def roles_of(user):
    """The user's roles, remembered on the user as Wagtail remembers page permissions: for one request."""
    if not user.is_active or user.is_anonymous:
        return []
    if not hasattr(user, "_locale_roles"):
        user._locale_roles = list(LocaleRole.objects.filter(group__user=user))
    return user._locale_roles
