"""Who may do what, on every route: roles × actions × languages, against the real views of the editors' side.

`MATRIX` says it. Each cell sends one request as one user and looks at the answer, at whether what was asked for has
happened, and at what else has changed in the database: after a refusal nothing, else only what is in that language.
"""

import dataclasses
import json
import re
from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, TestCase
from django.urls import get_resolver, reverse
from wagtail.models import (
    GroupPagePermission,
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    TaskState,
    get_translatable_models,
)
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from council.models import Theme
from council.staff import WRITERS
from tests.factories import DocumentFactory, PictureFactory, StandardPageFactory, ThemeFactory
from tests.factories_translations import make_world, role_group
from translators.gaps import allow_gaps, are_allowed
from translators.gaps_allowed import GapsAllowed

pytestmark = [pytest.mark.django_db, pytest.mark.long]

ROLES = {
    "N": "anonymous",
    "T": "translator en",
    "R": "reviewer en",
    "t": "translator ko",
    "r": "reviewer ko",
    "W": "writer",
    "A": "approver",
    "S": "admin",
}


@dataclasses.dataclass(frozen=True)
class Row:
    """One action by one route.

    ``english`` and ``japanese`` have the letters of the roles that may do it to an object in that language;
    ``None``: there is no such thing. The Korean column is the English one with the languages exchanged.
    """

    action: str
    send: Callable  # (client, world, language) → response
    happened: Callable  # (world, language) → bool; None for reading
    english: str | None
    japanese: str | None
    # What else may change where it is allowed: other languages.
    elsewhere: bool = False
    # Who may edit, but not publish, saves a draft by the same button; who may synchronise does that, and no more.
    draft_else: str = ""
    sync_else: str = ""

    @property
    def quiet(self):
        """Wagtail's bulk actions leave out what the user may not touch, and end as if all were done."""
        return self.action.endswith("bulk")


# --- How each is sent, and how its effect is seen -----------------------------------------------------------------


def post(name, url, data=None, argument=()):
    """A row's ``send``: posts to an address of one object."""

    def send(client, world, code):
        return client.post(reverse(url, args=[world.get(name, code).pk, *argument]), data or {})

    return send


def read(name, url):
    def send(client, world, code):
        return client.get(reverse(url, args=[world.get(name, code).pk]))

    return send


def of_translation(name, view, method="post", data=None):
    """To a view of wagtail-localize that is addressed by the translation."""

    def send(client, world, code):
        return getattr(client, method)(
            reverse(f"wagtail_localize:{view}", args=[world.translations[name][code].pk]), data or {}
        )

    return send


def segment(name, path, method="put"):
    def send(client, world, code):
        translation = world.translations[name][code]
        part = StringSegment.objects.get(source=translation.source, context__path=path)
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, part.pk])
        return getattr(client, method)(address, "value=Changed", content_type="application/x-www-form-urlencoded")

    return send


def compare(client, world, code):
    """The differences between a snippet's versions, of which the last is a draft."""
    address = reverse(f"{THEME}:revisions_compare", args=[world.get("theme_byhand", code).pk, "earliest", "latest"])
    return client.get(address)


def override(client, world, code):
    translation = world.translations["live"][code]
    part = OverridableSegment.objects.get(source=translation.source, context__path="picture")
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, part.pk])
    return client.put(address, "value=1", content_type="application/x-www-form-urlencoded")


def po_file(name, from_code=None):
    """Uploads the object's own PO file with one text changed, or that of another language."""

    def send(client, world, code):
        translation = world.translations[name][code]
        po = (world.translations[name][from_code(code)] if from_code else translation).export_po()
        for entry in po:
            entry.msgstr = "Changed"
        upload = SimpleUploadedFile("page.po", str(po).encode(), content_type="text/x-gettext-translation")
        address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
        return client.post(address, {"file": upload})

    return send


def form_of(world, page):
    admin = Client()
    admin.force_login(world.users["admin"])
    form = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return querydict_from_html(form, form_id="page-edit-form")


