"""The dashboard "State of translations": right in every case, for everybody, and in few queries."""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from council.models import Person, Term, Theme
from council.staff import WRITERS, set_up_groups
from council.translation.locales import forget_locales
from home.models import HomePage
from stories.models import StoryPage
from tests.factories import (
    HomePageFactory,
    PersonFactory,
    PictureFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    UserFactory,
    translate,
)
from translators.groups import set_up_all_translators
from translators.sending.parcels import pack
from translators.sending.send import send
from translators.status.cells import Published, State, Version, Work, cell
from translators.status.readings import readings_wanted
from translators.status.rows import read_rows
from translators.status.table_csv import guarded
from translators.status.totals import totals
from translators.synced_text import SyncedText

pytestmark = pytest.mark.django_db

FIVE = [("paragraph", "<p>一つめ。</p>"), ("paragraph", "<p>二つめ。</p>"), ("paragraph", "<p>三つめ。</p>")]


# --- How a case is made ---------------------------------------------------------------------------------------


def publish(obj, **fields):
    """Saves and publishes through a revision, as an editor does."""
    for name, value in fields.items():
        setattr(obj, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        obj.save_revision().publish()
    obj.refresh_from_db()
    return obj


def story(**fields):
    """A published story of five segments: title, summary and three paragraphs."""
    return publish(StoryPageFactory(**{"title": "まちの台所", "summary": "みんなで食べる。", "body": FIVE, **fields}))


def person(**fields):
    return publish(PersonFactory(**{"name": "山野さん", "role": "", **fields}))


def sent(obj, code="en"):
    """The object as `Translation` after it was sent; its draft is made."""
    translate_object(obj, [Locale.objects.get(language_code=code)])
    return Translation.objects.get(source__object_id=obj.translation_key, target_locale__language_code=code)


def segments(translation):
    return StringSegment.objects.filter(source=translation.source).order_by("order")


def fill(translation, number=None, has_error=False):
    """Translates the first segments, or all of them."""
    for segment in segments(translation)[:number]:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": f"English {segment.order}", "has_error": has_error},
        )
    return translation


def go_live(translation):
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    return translation.get_target_instance()


def live_translation(obj, code="en"):
    """All of it translated and published."""
    translation = fill(sent(obj, code))
    go_live(translation)
    return translation


def sync(translation):
    translation.source.update_from_db()


