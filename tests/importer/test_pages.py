"""Parts → pages: what is made, where it hangs, and that it is a draft."""

import pytest
from wagtail.models import Page, Site

from council.models import OrganisationPage, Person, Term, Theme
from home.models import HomePage
from plans.models import GoalPage, InitiativePage, PillarPage, PlanPage
from stories.models import StoryPage

from .helpers import NAMES, characters, held, text_of

pytestmark = pytest.mark.django_db


def test_counts_of_the_damaged_booklet(run_import):
    result = run_import("damaged.md")
    assert result.counts == {
        "plan": 1,
        "organisation": 1,
        "theme": 6,
        "term": 2,
        "person": 5,
        "goal": 1,
        "initiative": 6,
        "story": 2,
    }
    assert InitiativePage.objects.filter(led_by="community").count() == 2
    assert InitiativePage.objects.filter(led_by="council").count() == 4


def test_everything_is_a_draft_with_a_revision(run_import):
    run_import("damaged.md")
    assert not Page.objects.filter(depth__gt=1, live=True).exists()
    assert not Page.objects.filter(depth__gt=1, latest_revision=None).exists()
    for model in (Person, Theme, Term):
        assert not model.objects.filter(live=True).exists()
        assert not model.objects.filter(latest_revision=None).exists()


def test_an_empty_site_gets_what_stands_above_and_is_told_so(run_import):
    result = run_import("damaged.md")
    assert [page["type"] for page in result.made_above] == [
        "home.HomePage",
        "plans.PlanIndexPage",
        "council.OrganisationIndexPage",
        "stories.StoryIndexPage",
    ]
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()
    assert PlanPage.objects.get().title == "damaged"
    assert "damaged" in result.out


def test_a_plan_is_named_as_the_document_names_it(run_import):
    run_import("pillars.md")
    plan = PlanPage.objects.get()
    assert plan.title == "第３次あけぼの市地域福祉活動計画（令和６年度～令和１０年度）"
    assert (plan.first_fiscal_year, plan.last_fiscal_year, plan.slug) == (2024, 2028, "plan-2024")
    assert plan.philosophy == "となりの灯りが\n見えるまち"


def test_the_goal(run_import):
    run_import("damaged.md")
    goal = GoalPage.objects.get()
    assert goal.title == "坂の上でも下でも声の届く町がある"
    assert goal.statement == "坂の上でも下でも\n声の届く町がある"
    assert [block.block_type for block in goal.situation] == ["point"] * 3
    assert goal.stories_heading == "波音区でこんな活動が広がっています"
    assert [page.led_by for page in InitiativePage.objects.child_of(goal)] == ["community"] * 2 + ["council"] * 4


def test_a_statement_is_the_full_sentence_and_the_title_a_clause_of_it(run_import):
    run_import("damaged.md")
    for page in InitiativePage.objects.all():
        assert page.statement.endswith("。")
        assert page.title in page.statement.replace("\n", "")
        assert len(page.title) < len(page.statement)


def test_the_stories(run_import):
    run_import("damaged.md")
    first, second = StoryPage.objects.order_by("path")
    assert [block.block_type for block in first.body] == ["voice", "voice", "explainer", "explainer"]
    assert first.body[0].value["person"].name == "浜口さん"
    assert first.body[2].value["term"].word == "縁側サロンを支える人たち"
    assert second.kicker == "～結び目がふえて、網になる～"
    assert [link.subject.specific for story in (first, second) for link in story.about.all()] == [
        GoalPage.objects.get()
    ] * 2
    assert list(second.organisations.all()) == [OrganisationPage.objects.get()]
    assert {theme.name for theme in second.themes.all()} == {"外遊び", "音楽", "食", "居場所", "学び", "子育て"}
    message = next(block.value for block in second.body if block.block_type == "message")
    assert message["text"].source.startswith("<p><b>坂道・ひだまり文庫</b>では、")
    assert (message["organisation_name"], message["person"].role) == ("坂道・ひだまり文庫", "代表")


def test_pillars_hold_goals(run_import):
    run_import("pillars.md")
    assert [page.slug for page in PillarPage.objects.all()] == ["pillar-1", "pillar-2"]
    assert [page.slug for page in GoalPage.objects.all()] == ["goal-1-1", "goal-1-2", "goal-2-1"]
    assert all(isinstance(goal.get_parent().specific, PillarPage) for goal in GoalPage.objects.all())


def test_block_ids_differ_and_stay(run_import):
    run_import("damaged.md")
    first = [block.id for page in StoryPage.objects.order_by("path") for block in page.body]
    assert len(set(first)) == len(first)
    for page in Page.objects.filter(depth=2):
        page.delete()
    for model in (Person, Theme, Term):
        model.objects.all().delete()
    from home.models import ImportRecord

    ImportRecord.objects.all().delete()
    run_import("damaged.md")
    again = [block.id for page in StoryPage.objects.order_by("path") for block in page.body]
    kinds = [block.block_type for page in StoryPage.objects.order_by("path") for block in page.body]
    # Those that point at other objects have other ids in another database; all else is the same.
    same = [kind for kind, one, other in zip(kinds, first, again, strict=True) if one == other]
    assert "paragraph" in same
    assert "needs" in same


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_in_a_field_or_in_the_report(run_import, name):
    result = run_import(name)
    lost = characters(text_of(name)) - held(stored_texts()) - held(reported_texts(result))
    assert not lost


def stored_texts():
    """What the database holds, read without the importer."""
    for page in PlanPage.objects.all():
        yield from (page.title, page.philosophy, page.philosophy_text)
    for page in PillarPage.objects.all():
        yield from (page.title, page.number, page.statement)
    for page in GoalPage.objects.all():
        # The title repeats the statement, unless the document gives both.
        repeats = page.title == page.statement.replace("\n", "")
        yield from (page.number, page.statement, page.stories_heading, "" if repeats else page.title)
        yield from strings(page.situation.get_prep_value())
        yield from strings(page.where_to_turn.get_prep_value())
    for page in InitiativePage.objects.all():
        yield from (page.number, page.statement, "" if page.title in page.statement else page.title)
    for page in StoryPage.objects.all():
        yield from (page.title, page.kicker, page.subtitle, page.lead)
        yield from strings(page.body.get_prep_value())
    for page in OrganisationPage.objects.all():
        yield from (page.title, page.short_name)
    for person in Person.objects.all():
        yield from (person.name, person.role, person.organisation_name)
    for term in Term.objects.all():
        yield from (term.word, term.explanation)


def strings(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"id", "type", "level", "style", "kind"}:
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def reported_texts(result):
    for name in ("not_placed", "structure", "marks"):
        for each in getattr(result, name):
            yield each["text"]


def test_the_editor_sees_what_to_check_beside_the_title(run_import, django_user_model):
    django_user_model.objects.create_superuser("editor", "editor@example.jp", "x")
    run_import("damaged.md")
    comments = [comment for page in InitiativePage.objects.all() for comment in page.wagtail_admin_comments.all()]
    assert len(comments) == 6
    assert {comment.contentpath for comment in comments} == {"title"}


def test_an_organisation_and_a_theme_that_are_there_already_are_used(run_import, locales):
    theme = Theme.objects.create(name="居場所", slug="ibasho", locale=locales["ja"], live=True)
    run_import("damaged.md")
    story = StoryPage.objects.order_by("path")[1]
    assert Theme.objects.filter(name="居場所").count() == 1
    assert theme in story.themes.all()
