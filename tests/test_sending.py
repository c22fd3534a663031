"""Sending for translation: with all that is needed, as drafts, once, and never anything else."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from council.models import Person, Term, Theme
from council.staff import APPROVERS, WRITERS, set_up_groups
from stories.models import StoryIndexPage, StoryPage
from tests.factories import (
    PersonFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    UserFactory,
    translate,
)
from translators.groups import set_up_all_translators
from translators.sending import sent
from translators.sending.parcels import Reason, pack
from translators.sending.send import SendingError, send
from translators.status.cells import State
from translators.status.rows import read_rows

pytestmark = pytest.mark.django_db


def publish(obj, **fields):
    for name, value in fields.items():
        setattr(obj, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        obj.save_revision().publish()
    obj.refresh_from_db()
    return obj


def story(**fields):
    return publish(StoryPageFactory(**{"title": "まちの台所", **fields}))


def titles(parcel):
    return [item.title for item in parcel.items]


def address(obj):
    if isinstance(obj, Page):
        return f"/admin/localize/submit/page/{obj.pk}/"
    return f"/admin/localize/submit/snippet/council/{obj._meta.model_name}/{obj.pk}/"


def version(obj, code="en"):
    return obj.get_translation(Locale.objects.get(language_code=code)).specific


def versions(code="en"):
    """All pages and snippets of a language."""
    locale = Locale.objects.get(language_code=code)
    pages = list(Page.objects.filter(locale=locale).specific())
    return pages + [each for model in (Person, Term, Theme) for each in model.objects.filter(locale=locale)]


@pytest.fixture
def admin(client, locales):
    client.force_login(UserFactory(is_superuser=True))
    return client


def post(client, to, *codes, **data):
    """Sends the form; what is done after the commit is done."""
    ids = [Locale.objects.get(language_code=code).pk for code in codes]
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(to, {"locales": ids, **data})


def said(response):
    return " ".join(str(message) for message in response.wsgi_request._messages)


@pytest.fixture
def heard():
    """What the signal told, call by call."""
    calls = []

    def hear(sender, translations, user, **kwargs):
        calls.append((translations, user))

    sent.connect(hear)
    yield calls
    sent.disconnect(hear)


# --- What goes along ------------------------------------------------------------------------------------------


def test_the_pages_above_go_first(locales):
    page = story()
    assert titles(pack([page], locales["en"])) == ["まちの計画", "ストーリー", "まちの台所"]
    assert [item.reason for item in pack([page], locales["en"]).items] == [Reason.ABOVE, Reason.ABOVE, Reason.CHOSEN]


def test_a_page_above_that_is_there_does_not_go(locales):
    page = story()
    translate(StoryIndexPage.objects.get(), "en")
    assert titles(pack([page], locales["en"])) == ["まちの台所"]
    assert titles(pack([page], locales["ko"])) == ["まちの計画", "ストーリー", "まちの台所"]


def test_a_page_above_that_is_only_an_alias_goes(locales):
    page = story()
    StoryIndexPage.objects.get().copy_for_translation(locales["en"], copy_parents=True, alias=True)
    assert titles(pack([page], locales["en"])) == ["まちの計画", "ストーリー", "まちの台所"]


def test_snippets_go_before_the_page_they_stand_in(locales):
    term, theme = publish(TermFactory(word="民生委員")), publish(ThemeFactory(name="居場所"))
    page = story(
        body=[
            ("explainer", {"term": term, "heading": "ことば", "text": "<p>意味</p>"}),
            ("members", {"theme": theme, "items": []}),
        ]
    )
    parcel = pack([page], locales["en"])
    assert titles(parcel)[-3:] == ["民生委員", "居場所", "まちの台所"]
    assert {item.reason for item in parcel.items if item.title in {"民生委員", "居場所"}} == {Reason.NEEDED}


def test_a_snippet_that_readers_do_not_see_stays(locales):
    term = TermFactory(word="下書き", live=False)
    page = story(body=[("explainer", {"term": term, "heading": "ことば", "text": "<p>意味</p>"})])
    assert "下書き" not in titles(pack([page], locales["en"]))


def test_a_person_needs_nothing(locales):
    from tests.factories import OrganisationPageFactory

    person = publish(PersonFactory(organisation=OrganisationPageFactory()))
    assert len(pack([person], locales["en"]).items) == 1


def test_snippets_needed_by_snippets_go_along_to_any_depth(locales, monkeypatch):
    """No type of the site has that today: a person in a page and, say, a theme in the person."""
    from translators.sending import parcels

    person, theme, term = publish(PersonFactory()), publish(ThemeFactory()), publish(TermFactory())
    asked = {person: [theme], theme: [term], term: [person]}
    monkeypatch.setattr(parcels, "needs", lambda obj: asked.get(obj, []))
    parcel = pack([person], locales["en"])
    assert [item.obj for item in parcel.items] == [term, theme, person]


def test_the_pages_below_go_if_they_are_wanted_but_no_drafts(locales):
    page = story()
    StoryPageFactory(title="下書き", live=False)
    index = StoryIndexPage.objects.get()
    assert titles(pack([index], locales["en"])) == ["まちの計画", "ストーリー"]
    below = pack([index], locales["en"], include_below=True)
    assert titles(below) == ["まちの計画", "ストーリー", page.title]
    assert below.items[-1].reason == Reason.BELOW


def test_a_page_chosen_with_one_below_it_is_called_chosen(locales):
    page = story()
    index = StoryIndexPage.objects.get()
    parcel = pack([page, index], locales["en"])
    assert [item.reason for item in parcel.items] == [Reason.ABOVE, Reason.CHOSEN, Reason.CHOSEN]


def test_what_goes_along_is_sent_from_where_it_was_written(locales):
    """A story written in English stands below an English list of stories, which is a translation."""
    index = StoryIndexPageFactory()
    send([pack([index], locales["en"])])
    english = publish(StoryPageFactory(parent=version(index), locale=locales["en"], title="A kitchen"))
    send([pack([english], locales["ko"])])
    languages = set(TranslationSource.objects.values_list("object_repr", "locale__language_code"))
    assert {("ストーリー", "ja"), ("A kitchen", "en")} <= languages
    assert ("ストーリー", "en") not in languages
    assert version(english, "ko").alias_of is None


# --- Sending --------------------------------------------------------------------------------------------------


def test_nothing_becomes_live(locales):
    term = publish(TermFactory())
    page = story(body=[("explainer", {"term": term, "heading": "ことば", "text": "<p>意味</p>"})])
    with TestCase.captureOnCommitCallbacks(execute=True):
        send([pack([page], locales["en"])])
    assert len(versions()) == 4
    assert not any(each.live for each in versions())
    assert not any(getattr(each, "alias_of_id", None) for each in versions())


def test_a_live_alias_above_becomes_a_draft_with_no_japanese_for_readers(locales, client):
    page = story()
    index = StoryIndexPage.objects.get()
    index.copy_for_translation(locales["en"], copy_parents=True, alias=True)
    assert version(index).live
    with TestCase.captureOnCommitCallbacks(execute=True):
        send([pack([page], locales["en"])])
    index = StoryIndexPage.objects.get(locale=locales["ja"])
    assert version(index).alias_of is None
    assert not version(index).live
    assert not version(index.get_parent()).live


def test_a_writer_sends_what_stands_below_a_live_alias(locales):
    """Who may send may not take pages off; the alias goes all the same, it is no translation."""
    page = story()
    StoryIndexPage.objects.get().copy_for_translation(locales["en"], copy_parents=True, alias=True)
    call_command("setup_site", verbosity=0)
    with TestCase.captureOnCommitCallbacks(execute=True):
        send([pack([page], locales["en"])], UserFactory(groups=[WRITERS]))
    assert version(page).alias_of is None
    assert not version(StoryIndexPage.objects.get(locale=locales["ja"])).live


def test_what_is_live_there_already_stays_live(locales):
    """wagtail-localize's own sending takes the live translation of a snippet off when a page with it is sent."""
    term = publish(TermFactory())
    english = translate(term, "en", word="welfare commissioner")
    page = story(body=[("explainer", {"term": term, "heading": "ことば", "text": "<p>意味</p>"})])
    with TestCase.captureOnCommitCallbacks(execute=True):
        send([pack([page], locales["en"])])
    english.refresh_from_db()
    assert english.live
    assert english.word == "welfare commissioner"


