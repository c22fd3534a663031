"""The app's models, each in a file of its own."""

from council.accessibility.models import AccessibilityTest, CriterionSignature
from council.feedback.models import PageAnswers, PageRemark
from council.furigana.kept import KeptReadings
from council.furigana.page_readings import PageReading
from council.organisations import OpeningTime, OrganisationIndexPage, OrganisationPage
from council.page_views.models import PageViews
from council.people import Person
from council.pictures.tones import PictureTone
from council.places.hours import PlaceClosure, PlaceHours
from council.places.index_page import PlaceIndexPage
from council.places.place import PlacePage
from council.readings import Reading
from council.short_address.models import ShortAddress
from council.site_settings import CouncilSettings, CouncilWording
from council.terms import Term
from council.themes import Theme
from council.translation.freshness import PublishedText

__all__ = [
    "AccessibilityTest",
    "CouncilSettings",
    "CouncilWording",
    "CriterionSignature",
    "KeptReadings",
    "OpeningTime",
    "OrganisationIndexPage",
    "OrganisationPage",
    "PageAnswers",
    "PageReading",
    "PageRemark",
    "PageViews",
    "Person",
    "PictureTone",
    "PlaceClosure",
    "PlaceHours",
    "PlaceIndexPage",
    "PlacePage",
    "PublishedText",
    "Reading",
    "ShortAddress",
    "Term",
    "Theme",
]
