"""Makes the sample site. Run again, it makes only what is missing and leaves what was edited."""

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Site

from home.sample import pages, snippets, translations
from home.sample.audit import load_audit_of_sample
from home.sample.changes import make_changes
from home.sample.shelf import Shelf
from home.starter_pages.make import make_starter_pages, translate_starter_pages


@transaction.atomic
def load_sample(with_translations=True):
    """Makes what is missing of the sample.

    Args:
        with_translations: also in the other languages, which takes most of the time.

    Returns:
        ``Counter``: how many were made, by the type's plural name.
    """
    call_command("setup_site", verbosity=0)
    shelf = Shelf()
    snippets.load_themes(shelf)
    snippets.load_terms(shelf)
    snippets.load_readings(shelf)
    front = pages.load_front(shelf)
    pages.load_organisations(shelf)
    pages.load_places(shelf)
    snippets.load_people(shelf)
    pages.load_standard_pages(shelf, front)
    make_starter_pages(shelf, front, kind="page")
    pages.load_plans(shelf)
    pages.load_stories(shelf)
    pages.link_updates(shelf)
    pages.finish_front(shelf, front)
    snippets.load_settings(shelf, Site.objects.get(is_default_site=True))
    load_audit_of_sample(shelf)
    if with_translations:
        translations.load_translations(shelf)
        translate_starter_pages(shelf, front, kind="page")
        make_changes(shelf)
    return shelf.made
