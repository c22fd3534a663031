"""A story for machines: who publishes it, of whom it tells, who speaks in it, in which languages there is one."""

from council.structured_data.nodes import named_page, page_node, without_empty
from stories.blocks.voices import SpeakerValue


def story_node(story, around):
    """An article. A person is in it only where the page shows them: see `stories.blocks.voices`."""
    return without_empty(
        {
            **page_node(story, around, story.schema_type),
            "alternativeHeadline": story.subtitle,
            "author": {"@id": around.council_id},
            "creditText": story.credits,
            "contributor": [_person(speaker) for speaker in speakers(story)],
            "about": [named_page(each, "CreativeWork", around) for each in _shown(around, "subjects")],
            "mentions": [named_page(each, "Organization", around) for each in _shown(around, "organisations")],
            "keywords": [theme.name for theme in _shown(around, "themes")],
            "timeRequired": f"PT{story.minutes}M",
            "mainEntityOfPage": around.frame.canonical,
        }
    )


def _shown(around, name):
    return around.context.get(name) or []


def speakers(story):
    """The people whose words the story shows today, each once, in the order in which they speak."""
    values = [block.value for block in story.body if isinstance(block.value, SpeakerValue)]
    return list(dict.fromkeys(value.speaker for value in values if value.may_be_shown and value.speaker))


def _person(person):
    return without_empty(
        {
            "@type": "Person",
            "name": person.name,
            "jobTitle": person.role,
            "affiliation": _affiliation(person),
        }
    )


def _affiliation(person):
    name = person.shown_organisation.title if person.shown_organisation else person.organisation_name
    return {"@type": "Organization", "name": name} if name else None