def test_sending_twice_is_sending_once(locales):
    page = story()
    send([pack([page], locales["en"])])
    before = sorted(Translation.objects.values_list("pk", "enabled")), len(versions())
    assert send([pack([page], locales["en"])]) == []
    assert (sorted(Translation.objects.values_list("pk", "enabled")), len(versions())) == before


def test_a_translation_in_work_is_not_touched_by_sending_into_another_language(locales):
    page = story()
    send([pack([page], locales["en"])])
    before = version(page).latest_revision_id
    updated = TranslationSource.objects.get(object_id=page.translation_key).last_updated_at
    send([pack([page], locales["ko"])])
    assert version(page).latest_revision_id == before
    assert TranslationSource.objects.get(object_id=page.translation_key).last_updated_at == updated


def test_the_text_that_is_sent_is_the_one_readers_see_now(locales):
    page = story()
    send([pack([page], locales["en"])])
    publish(page, title="新しい題")
    send([pack([page], locales["ko"])])
    source = TranslationSource.objects.get(object_id=page.translation_key)
    assert "新しい題" in StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    row = read_rows([page.translation_key])[0]
    assert row.cells[locales["ko"].pk].state == State.PARTIAL


def test_a_draft_on_top_of_what_is_live_is_not_sent(locales):
    page = story()
    page.title = "まだ下書き"
    page.save_revision()
    send([pack([StoryPage.objects.get(pk=page.pk)], locales["en"])])
    assert not StringSegment.objects.filter(string__data="まだ下書き").exists()
    assert version(page).title == "まちの台所"


