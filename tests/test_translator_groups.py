"""The groups of translators and reviewers: made for every language, by one command and with the language."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from council.staff import APPROVERS, WRITERS
from tests.factories import HomePageFactory, StandardPageFactory, ThemeFactory, UserFactory, translate
from tests.factories_translations import role_group
from translators.permissions import (
    is_translation,
    may_change,
    may_manage,
    may_publish,
    may_publish_translation,
    may_translate,
)
from translators.roles import LocaleRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    call_command("setup_site", verbosity=0)
    return HomePageFactory()


def held(group):
    """All that a group may do, as plain values."""
    return {
        "permissions": set(group.permissions.values_list("codename", flat=True)),
        "pages": set(group.page_permissions.values_list("page__slug", "permission__codename")),
        "files": set(
            GroupCollectionPermission.objects.filter(group=group).values_list("collection", "permission__codename")
        ),
    }


def member(group):
    user = UserFactory()
    user.groups.add(group)
    return user


def test_every_language_but_the_source_has_two_groups(site, settings):
    expected = {
        (code, may_publish) for code, _name in settings.LANGUAGES if code != "ja" for may_publish in (False, True)
    }
    assert set(LocaleRole.objects.values_list("locale__language_code", "may_publish")) == expected
    assert role_group("en", may_publish=False).name == "翻訳者（English）"
    assert role_group("ja-simple", may_publish=True).name == "翻訳の確認者（やさしい日本語）"


def test_what_the_groups_may_do(site):
    translate(site, "en", slug="front-en")
    root = Collection.get_first_root_node().pk
    snippets = [model._meta.model_name for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    assert set(snippets) == {"person", "theme", "term"}
    edit = {f"{action}_{name}" for action in ("change", "view") for name in snippets} | {"access_admin"}
    files = {(root, "choose_image"), (root, "choose_document")}
    assert held(role_group("en", may_publish=False)) == {
        "permissions": edit,
        "pages": {("front-en", "change_page")},
        "files": files,
    }
    assert held(role_group("en", may_publish=True)) == {
        "permissions": edit | {f"publish_{name}" for name in snippets},
        "pages": {("front-en", "change_page"), ("front-en", "publish_page")},
        "files": files,
    }


def test_a_new_language_brings_its_groups_and_nothing_for_others(site, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("vi", "Tiếng Việt")]
    before = Group.objects.count()
    locale = Locale.objects.create(language_code="vi")
    assert Group.objects.count() == before + 2
    assert role_group("vi", may_publish=False).name == "翻訳者（Tiếng Việt）"
    translator = member(role_group("vi", may_publish=False))
    assert may_translate(translator, locale)
    assert not may_translate(translator, Locale.objects.get(language_code="en"))


def test_the_command_can_be_repeated_and_keeps_what_was_changed(site):
    group = role_group("en", may_publish=False)
    group.name = "英語の会"
    group.save()
    added = Permission.objects.get(codename="view_site", content_type__app_label="wagtailcore")
    group.permissions.add(added)
    groups = Group.objects.count()
    call_command("setup_translators", verbosity=0)
    assert Group.objects.count() == groups
    assert role_group("en", may_publish=False).name == "英語の会"
    assert added in group.permissions.all()


def test_the_command_gives_back_what_is_missing(site):
    translate(site, "en", slug="front-en")
    group = role_group("en", may_publish=True)
    complete = held(group)
    group.permissions.clear()
    group.page_permissions.all().delete()
    call_command("setup_translators", verbosity=0)
    assert held(group) == complete


def test_somebodys_own_group_of_the_same_name_is_left_alone(site):
    role_group("en", may_publish=False).delete()
    own = Group.objects.create(name="翻訳者（English）")
    call_command("setup_translators", verbosity=0)
    assert not own.permissions.exists()
    assert role_group("en", may_publish=False).name == "翻訳者（English） 2"


def test_the_front_page_is_given_when_it_is_made_and_no_other_page(site):
    group = role_group("en", may_publish=False)
    assert not group.page_permissions.exists()
    page = StandardPageFactory(parent=site)
    english = translate(page, "en")
    assert list(group.page_permissions.values_list("page", flat=True)) == [english.get_parent().pk]


@pytest.mark.parametrize("name", [WRITERS, APPROVERS])
def test_staff_may_send_pages_to_translators_and_translators_may_not(site, name):
    assert UserFactory(groups=[name]).has_perm("wagtail_localize.submit_translation")
    for role in LocaleRole.objects.all():
        assert not member(role.group).has_perm("wagtail_localize.submit_translation")


def test_the_permission_to_send_is_made_where_a_flush_has_taken_it():
    Permission.objects.filter(codename="submit_translation").delete()
    call_command("setup_site", verbosity=0)
    assert UserFactory(groups=[WRITERS]).has_perm("wagtail_localize.submit_translation")


def test_when_a_language_goes_its_translators_do_not_become_staff(site):
    translate(site, "en")
    reviewer = member(role_group("en", may_publish=True))
    group = reviewer.groups.get()
    Page.objects.filter(locale__language_code="en").update(locale=Locale.objects.get(language_code="ko"))
    Locale.objects.get(language_code="en").delete()
    assert held(group) == {"permissions": set(), "pages": set(), "files": set()}


def test_a_locale_is_made_in_few_queries(site, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("vi", "Tiếng Việt")]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        Locale.objects.create(language_code="vi")
    assert len(queries) <= 30


# --- The questions ------------------------------------------------------------------------------------------------


@pytest.fixture
def pages(site):
    page = StandardPageFactory(parent=site)
    return {"ja": page, "en": translate(page, "en"), "ko": translate(page, "ko")}


@pytest.fixture
def themes(site):
    theme = ThemeFactory()
    return {"ja": theme, "en": translate(theme, "en"), "ko": translate(theme, "ko")}


USERS = {
    #                 translates    publishes
    "translator en": ({"en"},       set()),
    "reviewer ko":   ({"ko"},       {"ko"}),
    "both":          ({"en", "ko"}, {"ko"}),
    "writer":        ({"en", "ko"}, set()),
    "approver":      ({"en", "ko"}, {"en", "ko"}),
    "admin":         ({"en", "ko"}, {"en", "ko"}),
    "nobody":        (set(),        set()),
    "gone":          (set(),        set()),
}  # fmt: skip


def make(name):
    user = UserFactory(is_superuser=name == "admin", is_active=name != "gone")
    names = {"writer": [WRITERS], "approver": [APPROVERS]}.get(name, [])
    user.groups.set(Group.objects.filter(name__in=names))
    if name in {"translator en", "both", "gone"}:
        user.groups.add(role_group("en", may_publish=False))
    if name in {"reviewer ko", "both"}:
        user.groups.add(role_group("ko", may_publish=True))
    return user


@pytest.mark.parametrize("name", USERS)
def test_questions_about_languages(pages, name):
    translates, publishes = USERS[name]
    user = make(name)
    targets = Locale.objects.filter(language_code__in=["en", "ko"])
    assert {each.language_code for each in targets if may_translate(user, each)} == translates
    assert {each.language_code for each in targets if may_publish_translation(user, each)} == publishes


@pytest.mark.parametrize("name", USERS)
@pytest.mark.parametrize("kind", ["pages", "themes"])
def test_questions_about_objects(request, kind, name):
    objects = request.getfixturevalue(kind)
    translates, publishes = USERS[name]
    staff = name in {"writer", "approver", "admin"}
    user = make(name)
    assert {code for code, each in objects.items() if may_change(user, each)} == translates | (
        {"ja"} if staff else set()
    )
    expected = publishes | ({"ja"} if name in {"approver", "admin"} else set())
    assert {code for code, each in objects.items() if may_publish(user, each)} == expected
    assert {code for code, each in objects.items() if may_manage(user, each)} == (set(objects) if staff else set())


def test_what_is_a_translation(pages, themes):
    for objects in (pages, themes):
        assert [code for code, each in objects.items() if is_translation(each)] == ["en", "ko"]
    english = Locale.objects.get(language_code="en")
    assert not is_translation(ThemeFactory(locale=english))
    alias = StandardPageFactory(parent=pages["ja"].get_parent()).copy_for_translation(english, alias=True)
    assert not is_translation(alias)


def test_the_rights_of_a_page_cost_staff_one_query_more(pages):
    user = UserFactory(groups=[WRITERS])
    pages["ja"].permissions_for_user(user).can_edit()
    with CaptureQueriesContext(connection) as queries:
        for page in pages.values():
            page.permissions_for_user(user).can_edit()
    assert len(queries) == 0
    assert GroupPagePermission.objects.exists()
