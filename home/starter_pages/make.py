"""Makes the pages about the site where they are missing; what is there stays as it is.

The texts name no council: its name, telephone number and section stand in the frame of each page, from the settings.
"""

from pathlib import Path

from wagtail.models import Page

from home.accessibility_pages import AccessibilityPolicyPage, AccessibilityResultsPage
from home.sample.content_files import parse
from home.sample.pages import stream
from home.sample.translations import TranslationFile, load_translations
from home.standard import StandardPage

FOLDER = Path(__file__).parent
TYPES = {
    "standard": (StandardPage, ["body"]),
    "accessibility_policy": (AccessibilityPolicyPage, ["intro", "known_barriers"]),
    "accessibility_results": (AccessibilityResultsPage, ["intro"]),
}
# In the order of the foot; a parent comes before its child.
NAMES = ["how-to-use", "accessibility", "accessibility-results", "privacy"]
PARENTS = {"accessibility-results": "accessibility"}


def make_starter_pages(shelf, home, kind="starter"):
    """Makes those that are missing, in Japanese, published.

    Args:
        shelf: `home.sample.shelf.Shelf`.
        home: the Japanese front page.
        kind: what their keys are made of; those of the sample go when the sample goes.

    Returns:
        Names of those for which there is a page of the council's own at the same address.
    """
    taken = []
    for name in NAMES:
        parent = shelf.find_page(PARENTS.get(name)) or home
        existing = Page.objects.child_of(parent).filter(slug=name).first()
        if existing and existing.translation_key != shelf.key(kind, name):
            taken.append(name)
        elif name not in PARENTS or parent is not home:
            shelf.page(kind, name, lambda name=name: _build(shelf, name), parent)
    return taken


def _build(shelf, name):
    row = parse(FOLDER / "content" / f"{name}.toml")
    model, streams = TYPES[row.pop("type")]
    bodies = {field: row.pop(field, []) for field in streams}
    page = model(**row)
    for field, rows in bodies.items():
        setattr(page, field, stream(shelf, page, field, rows))
    return page


def translate_starter_pages(shelf, home, kind="starter"):
    """Puts them into each language whose front page is there already: below it they stand."""
    languages = set(home.get_translations(inclusive=True).values_list("locale__language_code", flat=True))
    load_translations(
        shelf, lambda language: starter_translation_files(language, kind) if language in languages else []
    )


def starter_translation_files(language, kind="page"):
    """`TranslationFile` of each page in a language."""
    for name in NAMES:
        path = FOLDER / "translations" / language / f"{name}.po"
        if path.exists():
            yield TranslationFile(language, kind, name, path)
