"""Pages and snippets in translators' hands, for the tests of who may do what with them."""

import dataclasses
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from council.staff import APPROVERS, WRITERS
from home.models import StandardPage
from tests.factories import (
    HomePageFactory,
    PictureFactory,
    StandardPageFactory,
    ThemeFactory,
    UserFactory,
    translate,
)
from translators.roles import LocaleRole

TARGETS = ["en", "ko"]


def send(instance, *codes):
    """Submits an object as staff does, and gives back its `Translation`s by language."""
    translate_object(instance, list(Locale.objects.filter(language_code__in=codes)))
    return {
        each.target_locale.language_code: each
        for each in Translation.objects.filter(source__object_id=instance.translation_key)
    }


def complete(translation, text="Translated: {source}"):
    """Translates every text of a translation, as a person does."""
    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=translation.target_locale,
            defaults={
                "data": text.format(source=segment.string.data),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "has_error": False,
            },
        )


def publish(translation):
    """Publishes as the translators' editor does, with what waits for the end of the transaction."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)


def in_language(instance, code):
    """An object's version in a language, fresh from the database; ``None`` where there is none."""
    model = Page if isinstance(instance, Page) else type(instance)
    version = model.objects.filter(translation_key=instance.translation_key, locale__language_code=code).first()
    return version.specific if isinstance(version, Page) else version


def role_group(code, may_publish):
    return Group.objects.get(pk=LocaleRole.objects.get(locale__language_code=code, may_publish=may_publish).group_id)


def make_users():
    """One of each role, by the names that the matrix uses."""
    users = {
        "writer": UserFactory(username="writer", groups=[WRITERS]),
        "approver": UserFactory(username="approver", groups=[APPROVERS]),
        "admin": UserFactory(username="admin", is_superuser=True),
    }
    for code in TARGETS:
        for name, may_publish in (("translator", False), ("reviewer", True)):
            user = users[f"{name} {code}"] = UserFactory(username=f"{name}-{code}")
            user.groups.add(role_group(code, may_publish))
    return users


def page_in_english():
    """A published page's complete `Translation` into English, of which nothing is published yet."""
    front = HomePageFactory()
    translate(front, "en")
    page = StandardPageFactory(parent=front, title="題", slug="page", summary="まとめ")
    page.save_revision().publish()
    translation = send(page, "en")["en"]
    complete(translation)
    return translation


@dataclasses.dataclass
class World:
    """Each object by what it is for; all but ``front`` in Japanese, English and Korean."""

    users: dict
    objects: SimpleNamespace
    translations: dict
    _remembered: dict = dataclasses.field(default_factory=dict)

    def remember(self, key, make):
        """What is costly to make and the same for every test."""
        if key not in self._remembered:
            self._remembered[key] = make()
        return self._remembered[key]

    def get(self, name, code):
        return in_language(getattr(self.objects, name), code)


def make_world():
    """The objects of the matrix.

    ``live``: published and complete. ``ready``: a draft, complete, but its draft still holds the Japanese text.
    ``changed``: as ``live``, and its source has gone on since. ``gappy``: a draft of which nothing is translated. ``stopped``: its translation was ended. ``byhand``: translated
    without wagtail-localize, live, in two versions. ``loose``: the same as a draft. ``alias``: an alias in English
    and Korean. ``theme…``: snippets of the same kinds.
    """
    call_command("setup_site", verbosity=0)
    users = make_users()
    front = HomePageFactory()
    for code in TARGETS:
        translate(front, code)
    body = [("paragraph", "<p>だれでも来られる。</p>")]
    objects = SimpleNamespace(front=front)
    translations = {}
    for name in ("live", "ready", "gappy", "stopped", "changed"):
        page = StandardPageFactory(
            parent=front, title=f"題 {name}", slug=name, summary=f"まとめ {name}", body=body, live=name != "ready"
        )
        if name == "live":
            page.picture, page.picture_alt = PictureFactory(), "海"
        page.save_revision()
        page.save()
        setattr(objects, name, page)
        translations[name] = send(page, *TARGETS)
    for name in ("theme_live", "theme_ready", "theme_gappy"):
        theme = ThemeFactory(
            name=f"主題 {name}", slug=name.replace("_", "-"), description="説明。", live=name != "theme_ready"
        )
        theme.save_revision()
        setattr(objects, name, theme)
        translations[name] = send(theme, *TARGETS)
    for name in ("live", "ready", "stopped", "changed", "theme_live", "theme_ready"):
        for each in translations[name].values():
            complete(each)
    for name in ("live", "changed", "theme_live"):
        for each in translations[name].values():
            publish(each)
    objects.changed.title = "別の題 changed"
    with TestCase.captureOnCommitCallbacks(execute=True):
        objects.changed.save_revision().publish()
    for each in translations["stopped"].values():
        Translation.objects.filter(pk=each.pk).update(enabled=False)
    objects.byhand = StandardPageFactory(parent=front, title="手で訳す", slug="byhand")
    objects.loose = StandardPageFactory(parent=front, title="下書き", slug="loose", live=False)
    objects.alias = StandardPageFactory(parent=front, title="別名", slug="alias")
    objects.theme_byhand = ThemeFactory(name="手で", slug="theme-byhand")
    for code in TARGETS:
        locale = Locale.objects.get(language_code=code)
        translate(objects.byhand, code)
        translate(objects.loose, code, publish=False)
        translate(objects.theme_byhand, code)
        objects.alias.copy_for_translation(locale, alias=True)
    for code in ("ja", *TARGETS):
        for page in (in_language(objects.byhand, code), in_language(objects.loose, code)):
            page.save_revision()
            page.save_revision()
        theme = in_language(objects.theme_byhand, code)
        theme.save_revision()
        theme.save_revision()
    assert StandardPage.objects.count() == 8 * 3
    return World(users, objects, translations)
