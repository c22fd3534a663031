"""On a goal the cards of its stories let those speak who agreed, in the words of the story."""

import pytest
from bs4 import BeautifulSoup

from stories.models import StorySubject
from stories.opening_voices import CARDS_THAT_SPEAK
from tests.factories import GoalPageFactory, PersonFactory, StoryPageFactory

pytestmark = pytest.mark.django_db


def voice(person, headline="見出しの声"):
    return ("voice", {"headline": headline, "text": "<p>話します</p>", "person": person})


def goal_told_of_by(*stories):
    goal = GoalPageFactory()
    for story in stories:
        StorySubject.objects.create(story=story, subject=goal)
    return goal


def voices_on(client, goal):
    page = BeautifulSoup(client.get(goal.url).content, "html.parser")
    return [(each.blockquote.get_text(strip=True), each.figcaption.get_text()) for each in page.select(".card-voice")]


def test_a_card_has_the_sentence_that_opens_its_story_and_who_says_it(client):
    nobody = voice(PersonFactory(name="柏木さん"), headline="")
    goal = goal_told_of_by(StoryPageFactory(body=[nobody, voice(PersonFactory(name="楠さん"))]))
    assert voices_on(client, goal) == [("見出しの声", "楠さん")]


@pytest.mark.parametrize("change", [{"consent_record": ""}, {"live": False}], ids=["no consent", "a draft"])
def test_whoever_may_not_be_shown_says_nothing_on_a_card(client, change):
    goal = goal_told_of_by(StoryPageFactory(body=[voice(PersonFactory(**change)), ("paragraph", "<p>地の文</p>")]))
    assert voices_on(client, goal) == []


def test_only_the_first_cards_speak(client):
    person = PersonFactory(name="楠さん")
    goal = goal_told_of_by(*(StoryPageFactory(body=[voice(person)]) for _place in range(CARDS_THAT_SPEAK + 1)))
    assert voices_on(client, goal) == [("見出しの声", "楠さん")] * CARDS_THAT_SPEAK