def page_form(name, button=None, revision=False):
    """Posts Wagtail's own form of a page. Who may not open it posts what an admin was shown."""

    def send(client, world, code):
        page = world.get(name, code)
        view, arguments = "edit", [page.pk]
        if revision:
            view, arguments = "revisions_revert", [page.pk, page.revisions.order_by("created_at").first().pk]
        data = world.remember(("form", name, code), lambda: form_of(world, page)).copy()
        data["body-count"] = "0"
        data["title"] = "Changed"
        if button:
            data[button] = button
        return client.post(reverse(f"wagtailadmin_pages:{view}", args=arguments), data)

    return send


def snippet_form(name, button=None, view="edit", revision=False):
    def send(client, world, code):
        theme = world.get(name, code)
        arguments = [theme.pk, theme.revisions.order_by("created_at").first().pk] if revision else [theme.pk]
        data = {"name": "Changed", "slug": theme.slug, "description": theme.description, "sort_order": 100}
        if button:
            data[button] = button
        return client.post(reverse(f"wagtailsnippets_council_theme:{view}", args=arguments), data)

    return send


def bulk(name, action, model="page", data=None):
    def send(client, world, code):
        obj = world.get(name, code)
        app = "wagtailcore" if model == "page" else "council"
        address = reverse("wagtail_bulk_action", args=[app, model, action])
        extra = dict(data or {})
        if action == "move":
            extra["chooser"] = world.get("byhand", code).pk
        return client.post(f"{address}?id={obj.pk}", extra)

    return send


def api(name, action, **data):
    def send(client, world, code):
        page = world.get(name, code)
        body = {key: value(world, code) if callable(value) else value for key, value in data.items()}
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        return client.post(address, json.dumps(body), content_type="application/json")

    return send


def sync(name, data=None):
    def send(client, world, code):
        source = TranslationSource.objects.get(object_id=getattr(world.objects, name).translation_key)
        return client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), data or {})

    return send


def move(client, world, code):
    page, target = world.get("loose", code), world.get("byhand", code)
    return client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))


def copy(client, world, code):
    page = world.get("loose", code)
    data = {"new_title": "Copy", "new_slug": "copied", "new_parent_page": page.get_parent().pk}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


def reorder(client, world, code):
    address = reverse("wagtailadmin_pages:set_page_position", args=[world.get("live", code).pk])
    return client.post(f"{address}?position=3")


def add_child(client, world, code):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", world.get("front", code).pk])
    data = {
        "title": "Child",
        "slug": "child",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return client.post(address, data)


def add_theme(client, world, code):
    address = reverse("wagtailsnippets_council_theme:add") + f"?locale={code}"
    return client.post(address, {"name": "Child", "slug": "child", "sort_order": 1})


def make_private(client, world, code):
    address = reverse("wagtailadmin_pages:set_privacy", args=[world.get("live", code).pk])
    return client.post(address, {"restriction_type": "login"})


def approve(client, world, code):
    """Of a page that somebody has put into the workflow."""
    page = world.get("loose", code)
    page.get_workflow().start(page, world.users["writer"])
    state = page.current_workflow_state.current_task_state
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))


def submit_page(client, world, code):
    address = reverse("wagtail_localize:submit_page_translation", args=[world.get("byhand", code).pk])
    return client.post(address, {"locales": [Locale.objects.get(language_code="zh-hans").pk]})


def submit_theme(client, world, code):
    theme = world.get("theme_byhand", code)
    address = reverse("wagtail_localize:submit_snippet_translation", args=["council", "theme", theme.pk])
    return client.post(address, {"locales": [Locale.objects.get(language_code="zh-hans").pk]})


def same(other):
    return {"en": "ko", "ko": "en"}[other]


def is_live(name):
    return lambda world, code: world.get(name, code).live


def is_off(name):
    return lambda world, code: not world.get(name, code).live


def is_gone(name):
    return lambda world, code: world.get(name, code) is None


def shows(name, field, value):
    """The published object has this text."""
    return lambda world, code: getattr(world.get(name, code), field) == value


def drafted(name, field, value):
    return lambda world, code: getattr(world.get(name, code).get_latest_revision_as_object(), field) == value


def translated(name, path, value="Changed"):
    def happened(world, code):
        return StringTranslation.objects.filter(
            context__object_id=getattr(world.objects, name).translation_key,
            context__path=path,
            locale__language_code=code,
            data=value,
        ).exists()

    return happened


