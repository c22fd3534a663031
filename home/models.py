"""The app's models, each in a file of its own."""

from home.accessibility_pages import AccessibilityPolicyPage, AccessibilityResultsPage
from home.front_page import HomePage
from home.glossary import GlossaryPage
from home.importer.records import ImportRecord
from home.standard import StandardPage
from home.theme_pages import ThemeIndexPage

__all__ = [
    "AccessibilityPolicyPage",
    "AccessibilityResultsPage",
    "GlossaryPage",
    "HomePage",
    "ImportRecord",
    "StandardPage",
    "ThemeIndexPage",
]
