"""What is promised for a goal, by whom, and how far each promise is."""

from collections import Counter

from wagtail.models import Page

from council.translation.versions import in_tree_order
from plans.goals import GoalPage
from plans.initiatives import InitiativePage, Leader, State


def promises_of(goal):
    """The initiatives of a goal with their histories, in two queries."""
    return list(InitiativePage.objects.below(goal).defer_streamfields().prefetch_related("updates"))


def by_leader(initiatives):
    """``{"community": [...], "council": [...]}``."""
    return {leader.value: [each for each in initiatives if each.led_by == leader] for leader in Leader}


def how_far(states):
    """``[{"state", "label", "count"}]``: how many promises are in each state, in the order of `State`.

    Args:
        states: values of `State`; an empty one, where nobody said how far it is, is not counted.
    """
    counts = Counter(states)
    return [
        {"state": state.value, "label": state.label, "count": counts[state.value]}
        for state in State
        if counts[state.value]
    ]


def how_far_by_leader(initiatives):
    """``{"community": [...], "council": [...]}``: see `how_far`."""
    return {leader: how_far(each.state for each in led) for leader, led in by_leader(initiatives).items()}


def stories_shown(initiatives):
    """The ids of the stories that the initiatives' histories point to."""
    return {update.story_id for initiative in initiatives for update in initiative.updates_by_year if update.story_id}


def link_stories(initiatives, references):
    """Gives each update the version of its story that the reader gets."""
    stories = references.of(Page)
    for initiative in initiatives:
        for update in initiative.updates_by_year:
            update.readers_story = stories.get(update.story_id)


def goal_of(initiative):
    """The goal an initiative stands under, in the reader's language, or ``None``."""
    return goals_of([initiative]).first()


def goals_of(initiatives):
    """A queryset of the goals that initiatives stand under, in the reader's language, in the order of the tree."""
    above = Page.objects.filter(path__in={each.path[: -each.steplen] for each in initiatives})
    goals = GoalPage.objects.filter(translation_key__in=above.values("translation_key")).for_reader()
    return in_tree_order(goals).defer("situation")


def initiatives_concerning(condition):
    """The initiatives that meet a condition, in the reader's language, with their histories.

    Args:
        condition: a ``Q`` or ``Exists`` on `InitiativePage`.
    """
    return list(
        in_tree_order(InitiativePage.objects.filter(condition).for_reader())
        .defer_streamfields()
        .prefetch_related("updates")
    )