def untranslated(name, path):
    def happened(world, code):
        return not StringTranslation.objects.filter(
            context__object_id=getattr(world.objects, name).translation_key,
            context__path=path,
            locale__language_code=code,
        ).exists()

    return happened


def overridden(world, code):
    return SegmentOverride.objects.filter(locale__language_code=code, data_json='"1"').exists()


def is_enabled(name, enabled):
    return lambda world, code: Translation.objects.filter(
        pk=world.translations[name][code].pk, enabled=enabled
    ).exists()


def is_alias(name, alias):
    return lambda world, code: (world.get(name, code).alias_of_id is not None) == alias


def below(name, parent):
    return lambda world, code: world.get(name, code).get_parent().pk == world.get(parent, code).pk


def has_page(slug):
    return lambda world, code: Page.objects.filter(slug=slug, locale__language_code=code).exists()


def moved(world, code):
    return world.get("front", code).get_first_child().slug != "live"


def is_locked(name):
    return lambda world, code: world.get(name, code).locked


def is_private(world, code):
    return PageViewRestriction.objects.filter(page=world.get("live", code)).exists()


def has_new_revision(name):
    def happened(world, code):
        known = {pk for kind, pk, _language in world.remember("before", snapshot) if kind == "Revision"}
        return world.get(name, code).latest_revision_id not in known

    return happened


def approved(world, code):
    return TaskState.objects.filter(status=TaskState.STATUS_APPROVED).exists()


def is_synced(name):
    def happened(world, code):
        source = TranslationSource.objects.get(object_id=getattr(world.objects, name).translation_key)
        return source.last_updated_at > world.translations[name]["en"].source.last_updated_at

    return happened


def is_sent(name):
    def happened(world, code):
        return Translation.objects.filter(
            source__object_id=getattr(world.objects, name).translation_key,
            source__locale__language_code=code,
            target_locale__language_code="zh-hans",
        ).exists()

    return happened


def first_revision(name):
    return lambda world, code: world.get(name, code).revisions.order_by("created_at").first().pk


def with_gaps(client, world, code):
    return client.post(reverse("translators_publish_with_gaps", args=[world.translations["gappy"][code].pk]))


def take_in(client, world, code):
    return client.post(reverse("translators_take_in", args=[world.translations["changed"][code].pk]))


THEME = "wagtailsnippets_council_theme"
PAGES = "wagtailadmin_pages"

# --- The matrix ---------------------------------------------------------------------------------------------------

