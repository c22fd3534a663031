"""What staff sees of the search, and who may change what readers find."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from council.staff import APPROVERS, WRITERS
from search.entries import PageEntry, PageText
from search.missed import MissedSearch
from search.promoted import PromotedResult
from search.results import find_pages
from search.staff.why import explain
from search.synonyms import Synonym
from tests.factories import StandardPageFactory, UserFactory, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def _site(db):
    call_command("setup_site", verbosity=0)


@pytest.fixture
def writer(_site):
    return UserFactory(username="writer", groups=[WRITERS])


@pytest.fixture
def approver(_site):
    return UserFactory(username="approver", groups=[APPROVERS])


@pytest.fixture
def translator(_site):
    return UserFactory(username="translator", groups=["翻訳者（English）"])


@pytest.fixture
def stranger(_site):
    """Somebody who looks after pictures, and no page."""
    user = UserFactory(username="stranger")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def page_of(title, paragraph="", **fields):
    body = [("paragraph", f"<p>{paragraph}</p>")] if paragraph else []
    page = StandardPageFactory(title=title, body=body, **fields)
    take_in()
    return page


def take_in():
    """Lets the search read what has changed, as it does before it answers."""
    find_pages("食堂", "ja")


def missed(words="社協", language="ja", count=3, month="2026-11-01"):
    return MissedSearch.objects.create(
        words=words, language=language, count=count, month=datetime.date.fromisoformat(month)
    )


REPORT, WHY = "search_missed:index", "search_why:index"
SNIPPETS = [Synonym, PromotedResult]


def add_url(model):
    return reverse(model.snippet_viewset.get_url_name("add"))


def list_url(model):
    return reverse(model.snippet_viewset.get_url_name("list"))


# Rights.


@pytest.mark.parametrize("model", ["synonym", "promotedresult"])
def test_writers_look_and_approvers_decide(writer, approver, model):
    assert writer.has_perm(f"search.view_{model}")
    for action in ("add", "change", "delete"):
        assert approver.has_perm(f"search.{action}_{model}")
        assert not writer.has_perm(f"search.{action}_{model}")


@pytest.mark.parametrize("model", SNIPPETS)
def test_translators_have_nothing_to_do_with_synonyms(client, translator, model):
    assert not any(
        translator.has_perm(f"search.{action}_{model._meta.model_name}") for action in ("view", "add", "change")
    )
    client.force_login(translator)
    assert client.get(list_url(model)).status_code == 302
    assert client.get(add_url(model)).status_code == 302


@pytest.mark.parametrize("model", SNIPPETS)
def test_a_writer_cannot_add_by_the_address(client, writer, model):
    client.force_login(writer)
    client.post(add_url(model), {"words": "社協\n社会福祉協議会", "sort_order": 1, "page": StandardPageFactory().pk})
    assert not model.objects.exists()


@pytest.mark.parametrize("name", [REPORT, WHY])
def test_report_and_explanation_are_for_those_who_write_pages(client, writer, translator, stranger, name):
    translate(StandardPageFactory(), "en")
    for user, status in ((writer, 200), (translator, 200), (stranger, 302)):
        client.force_login(user)
        assert client.get(reverse(name)).status_code == status


def test_everybody_finds_in_the_menu_what_they_may_open(client, writer, stranger):
    client.force_login(writer)
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    for address in (reverse(REPORT), reverse(WHY), list_url(Synonym), list_url(PromotedResult)):
        assert f'"{address}"' in menu
    client.force_login(stranger)
    assert reverse(REPORT) not in client.get(reverse("wagtailadmin_home")).content.decode()


# Snippets.


def test_an_approver_writes_a_synonym(client, approver):
    client.force_login(approver)
    client.post(add_url(Synonym), {"words": "社協\n社会福祉協議会", "one_way": "on"})
    assert str(Synonym.objects.get()) == "社協 → 社会福祉協議会"
    assert "社協 → 社会福祉協議会" in client.get(list_url(Synonym)).content.decode()


def test_a_synonym_of_one_word_is_sent_back_with_a_sentence(client, approver):
    client.force_login(approver)
    answer = client.post(add_url(Synonym), {"words": "社協"})
    assert not Synonym.objects.exists()
    assert answer.context["form"].errors["words"]


def test_an_approver_puts_a_page_first(client, approver):
    page = StandardPageFactory()
    client.force_login(approver)
    client.post(add_url(PromotedResult), {"words": "相談", "page": page.pk, "sort_order": 100})
    assert PromotedResult.objects.get().page_id == page.pk
    assert page.title in client.get(list_url(PromotedResult)).content.decode()


@pytest.mark.parametrize("model", SNIPPETS)
def test_a_form_begins_with_the_words_of_the_report(client, approver, model):
    client.force_login(approver)
    answer = client.get(add_url(model), {"words": "車いす 貸出"})
    assert answer.context["form"]["words"].value() == "車いす 貸出"


# The report.


def test_the_newest_month_comes_first_and_in_it_what_was_asked_most(client, writer):
    for words, count, month in [("一", 9, "2026-10-01"), ("二", 1, "2026-11-01"), ("三", 5, "2026-11-01")]:
        missed(words, count=count, month=month)
    client.force_login(writer)
    assert [row.words for row in client.get(reverse(REPORT)).context["object_list"]] == ["三", "二", "一"]


def test_it_is_narrowed_by_month_and_language(client, writer):
    missed("一", "ja")
    missed("二", "en")
    missed("三", "ja", month="2026-10-01")
    client.force_login(writer)
    answer = client.get(reverse(REPORT), {"month": "2026-11-01", "language": "ja"})
    assert [row.words for row in answer.context["object_list"]] == ["一"]


def test_it_says_what_the_same_words_find_today(client, writer):
    page_of("社会福祉協議会")
    page_of("食堂のある家")
    for words in ("社会福祉協議会", "避難所", "食堂 避難所"):
        missed(words)
    client.force_login(writer)
    rows = client.get(reverse(REPORT)).context["object_list"]
    now = {row.words: str(row.now) for row in rows}
    assert now["社会福祉協議会"] == "1"
    assert now["避難所"] == "なし"
    assert now["食堂 避難所"].endswith("：1")


def test_from_a_row_one_click_leads_to_a_synonym_and_to_a_page_put_first(client, approver, writer):
    missed("車いす 貸出")
    client.force_login(approver)
    html = client.get(reverse(REPORT)).content.decode()
    words = "?words=%E8%BB%8A%E3%81%84%E3%81%99+%E8%B2%B8%E5%87%BA"
    for model in SNIPPETS:
        assert add_url(model) + words in html
    client.force_login(writer)
    html = client.get(reverse(REPORT)).content.decode()
    assert "車いす" in html
    assert add_url(Synonym) not in html


def test_it_is_saved_as_a_table(client, writer):
    missed("車いす 貸出")
    client.force_login(writer)
    answer = client.get(reverse(REPORT), {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[1:] == ["2026-11-01,ja,車いす 貸出,3"]


def test_no_spreadsheet_calculates_what_a_reader_has_typed(client, writer):
    missed("=1+相談")
    client.force_login(writer)
    answer = client.get(reverse(REPORT), {"export": "csv"})
    assert b"".join(answer.streaming_content).decode().splitlines()[1:] == ["2026-11-01,ja,'=1+相談,3"]


# Why is this found?


def test_each_word_is_explained_and_its_points_make_the_sum_that_the_search_has():
    page = page_of("子ども食堂の案内", "子ども食堂。" * 4 + "月に一度の相談。")
    explanation = explain(page, "こども食堂 相談", "ja")
    (match,) = find_pages("こども食堂 相談", "ja").matches
    (wording,) = explanation.wordings
    first, second = wording.things
    assert (first.text, first.forms, first.is_as_typed) == ("こども食堂", ["子供", "食堂"], True)
    assert [str(where) for where, _points in first.places] == ["題名にある", "本文に何度もある"]
    assert second.is_there
    assert not second.places
    assert explanation.points == match.points
    assert (explanation.place, explanation.total, explanation.is_partial) == (1, 1, False)


def test_words_that_follow_each_other_are_said():
    page = page_of("地域のみんなの食堂")
    explanation = explain(page, "みんな 食堂", "ja")
    assert [pair[:2] for pair in explanation.wordings[0].neighbours] == [("みんな", "食堂")]
    assert explanation.points == find_pages("みんな 食堂", "ja").matches[0].points


def test_its_place_is_that_among_the_results():
    pages = [page_of("食堂"), page_of("案内", "食堂")]
    assert [explain(page, "食堂", "ja").place for page in pages] == [1, 2]


def test_a_synonym_by_which_it_is_found_is_named():
    Synonym.objects.create(words="社協\n社会福祉協議会")
    page = page_of("社会福祉協議会")
    (thing,) = explain(page, "社協", "ja").wordings[0].things
    assert thing.synonyms == ["社会福祉協議会"]
    assert thing.is_there
    assert not thing.is_as_typed


def test_a_reading_by_which_it_is_found_is_named():
    page = page_of("練馬の案内")
    (thing,) = explain(page, "nerima", "ja").wordings[0].things
    assert thing.sounds == ["練馬"]
    assert thing.is_there


def test_what_it_lacks_is_named():
    page = page_of("子どもの食事", "食堂はありません")
    explanation = explain(page, "子ども食堂", "ja")
    (thing,) = explanation.wordings[0].things
    assert explanation.place is None or explanation.is_partial
    assert not thing.is_there
    assert thing.there == ["子供", "食堂"]
    (thing,) = explain(page, "子ども病院", "ja").wordings[0].things
    assert thing.missing == ["病院"]


def test_a_question_without_a_word_is_said():
    assert explain(page_of("食堂"), "★", "ja").wordings == []


def obstructed(reason):
    page = page_of("食堂", live=reason != "draft")
    if reason == "withdrawn":
        page.unpublish()
    elif reason == "expired":
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(hours=1))
    elif reason == "private":
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    elif reason == "consent":
        PageEntry.objects.filter(page=page).update(until=timezone.now() - datetime.timedelta(hours=1))
    elif reason == "unknown":
        PageEntry.objects.filter(page=page).delete()
    elif reason == "alias":
        page = page.create_alias(parent=page.get_parent(), update_slug="alias")
    page = page.specific
    page.refresh_from_db()
    return page


@pytest.mark.parametrize("reason", ["draft", "withdrawn", "expired", "private", "consent", "unknown", "alias"])
def test_what_nobody_finds_has_its_reason(reason):
    page = obstructed(reason)
    explanation = explain(page, "食堂", "ja")
    assert page.pk not in {match.page_id for match in find_pages("食堂", "ja").matches}
    assert len(explanation.readability.obstacles) == 1
    assert explanation.place is None


def test_what_everybody_finds_has_none():
    readability = explain(page_of("食堂"), "食堂", "ja").readability
    assert not readability.obstacles
    assert "ja" in readability.readers


def test_readers_of_another_language_get_another_version(client, writer):
    page = page_of("食堂")
    english = translate(page, "en", title="Meals")
    explanation = explain(page, "食堂", "en")
    assert not explanation.readability.obstacles
    assert explanation.readability.other.pk == english.pk
    client.force_login(writer)
    html = client.get(reverse(WHY), {"page": page.pk, "q": "食堂", "language": "en"}).content.decode()
    assert f"page={english.pk}" in html


def test_what_is_not_searched_of_it_is_said():
    page = page_of("食堂")
    PageText.objects.filter(page=page).update(is_cut=True)
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True)
    page.refresh_from_db()
    assert len(explain(page, "食堂", "ja").readability.remarks) == 2


def test_the_view_says_it_in_words(client, writer):
    page = page_of("子ども食堂の案内")
    client.force_login(writer)
    html = client.get(reverse(WHY), {"page": page.pk, "q": "こども食堂", "language": "ja"}).content.decode()
    assert "1件のうち1番目" in html
    assert "題名にある" in html
    assert "+24" in html


@pytest.mark.parametrize(
    "query",
    [
        {"page": "x", "q": "食堂"},
        {"page": "99999999999999999999", "q": "食堂"},
        {"page": "99999999999999999999"},
        {"page": "1", "q": "食堂"},
        {"page": "", "q": "😀" * 500},
        {"page": "", "q": "", "language": "xx"},
        {"language": "xx"},
    ],
)
def test_an_address_with_anything_in_it_is_no_error(client, writer, query):
    client.force_login(writer)
    assert client.get(reverse(WHY), query).status_code == 200


def test_nobody_learns_of_a_page_that_they_may_not_edit(client, translator):
    page = page_of("秘密の食堂", live=False)
    client.force_login(translator)
    answer = client.get(reverse(WHY), {"page": page.pk, "q": "食堂"}, follow=True)
    assert "秘密の食堂" not in answer.content.decode()


def test_the_way_leads_from_the_page_that_is_edited(client, writer, translator):
    page = page_of("食堂")
    client.force_login(writer)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f"{reverse(WHY)}?page={page.pk}" in html