def edited(page, **fields):
    """A draft on top of what is live."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    page.refresh_from_db()
    return page


def stopped(translation):
    translation.enabled = False
    translation.save()
    return translation


# --- The cases ------------------------------------------------------------------------------------------------


@dataclass
class Case:
    make: object
    state: State
    percent: int | None
    live: bool
    # The states of the other rows in English: a story's front page and list of stories, unless said otherwise.
    others: dict


CASES = {}


def case(state, percent=None, live=False, others=None):
    """Registers a function that makes the case and returns the object whose English cell is looked at."""

    def register(make):
        CASES[make.__name__] = Case(make, State(state), percent, live, {"missing": 2} if others is None else others)
        return make

    return register


@case("missing")
def never_sent():
    return story()


@case("missing")
def written_but_not_published_and_never_sent():
    return StoryPageFactory(live=False)


@case("partial", percent=0)
def sent_and_nothing_translated():
    page = story()
    sent(page)
    return page


@case("partial", percent=40)
def two_of_five_translated():
    page = story()
    fill(sent(page), 2)
    return page


@case("partial", percent=75)
def the_same_words_in_two_places_are_two_texts():
    page = story(body=[("paragraph", "<p>おなじ。</p>"), ("paragraph", "<p>おなじ。</p>")])
    fill(sent(page), 3)
    return page


@case("partial", percent=99)
def all_but_one_of_two_hundred_is_not_100_percent():
    page = story(body=[("paragraph", f"<p>{number}つめ。</p>") for number in range(198)])
    translation = fill(sent(page))
    StringTranslation.objects.filter(translation_of=segments(translation).last().string).delete()
    return page


@case("partial", percent=80)
def a_suggestion_is_not_a_translation():
    page = story()
    translation = sent(page)
    fill(translation, has_error=True)
    fill(translation, 4)
    return page


@case("draft", percent=100)
def all_translated_but_never_published():
    page = story()
    fill(sent(page))
    return page


@case("live", percent=100, live=True)
def translated_and_published():
    page = story()
    live_translation(page)
    return page


@case("live", percent=100, live=True)
def source_edited_as_draft_only():
    page = story()
    live_translation(page)
    edited(page, title="まだ下書き")
    return page


@case("stale", percent=100, live=True)
def source_published_and_not_yet_synced():
    page = story()
    live_translation(page)
    publish(page, title="新しい題")
    return page


@case("stale", percent=0)
def source_published_while_the_translation_was_still_empty():
    page = story()
    sent(page)
    publish(page, title="新しい題")
    return page


@case("live", percent=100, live=True)
def source_published_and_taken_back():
    page = story()
    live_translation(page)
    publish(page, title="新しい題")
    publish(page, title="まちの台所")
    return page


@case("live", percent=100, live=True)
def source_published_again_without_a_change():
    page = story()
    live_translation(page)
    publish(page)
    return page


@case("live", percent=100, live=True)
def only_the_slug_of_the_source_changed():
    page = story()
    live_translation(page)
    publish(page, slug="kitchen")
    return page


@case("stale", percent=100, live=True)
def the_picture_of_the_source_changed_and_a_translation_may_have_its_own():
    page = story()
    live_translation(page)
    publish(page, picture=PictureFactory(), picture_alt="台所")
    return page


@case("partial", percent=80, live=True)
def synced_and_the_new_text_not_yet_translated():
    page = story()
    translation = live_translation(page)
    publish(page, title="新しい題")
    sync(translation)
    return page


@case("draft", percent=100, live=True)
def synced_and_translated_but_not_yet_published():
    page = story()
    translation = live_translation(page)
    publish(page, title="新しい題")
    sync(translation)
    fill(translation)
    return page


@case("live", percent=100, live=True)
def synced_translated_and_published_again():
    page = story()
    translation = live_translation(page)
    publish(page, title="新しい題")
    sync(translation)
    fill(translation)
    go_live(translation)
    return page


@case("draft", percent=100, live=True)
def synced_after_a_text_was_removed_from_the_source():
    page = story()
    translation = live_translation(page)
    publish(page, summary="")
    sync(translation)
    return page


@case("draft", percent=100)
def translation_unpublished():
    page = story()
    live_translation(page).get_target_instance().unpublish()
    return page


@case("draft", percent=100, live=True)
def a_translated_text_changed_after_publication():
    page = story()
    translation = live_translation(page)
    StringTranslation.objects.filter(locale=translation.target_locale).update(
        data="Another", updated_at=timezone.now() + timedelta(minutes=1)
    )
    return page


@case("draft", percent=100, live=True)
def a_draft_of_the_translation_saved_after_publication():
    page = story()
    edited(live_translation(page).get_target_instance(), title="Another title")
    return page


@case("missing")
def only_an_alias_stands_there():
    page = story()
    page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)
    return page


@case("live", percent=100, live=True, others={"missing": 2})
def the_pages_above_are_only_aliases():
    page = story()
    live_translation(page)
    assert Page.objects.filter(locale__language_code="en", alias_of__isnull=False).count() == 2
    return page


@case("draft", percent=100)
def translations_of_segments_that_are_gone_do_not_count():
    page = story()
    translation = fill(sent(page))
    del page.body[1:]
    publish(page)
    sync(translation)
    return page


@case("partial", percent=33)
def nor_do_they_fill_what_has_come_in_their_place():
    page = story(body=FIVE[:1])
    translation = fill(sent(page))
    publish(page, title="別の題", body=[("paragraph", "<p>別の段落。</p>")])
    sync(translation)
    return page


@case("draft", percent=100, others={"missing": 2})
def nothing_to_translate():
    page = story()
    translation = sent(page)
    segments(translation).delete()
    return page


@case("live", percent=100, live=True, others={"missing": 3})
def source_moved_to_another_place():
    page, other = story(), StoryIndexPageFactory(slug="other")
    live_translation(page)
    page.move(other, pos="last-child")
    return Page.objects.get(pk=page.pk)


@case("live", percent=100, live=True)
def translation_renamed():
    page = story()
    translation = live_translation(page)
    target = translation.get_target_instance()
    target.slug = "another-address"
    target.save()
    return page


@case("missing")
def deleted_in_english_only():
    page = story()
    live_translation(page).get_target_instance().delete()
    return page


@case("live", live=True)
def the_source_was_deleted_and_english_is_now_where_it_stands():
    page = story()
    translation = live_translation(page)
    english = translation.get_target_instance()
    StoryPage.objects.get(pk=page.pk).delete()
    return english


@case("live", percent=100, live=True)
def source_unpublished():
    page = story()
    live_translation(page)
    page.unpublish()
    return page


@case("live", live=True)
def stopped_and_kept_by_hand():
    page = story()
    translation = live_translation(page)
    stopped(translation)
    publish(translation.get_target_instance(), title="By hand")
    return page


@case("stale", live=True)
def stopped_and_older_than_its_source():
    page = story()
    translation = live_translation(page)
    stopped(translation)
    publish(page, title="新しい題")
    return page


@case("live", live=True)
def stopped_outdated_and_published_again_by_hand():
    page = story()
    translation = live_translation(page)
    stopped(translation)
    publish(page, title="新しい題")
    publish(translation.get_target_instance(), title="By hand")
    return page


@case("live", live=True, others={"live": 2})
def translated_by_hand_without_a_record():
    index = StoryIndexPageFactory()
    page = story()
    translate(index, "en")
    translate(page, "en", title="By hand")
    return page


@case("live", live=True, others={"missing": 2, "live": 0})
def written_in_english():
    StoryIndexPageFactory()
    english_home = HomePage.objects.get().copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    page = StoryPageFactory(
        parent=Page.objects.get(pk=english_home.pk), locale=Locale.objects.get(language_code="en"), title="A kitchen"
    )
    return publish(page)


@case("live", live=True)
def written_in_english_and_translated_into_japanese():
    page = written_in_english()
    live_translation(page, "ja")
    return page


@case("missing", others={"missing": 1})
def snippet_never_sent():
    return person()


@case("draft", percent=100, others={"missing": 1})
def snippet_translated_but_not_published():
    obj = person()
    fill(sent(obj))
    return obj


@case("live", percent=100, live=True, others={"missing": 1})
def snippet_published():
    obj = person()
    live_translation(obj)
    return obj


@case("stale", percent=100, live=True, others={"missing": 1})
def snippet_whose_source_went_on():
    obj = person()
    live_translation(obj)
    return publish(obj, name="山野花子さん")


@case("partial", percent=0, others={"partial": 2, "live": 1})
def page_with_a_snippet_that_is_translated_already():
    term = publish(TermFactory())
    live_translation(term)
    page = story(body=[("explainer", {"term": term, "heading": "ことば", "text": "<p>意味</p>"})])
    with TestCase.captureOnCommitCallbacks(execute=True):
        send([pack([page], Locale.objects.get(language_code="en"))])
    return page


@case("partial", percent=0, others={"missing": 2})
def page_translated_from_two_languages_is_counted_from_its_own():
    page = story()
    sent(page)
    korean = go_live(fill(sent(page, "ko")))
    pivot = TranslationSource.get_or_create_from_instance(korean)[0]
    fill(Translation.objects.create(source=pivot, target_locale=Locale.objects.get(language_code="en")))
    return page


@case("draft", percent=100)
def translation_expired_but_not_yet_taken_off():
    page = story()
    target = live_translation(page).get_target_instance()
    Page.objects.filter(pk=target.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    return page


@case("live", percent=100, live=True)
def page_behind_a_password():
    page = story()
    live_translation(page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="secret")
    return page


@pytest.mark.parametrize("name", CASES)
def test_state_of(name, locales):
    made = CASES[name]
    obj = made.make()
    rows = {row.key: row for row in read_rows()}
    english = locales["en"].pk
    found = rows[obj.translation_key].cells[english]
    assert (found.state, found.percent, found.is_live) == (made.state, made.percent, made.live)
    expected = Counter(made.others) + Counter({made.state.value: 1})
    if name == "page_with_a_snippet_that_is_translated_already":
        assert rows[Term.objects.first().translation_key].cells[english].state == State.LIVE
    [total] = totals(rows.values(), [english])
    assert {part.state.value: part.number for part in total.parts if part.number} == {
        k: v for k, v in expected.items() if v
    }


def test_there_are_at_least_thirty_cases():
    assert len(CASES) >= 30


# --- The rows -------------------------------------------------------------------------------------------------


def row_of(obj):
    return next(row for row in read_rows() if row.key == obj.translation_key)


def test_a_source_is_live_or_a_draft(locales):
    page = story()
    japanese = locales["ja"].pk
    assert row_of(page).cells[japanese].state == State.LIVE
    assert row_of(page).cells[japanese].is_source
    edited(page, title="まだ下書き")
    assert row_of(page).cells[japanese].state == State.DRAFT
    assert row_of(page).cells[japanese].is_live


def test_a_page_written_in_english_has_its_row_there(locales):
    page = written_in_english()
    row = row_of(page)
    assert row.source.locale_id == locales["en"].pk
    live_translation(page, "ja")
    row = row_of(page)
    assert row.source.locale_id == locales["en"].pk
    assert row.cells[locales["ja"].pk].state == State.LIVE
    assert not row.cells[locales["ja"].pk].is_source
    publish(page, title="Another kitchen")
    assert row_of(page).cells[locales["ja"].pk].state == State.STALE


def test_a_translation_from_a_second_language_grows_old_with_the_first(locales):
    page = story()
    korean = go_live(fill(sent(page, "ko")))
    pivot = TranslationSource.get_or_create_from_instance(korean)[0]
    fill(Translation.objects.create(source=pivot, target_locale=locales["en"]))
    go_live(Translation.objects.get(source=pivot))
    publish(page, title="新しい題")
    cells = row_of(page).cells
    assert cells[locales["ko"].pk].state == State.STALE
    assert cells[locales["en"].pk].state == State.STALE


def test_a_new_locale_is_a_column_in_which_all_is_missing_and_goes_with_it(locales):
    page = story()
    live_translation(page)
    vietnamese = Locale.objects.create(language_code="vi")
    forget_locales()
    assert row_of(page).cells[vietnamese.pk].state == State.MISSING
    vietnamese.delete()
    assert set(row_of(page).cells) == {locale.pk for locale in locales.values()}


def test_rows_stand_as_in_the_tree_then_snippets_by_type(locales):
    page, about = story(title="二"), publish(StandardPageFactory(title="このサイト"))
    first = publish(StoryPageFactory(title="一"))
    first.move(page, pos="left")
    term, theme, someone = publish(TermFactory()), publish(ThemeFactory()), person()
    rows = read_rows()
    titles = [row.title for row in rows if row.is_page]
    assert titles == ["まちの計画", "ストーリー", "一", "二", about.title]
    assert {row.model for row in rows[5:]} == {Person, Theme, Term}
    assert {row.key for row in rows if not row.is_page} == {each.translation_key for each in (term, theme, someone)}
    assert [row.section.title if row.section else "" for row in rows if row.is_page] == [
        "",
        "ストーリー",
        "ストーリー",
        "ストーリー",
        about.title,
    ]


def test_a_page_written_in_english_stands_below_the_japanese_parent(locales):
    page = story()
    english_index = live_translation(StoryIndexPageFactory._meta.model.objects.get()).get_target_instance()
    born = StoryPageFactory(parent=english_index, locale=locales["en"], title="A kitchen")
    rows = [row for row in read_rows() if row.is_page]
    assert {row.title: row.level for row in rows} == {"まちの計画": 0, "ストーリー": 1, page.title: 2, born.title: 2}
    assert row_of(born).section.title == "ストーリー"


def test_a_page_outside_the_sites_is_left_out(locales):
    story()
    outside = HomePageFactory(parent=Page.get_first_root_node(), title="よそ")
    assert outside.translation_key not in {row.key for row in read_rows()}


# --- SyncedText -----------------------------------------------------------------------------------------------


def test_a_source_whose_object_is_gone_can_still_be_saved(locales):
    page = story()
    source = sent(page).source
    Page.objects.filter(pk=page.pk).update(translation_key="00000000-0000-4000-8000-000000000001")
    before = SyncedText.objects.get(source=source).fingerprint
    source.save()
    assert SyncedText.objects.get(source=source).fingerprint == before


def test_a_sync_renews_the_synced_text(locales):
    page = story()
    translation = sent(page)
    before = SyncedText.objects.get(source=translation.source).fingerprint
    publish(page, title="新しい題")
    assert SyncedText.objects.get(source=translation.source).fingerprint == before
    sync(translation)
    assert SyncedText.objects.get(source=translation.source).fingerprint != before


# --- A cell by itself -----------------------------------------------------------------------------------------


def version(**fields):
    return Version(key=None, locale_id=2, pk=1, model=Page, **fields)


def test_what_was_never_noted_is_not_called_stale():
    work = Work(source_id=1, source_locale_id=1, segments=1, translated=1)
    assert cell(version(), work, None, "text").state == State.LIVE
    assert cell(version(), work, Published("x", outdated_since=timezone.now()), "").state == State.STALE


def test_stale_goes_before_partial_and_partial_before_draft():
    work = Work(source_id=1, source_locale_id=1, segments=3, translated=2, synced="old")
    assert cell(version(is_live=False), work, None, "new") == cell(version(is_live=False), work, None, "newer")
    assert cell(version(is_live=False), work, None, "new").state == State.STALE
    assert cell(version(is_live=False), work, None, "old").state == State.PARTIAL
    assert cell(version(is_live=False), work, None, "old").percent == 66


# --- The page -------------------------------------------------------------------------------------------------

ADDRESS = "/admin/translations/"


@pytest.fixture
def admin(client, locales):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def set_up_staff():
    """The groups as `setup_site` makes them."""
    set_up_groups()
    set_up_all_translators()


def shown(client, query=""):
    return client.get(ADDRESS + query).context


def titles(client, query):
    return [each.row.title for each in shown(client, query)["shown_rows"] if each.row.is_page]


def cell_links(client, page, query=""):
    """The act and the address behind each cell of a page's row, by language."""
    [row] = [each for each in shown(client, query)["shown_rows"] if each.row.key == page.translation_key]
    return {each.locale.language_code: each.way and (each.way.act.value, each.way.url) for each in row.cells}


