"""The app's models, each in a file of its own."""

from council.feedback.models import PageAnswers, PageRemark
from council.organisations import OpeningTime, OrganisationIndexPage, OrganisationPage
from council.people import Person
from council.readings import Reading
from council.short_address.models import ShortAddress
from council.site_settings import CouncilSettings, CouncilWording
from council.terms import Term
from council.themes import Theme
from council.translation.freshness import PublishedText

__all__ = [
    "CouncilSettings",
    "CouncilWording",
    "OpeningTime",
    "OrganisationIndexPage",
    "OrganisationPage",
    "PageAnswers",
    "PageRemark",
    "Person",
    "PublishedText",
    "Reading",
    "ShortAddress",
    "Term",
    "Theme",
]