# fmt: off
MATRIX = [
    #   action and route                                  how                                                    its effect                              English    Japanese
    # Translating: pages
    Row("page: open the editor",                          read("live", f"{PAGES}:edit"),                         None,                                   "TRWAS",   "WAS"),
    Row("page: text, segment API",                        segment("live", "title"),                              translated("live", "title"),            "TRWAS",   None),
    Row("page: take text away, segment API",              segment("live", "title", "delete"),                    untranslated("live", "title"),          "TRWAS",   None),
    Row("page: another value, override API",              override,                                              overridden,                             "TRWAS",   None),
    Row("page: download PO",                              of_translation("live", "download_pofile", "get"),      None,                                   "TRWAS",   None),
    Row("page: upload PO",                                po_file("live"),                                       translated("live", "title"),            "TRWAS",   None),
    Row("page: upload PO of another language",            po_file("live", same),                                 translated("live", "title"),            "",        None),
    Row("page: preview",                                  of_translation("live", "preview_translation", "get"),  None,                                   "TRWAS",   None),
    Row("page: save, page editor",                        page_form("byhand"),                                   drafted("byhand", "title", "Changed"),  "TRWAS",   "WAS"),
    Row("page: history",                                  read("live", f"{PAGES}:history"),                      None,                                   "TRWAS",   "WAS"),
    # Publishing: pages
    Row("page: publish, translators' editor",             post("ready", f"{PAGES}:edit", {"action": "publish"}), is_live("ready"),                       "RAS",     None),
    Row("page: publish with gaps, translators' editor",   post("gappy", f"{PAGES}:edit", {"action": "publish"}), is_live("gappy"),                       "",        None),
    Row("page: publish all the same",                     with_gaps,                                             is_live("gappy"),                       "RAS",     None),
    Row("page: publish, page editor",                     page_form("loose", "action-publish"),                  is_live("loose"),                       "RAS",     "AS",  draft_else="TW"),
    Row("page: publish, bulk",                            bulk("ready", "publish"),                              is_live("ready"),                       "RAS",     "AS"),
    Row("page: publish with gaps, bulk",                  bulk("gappy", "publish"),                              is_live("gappy"),                       "",        None),
    Row("page: publish, API",                             api("ready", "publish"),                               is_live("ready"),                       "RAS",     "AS"),
    Row("page: publish with gaps, API",                   api("gappy", "publish"),                               is_live("gappy"),                       "",        None),
    Row("page: approve in the workflow",                  approve,                                               is_live("loose"),                       "AS",      "AS"),
    Row("page: take off",                                 post("live", f"{PAGES}:unpublish"),                    is_off("live"),                         "RAS",     "AS"),
    Row("page: take off, bulk",                           bulk("live", "unpublish"),                             is_off("live"),                         "RAS",     "AS"),
    Row("page: take off, API",                            api("live", "unpublish"),                              is_off("live"),                         "RAS",     "AS"),
    # More than translating: pages
    Row("page: end the translation",                      of_translation("live", "stop_translation"),            is_enabled("live", False),              "WAS",     None),
    Row("page: take the translation up again",            post("stopped", f"{PAGES}:edit", {"localize-restart-translation": "1"}), is_enabled("stopped", True), "WAS", None),
    Row("page: make an alias of it",                      post("live", "wagtail_localize:convert_to_alias"),     is_alias("live", True),                 "",        None),
    Row("page: make a page of an alias",                  post("alias", f"{PAGES}:convert_alias"),               is_alias("alias", False),               "WAS",     None),
    Row("page: make a page of an alias, API",             api("alias", "convert_alias"),                         is_alias("alias", False),               "WAS",     None),
    Row("page: delete a draft",                           post("loose", f"{PAGES}:delete"),                      is_gone("loose"),                       "WAS",     "WAS"),
    Row("page: delete a draft, bulk",                     bulk("loose", "delete"),                               is_gone("loose"),                       "WAS",     "WAS"),
    Row("page: delete a draft, API",                      api("loose", "delete"),                                is_gone("loose"),                       "WAS",     "WAS"),
    Row("page: move",                                     move,                                                  below("loose", "byhand"),               "WAS",     "WAS"),
    Row("page: move, bulk",                               bulk("loose", "move"),                                 below("loose", "byhand"),               "WAS",     "WAS"),
    Row("page: move, API",                                api("loose", "move", position="last-child", destination_page_id=lambda w, c: w.get("byhand", c).pk), below("loose", "byhand"), "WAS", "WAS"),
    Row("page: another order",                            reorder,                                               moved,                                  "AS",      "AS"),
    Row("page: copy",                                     copy,                                                  has_page("copied"),                     "WAS",     "WAS"),
    Row("page: copy, API",                                api("loose", "copy", slug="copied", keep_live=False),                   has_page("copied"),                     "WAS",     "WAS"),
    Row("page: alias, API",                               api("loose", "create_alias", update_slug="copied"),    has_page("copied"),                     "AS",      "AS"),
    Row("page: new below it",                             add_child,                                             has_page("child"),                      "WAS",     "WAS"),
    Row("page: lock",                                     post("live", f"{PAGES}:lock"),                         is_locked("live"),                      "AS",      "AS"),
    Row("page: behind a login",                           make_private,                                          is_private,                             "AS",      "AS",  elsewhere=True),
    Row("page: an earlier version",                       page_form("byhand", revision=True),                    drafted("byhand", "title", "Changed"),  "WAS",     "WAS"),
    Row("page: an earlier version, API",                  api("byhand", "revert_to_page_revision", revision_id=first_revision("byhand")), has_new_revision("byhand"), "WAS", "WAS"),
    Row("page: send to translators",                      submit_page,                                           is_sent("byhand"),                      None,      "WAS", elsewhere=True),
    Row("page: take in the changed source",               take_in,                                               is_synced("changed"),                   "TRWAS",   None,  elsewhere=True),
    # HOLE 1 of languages.md: the sync view publishes every locale.
    Row("sync view",                                      sync("live"),                                          is_synced("live"),                      "WAS",     None,  elsewhere=True),
    Row("HOLE sync view: publish",                        sync("ready", {"publish_translations": "on"}),         is_live("ready"),                       "AS",      None,  elsewhere=True, sync_else="W"),
    Row("HOLE sync view: publish with gaps",              sync("gappy", {"publish_translations": "on"}),         is_live("gappy"),                       "",        None,  elsewhere=True, sync_else="WAS"),
    # HOLE 2 of languages.md: the permissions of snippets know no locale.
    Row("HOLE snippet: text, segment API",                segment("theme_live", "name"),                         translated("theme_live", "name"),       "TRWAS",   None),
    Row("HOLE snippet: take text away, segment API",      segment("theme_live", "name", "delete"),               untranslated("theme_live", "name"),     "TRWAS",   None),
    Row("HOLE snippet: download PO",                      of_translation("theme_live", "download_pofile", "get"), None,                                  "TRWAS",   None),
    Row("HOLE snippet: upload PO",                        po_file("theme_live"),                                 translated("theme_live", "name"),       "TRWAS",   None),
    Row("HOLE snippet: open the editor",                  read("theme_live", f"{THEME}:edit"),                   None,                                   "TRWAS",   "WAS"),
    Row("HOLE snippet: save, snippet editor",             snippet_form("theme_byhand"),                          drafted("theme_byhand", "name", "Changed"), "TRWAS", "WAS"),
    Row("HOLE snippet: publish, snippet editor",          snippet_form("theme_byhand", "action-publish"),        shows("theme_byhand", "name", "Changed"), "RAS",   "AS",  draft_else="TW"),
    Row("HOLE snippet: publish, translators' editor",     post("theme_ready", f"{THEME}:edit", {"action": "publish"}), is_live("theme_ready"),           "RAS",     None),
    Row("HOLE snippet: publish with gaps",                post("theme_gappy", f"{THEME}:edit", {"action": "publish"}), is_live("theme_gappy"),           "",        None),
    Row("HOLE snippet: take off",                         post("theme_live", f"{THEME}:unpublish"),              is_off("theme_live"),                   "RAS",     "AS"),
    Row("HOLE snippet: end the translation",              of_translation("theme_live", "stop_translation"),      is_enabled("theme_live", False),        "WAS",     None),
    Row("HOLE snippet: an earlier version",               snippet_form("theme_byhand", view="revisions_revert", revision=True), drafted("theme_byhand", "name", "Changed"), "WAS", "WAS"),
    Row("HOLE snippet: delete",                           post("theme_byhand", f"{THEME}:delete"),               is_gone("theme_byhand"),                "AS",      "AS"),
    Row("HOLE snippet: delete, bulk",                     bulk("theme_byhand", "delete", "theme"),               is_gone("theme_byhand"),                "AS",      "AS"),
    Row("snippet: history",                               read("theme_live", f"{THEME}:history"),                None,                                   "TRtrWAS", "TRtrWAS"),
    Row("snippet: compare versions",                      compare,                                               None,                                   "TRWAS",   "WAS"),
    Row("snippet: new",                                   add_theme,                                             lambda w, c: Theme.objects.filter(slug="child", locale__language_code=c).exists(), "WAS", "WAS"),
    Row("snippet: send to translators",                   submit_theme,                                          is_sent("theme_byhand"),                None,      "WAS", elsewhere=True),
]
# The column of the other language, for the routes on which a mistake would cost most: roles exchanged.
ALSO_KOREAN = {
    "page: text, segment API", "page: upload PO", "page: publish, bulk", "HOLE sync view: publish",
    "HOLE snippet: text, segment API", "HOLE snippet: publish, translators' editor", "snippet: compare versions",
}
# fmt: on