def test_each_cell_leads_on(admin):
    page = story()
    live_translation(page, "en")
    fill(sent(page, "ko"), 2)
    links = cell_links(admin, page)
    korean = page.get_translation(Locale.objects.get(language_code="ko"))
    assert links["ja"] == ("edit", reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert links["ko"] == ("edit", reverse("wagtailadmin_pages:edit", args=[korean.pk]))
    act, address = links["zh-hans"]
    assert act == "send"
    assert address.startswith(f"/admin/localize/submit/page/{page.pk}/?select_locale=zh-hans&next=")
    publish(page, title="新しい題")
    act, address = cell_links(admin, page)["en"]
    source = TranslationSource.objects.get(object_id=page.translation_key)
    assert act == "sync"
    assert address.startswith(f"/admin/localize/update/{source.pk}/?next=")
    for _act, address in cell_links(admin, page).values():
        assert admin.get(address).status_code == 200


def test_a_snippets_cells_lead_to_its_own_views(admin):
    someone = person()
    sent(someone, "en")
    links = cell_links(admin, someone)
    english = someone.get_translation(Locale.objects.get(language_code="en"))
    assert links["en"] == ("edit", f"/admin/snippets/council/person/edit/{english.pk}/")
    assert links["ko"][1].startswith(f"/admin/localize/submit/snippet/council/person/{someone.pk}/?")
    for _act, address in links.values():
        assert admin.get(address).status_code == 200


def test_what_is_not_published_cannot_be_sent(admin):
    page = StoryPageFactory(live=False)
    assert cell_links(admin, page)["en"] is None


def test_a_translator_sees_all_and_is_led_only_to_their_own_language(client, locales):
    set_up_staff()
    page, someone = story(), person()
    for obj in (page, someone):
        for code in ("en", "ko"):
            fill(sent(obj, code), 1)
    translator = UserFactory()
    translator.groups.add(Group.objects.get(locale_role__locale=locales["en"], locale_role__may_publish=False))
    client.force_login(translator)
    for obj in (page, someone):
        links = cell_links(client, obj)
        assert {code for code, way in links.items() if way} == {"en"}
        assert client.get(links["en"][1]).status_code == 200
    assert not shown(client)["may_send"]
    assert 'name="key"' not in client.get(ADDRESS).content.decode()


def test_a_translator_is_not_led_to_what_was_written_in_their_language(client, locales):
    set_up_staff()
    page = written_in_english()
    translator = UserFactory()
    translator.groups.add(Group.objects.get(locale_role__locale=locales["en"], locale_role__may_publish=False))
    client.force_login(translator)
    assert not any(cell_links(client, page).values())


def test_a_writer_without_the_permission_to_send_is_not_led_there(client, locales):
    set_up_staff()
    writer = UserFactory(groups=[WRITERS])
    writer.groups.first().permissions.remove(Permission.objects.get(codename="submit_translation"))
    page = story()
    client.force_login(writer)
    assert cell_links(client, page)["ko"] is None
    assert cell_links(client, page)["ja"][0] == "edit"


def test_nobody_sees_it_without_signing_in(client, locales):
    assert client.get(ADDRESS).status_code == 302


def test_it_stands_in_the_menu_and_among_the_reports(admin):
    request = admin.get("/admin/").wsgi_request
    from wagtail.admin.menu import admin_menu, reports_menu

    assert ADDRESS in {item.url for item in admin_menu.menu_items_for_request(request)}
    reports = {item.url for item in reports_menu.menu_items_for_request(request)}
    assert ADDRESS in reports
    assert reverse("wagtail_localize:translations_report") not in reports


@pytest.fixture
def mixed(locales):
    """Three stories: live in English, half in English, only in Japanese; and a page of another type."""
    done = story(title="青い家")
    half = story(title="青い海", summary="海のこと", body=[("paragraph", f"<p>海{number}</p>") for number in range(3)])
    none = story(title="赤い橋")
    live_translation(done)
    fill(sent(half), 2)
    publish(StandardPageFactory(title="このサイト"))
    return done, half, none


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=青い", ["青い家", "青い海"]),
        ("?q=青い 海", ["青い海"]),
        ("?q=ない", []),
        ("?state=live", ["青い家"]),
        ("?state=partial", ["青い海"]),
        ("?state=live&locale=ko", []),
        ("?state=missing&locale=en", ["まちの計画", "ストーリー", "赤い橋", "このサイト"]),
        ("?state=live&locale=ja", ["まちの計画", "ストーリー", "青い家", "青い海", "赤い橋", "このサイト"]),
        ("?type=home.standardpage", ["このサイト"]),
        ("?type=nowhere.nothing&q=橋", ["赤い橋"]),
        ("?type=stories.storypage&state=live", ["青い家"]),
    ],
)
def test_filters(admin, mixed, query, found):
    assert titles(admin, query) == found


