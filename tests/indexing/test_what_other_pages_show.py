"""A change is found wherever it is shown, also on other pages."""

from council.models import Person, Term
from search.indexing.queue import index_pending
from search.pending import PendingObject
from tests.factories import (
    DocumentFactory,
    GlossaryPageFactory,
    GoalPageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    StandardPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
    translate,
)
from tests.factories_links import about
from tests.indexing.asking import facets, found, story_with


def test_a_new_name_of_a_person_is_found_on_their_stories(home):
    person = PersonFactory(name="灯台守さん")
    story = story_with(kind="voice", headline="海", text="<p>話</p>", person=person)
    english = translate(story, "en", title="Sea")
    index_pending()
    person.name = "船長さん"
    person.save()
    assert found("船長") == [story.pk]
    assert found("船長", "en") == [english.pk]
    assert found("灯台守") == []


def test_who_gives_consent_is_found(home):
    person = PersonFactory(name="灯台守さん", consent_record="")
    story = story_with(kind="voice", headline="海", text="<p>話</p>", person=person)
    assert found("灯台守") == []
    Person.objects.get(pk=person.pk)
    person.consent_record = "綴り1"
    person.save()
    assert found("灯台守") == [story.pk]


def test_a_new_title_of_an_organisation_is_found_where_it_is_named(home):
    organisation = OrganisationPageFactory(title="灯台の会")
    story = story_with(kind="message", organisation=organisation, organisation_name="", text="<p>どうぞ</p>")
    index_pending()
    organisation.title = "船着場の会"
    organisation.save_revision().publish()
    assert set(found("船着場")) == {organisation.pk, story.pk}
    assert found("灯台") == []


def test_a_page_that_changes_in_what_others_do_not_show_marks_itself_alone(home):
    organisation = OrganisationPageFactory(title="灯台の会")
    story_with(kind="message", organisation=organisation, organisation_name="", text="<p>どうぞ</p>")
    index_pending()
    organisation.summary = "あたらしい要約"
    organisation.save()
    assert set(PendingObject.objects.values_list("object_id", flat=True)) == {str(organisation.pk)}


def test_a_term_changes_the_glossary_and_the_pages_that_explain_it(home):
    glossary = GlossaryPageFactory()
    term = TermFactory(word="灯台")
    story = story_with(kind="explainer", term=term, heading="ことば", text="<p>説明</p>")
    assert set(found("灯台")) == {glossary.pk, story.pk}
    term.word = "船着場"
    term.save()
    assert set(found("船着場")) == {glossary.pk, story.pk}
    assert found("灯台") == []
    Term.objects.get(pk=term.pk).delete()
    assert found("船着場") == []


def test_a_new_address_of_a_theme_is_what_pages_are_narrowed_by(home):
    theme = ThemeFactory(slug="old")
    story = StoryPageFactory(themes=[theme])
    assert " theme:old " in facets(story)
    theme.slug = "new"
    theme.save()
    assert " theme:new " in facets(story)
    theme.delete()
    assert " theme:" not in facets(story)


def test_an_initiative_that_is_moved_belongs_to_its_new_goal_with_its_stories(home):
    old, new = GoalPageFactory(), GoalPageFactory()
    initiative = InitiativePageFactory(parent=old)
    story = StoryPageFactory(about=about(initiative))
    assert f" goal:{old.pk} " in facets(initiative)
    assert f" goal:{old.pk} " in facets(story)
    initiative.refresh_from_db()
    new.refresh_from_db()
    initiative.move(new, pos="last-child")
    assert f" goal:{new.pk} " in facets(initiative)
    assert f" goal:{new.pk} " in facets(story)


def test_a_replaced_document_is_read_anew(home):
    document = DocumentFactory(file__data="灯台の話".encode(), file__filename="a.txt")
    page = StandardPageFactory(body=[("document", {"document": document, "title": "書類"})])
    assert found("灯台") == [page.pk]
    other = DocumentFactory(file__data="船着場の話".encode(), file__filename="b.txt")
    document.file, document.file_hash = other.file, ""
    document.save()
    assert (found("灯台"), found("船着場")) == ([], [page.pk])
    document.delete()
    assert found("船着場") == []
