"""The groups of each locale, translators and reviewers, and what each is allowed."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    TranslatableMixin,
)
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from council.staff import APPROVERS, WRITERS
from translators.roles import LocaleRole

GroupPermission = Group.permissions.through

# Names of the groups as they are made. Staff may rename them: a group is found again by its role.
NAMES = {False: "翻訳者（{language}）", True: "翻訳の確認者（{language}）"}


def set_up_all_translators():
    """The groups of every locale but the source, and the staff's permission to send pages to them."""
    for locale in Locale.objects.exclude(language_code=settings.LANGUAGE_CODE):
        set_up_translators(locale)
    allow_staff_to_send()


def set_up_translators(locale):
    """Makes the groups of a locale, and gives each what it needs; what somebody has added to them stays.

    Args:
        locale: of the source's locale, nothing is made.
    """
    if locale.language_code == settings.LANGUAGE_CODE:
        return
    roles = {role.may_publish: role for role in LocaleRole.objects.filter(locale=locale)}
    fronts = Page.objects.filter(depth=2, locale=locale)
    for may_publish in NAMES:
        role = roles.get(may_publish) or _make_role(locale, may_publish)
        GroupPermission.objects.bulk_create(
            [GroupPermission(group_id=role.group_id, permission=each) for each in _model_permissions(may_publish)],
            ignore_conflicts=True,
        )
        _allow_pages(role, fronts)
        _allow_choosing_files(role)


def allow_on_front_page(page):
    """To be called for a new page at the top of a locale's tree, which may be made after the locale."""
    for role in LocaleRole.objects.filter(locale=page.locale_id):
        _allow_pages(role, [page])


def withdraw(role):
    """To be called when a role has ended: its group must not keep as staff what it was given as translators."""
    GroupPermission.objects.filter(group=role.group_id, permission__in=_model_permissions(may_publish=True)).delete()
    GroupPagePermission.objects.filter(group=role.group_id).delete()
    GroupCollectionPermission.objects.filter(group=role.group_id).delete()


def allow_staff_to_send():
    """Writers and approvers send pages to translators; for these it would open every locale (the sync view)."""
    # A migration of wagtail-localize made this permission: a database that was flushed has lost it.
    permission, _made = Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Translation),
        codename="submit_translation",
        defaults={"name": "Can submit translations"},
    )
    for group in Group.objects.filter(name__in=[WRITERS, APPROVERS]):
        group.permissions.add(permission)


def _make_role(locale, may_publish):
    language = dict(settings.LANGUAGES).get(locale.language_code, locale.language_code)
    wanted = name = NAMES[may_publish].format(language=language)
    number = 1
    while Group.objects.filter(name=name).exists():
        # Somebody's own group: it must not become one that may translate and nothing else.
        number += 1
        name = f"{wanted} {number}"
    return LocaleRole.objects.create(group=Group.objects.create(name=name), locale=locale, may_publish=may_publish)


def _model_permissions(may_publish):
    actions = ["change", "view"] + (["publish"] if may_publish else [])
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    for model in get_snippet_models():
        if issubclass(model, TranslatableMixin):
            codenames = [f"{action}_{model._meta.model_name}" for action in actions]
            wanted |= Q(content_type=ContentType.objects.get_for_model(model), codename__in=codenames)
    return Permission.objects.filter(wanted)


def _allow_pages(role, pages):
    codenames = ["change_page", "publish_page"] if role.may_publish else ["change_page"]
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    GroupPagePermission.objects.bulk_create(
        [
            GroupPagePermission(group_id=role.group_id, page=page, permission=permission)
            for page in pages
            for permission in permissions
        ],
        ignore_conflicts=True,
    )


def _allow_choosing_files(role):
    root = Collection.get_first_root_node()
    wanted = Q()
    for model in (get_image_model(), get_document_model()):
        wanted |= Q(content_type=ContentType.objects.get_for_model(model), codename=f"choose_{model._meta.model_name}")
    GroupCollectionPermission.objects.bulk_create(
        [
            GroupCollectionPermission(group_id=role.group_id, collection=root, permission=permission)
            for permission in Permission.objects.filter(wanted)
        ],
        ignore_conflicts=True,
    )