def test_filter_by_part_of_the_site(admin, mixed):
    index = StoryIndexPageFactory._meta.model.objects.filter(locale__language_code="ja").get()
    assert titles(admin, f"?section={index.translation_key}") == ["ストーリー", "青い家", "青い海", "赤い橋"]


def test_one_language_is_one_column(admin, mixed):
    context = shown(admin, "?locale=ko")
    assert [each["locale"].language_code for each in context["locales"]] == ["ko"]
    assert [each["total"].locale_id for each in context["totals"]] == [Locale.objects.get(language_code="ko").pk]


def test_longest_unchanged_first(admin, mixed):
    done = mixed[0]
    publish(done, title="青い家、改め")
    stories = titles(admin, "?sort=age&type=stories.storypage")
    assert stories == ["青い海", "赤い橋", "青い家、改め"]


def test_readings_are_offered_only_where_somebody_counts(admin, mixed):
    assert "readings" not in dict(shown(admin)["filters"].fields["sort"].choices)
    assert titles(admin, "?sort=readings&q=い") == ["青い家", "青い海", "赤い橋", "このサイト"][:3]
    _done, half, none = mixed

    def count(sender, keys, **kwargs):
        assert none.translation_key in keys
        return {none.translation_key: 30, half.translation_key: 7}

    readings_wanted.connect(count)
    try:
        assert "readings" in dict(shown(admin)["filters"].fields["sort"].choices)
        assert titles(admin, "?sort=readings&q=い") == ["赤い橋", "青い海", "青い家"]
    finally:
        readings_wanted.disconnect(count)