def test_all_or_nothing(locales, monkeypatch, heard):
    from django.core.exceptions import ValidationError

    page = story()
    save_target = Translation.save_target

    def refuse(self, *args, **kwargs):
        if self.source.object_id == page.translation_key:
            raise ValidationError({"title": ["だめです。"]})
        return save_target(self, *args, **kwargs)

    monkeypatch.setattr(Translation, "save_target", refuse)
    with TestCase.captureOnCommitCallbacks(execute=True), pytest.raises(SendingError, match=r"まちの台所.+だめです。"):
        send([pack([page], locales["ko"]), pack([page], locales["en"])])
    assert not Translation.objects.exists()
    assert versions("ko") == versions("en") == []
    assert heard == []


def test_the_signal_comes_once_after_the_commit(locales, heard):
    page, user = story(), UserFactory()
    with TestCase.captureOnCommitCallbacks(execute=False) as callbacks:
        send([pack([page], locales["en"]), pack([page], locales["ko"])], user)
    assert heard == []
    for callback in callbacks:
        callback()
    [(translations, who)] = heard
    assert len(translations) == 6
    assert who == user
    assert {each.target_locale.language_code for each in translations} == {"en", "ko"}


def test_nothing_sent_is_not_told(locales, heard):
    page = story()
    with TestCase.captureOnCommitCallbacks(execute=True):
        send([pack([page], locales["en"])])
        send([pack([page], locales["en"])])
    assert len(heard) == 1


# --- The page -------------------------------------------------------------------------------------------------


