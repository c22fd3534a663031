"""Stories on pages that know nothing of stories: goals, initiatives, organisations, the plan."""

from collections import Counter

from django import template

from stories.opening_voices import let_speak
from stories.story import StoryPage, StorySubject

register = template.Library()


@register.simple_tag
def stories_about(subject):
    """``{% stories_about page as stories %}``: the stories about a goal or initiative, the newest first."""
    return list(StoryPage.objects.about(subject).for_reader().newest_first().for_cards())


@register.simple_tag
def stories_told_of(goal):
    """``{% stories_told_of page as stories %}``: the same, and the first of them with the words they open with as ``said``."""
    # `for_cards` leaves the bodies out, which hold the words.
    stories = list(StoryPage.objects.about(goal).for_reader().newest_first().for_cards().defer(None))
    let_speak(stories)
    return stories


@register.simple_tag
def stories_of_organisation(organisation):
    """``{% stories_of_organisation page as stories %}``: the stories about an organisation or told by its people."""
    return list(StoryPage.objects.of(organisation).for_reader().newest_first().for_cards())


@register.simple_tag
def count_stories(rows):
    """``{% count_stories goals %}``: fills ``story_count`` of rows of `plans.outline`. One query."""
    keys = [row["page"].translation_key for row in rows]
    links = StorySubject.objects.filter(
        subject__translation_key__in=keys, story__in=StoryPage.objects.for_reader().values("pk")
    )
    counts = Counter(links.values_list("subject__translation_key", flat=True))
    for row in rows:
        row["story_count"] = counts[row["page"].translation_key]
    return ""


@register.simple_tag
def count_outline_stories(outline):
    """``{% count_outline_stories outline %}``: the same for a whole plan's outline. One query."""
    return count_stories([row for group in outline for row in group["goals"]])