def test_totals_are_those_of_all_filtered_rows_not_of_the_page(admin, locales):
    index = StoryIndexPageFactory()
    for number in range(60):
        StoryPageFactory(parent=index, title=f"話{number}")
    context = shown(admin, "?q=話&p=2")
    assert len(context["shown_rows"]) == 10
    english = next(each["total"] for each in context["totals"] if each["total"].locale_id == locales["en"].pk)
    assert english.number == 60
    assert {part.state: part.number for part in english.parts}[State.MISSING] == 60


def test_a_page_number_out_of_range_shows_the_last(admin, locales):
    story()
    assert shown(admin, "?p=999")["page_obj"].number == 1
    assert shown(admin, "?p=x")["page_obj"].number == 1


def test_states_are_words_in_a_real_table(admin, mixed):
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(admin.get(ADDRESS).content, "html.parser")
    table = soup.select_one("table.translation-status__table")
    assert table.caption.get_text(strip=True)
    assert all(each["scope"] == "col" for each in table.select("thead th"))
    assert all(each["scope"] == "row" for each in table.select("tbody th"))
    for each in table.select("tbody td.translation-status__cell"):
        assert each.get_text(strip=True)
        assert each.select_one("svg")
    assert len(table.select("tbody td.translation-status__cell")) == 5 * len(table.select("tbody tr"))


