"""The app's models, each in a file of its own."""

from plans.goals import GoalPage
from plans.initiatives import InitiativePage, InitiativeUpdate
from plans.pillars import PillarPage
from plans.plan import PlanIndexPage, PlanPage

__all__ = [
    "GoalPage",
    "InitiativePage",
    "InitiativeUpdate",
    "PillarPage",
    "PlanIndexPage",
    "PlanPage",
]
