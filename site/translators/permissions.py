"""Who may do what with translations. Questions only: nothing here changes or refuses anything.

A right comes either from a role in a language (`LocaleRole`) or from elsewhere: the groups of the staff, the user's
own permissions, being a superuser. A role's right holds for translations into its language alone; Wagtail's
permissions of snippets know no language, so the two are kept apart here.
"""

from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail.models import Page, TranslatableMixin
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.permissions import get_permission_name
from wagtail_localize.models import Translation, TranslationSource

from council.translation.locales import source_locale
from translators.roles import roles_of


def may_translate(user, locale):
    """Whether the user may work on translations into a locale: its translators, its reviewers, and the staff."""
    if not user.is_active or user.is_superuser:
        return user.is_active
    return any(role.locale_id == locale.pk for role in roles_of(user)) or "change" in _staff_rights(user, locale)


def may_publish_translation(user, locale):
    """Whether the user may publish translations into a locale: its reviewers, and the staff that may publish."""
    if not user.is_active or user.is_superuser:
        return user.is_active
    return _reviews(user, locale.pk) or "publish" in _staff_rights(user, locale)


def may_change(user, instance):
    """Whether the user may edit and save this page or snippet; of a translation, its texts."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return _may(user, "change", instance, any(role.locale_id == instance.locale_id for role in roles_of(user)))


def may_publish(user, instance):
    """Whether the user may publish this page or snippet, and take it off again."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    return _may(user, "publish", instance, _reviews(user, instance.locale_id))


def may_manage(user, instance):
    """Whether the user may do more with it than translate and publish: the staff.

    Deleting, moving, going back to an earlier version, making an alias of it, ending its translation. The views ask
    for the permission of each besides.
    """
    if isinstance(instance, Page):
        tester = instance.permissions_for_user(user)
        return getattr(tester, "can_manage", tester.can_edit)()
    return staff_may(user, "change", type(instance))


def staff_may(user, action, model):
    """Whether the user has a model's permission from elsewhere than from a role in a language."""
    if not user.is_active or user.is_superuser:
        return user.is_active
    if not hasattr(user, "_staff_permissions"):
        held = Permission.objects.filter(Q(user=user) | Q(group__in=user.groups.filter(locale_role=None)))
        user._staff_permissions = {
            f"{app}.{codename}" for app, codename in held.values_list("content_type__app_label", "codename")
        }
    return get_permission_name(action, model) in user._staff_permissions


def is_translation(instance):
    """Whether a page or snippet is a translation, and not where its text was written first. An alias is neither."""
    if not isinstance(instance, TranslatableMixin) or getattr(instance, "alias_of_id", None):
        return False
    key, locale = instance.translation_key, instance.locale_id
    if Translation.objects.filter(source__object_id=key, target_locale=locale).exists():
        return True
    if locale == source_locale().pk or TranslationSource.objects.filter(object_id=key, locale=locale).exists():
        return False
    # Translated by hand.
    model = Page if isinstance(instance, Page) else type(instance)
    return model.objects.filter(translation_key=key, locale=source_locale()).exists()


def page_grants(user):
    """The user's `GroupPagePermission`s, from roles and from elsewhere, remembered for one request."""
    return PagePermissionPolicy().get_cached_permissions_for_user(user)


def page_rights(user, page):
    """The actions that the user's groups grant on a page, such as ``{"change"}``: by roles, and by other groups."""
    by_role, by_staff = set(), set()
    groups = _role_groups(user)
    for grant in page_grants(user):
        if page.path.startswith(grant.page.path):
            action = grant.permission.codename.rpartition("_")[0]
            role = groups.get(grant.group_id)
            if role is None:
                by_staff.add(action)
            elif role.locale_id == page.locale_id and (role.may_publish or action != "publish"):
                by_role.add(action)
    return by_role, by_staff


def _may(user, action, snippet, by_role):
    model = type(snippet)
    if staff_may(user, action, model):
        return True
    return by_role and user.has_perm(get_permission_name(action, model)) and is_translation(snippet)


def _reviews(user, locale_id):
    return any(role.may_publish and role.locale_id == locale_id for role in roles_of(user))


def _role_groups(user):
    return {role.group_id: role for role in roles_of(user)}


def _staff_rights(user, locale):
    """The actions that groups without a role grant on a locale's whole tree."""
    groups = _role_groups(user)
    return {
        grant.permission.codename.rpartition("_")[0]
        for grant in page_grants(user)
        if grant.group_id not in groups
        and (grant.page.depth == 1 or (grant.page.depth == 2 and grant.page.locale_id == locale.pk))
    }
