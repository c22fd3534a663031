"""The sample: complete, made once, never written over, and taken away without touching what is not its own."""

from collections import Counter
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Site

from council.models import (
    CouncilSettings,
    OpeningTime,
    OrganisationPage,
    Person,
    PlaceClosure,
    PlaceHours,
    PlacePage,
    Reading,
    Term,
    Theme,
)
from council.pages import CouncilPage
from home.front_tree import front_page
from home.models import HomePage, StandardPage
from home.sample.accounts import PASSWORD, make_accounts
from home.sample.load import load_sample
from home.sample.remove import remove_sample, sample_page_keys
from home.sample.shelf import COLLECTION
from plans.models import GoalPage, InitiativePage, InitiativeUpdate, PillarPage, PlanPage
from stories.models import StoryIndexPage, StoryPage
from tests.factories import (
    DocumentFactory,
    PictureFactory,
    ReadingFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
    translate,
)


def rows():
    """How many there are of everything the sample makes."""
    models = [
        Page,
        Person,
        Term,
        Theme,
        Reading,
        OpeningTime,
        PlaceHours,
        PlaceClosure,
        InitiativeUpdate,
        CouncilSettings,
        Collection,
        get_image_model(),
        get_document_model(),
    ]
    return {model.__name__: model.objects.count() for model in models}


def streams_of(page):
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield getattr(page, field.name)


def run(*arguments):
    output = StringIO()
    call_command("load_sample", "--without-translations", *arguments, stdout=output)
    return output.getvalue()