def cells():
    for row in MATRIX:
        columns = {"en": row.english, "ja": row.japanese}
        if row.action in ALSO_KOREAN:
            columns["ko"] = row.english.swapcase().translate(str.maketrans("was", "WAS"))
        for code, allowed in columns.items():
            if allowed is None:
                continue
            for letter, role in ROLES.items():
                yield pytest.param(row, role, code, letter in allowed, id=f"{row.action}-{code}-{role}")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once; each cell undoes what it did."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


def snapshot():
    """All that a request could change, by kind, id and language."""
    language = dict(Locale.objects.values_list("pk", "language_code"))
    state = {}
    for model in (Page, *(each for each in get_translatable_models() if not issubclass(each, Page))):
        for values in model.objects.values():
            values.pop("numchild", None)
            state[model.__name__, values.get("id") or values.get("page_ptr_id"), language[values["locale_id"]]] = values
    for model, locale in (
        (StringTranslation, "locale_id"),
        (SegmentOverride, "locale_id"),
        (Translation, "target_locale_id"),
        (TranslationSource, "locale_id"),
    ):
        for values in model.objects.values():
            state[model.__name__, values["id"], language[values[locale]]] = values
    for page, values in ((each["page_id"], each) for each in PageViewRestriction.objects.values()):
        state["private", page, language[Page.objects.get(pk=page).locale_id]] = values
    for values in GapsAllowed.objects.values():
        code = Translation.objects.get(pk=values["translation_id"]).target_locale.language_code
        state["gaps allowed", values["id"], code] = values
    for pk, approved_at, content in Revision.objects.values_list("pk", "approved_go_live_at", "content"):
        state["Revision", pk, language[content["locale"]]] = (approved_at, content.get("title", content.get("name")))
    return state