def test_the_addresses_of_wagtail_localize_are_answered_here(admin):
    for obj in (story(), publish(PersonFactory())):
        assert "translators/send.html" in [template.name for template in admin.get(address(obj)).templates]


def test_a_page_is_sent_into_the_chosen_languages_only(admin):
    page = story()
    response = post(admin, address(page), "en", "ko")
    assert response.status_code == 302
    assert response["Location"] == "/admin/translations/"
    assert len(versions("en")) == len(versions("ko")) == 3
    assert versions("zh-hans") == []
    assert page.title in said(response)


def test_after_one_language_the_way_leads_to_its_translation(admin):
    page = story()
    response = post(admin, address(page), "en")
    assert response["Location"] == f"/admin/pages/{version(page).pk}/edit/"
    assert admin.get(response["Location"]).status_code == 200


def test_the_way_back_is_kept(admin):
    page = story()
    assert post(admin, address(page), "en", next="/admin/translations/?q=x")["Location"] == "/admin/translations/?q=x"
    assert post(admin, address(page), "ko", next="https://example.jp/")["Location"].startswith("/admin/")


def test_a_snippet_is_sent(admin):
    person = publish(PersonFactory())
    response = post(admin, address(person), "en")
    english = version_of_snippet(person)
    assert not english.live
    assert response["Location"] == f"/admin/snippets/council/person/edit/{english.pk}/"


def version_of_snippet(obj, code="en"):
    return type(obj).objects.get(translation_key=obj.translation_key, locale__language_code=code)


def test_the_language_of_the_cell_is_chosen_beforehand(admin):
    page = story()
    form = admin.get(f"{address(page)}?select_locale=ko").context["form"]
    assert form["locales"].value() == [str(Locale.objects.get(language_code="ko").pk)]


def test_languages_that_are_done_are_listed_and_not_offered(admin, locales):
    page = story()
    post(admin, address(page), "en")
    context = admin.get(address(page)).context
    offered = [pk for pk, _name in context["form"].fields["locales"].choices]
    assert offered == [str(locales[code].pk) for code in ("zh-hans", "ko", "ja-simple")]
    assert len(context["there"]) == 2
    response = post(admin, address(page), "en")
    assert response.status_code == 200
    assert response.context["form"].errors


def test_it_says_beforehand_what_goes_along(admin):
    page = story()
    html = admin.get(address(page)).content.decode()
    assert "ストーリー" in html
    [english] = [each for each in admin.get(address(page)).context["preview"] if each.locale.language_code == "en"]
    assert [item.title for item in english.along] == ["まちの計画", "ストーリー"]
    assert not Translation.objects.exists()


def test_without_a_language_it_says_so(admin):
    response = post(admin, address(story()))
    assert response.status_code == 200
    assert response.context["form"].errors["locales"]
    assert not Translation.objects.exists()


def test_a_draft_is_not_sent_but_a_sentence(admin):
    for obj in (StoryPageFactory(live=False), PersonFactory(live=False)):
        assert admin.get(address(obj)).context["problem"]
        assert post(admin, address(obj), "en").context["problem"]
    assert not Translation.objects.exists()


def test_where_no_language_is_left_there_is_a_sentence(admin):
    page = story()
    post(admin, address(page), "en", "zh-hans", "ko", "ja-simple")
    assert admin.get(address(page)).context["problem"]


@pytest.mark.parametrize(
    "path",
    ["page/999999/", "snippet/council/person/999999/", "snippet/council/reading/1/", "snippet/x/y/1/"],
)
def test_what_is_not_there_is_not_found(admin, path):
    assert admin.get(f"/admin/localize/submit/{path}", follow=True).status_code == 404


def test_a_translation_leads_to_its_original(admin):
    page = story()
    post(admin, address(page), "en")
    response = admin.get(f"{address(version(page))}?select_locale=ko")
    assert response["Location"] == f"{address(page)}?select_locale=ko"