class TestSample(TestCase):
    """On the loaded sample; each test's changes are rolled back."""

    @classmethod
    def setUpTestData(cls):
        cls.before = rows()
        cls.made = load_sample(with_translations=False)

    # --- What there is ----------------------------------------------------------------------------------------

    def test_a_plan_has_two_pillars_five_goals_and_twenty_initiatives(self):
        plan = PlanPage.objects.descendant_of(front_page()).get(superseded_by=None)
        assert PillarPage.objects.child_of(plan).count() == PillarPage.objects.count() == 2
        assert GoalPage.objects.descendant_of(plan).count() == GoalPage.objects.count() == 5
        assert InitiativePage.objects.descendant_of(plan).count() == InitiativePage.objects.count() == 20

    def test_an_earlier_edition_was_superseded(self):
        earlier = PlanPage.objects.exclude(superseded_by=None).get()
        assert earlier.last_fiscal_year < earlier.superseded_by.first_fiscal_year

    def test_every_initiative_has_a_history_of_two_fiscal_years_or_more(self):
        for initiative in InitiativePage.objects.all():
            years = {update.fiscal_year for update in initiative.updates.all()}
            assert len(years) >= 2, initiative

    def test_the_community_and_the_council_each_lead_something_for_every_goal(self):
        for goal in GoalPage.objects.all():
            leaders = set(InitiativePage.objects.child_of(goal).values_list("led_by", flat=True))
            assert leaders == {"community", "council"}, goal

    def test_twelve_stories_use_every_block_there_is(self):
        used = Counter(block.block_type for story in StoryPage.objects.all() for block in story.body)
        assert StoryPage.objects.count() == 12
        assert set(StoryPage.body.field.stream_block.child_blocks) - set(used) == set()

    def test_every_goal_has_a_story_and_every_story_a_goal(self):
        for goal in GoalPage.objects.all():
            assert StoryPage.objects.about(goal).exists(), goal
        for story in StoryPage.objects.all():
            assert story.about.exists(), story

    def test_histories_lead_to_stories(self):
        assert InitiativeUpdate.objects.exclude(story=None).count() >= 5

    def test_fifteen_organisations_have_a_place(self):
        assert OrganisationPage.objects.count() == 15
        for organisation in OrganisationPage.objects.all():
            assert organisation.has_place, organisation
            assert organisation.latitude is not None, organisation
            assert organisation.longitude is not None, organisation

    def test_eleven_places_are_on_the_map_and_have_hours(self):
        assert PlacePage.objects.count() == 11
        for place in PlacePage.objects.all():
            assert place.has_point, place
            assert place.hours.exists(), place
            assert place.themes.exists(), place

    def test_every_picture_has_an_alternative_text(self):
        shown = 0
        for page in Page.objects.type(CouncilPage).specific():
            if getattr(page, "picture", None):
                assert page.picture_alt.strip(), page
                shown += 1
            for stream in streams_of(page):
                for block in stream:
                    if block.block_type == "picture":
                        assert block.value["alternative_text"].strip(), page
                        shown += 1
        for person in Person.objects.exclude(portrait=None):
            assert person.portrait_alt.strip(), person
            shown += 1
        assert shown > 40

    def test_everything_is_published_and_valid(self):
        for page in Page.objects.type(CouncilPage).specific():
            assert page.live, page
            page.full_clean()
            for stream in streams_of(page):
                stream.stream_block.clean(stream)
        for model in (Person, Term, Theme):
            for snippet in model.objects.all():
                assert snippet.live, snippet
                snippet.full_clean()
        for model in (InitiativeUpdate, OpeningTime, PlaceHours, PlaceClosure, Reading):
            for each in model.objects.all():
                each.full_clean()

    def test_one_person_alone_lacks_consent_to_show_what_happens_then(self):
        (person,) = [person for person in Person.objects.all() if not person.has_consent]
        told = [
            block.value["person"]
            for story in StoryPage.objects.all()
            for block in story.body
            if block.block_type in {"voice", "question_and_answer", "message"}
        ]
        assert person in told

    def test_the_site_begins_at_the_samples_front_page(self):
        assert Site.objects.get().root_page_id == front_page().pk
        assert not Page.objects.filter(title__startswith="Welcome").exists()

    def test_its_keys_are_known_to_what_takes_it_away(self):
        pages = Page.objects.type(CouncilPage).values_list("translation_key", flat=True)
        assert set(pages) == sample_page_keys()

    def test_the_councils_name_is_there_in_every_language(self):
        wordings = CouncilSettings.objects.get().wordings.all()
        codes = {wording.locale.language_code for wording in wordings}
        assert codes == set(Locale.objects.values_list("language_code", flat=True))

    # --- Run again --------------------------------------------------------------------------------------------

    def test_nothing_is_made_twice(self):
        before = rows()
        assert load_sample(with_translations=False) == Counter()
        assert rows() == before

    def test_an_editors_change_stays(self):
        story = StoryPage.objects.first()
        story.title = "書き直した題"
        story.save_revision().publish()
        theme = Theme.objects.first()
        theme.name = "書き直したテーマ"
        theme.save_revision().publish()
        reading = Reading.objects.first()
        Reading.objects.filter(pk=reading.pk).update(reading="なおした")
        settings = CouncilSettings.objects.get()
        CouncilSettings.objects.filter(pk=settings.pk).update(phone="00-1111-1111")
        initiative = InitiativePage.objects.first()
        initiative.updates.set([initiative.updates.first()])
        initiative.save_revision().publish()
        load_sample(with_translations=False)
        story.refresh_from_db()
        theme.refresh_from_db()
        reading.refresh_from_db()
        settings.refresh_from_db()
        assert story.title == "書き直した題"
        assert theme.name == "書き直したテーマ"
        assert reading.reading == "なおした"
        assert settings.phone == "00-1111-1111"
        assert InitiativeUpdate.objects.filter(initiative=initiative).count() == 1

    def test_a_page_that_an_editor_took_off_stays_off(self):
        story = StoryPage.objects.first()
        story.unpublish()
        load_sample(with_translations=False)
        story.refresh_from_db()
        assert not story.live

    def test_a_page_that_was_moved_or_renamed_is_found_again(self):
        StoryPage.objects.first().delete()
        page = StoryPage.objects.first()
        page.slug = "another-address"
        page.save_revision().publish()
        assert sum(load_sample(with_translations=False).values()) == 1
        assert StoryPage.objects.count() == 12

    def test_what_was_deleted_is_made_again(self):
        GoalPage.objects.first().delete()
        load_sample(with_translations=False)
        assert GoalPage.objects.count() == 5
        assert InitiativePage.objects.count() == 20

    def test_the_command_makes_nothing_where_there_is_a_front_page(self):
        StoryPage.objects.first().delete()
        run("--if-empty")
        assert StoryPage.objects.count() == 11
        run()
        assert StoryPage.objects.count() == 12

    # --- Taken away -------------------------------------------------------------------------------------------

    def test_nothing_of_it_is_left(self):
        # The page of Wagtail's own first migration gave way to the front page.
        gone, kept = remove_sample()
        assert kept == []
        assert sum(gone.values()) > 100
        assert rows() == self.before | {"Page": self.before["Page"] - 1}
        assert not Collection.objects.filter(name=COLLECTION).exists()

    def test_it_can_be_loaded_again(self):
        before = rows()
        remove_sample()
        made = load_sample(with_translations=False)
        assert rows() == before
        assert {name: count for name, count in made.items() if self.made[name] != count} == {}
        assert Site.objects.get().root_page_id == front_page().pk

    def test_its_translations_go_with_it(self):
        translate(StoryPage.objects.first(), "en")
        translate(Person.objects.first(), "en")
        _gone, kept = remove_sample()
        assert kept == []
        assert not Page.objects.type(CouncilPage).exists()
        assert not Person.objects.exists()

    def test_an_editors_own_story_stays_with_what_it_stands_below(self):
        own = StoryPageFactory(parent=StoryIndexPage.objects.get(), title="自分たちの話")
        _gone, kept = remove_sample()
        own.refresh_from_db()
        assert own.live
        assert set(Page.objects.type(CouncilPage)) == {own.page_ptr, *(page.page_ptr for page in _pages_above(own))}
        assert {page.pk for page in kept} == {page.pk for page in _pages_above(own)}
        assert Site.objects.get().root_page_id == front_page().pk

    def test_an_editors_own_page_in_another_language_stays(self):
        english = translate(HomePage.objects.get(), "en")
        own = StandardPageFactory(parent=english, title="Our own")
        remove_sample()
        assert StandardPage.objects.get() == own

    def test_an_editors_own_files_stay(self):
        collection = Collection.objects.get(name=COLLECTION)
        elsewhere, inside = PictureFactory(), PictureFactory(collection=collection)
        document = DocumentFactory(collection=collection)
        remove_sample()
        assert set(get_image_model().objects.all()) == {elsewhere, inside}
        assert document in get_document_model().objects.all()
        assert Collection.objects.filter(pk=collection.pk).exists()

    def test_an_editors_document_among_the_samples_files_keeps_only_itself(self):
        collection = Collection.objects.get(name=COLLECTION)
        document = DocumentFactory(collection=collection)
        remove_sample()
        assert list(get_document_model().objects.all()) == [document]
        assert not get_image_model().objects.exists()

    def test_an_editors_picture_among_the_samples_files_keeps_only_itself(self):
        picture = PictureFactory(collection=Collection.objects.get(name=COLLECTION))
        remove_sample()
        assert list(get_image_model().objects.all()) == [picture]
        assert not get_document_model().objects.exists()

    def test_a_reading_that_was_corrected_stays(self):
        corrected = Reading.objects.first()
        corrected.reading = "なおした"
        corrected.save()
        own = ReadingFactory(word="自分たちの地名")
        remove_sample()
        assert set(Reading.objects.all()) == {corrected, own}

    def test_an_editors_own_theme_and_settings_stay(self):
        theme = ThemeFactory()
        for wording in CouncilSettings.objects.get().wordings.all():
            wording.name = "ほんものの社協"
            wording.save()
        remove_sample()
        assert list(Theme.objects.all()) == [theme]
        assert CouncilSettings.objects.get().wordings.first().name == "ほんものの社協"

    def test_the_command_says_what_it_keeps(self):
        StoryPageFactory(parent=StoryIndexPage.objects.get())
        index = StoryIndexPage.objects.get()
        assert index.title in run("--remove")

    def test_taking_away_what_is_not_there_is_no_fault(self):
        remove_sample()
        gone, kept = remove_sample()
        assert not gone
        assert kept == []


