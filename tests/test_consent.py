"""Without consent on record nothing of a person is shown: no name, no portrait, no words, in no language."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from council.models import Person
from tests.factories import PersonFactory, PictureFactory, StoryPageFactory, translate
from tests.heading_breaks import without_breaks

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
NAME, ROLE, HEADLINE, WORDS = "布施さんの名", "元店主の役", "見出しの声", "これは本人のことば"


def today():
    return timezone.localdate()


def voice(person):
    return ("voice", {"headline": HEADLINE, "text": f"<p>{WORDS}</p>", "person": person})


def question_and_answer(person):
    return ("question_and_answer", {"question": HEADLINE, "answer": f"<p>{WORDS}</p>", "person": person})


def message(person):
    return ("message", {"organisation_name": HEADLINE, "text": f"<p>{WORDS}</p>", "person": person})


BLOCKS = [voice, question_and_answer, message]


def person_with(**fields):
    return PersonFactory(**{"name": NAME, "role": ROLE, **fields})


def traces(client, story):
    """What of the person the story lets through."""
    text = without_breaks(client.get(story.url).content.decode())
    assert "前後の地の文" in text
    return {trace for trace in (NAME, ROLE, HEADLINE, WORDS, "肖像の説明") if trace in text}


def story_of(block, person):
    return StoryPageFactory(body=[("paragraph", "<p>前後の地の文</p>"), block(person)])


NOT_SHOWN = {
    "no record": lambda: {"consent_record": ""},
    "over since yesterday": lambda: {"consent_until": today() - DAY},
    "taken back today": lambda: {"consent_withdrawn_on": today()},
    "taken back yesterday": lambda: {"consent_withdrawn_on": today() - DAY},
    "taken back, though it would still hold": lambda: {
        "consent_until": today() + DAY,
        "consent_withdrawn_on": today() - DAY,
    },
    "a draft": lambda: {"live": False},
    "expired": lambda: {"expire_at": timezone.now() - DAY},
}
SHOWN = {
    "no end": dict,
    "until today": lambda: {"consent_until": today()},
    "until tomorrow": lambda: {"consent_until": today() + DAY},
    "taken back from tomorrow on": lambda: {"consent_withdrawn_on": today() + DAY},
}


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("fields", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_without_consent_nothing_of_a_person_is_shown(client, block, fields):
    person = person_with(portrait=PictureFactory(), portrait_alt="肖像の説明", **fields())
    assert traces(client, story_of(block, person)) == set()


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("fields", SHOWN.values(), ids=SHOWN)
def test_with_consent_the_words_and_the_name_are_shown(client, block, fields):
    assert {NAME, HEADLINE, WORDS} <= traces(client, story_of(block, person_with(**fields())))


@pytest.mark.parametrize("block", [voice, message])
def test_with_consent_the_portrait_is_shown(client, block):
    person = person_with(portrait=PictureFactory(), portrait_alt="肖像の説明")
    assert traces(client, story_of(block, person)) == {NAME, ROLE, HEADLINE, WORDS, "肖像の説明"}


@pytest.mark.parametrize("block", [question_and_answer, message])
def test_words_that_nobody_signs_need_no_consent(client, block):
    assert traces(client, story_of(block, None)) == {HEADLINE, WORDS}


def test_a_voice_without_a_person_is_not_shown(client):
    assert traces(client, story_of(voice, None)) == set()


@pytest.mark.parametrize("block", BLOCKS)
def test_the_words_of_somebody_who_was_deleted_are_gone(client, block):
    person = person_with()
    story = story_of(block, person)
    Person.objects.filter(pk=person.pk).delete()
    assert traces(client, story) == set()


def test_whoever_is_not_shown_takes_nothing_of_the_others_away(client):
    story = StoryPageFactory(
        body=[
            ("paragraph", "<p>前後の地の文</p>"),
            voice(person_with(consent_record="")),
            voice(PersonFactory(name="柏木さん")),
        ]
    )
    text = without_breaks(client.get(story.url).content.decode())
    assert NAME not in text
    assert text.count(WORDS) == 1
    assert "柏木さん" in text


def test_a_story_opens_with_the_first_voice_that_may_be_shown(client):
    story = StoryPageFactory(body=[voice(person_with(consent_record="")), voice(PersonFactory(name="柏木さん"))])
    opening = BeautifulSoup(client.get(story.url).content, "html.parser").select_one(".story-opening .story-voice")
    assert opening.blockquote.get_text(strip=True) == HEADLINE
    assert opening.figcaption.b.get_text() == "柏木さん"


def test_the_words_that_open_a_story_are_marked_where_they_are_said(client):
    first, second = voice(PersonFactory(name="柏木さん")), voice(PersonFactory(name="楠さん"))
    story = StoryPageFactory(body=[voice(person_with(consent_record="")), first, second])
    voices = BeautifulSoup(client.get(story.url).content, "html.parser").select(".body .voice")
    assert ["柏木さん" in each.get_text() for each in voices] == [True, False]
    assert ["voice-opened" in each["class"] for each in voices] == [True, False]


@pytest.mark.parametrize("body", [[], [("quote", {"text": "ことば"})]], ids=["nothing", "a quotation of nobody"])
def test_a_story_in_which_nobody_may_speak_opens_without_a_voice(client, body):
    story = StoryPageFactory(body=[*body, voice(person_with(consent_withdrawn_on=today()))])
    soup = BeautifulSoup(client.get(story.url).content, "html.parser")
    assert soup.select_one(".story-opening h1")
    assert not soup.select(".story-voice")


# --- In every language ----------------------------------------------------------------------------------------


@pytest.fixture
def told_twice():
    """A person and a story in Japanese, and both in English."""
    person = person_with()
    english = translate(person, "en")
    story = story_of(voice, person)
    return person, english, story, translate(story, "en")


def test_a_translation_shows_the_words_while_consent_holds(client, told_twice):
    _person, _english, story, in_english = told_twice
    assert traces(client, story) == traces(client, in_english) == {NAME, ROLE, HEADLINE, WORDS}


@pytest.mark.parametrize(
    "taken_back", [{"consent_withdrawn_on": datetime.date(2020, 1, 1)}, {"consent_record": ""}], ids=["date", "record"]
)
def test_consent_taken_back_in_japanese_is_taken_back_in_every_language_at_once(client, told_twice, taken_back):
    person, english, story, in_english = told_twice
    for name, value in taken_back.items():
        setattr(person, name, value)
    person.save()
    english.refresh_from_db()
    assert not english.has_consent
    assert traces(client, story) == traces(client, in_english) == set()


def test_consent_taken_back_by_publishing_holds_in_every_language(client, told_twice):
    person, _english, story, in_english = told_twice
    person.consent_withdrawn_on = today()
    person.save_revision().publish()
    assert traces(client, story) == traces(client, in_english) == set()


def test_consent_taken_back_reaches_a_page_that_shows_the_japanese_original(client):
    person = person_with()
    story = story_of(voice, person)
    person.consent_withdrawn_on = today()
    person.save()
    for language in ("ja", "en", "ko", "zh-hans", "ja-simple"):
        # Plain Japanese has furigana between its letters otherwise.
        address = story.url.replace("/ja/", f"/{language}/", 1)
        text = without_breaks(client.get(f"{address}?furigana=0").content.decode())
        assert "前後の地の文" in text
        assert WORDS not in text


def test_consent_taken_back_in_japanese_does_not_come_back_with_an_older_translation(told_twice):
    person, english, _story, _in_english = told_twice
    older = english.save_revision()
    person.consent_withdrawn_on = today()
    person.save()
    older.publish()
    person.refresh_from_db()
    english.refresh_from_db()
    assert not person.has_consent
    assert not english.has_consent


def test_a_translation_saved_from_what_was_read_earlier_does_not_bring_consent_back(told_twice):
    person, english, _story, _in_english = told_twice
    person.consent_withdrawn_on = today()
    person.save()
    english.role = "Former shopkeeper"
    english.save()
    person.refresh_from_db()
    english.refresh_from_db()
    assert english.role == "Former shopkeeper"
    assert not person.has_consent
    assert not english.has_consent


def test_consent_may_be_taken_back_in_any_language(told_twice):
    person, english, _story, _in_english = told_twice
    english.consent_withdrawn_on = today()
    english.save()
    person.refresh_from_db()
    assert not person.has_consent


def test_consent_written_into_a_draft_is_valid_nowhere_yet(told_twice):
    person, english, _story, _in_english = told_twice
    Person.objects.filter(translation_key=person.translation_key).update(consent_record="")
    draft = Person.objects.get(pk=person.pk)
    draft.consent_record = "綴り99"
    draft.save_revision()
    for each in (person, english):
        each.refresh_from_db()
        assert not each.has_consent


def test_a_new_translation_has_the_consent_of_its_original():
    person = person_with(consent_until=today() + DAY)
    assert translate(person, "ko").consent_until == person.consent_until
