"""What stands above, below and beside a page of the plan, as its reader gets it."""

from django.db.models import OuterRef, Subquery

from plans.goals import GoalPage
from plans.initiatives import InitiativePage, InitiativeUpdate
from plans.pillars import PillarPage
from plans.plan import PlanPage
from plans.promises import how_far


def outline_of(plan):
    """``[{"pillar": PillarPage or None, "goals": rows}]``: the plan as a table of contents, in three queries.

    Goals that stand right below the plan come first, in a group whose pillar is ``None``. For the rows see
    `goals_below`.
    """
    pillars = list(PillarPage.objects.below(plan).defer_streamfields())
    by_parent = {}
    for row in goals_below(plan):
        by_parent.setdefault(row["page"].parent_key, []).append(row)
    groups = [{"pillar": pillar, "goals": by_parent.pop(pillar.translation_key, [])} for pillar in pillars]
    loose = by_parent.pop(plan.translation_key, [])
    return ([{"pillar": None, "goals": loose}] if loose else []) + groups


def goals_below(page):
    """The goals below a plan or pillar: ``[{"page", "initiative_count", "how_far", "story_count"}]``, in two queries.

    ``story_count`` is filled by ``{% count_stories rows %}`` of the stories' template tags: a plan knows nothing
    of stories.
    """
    goals = list(GoalPage.objects.below(page).defer_streamfields())
    # As `InitiativePage.updates_by_year` has it.
    latest = InitiativeUpdate.objects.filter(initiative=OuterRef("pk")).order_by("-fiscal_year", "-date", "-pk")
    initiatives = InitiativePage.objects.below(page).annotate(latest_state=Subquery(latest.values("state")[:1]))
    states = {}
    for goal, state in initiatives.values_list("parent_key", "latest_state"):
        states.setdefault(goal, []).append(state)
    return [
        {
            "page": goal,
            "initiative_count": len(states.get(goal.translation_key, [])),
            "how_far": how_far(states.get(goal.translation_key, [])),
            "story_count": 0,
        }
        for goal in goals
    ]


def neighbours(goal):
    """The goals before and after this one in its plan, across pillars: ``{"previous_goal", "next_goal"}``."""
    # Root, front page, editions, plan: the page types allow no other depth.
    plan = PlanPage(path=goal.path[: 4 * goal.steplen], depth=4)
    goals = list(GoalPage.objects.below(plan).defer_streamfields())
    keys = [each.translation_key for each in goals]
    if goal.translation_key not in keys:
        return {"previous_goal": None, "next_goal": None}
    place = keys.index(goal.translation_key)
    return {
        "previous_goal": goals[place - 1] if place > 0 else None,
        "next_goal": goals[place + 1] if place + 1 < len(goals) else None,
    }