def changes(before, after):
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def was_refused(response):
    if response.status_code == 302:
        # To the login; to the start of the editors' side, with a message; or, not found, to where a reader's page of
        # this address would be.
        to, home = response["Location"], reverse("wagtailadmin_home")
        return to == home or to.startswith((reverse("wagtailadmin_login"), f"/ja{home}"))
    return response.status_code in {403, 404, 405, 409}


@pytest.mark.parametrize(("row", "role", "code", "allowed"), list(cells()))
def test_matrix(world, settings, row, role, code, allowed):
    client = Client()
    if role != "anonymous":
        # Fresh: a user remembers their permissions.
        client.force_login(get_user_model().objects.get(pk=world.users[role].pk))
    # Each cell begins with the same: what the last one did is undone.
    before = world.remember("before", snapshot)
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = row.send(client, world, code)
    changed = changes(before, snapshot())
    letter = next(letter for letter, name in ROLES.items() if name == role)
    if allowed and row.happened is None:
        assert response.status_code == 200
        assert changed == set()
    elif allowed:
        assert response.status_code < 400
        assert row.happened(world, code)
    else:
        assert was_refused(response) or row.quiet or letter in row.draft_else + row.sync_else
        assert row.happened is None or not row.happened(world, code)
        assert changed == set() or letter in row.draft_else + row.sync_else
    if not row.elsewhere:
        assert {language for _kind, _pk, language in changed} <= {code}


def as_user(world, role):
    client = Client()
    client.force_login(get_user_model().objects.get(pk=world.users[role].pk))
    return client


def test_who_writes_and_reviews_english_publishes_english_alone_by_the_sync_view(world):
    world.users["reviewer en"].groups.add(Group.objects.get(name=WRITERS))
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = sync("ready", {"publish_translations": "on"})(as_user(world, "reviewer en"), world, "en")
    assert world.get("ready", "en").live
    assert not world.get("ready", "ko").live
    assert any("한국어" in str(message) or "Korean" in str(message) for message in get_messages(response.wsgi_request))


@pytest.mark.parametrize(("code", "published"), [("ja", False), ("ko", False), ("en", True)])
def test_who_writes_and_reviews_english_publishes_no_other_snippets(world, code, published):
    world.users["reviewer en"].groups.add(Group.objects.get(name=WRITERS))
    snippet_form("theme_byhand", "action-publish")(as_user(world, "reviewer en"), world, code)
    assert (world.get("theme_byhand", code).name == "Changed") == published


