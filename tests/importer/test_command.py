"""import_plan as an editor runs it: options, sentences, and what is refused."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.models import Page, Revision

from council.models import Person
from home.models import HomePage, ImportRecord
from plans.models import GoalPage, PillarPage, PlanIndexPage, PlanPage
from stories.models import StoryPage

from .helpers import DOCUMENTS, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def counts():
    return Page.objects.count(), Person.objects.count(), Revision.objects.count(), ImportRecord.objects.count()


def refused(*arguments):
    before = counts()
    with pytest.raises(CommandError) as error:
        call_command("import_plan", *map(str, arguments), stdout=StringIO())
    assert counts() == before
    sentence = str(error.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.fixture
def bad(tmp_path):
    """One file for each way in which a document can be bad."""

    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    large = tmp_path / "large.md"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    return {
        "empty": write("empty.md", b""),
        "binary": write("binary.md", bytes(range(256)) * 40),
        "encoding": write("encoding.md", text_of("plain.txt").encode()[:-4] + b"\xe3\x81"),
        "large": large,
        "directory": tmp_path,
        "missing": tmp_path / "no.md",
    }


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("empty", "is empty"),
        ("binary", "is not a text"),
        ("encoding", "encoding"),
        ("large", "larger than 5 MB"),
        ("directory", "is a folder"),
        ("missing", "There is no file"),
    ],
)
def test_bad_input_is_one_sentence_and_writes_nothing(bad, kind, words):
    assert words in refused(bad[kind])


@pytest.mark.parametrize("parent", ["999999", "/ja/nowhere/", "nowhere", "9" * 30, "１２"])
def test_no_such_parent(parent):
    assert "There is no page" in refused(DOCUMENTS / "damaged.md", "--parent", parent)


def test_a_parent_that_holds_no_plan(run_import):
    run_import("damaged.md")
    goal = GoalPage.objects.get()
    assert "can't hold a plan" in refused(DOCUMENTS / "pillars.md", "--parent", goal.pk)


def test_a_report_that_cannot_be_written(tmp_path):
    assert "Nothing was imported" in refused(DOCUMENTS / "damaged.md", "--report", tmp_path / "no" / "report.json")


def test_consent_needs_publish():
    assert "--publish" in refused(DOCUMENTS / "damaged.md", "--consent", "書庫 3-12")


def test_a_dry_run_prints_the_same_and_keeps_nothing(run_import):
    before = counts()
    dry = run_import("damaged.md", "--dry-run")
    assert counts() == before
    assert not HomePage.objects.exists()
    made = run_import("damaged.md")
    assert [part["title"] for part in dry.parts] == [part["title"] for part in made.parts]
    assert dry.not_placed == made.not_placed
    assert dry.damage == made.damage


@pytest.mark.parametrize("how", ["id", "slug path", "address", "short path"])
def test_below_a_plan_that_is_named(run_import, how):
    run_import("pillars.md")
    plan = PlanPage.objects.get()
    parent = {
        "id": str(plan.pk),
        "slug path": "plan/plan-2024",
        "address": "http://localhost/ja/plan/plan-2024/",
        "short path": "plan-2024",
    }[how]
    run_import("damaged.md", "--parent", parent)
    assert GoalPage.objects.get(slug="goal-1").get_parent().specific == plan
    assert PlanPage.objects.count() == 1


def test_below_a_pillar(run_import):
    run_import("pillars.md")
    pillar = PillarPage.objects.first()
    run_import("damaged.md", "--parent", str(pillar.pk))
    assert GoalPage.objects.get(slug="goal-1").get_parent().specific == pillar


def test_pillars_cannot_hang_below_a_pillar(run_import):
    run_import("pillars.md")
    pillar = PillarPage.objects.first()
    assert "has pillars of its own" in refused(DOCUMENTS / "pillars.md", "--parent", pillar.pk)


@pytest.mark.parametrize("model", [HomePage, PlanIndexPage])
def test_below_the_front_page_or_the_editions_it_makes_a_plan(run_import, model):
    run_import("pillars.md")
    run_import("damaged.md", "--parent", str(model.objects.get().pk))
    assert [plan.title for plan in PlanPage.objects.order_by("path")][1:] == ["damaged"]


def test_the_only_plan_is_taken_and_of_several_one_must_be_named(run_import):
    run_import("pillars.md")
    result = run_import("damaged.md")
    assert result.parent["title"] == PlanPage.objects.get().title
    run_import("measures.txt", "--parent", str(HomePage.objects.get().pk))
    assert "--parent" in refused(DOCUMENTS / "tables.md")


def test_stories_alone_need_no_plan(run_import):
    run_import("stories_only.md")
    assert StoryPage.objects.count() == 2
    assert not PlanPage.objects.exists()


def test_a_document_without_any_part_makes_nothing(run_import):
    before = counts()
    result = run_import("letter.txt", text="きのうの会議の記録です。\n\n次は金曜日に集まります。\n")
    assert counts() == before
    assert [each["lines"] for each in result.not_placed] == [[1, 3]]
    assert "Nothing was made" in result.out


@pytest.mark.parametrize("codec", ["cp932", "utf-8-sig", "utf-16", "euc_jp"])
def test_encodings(run_import, codec):
    text = text_of("plain.txt").replace("\n", "\r\n")
    result = run_import("plain.txt", text=text.encode(codec))
    assert result.counts["initiative"] == 3
    assert result.not_placed == []


def test_the_printed_report(run_import):
    out = run_import("unknown.md").out
    assert "畑でつながる" in out
    assert "11  ## 予算の見通し" in out
    assert "13  令和七年度は前年と同じ額を見込みます。" in out


def test_the_printed_report_tells_damage_and_questions(run_import):
    out = run_import("damaged.md").out
    for expected in (
        "line 135: Suspect characters: 步 (歩?).",
        "A sentence is cut across lines.",
        "initiative (community)",
    ):
        assert expected in out


def test_the_report_as_json_says_the_same(run_import, tmp_path):
    result = run_import("damaged.md")
    data = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert data["document"]["encoding"] == "UTF-8"
    assert [part["title"] for part in data["parts"] if part["title"] not in result.out] == []
    assert {each["code"] for each in data["damage"]} == {"sentence_cut", "table_tail", "suspect_character"}


def test_goals_stay_where_an_earlier_run_hung_them(run_import):
    run_import("measures.txt")
    first = PlanPage.objects.get()
    run_import("pillars.md", "--parent", str(HomePage.objects.get().pk))
    other = PlanPage.objects.exclude(pk=first.pk).get()
    result = run_import("measures.txt", "--parent", str(other.pk), "--update")
    assert "stay there" in result.out
    assert GoalPage.objects.child_of(first).count() == 2
