"""Run again: the same document changes nothing, a changed one renews what nobody has touched."""

import pytest
from wagtail.models import Page, Revision

from council.models import Person
from home.models import ImportRecord
from plans.models import GoalPage, InitiativePage
from stories.models import StoryPage

from .helpers import text_of

pytestmark = pytest.mark.django_db


def everything():
    return (
        sorted(Page.objects.values_list("pk", "title", "latest_revision_id", "live", "latest_revision_created_at")),
        Revision.objects.count(),
        ImportRecord.objects.count(),
        Person.objects.count(),
    )


def states(result):
    return {part["title"]: part["state"] for part in result.parts}


@pytest.mark.parametrize("name", ["damaged.md", "pillars.md", "tables.md", "stories_only.md", "terms.md"])
@pytest.mark.parametrize("options", [(), ("--update",)])
def test_the_same_document_again_changes_nothing(run_import, name, options):
    run_import(name)
    before = everything()
    result = run_import(name, *options)
    assert everything() == before
    assert {part["state"] for part in result.parts} == {"unchanged"}


def test_the_same_content_under_another_name_is_the_same_document(run_import):
    run_import("damaged.md")
    before = everything()
    run_import("copy.md", "--update", text=text_of("damaged.md"))
    assert everything() == before


def test_the_same_content_in_another_encoding_is_the_same_document(run_import):
    run_import("plain.txt")
    before = everything()
    run_import("plain.txt", "--update", text=text_of("plain.txt").replace("\n", "\r\n").encode("cp932"))
    assert everything() == before


def test_another_document_of_the_same_name_is_another_document(run_import):
    run_import("plan.md", text=text_of("measures.txt"))
    result = run_import("plan.md", text=text_of("boxes_last.md"))
    assert {part["state"] for part in result.parts} == {"made"}


CHANGED = ("買い物の行き帰りを一緒に歩きます。", "買い物の行き帰りを毎週一緒に歩きます。")


def test_a_changed_document_is_only_listed(run_import):
    run_import("damaged.md")
    before = everything()
    result = run_import("damaged.md", text=text_of("damaged.md").replace(*CHANGED))
    assert everything() == before
    assert [state for state in states(result).values() if state != "unchanged"] == ["differs"]


def test_update_renews_what_nobody_has_touched(run_import):
    run_import("damaged.md")
    initiative = InitiativePage.objects.get(statement__contains=CHANGED[0])
    result = run_import("damaged.md", "--update", text=text_of("damaged.md").replace(*CHANGED))
    assert [state for state in states(result).values() if state != "unchanged"] == ["renewed"]
    initiative.refresh_from_db()
    assert CHANGED[1] in initiative.get_latest_revision_as_object().statement
    assert InitiativePage.objects.count() == 6


def test_update_leaves_alone_what_an_editor_saved(run_import):
    run_import("damaged.md")
    initiative = InitiativePage.objects.get(statement__contains=CHANGED[0])
    draft = initiative.get_latest_revision_as_object()
    draft.title = "坂を一緒に歩く"
    draft.save_revision()
    result = run_import("damaged.md", "--update", text=text_of("damaged.md").replace(*CHANGED))
    assert [state for state in states(result).values() if state != "unchanged"] == ["edited"]
    latest = InitiativePage.objects.get(pk=initiative.pk).get_latest_revision_as_object()
    assert latest.title == "坂を一緒に歩く"
    assert CHANGED[0] in latest.statement


def test_update_leaves_alone_what_was_changed_without_a_revision(run_import):
    run_import("damaged.md")
    InitiativePage.objects.filter(statement__contains=CHANGED[0]).update(statement="手で直した文です。")
    result = run_import("damaged.md", "--update", text=text_of("damaged.md").replace(*CHANGED))
    assert "edited" in states(result).values()
    assert InitiativePage.objects.filter(statement="手で直した文です。").exists()


def test_update_makes_what_is_new_and_lists_what_is_gone(run_import):
    run_import("damaged.md")
    text = text_of("damaged.md")
    gone = "- ・ 夜や休日にも相談を受け付けるとともに、専門の窓口との連絡を密にします。\n"
    new = "- ・ 朝の散歩に声をかけ合い、歩く人を月ごとに募ります。\n"
    result = run_import(
        "damaged.md", "--update", text=text.replace(gone, "").replace("## ■ 波音区社協", new + "\n## ■ 波音区社協")
    )
    assert InitiativePage.objects.filter(led_by="community").count() == 3
    assert [each["kind"] for each in result.vanished] == ["initiative"]
    assert InitiativePage.objects.filter(statement__startswith="夜や休日").exists()
    assert [state for state in states(result).values() if state != "unchanged"] == ["made"]


def test_lines_above_move_nothing(run_import):
    """Where a part stands has changed, its words have not."""
    run_import("damaged.md")
    before = everything()
    run_import("damaged.md", "--update", text="\n\n\n" + text_of("damaged.md"))
    assert everything() == before


def test_blocks_keep_their_ids_when_their_words_change(run_import):
    run_import("damaged.md")
    story = StoryPage.objects.order_by("path").first()
    ids = [block.id for block in story.body]
    run_import(
        "damaged.md", "--update", text=text_of("damaged.md").replace("湯のみは全部で二十個", "湯のみは全部で三十個")
    )
    story = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert "三十個" in str(story.body[0].value["text"])
    assert [block.id for block in story.body] == ids


def test_what_an_editor_deleted_is_not_made_again(run_import):
    run_import("damaged.md")
    InitiativePage.objects.first().delete()
    result = run_import("damaged.md", "--update")
    assert InitiativePage.objects.count() == 5
    assert "deleted" in states(result).values()


def test_a_goal_an_editor_deleted_takes_its_initiatives_along(run_import):
    run_import("damaged.md")
    GoalPage.objects.get().delete()
    result = run_import("damaged.md", "--update", text=text_of("damaged.md").replace(*CHANGED))
    assert not InitiativePage.objects.exists()
    assert "deleted" in states(result).values()