def test_taking_in_for_english_decides_nothing_in_korean(world):
    """It only puts more on the Korean list of what is to do."""
    korean = world.translations["changed"]["ko"]
    PageViewRestriction.objects.create(page=world.get("changed", "ja"), restriction_type="login")
    for translation in world.translations["changed"].values():
        allow_gaps(Translation.objects.get(pk=translation.pk), world.users["admin"])
    before = snapshot()
    with TestCase.captureOnCommitCallbacks(execute=True):
        take_in(as_user(world, "translator en"), world, "en")
    after = snapshot()
    assert is_synced("changed")(world, "en")
    in_korean = {key for key in changes(before, after) if key[2] == "ko"}
    # What the memory proposes, which no page shows.
    assert {kind for kind, _pk, _code in in_korean} == {"StringTranslation"}
    for key in in_korean:
        assert key not in before
        assert after[key]["has_error"]
    # There may be gaps that no reviewer has seen.
    assert not are_allowed(Translation.objects.get(pk=korean.pk))
    assert not are_allowed(Translation.objects.get(pk=world.translations["changed"]["en"].pk))
    assert not PageViewRestriction.objects.exclude(page=world.get("changed", "ja")).exists()


@pytest.mark.parametrize(
    ("app", "factory"), [("wagtailimages.image", PictureFactory), ("wagtaildocs.document", DocumentFactory)]
)
@pytest.mark.parametrize("role", ["writer", "approver"])
def test_the_staff_tag_pictures_and_documents_in_bulk(world, role, app, factory):
    """Wagtail asks for their collections; they have no language."""
    obj = factory()
    address = reverse("wagtail_bulk_action", args=[*app.split("."), "add_tags"])
    as_user(world, role).post(f"{address}?id={obj.pk}", {"tags": "harbour"})
    assert [tag.name for tag in obj.tags.all()] == ["harbour"]


@pytest.mark.parametrize("name", ["page", "theme"])
def test_what_was_written_in_english_first_is_not_its_translators(world, name):
    english = Locale.objects.get(language_code="en")
    if name == "page":
        born = StandardPageFactory(parent=world.get("front", "en"), title="Born here", locale=english)
        address = reverse("wagtailadmin_pages:edit", args=[born.pk])
    else:
        born = ThemeFactory(locale=english)
        address = reverse("wagtailsnippets_council_theme:edit", args=[born.pk])
    for role in ("translator en", "reviewer en"):
        assert was_refused(as_user(world, role).get(address))
    assert as_user(world, "writer").get(address).status_code == 200


def test_permissions_that_somebody_adds_to_translators_do_not_reach_further(world):
    """An administrator who ticks "add" and "delete" for the group has not made its members staff."""
    group = role_group("en", may_publish=False)
    for codename in ("add_page", "publish_page", "lock_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=permission)
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="council", codename__endswith="_theme"),
        Permission.objects.get(codename="submit_translation"),
    )
    client = as_user(world, "translator en")
    snapshot_before = snapshot()
    for send in (
        page_form("loose", "action-publish"),
        post("loose", "wagtailadmin_pages:delete"),
        post("theme_byhand", "wagtailsnippets_council_theme:delete"),
        bulk("theme_byhand", "delete", "theme"),
        snippet_form("theme_byhand", "action-publish"),
        sync("live", {"publish_translations": "on"}),
    ):
        send(client, world, "ja")
        assert changes(snapshot_before, snapshot()) == set()


def test_every_address_of_the_editors_side_is_guarded():
    """Whoever registers it, also after us."""
    views = dict(views_of(get_resolver(None).url_patterns))
    # What Wagtail adds last needs no account: login, password, icons, words.
    open_to_all = re.compile("admin/(sprite|login|password_reset|jsi18n|\\^)")
    unguarded = [route for route, view in views.items() if not getattr(view, "is_guarded", False)]
    assert [route for route in unguarded if not open_to_all.match(route)] == []
    assert len(views) > 250


def views_of(patterns, route=""):
    for pattern in patterns:
        here = f"{route}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            yield from views_of(pattern.url_patterns, here)
        elif here.startswith("admin/"):
            yield here, pattern.callback


def test_the_matrix_is_large_enough():
    assert len(list(cells())) >= 250