def _pages_above(page):
    return [each for each in page.get_ancestors().specific() if isinstance(each, CouncilPage)]


class TestBesideAnothersSite(TestCase):
    """A site that has begun keeps its front page and its settings."""

    def test_it_stands_below_the_front_page_that_is_there(self):
        own = StandardPageFactory(title="はじめからあったページ")
        home = front_page()
        load_sample(with_translations=False)
        assert HomePage.objects.get().pk == home.pk
        home.refresh_from_db()
        assert home.featured_story_id is None
        remove_sample()
        assert set(Page.objects.type(CouncilPage)) == {home.page_ptr, own.page_ptr}
        assert Site.objects.get().root_page_id == home.pk


@pytest.mark.django_db
@override_settings(DEBUG=False)
def test_accounts_with_public_passwords_are_refused_where_debug_is_off():
    with pytest.raises(CommandError):
        run("--accounts")
    assert not get_user_model().objects.exists()
    assert front_page() is None


@pytest.mark.django_db
@override_settings(DEBUG=True)
def test_accounts_are_made_once_where_debug_is_on():
    call_command("setup_site", verbosity=0)
    make_accounts()
    users = get_user_model().objects.all()
    assert {user.username: user.is_superuser for user in users} == {
        "writer": False,
        "approver": False,
        "admin": True,
        "translator": False,
        "reviewer": False,
    }
    assert all(user.check_password(PASSWORD) for user in users)
    admin = users.get(username="admin")
    admin.set_password("my-own-password")
    admin.save()
    make_accounts()
    admin.refresh_from_db()
    assert admin.check_password("my-own-password")