def test_titles_are_text_not_html(admin, locales):
    story(title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in admin.get(ADDRESS).content.decode()


# --- Queries --------------------------------------------------------------------------------------------------


def queries(client, query=""):
    client.get(ADDRESS + query)
    with CaptureQueriesContext(connection) as found:
        assert client.get(ADDRESS + query).status_code == 200
    return len(found)


@pytest.mark.parametrize("who", ["admin", "writer", "translator"])
def test_as_many_queries_for_many_as_for_few(who, client, locales):
    set_up_staff()
    user = UserFactory(is_superuser=who == "admin", groups=[WRITERS] if who == "writer" else [])
    if who == "translator":
        user.groups.add(Group.objects.get(locale_role__locale=locales["en"], locale_role__may_publish=False))
    client.force_login(user)

    def make(number):
        for _place in range(number):
            fill(sent(story()), 2)
            translate(person(), "ko")

    make(2)
    before = [queries(client), queries(client, "?sort=age&state=partial&locale=en"), queries(client, "?export=csv")]
    make(12)
    after = [queries(client), queries(client, "?sort=age&state=partial&locale=en"), queries(client, "?export=csv")]
    assert after == before
    assert max(after) <= 20


# --- CSV ------------------------------------------------------------------------------------------------------


def table(client, query=""):
    response = client.get(f"{ADDRESS}?export=csv{query}")
    text = response.content.decode("utf-8")
    return response, list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_file_opens_right_in_excel(admin, mixed):
    response, rows = table(admin, "&q=い")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response.content.count(b"\r\n") == response.content.count(b"\n") == 4
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert timezone.localdate().isoformat() in response["Content-Disposition"]
    assert [row[0] for row in rows[1:]] == ["青い家", "青い海", "赤い橋"]
    assert len({len(row) for row in rows}) == 1


def test_the_file_has_the_words_of_the_users_language(admin, mixed):
    from wagtail.users.models import UserProfile

    user = UserFactory(is_superuser=True)
    UserProfile.objects.create(user=user, preferred_language="en")
    admin.force_login(user)
    _response, rows = table(admin, "&q=青い")
    assert rows[0][-5:] == ["Japanese", "English", "Simplified Chinese", "Korean", "Plain Japanese"]
    assert rows[1][-5:] == ["Live, source", "Live", "Missing", "Missing", "Missing"]
    assert rows[2][-4] == "Partly translated, 40 %"


def test_the_file_has_all_filtered_rows(admin, locales):
    index = StoryIndexPageFactory()
    for number in range(60):
        StoryPageFactory(parent=index, title=f"話{number}")
    assert len(table(admin, "&q=話")[1]) == 61


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1+1"])
def test_no_title_becomes_a_formula(admin, locales, title):
    assert guarded(title) == f"'{title}"
    assert guarded("居場所 = ここ") == "居場所 = ここ"


def test_a_formula_in_a_title_is_guarded_in_the_file(admin, locales):
    story(title="=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in [row[0] for row in table(admin)[1]]
