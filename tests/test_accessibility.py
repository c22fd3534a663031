"""What is claimed of the site's accessibility follows from what was found and signed, and from nothing else."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from council.accessibility.choose_pages import choose_pages
from council.accessibility.conformance import FIXED_WORDING, Degree, enough_pages, shown_degree, what_lacks
from council.accessibility.criteria import CRITERIA, NUMBERS
from council.accessibility.load import AuditFileError, load_audit
from council.accessibility.models import AccessibilityTest, CriterionSignature
from council.accessibility.standing import (
    FAIL,
    MACHINE_NOT_APPLICABLE,
    MACHINE_PASS,
    NOT_APPLICABLE,
    PASS,
    UNCONFIRMED,
    standings,
)
from council.page_views.models import PageViews
from council.staff import APPROVERS, WRITERS, set_up_groups
from home.accessibility_pages import AccessibilityPolicyPage
from tests.factories import (
    AccessibilityPolicyPageFactory,
    AccessibilityResultsPageFactory,
    StandardPageFactory,
    UserFactory,
    translate,
)

PAGES = [
    {"template": "story", "locale": "ja", "url": f"http://127.0.0.1:8000/ja/{n}/", "how": "random"} for n in range(25)
]
PAGES += [{"template": "goal", "locale": "ja", "url": f"/ja/chosen/{n}/", "how": "chosen"} for n in range(15)]


def audit(result="pass", day="2026-09-01", pages=PAGES, **others):
    """A test in which every criterion has one result, but for those that are named: ``n1_1_1="fail"``."""
    results = dict.fromkeys(NUMBERS, result)
    results.update({name[1:].replace("_", "."): value for name, value in others.items()})
    return {
        "tested_on": day,
        "pages": pages,
        "criteria": {number: {"result": value, "by": "axe-core 4.14.1"} for number, value in results.items()},
        "tools": {"axe-core": "4.14.1"},
    }


def sign(number, verdict=PASS, **fields):
    return CriterionSignature.objects.create(criterion=number, verdict=verdict, name="山野", **fields)


def sign_all(verdict=PASS, but=()):
    for number in NUMBERS:
        if number not in but:
            sign(number, verdict)


def results():
    return {standing.criterion.number: standing.result for standing in standings().each}


# --- The criteria ---------------------------------------------------------------------------------------------


def test_there_are_twenty_five_criteria_of_level_a_and_thirteen_of_double_a():
    assert [sum(each.level == level for each in CRITERIA) for level in ("A", "AA")] == [25, 13]
    assert len(set(NUMBERS)) == 38
    assert sorted(NUMBERS, key=lambda number: [int(part) for part in number.split(".")]) == NUMBERS


# --- How the site stands --------------------------------------------------------------------------------------


def test_without_a_test_nothing_is_confirmed(db):
    assert set(results().values()) == {UNCONFIRMED}


def test_what_a_machine_finds_is_no_more_than_that(db):
    load_audit(audit("pass", n1_2_1="not_applicable", n1_4_3="fail", n2_1_1="unknown"))
    found = results()
    assert (found["1.1.1"], found["1.2.1"], found["1.4.3"], found["2.1.1"]) == (
        MACHINE_PASS,
        MACHINE_NOT_APPLICABLE,
        FAIL,
        UNCONFIRMED,
    )
    assert standings().met == []


def test_a_signature_counts(db):
    load_audit(audit("pass"))
    sign("1.1.1")
    sign("1.2.1", NOT_APPLICABLE)
    sign("1.4.3", FAIL, note="薄い")
    found = results()
    assert (found["1.1.1"], found["1.2.1"], found["1.4.3"]) == (PASS, NOT_APPLICABLE, FAIL)


def test_the_newest_signature_holds(db):
    sign("1.1.1", FAIL)
    sign("1.1.1", PASS)
    assert results()["1.1.1"] == PASS


def test_a_later_test_that_fails_reopens_what_was_signed(db):
    load_audit(audit("pass"))
    sign("1.1.1")
    sign("1.3.1")
    _test, reopened = load_audit(audit("pass", "2026-10-01", n1_1_1="fail"))
    assert reopened == ["1.1.1"]
    assert standings().of("1.1.1").result == FAIL
    assert standings().of("1.1.1").reopened
    assert results()["1.3.1"] == PASS
    # A test without the fault does not bring the signature back: somebody has to look again.
    load_audit(audit("pass", "2026-11-01"))
    assert results()["1.1.1"] == MACHINE_PASS
    sign("1.1.1")
    assert results()["1.1.1"] == PASS
    assert CriterionSignature.objects.filter(criterion="1.1.1").count() == 2


def test_an_older_test_taken_in_late_changes_nothing(db):
    load_audit(audit("pass"))
    sign("1.1.1")
    assert load_audit(audit("fail", "2025-01-01"))[1] == []
    assert results()["1.1.1"] == PASS


def test_how_it_stands_takes_two_queries(db, django_assert_num_queries):
    load_audit(audit("pass"))
    sign_all()
    with django_assert_num_queries(2):
        standings().counts()


# --- What may be claimed --------------------------------------------------------------------------------------


def claims(has_plan=True):
    return [degree for degree in Degree if not what_lacks(degree, standings(), has_plan)]


def test_without_a_test_only_regard_may_be_claimed(db):
    assert claims() == [Degree.CONSIDERS]
    sign_all()
    assert claims() == [Degree.CONSIDERS]


def test_machines_alone_never_make_a_site_conform(db):
    load_audit(audit("pass"))
    assert claims() == [Degree.CONSIDERS]


def test_it_conforms_when_all_is_tested_and_signed(db):
    load_audit(audit("pass"))
    sign_all(but=["3.3.4"])
    assert claims() == [Degree.CONSIDERS]
    sign("3.3.4", NOT_APPLICABLE)
    assert claims() == list(Degree)


def test_one_fault_leaves_it_partly_conforming_and_only_with_a_plan(db):
    load_audit(audit("pass"))
    sign_all(but=["1.4.3"])
    sign("1.4.3", FAIL, note="薄い")
    assert claims() == [Degree.PARTLY, Degree.CONSIDERS]
    assert claims(has_plan=False) == [Degree.CONSIDERS]
    assert shown_degree(Degree.CONFORMS, standings(), True) == Degree.PARTLY
    assert shown_degree(Degree.CONSIDERS, standings(), True) == Degree.CONSIDERS


def test_where_nothing_is_met_nothing_partly_conforms(db):
    load_audit(audit("pass"))
    sign_all(FAIL)
    assert claims() == [Degree.CONSIDERS]


@pytest.mark.parametrize(
    ("pages", "enough"),
    [
        (PAGES, True),
        (PAGES[1:], False),
        (PAGES[:-1], False),
        ([{**page, "how": ""} for page in PAGES], False),
        (PAGES[:25] + [{**PAGES[0], "how": "chosen"}] * 15, False),
        ([{**PAGES[0], "how": "all"}], True),
    ],
)
def test_a_set_of_pages_is_tested_by_forty(pages, enough):
    assert enough_pages(pages) is enough


def test_a_small_site_is_tested_whole(locales):
    StandardPageFactory(slug="one")
    assert {(row["url"], row["how"]) for row in choose_pages(1)} == {("/ja/", "all"), ("/ja/one/", "all")}


def test_of_a_large_site_forty_pages_are_tested_and_what_is_read_most_is_among_them(locales):
    pages = [StandardPageFactory(slug=f"page-{number}") for number in range(60)]
    PageViews.objects.create(
        translation_key=pages[-1].translation_key, language="ja", day=datetime.date(2026, 9, 1), number=7
    )
    hidden = StandardPageFactory(slug="hidden", live=False)
    rows = choose_pages("2026-09-01")
    assert enough_pages(rows)
    assert len({row["url"] for row in rows}) == 40
    chosen = {row["url"] for row in rows if row["how"] == "chosen"}
    assert {"/ja/", pages[-1].url} <= chosen
    assert hidden.url not in {row["url"] for row in rows}
    assert choose_pages("2026-09-01") == rows
    assert choose_pages("2026-09-02") != rows


# --- Taking in a test -----------------------------------------------------------------------------------------


def test_the_command_takes_in_a_file_and_keeps_no_host(db, tmp_path, capsys):
    path = tmp_path / "results.json"
    path.write_text(json.dumps(audit("pass")), "utf-8")
    call_command("load_audit", path)
    test = AccessibilityTest.objects.get()
    assert test.tested_on == datetime.date(2026, 9, 1)
    assert test.pages[0] == {"template": "story", "locale": "ja", "url": "/ja/0/", "how": "random"}
    assert "40" in capsys.readouterr().out


@pytest.mark.parametrize(
    "change",
    [
        {"tested_on": "yesterday"},
        {"tested_on": None},
        {"pages": {}},
        {"pages": [{"url": "javascript:alert(1)"}]},
        {"pages": [{"url": "http://127.0.0.1//elsewhere.example/"}]},
        {"pages": [{"url": "/ja/", "how": "somehow"}]},
        {"criteria": {"1.1.1": {"result": "good"}}},
        {"criteria": {"9.9.9": {"result": "pass"}}},
        {"criteria": {"1.1.1": {"result": "pass", "level": "AA"}}},
        {"criteria": []},
        {"tools": None},
    ],
)
def test_what_no_audit_writes_is_refused_whole(db, change):
    with pytest.raises(AuditFileError):
        load_audit({**audit(), **change})
    assert not AccessibilityTest.objects.exists()


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_the_command_says_what_is_wrong_with_a_file(db, tmp_path, text):
    path = tmp_path / "results.json"
    path.write_text(text, "utf-8")
    with pytest.raises(CommandError, match=r"results\.json"):
        call_command("load_audit", path)


# --- The staff ------------------------------------------------------------------------------------------------


@pytest.fixture
def approver(locales):
    set_up_groups()
    return UserFactory(groups=[APPROVERS], first_name="花子", last_name="山野")


def post(client, number="1.1.1", **fields):
    fields = {"verdict": PASS, "name": "山野", "date": "2026-09-02", "note": "", **fields}
    return client.post(f"/admin/reports/accessibility/{number}/", fields)


def test_approvers_sign_with_their_name(client, approver):
    client.force_login(approver)
    assert "1.1.1" in client.get("/admin/reports/accessibility/").content.decode()
    assert client.get("/admin/reports/accessibility/1.1.1/").status_code == 200
    assert post(client).status_code == 302
    signature = CriterionSignature.objects.get()
    assert (signature.criterion, signature.verdict, signature.name, signature.signed_by) == (
        "1.1.1",
        PASS,
        "山野",
        approver,
    )


def test_who_goes_on_comes_to_the_next_that_nobody_signed(client, approver):
    client.force_login(approver)
    sign("1.2.1")
    assert post(client, next="")["Location"].endswith("/1.2.2/")
    assert post(client, "4.1.2", next="")["Location"].endswith("/1.2.2/")


def test_writers_see_and_do_not_sign(client, approver):
    client.force_login(UserFactory(groups=[WRITERS]))
    html = client.get("/admin/reports/accessibility/").content.decode()
    assert "1.1.1" in html
    assert "/admin/reports/accessibility/1.1.1/" not in html
    assert post(client).status_code == 302
    assert not CriterionSignature.objects.exists()


def test_somebody_without_rights_sees_nothing(locales):
    client = Client()
    assert client.get("/admin/reports/accessibility/").status_code == 302
    client.force_login(UserFactory())
    assert client.get("/admin/reports/accessibility/").status_code == 302


@pytest.mark.parametrize("verdict", [PASS, NOT_APPLICABLE])
def test_a_fault_that_a_machine_found_cannot_be_signed_away(client, approver, verdict):
    load_audit(audit("fail"))
    client.force_login(approver)
    assert post(client, verdict=verdict).status_code == 200
    assert not CriterionSignature.objects.exists()
    assert post(client, verdict=FAIL, note="まだ").status_code == 302


@pytest.mark.parametrize("fields", [{"verdict": FAIL}, {"date": "2999-01-01"}, {"name": ""}, {"verdict": "good"}])
def test_a_signature_has_to_be_whole(client, approver, fields):
    client.force_login(approver)
    assert post(client, **fields).status_code == 200
    assert not CriterionSignature.objects.exists()


def test_an_unknown_criterion_is_not_found(client, approver):
    client.force_login(approver)
    assert client.get("/admin/reports/accessibility/9.9.9/").status_code == 404


def test_the_history_stays_to_be_read(client, approver):
    load_audit(audit("pass"))
    sign("1.1.1", note="見ました", date=datetime.date(2026, 9, 2))
    load_audit(audit("pass", "2026-10-01", n1_1_1="fail"))
    client.force_login(approver)
    html = client.get("/admin/reports/accessibility/1.1.1/").content.decode()
    assert "見ました" in html
    assert html.count("axe-core 4.14.1") == 2


# --- The pages ------------------------------------------------------------------------------------------------


@pytest.fixture
def policy(locales):
    policy = AccessibilityPolicyPageFactory(claimed=Degree.CONFORMS, plan="来年、直します。", slug="accessibility")
    AccessibilityResultsPageFactory(parent=policy, slug="results", title="試験の結果")
    return policy


def read(client, address="/ja/accessibility/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_claims_no_more_than_holds_whatever_was_chosen(client, policy):
    assert FIXED_WORDING["considers"] in read(client)
    load_audit(audit("pass"))
    sign_all()
    assert FIXED_WORDING["conforms"] in read(client)
    load_audit(audit("pass", "2026-10-01", n1_4_3="fail"))
    html = read(client)
    assert FIXED_WORDING["conforms"] not in html
    assert FIXED_WORDING["partly"] in html
    assert "来年、直します。" in html
    assert "1.4.3" in html


def test_the_fixed_wording_stands_in_japanese_beside_every_language(client, policy):
    translate(policy, "en", title="Accessibility")
    html = read(client, "/en/accessibility/")
    assert f'lang="ja">{FIXED_WORDING["considers"]}' in html
    assert str(Degree.CONSIDERS.label) not in FIXED_WORDING["considers"]


def test_the_results_show_every_criterion_and_what_was_tested(client, policy):
    load_audit(audit("pass"))
    sign("1.1.1", FAIL, note="地図に説明が<ない>")
    html = read(client, "/ja/accessibility/results/")
    assert all(f"<b>{number}</b>" in html for number in NUMBERS)
    assert "axe-core 4.14.1" in html
    assert 'href="/ja/chosen/3/"' in html
    assert "地図に説明が&lt;ない&gt;" in html
    # Who signed is the council's own affair.
    assert "山野" not in html


def test_how_it_was_tested_is_said_in_the_readers_language(client, policy):
    data = audit("pass")
    data["criteria"]["2.1.1"]["by"] = ["keyboard", "axe_clean: image-alt", "another tool 1.0"]
    load_audit(data)
    translate(policy.get_children().get().specific, "en", title="Results")
    english, japanese = (read(client, f"/{tree}/accessibility/results/") for tree in ("en", "ja"))
    assert "<p>By keyboard alone</p>" in english
    assert "<p>axe-core found no fault (image-alt)</p>" in english
    assert "<p>キーボードだけで操作</p>" in japanese
    assert "<p>another tool 1.0</p>" in japanese


def test_notes_of_the_staff_say_that_they_are_japanese(client, policy):
    sign("1.1.1", FAIL, note="地図")
    results_page = policy.get_children().get().specific
    translate(results_page, "en", title="Results")
    assert '<p lang="ja">地図</p>' in read(client, "/en/accessibility/results/")


def test_nothing_breaks_without_a_test_or_results_page(client, policy):
    policy.get_children().get().delete()
    assert FIXED_WORDING["considers"] in read(client)


def test_a_draft_of_the_results_is_not_linked(client, policy):
    page = policy.get_children().get().specific
    page.unpublish()
    assert "試験の結果" not in read(client)


def form_of(policy, **fields):
    form_class = AccessibilityPolicyPage.get_edit_handler().get_form_class()
    form = form_class(instance=policy, for_user=UserFactory(is_superuser=True))
    data = {name: form.initial.get(name) or "" for name in form.fields}
    data |= {f"{name}-count": "0" for name in ("intro", "exceptions", "known_barriers")}
    data |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", **fields}
    return form_class(data, instance=policy, for_user=UserFactory(is_superuser=True))


def test_what_does_not_hold_cannot_be_chosen(policy):
    policy.claimed = Degree.CONSIDERS
    policy.save()
    form = form_of(policy, claimed="conforms")
    assert not form.is_valid()
    assert "claimed" in form.errors


def test_what_held_when_it_was_chosen_hinders_no_later_edit(policy):
    form = form_of(policy, title="新しい題")
    form.is_valid()
    assert "claimed" not in form.errors