def test_the_pages_below_are_sent_only_after_a_look_at_them(admin):
    page = story()
    index = StoryIndexPage.objects.get()
    response = post(admin, address(index), "en", include_below="on")
    assert response.status_code == 200
    assert page.title in response.content.decode()
    assert not Translation.objects.exists()
    fields = dict(response.context["hidden_fields"])
    assert post(admin, address(index), "en", include_below=fields["include_below"], confirm="1").status_code == 302
    assert len(versions()) == 3


def test_an_error_is_a_sentence_on_the_page(admin, monkeypatch):
    def refuse(parcels, user):
        raise SendingError("だめです。")

    monkeypatch.setattr("translators.sending.views.send", refuse)
    response = post(admin, address(story()), "en")
    assert response.status_code == 200
    assert "だめです。" in response.content.decode()


# --- Several rows ---------------------------------------------------------------------------------------------

SEVERAL = "/admin/translations/send/"


def post_several(client, objects, code="en", **data):
    with TestCase.captureOnCommitCallbacks(execute=True):
        keys = [str(obj.translation_key) for obj in objects]
        return client.post(SEVERAL, {"key": keys, "locale": code, **data})


def test_several_are_shown_first_and_then_sent(admin):
    pages = [story(title="一"), story(title="二")]
    person = publish(PersonFactory())
    response = post_several(admin, [*pages, person])
    assert response.status_code == 200
    assert len(response.context["parcels"][0].items) == 5
    assert not Translation.objects.exists()
    response = post_several(admin, [*pages, person], confirm="1", next="/admin/translations/?p=2")
    assert response["Location"] == "/admin/translations/?p=2"
    assert "一" in said(response)
    assert len(versions()) == 5
    assert not any(each.live for each in versions())


def test_of_several_only_what_is_missing_and_live_is_sent(admin):
    done, draft, wanted = story(title="済"), StoryPageFactory(title="下書き", live=False), story(title="まだ")
    post(admin, address(done), "en")
    response = post_several(admin, [done, draft, wanted])
    assert titles(response.context["parcels"][0]) == ["まだ"]
    assert response.context["left_out"] == ["済", "下書き"]


@pytest.mark.parametrize(
    "data", [{"locale": "en"}, {"locale": "xx", "key": "x"}, {"key": ["not-a-key"], "locale": "en"}, {}]
)
def test_a_choice_that_makes_no_sense_is_a_sentence(admin, data):
    story()
    response = admin.post(SEVERAL, data)
    assert response["Location"] == "/admin/translations/"
    assert said(response)


def test_several_are_sent_by_post_only(admin):
    assert admin.get(SEVERAL).status_code == 405


# --- Who may --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["writer", "approver", "translator", "reviewer"])
def test_the_staff_sends_and_translators_do_not(client, locales, who):
    set_up_groups()
    set_up_all_translators()
    user = UserFactory(groups={"writer": [WRITERS], "approver": [APPROVERS]}.get(who, []))
    if who in {"translator", "reviewer"}:
        role = {"locale_role__locale": locales["en"], "locale_role__may_publish": who == "reviewer"}
        user.groups.add(Group.objects.get(**role))
    page, person = story(), publish(PersonFactory())
    client.force_login(user)
    post(client, address(page), "en")
    post(client, address(person), "en")
    post_several(client, [page, person], "ko", confirm="1")
    made = 8 if who in {"writer", "approver"} else 0
    assert Translation.objects.count() == made
    if not made:
        for path in (address(page), address(person)):
            assert "translators/send.html" not in [each.name for each in client.get(path).templates]


def test_a_page_that_one_may_not_edit_is_not_sent_with_several(client, locales):
    """The permission to send says nothing of which pages."""
    from django.contrib.auth.models import Permission

    user = UserFactory()
    for codename in ("submit_translation", "access_admin"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    page = story()
    client.force_login(user)
    response = post_several(client, [page], confirm="1")
    assert response.status_code == 302
    assert not Translation.objects.exists()
