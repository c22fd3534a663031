"""Whose words open a story, and the same for many stories at once: their cards let them speak."""

from council.people import Person
from council.translation.versions import versions_for_reader

# What a row of cards can take; below it the titles are enough.
CARDS_THAT_SPEAK = 6


def opening_voice(body):
    """The first voice of a story's stream that may be shown and has a sentence to open it with, or ``None``."""
    voices = (block.value for block in body if block.block_type == "voice")
    return next((voice for voice in voices if voice.may_be_shown and voice["headline"]), None)


def let_speak(stories):
    """Gives the first stories a ``said``: ``{"headline": text, "speaker": Person}``, or ``None``. One query.

    Args:
        stories: `StoryPage`s that were read with their bodies.

    Only the words and the person are read, in the language of the reader; a person without consent, or whose version is
    not published, says nothing here.
    """
    stories = stories[:CARDS_THAT_SPEAK]
    told = {story.pk: _headlines(story.body) for story in stories}
    people = versions_for_reader(Person.objects.all(), {person for voices in told.values() for _said, person in voices})
    for story in stories:
        spoken = ({"headline": said, "speaker": people.get(person)} for said, person in told[story.pk])
        story.said = next((each for each in spoken if _may_be_named(each["speaker"])), None)


def _headlines(body):
    """``[(headline, id of the person)]`` of a stream's voices, without reading anybody."""
    voices = [child["value"] for child in body.raw_data if child["type"] == "voice"]
    return [(value["headline"], value["person"]) for value in voices if value.get("headline") and value.get("person")]


def _may_be_named(person):
    return person is not None and person.live and person.has_consent
