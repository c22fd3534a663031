"""Which languages' readers get which version of a page."""

from collections import defaultdict

from wagtail.models import Locale, Page

from council.translation.versions import best_versions, readable
from search.entries import PageEntry


def readers_of(pages):
    """``{page id: languages}`` for these pages, each language between spaces, as `PageEntry.readers` has it.

    Writes it also for the other versions of these pages, of which it may have changed.
    """
    shown = defaultdict(list)
    keys = {page.translation_key for page in pages}
    versions = list(readable(Page.objects.filter(translation_key__in=keys)).only("pk", "locale_id", "translation_key"))
    by_key = defaultdict(list)
    for version in versions:
        by_key[version.translation_key].append(version)
    # Not those that the process remembers: what is missing here stays missing.
    for locale in Locale.objects.all():
        for version in best_versions(versions, locale).values():
            shown[version.pk].append(locale.language_code)
    result = {version.pk: _line(shown[version.pk]) for version in versions}
    own = {page.pk for page in pages}
    others = {pk: line for pk, line in result.items() if pk not in own}
    if others:
        for entry in PageEntry.objects.filter(pk__in=others).only("pk", "readers"):
            if entry.readers != others[entry.pk]:
                PageEntry.objects.filter(pk=entry.pk).update(readers=others[entry.pk])
    return {pk: result.get(pk, " ") for pk in own}


def _line(languages):
    return f" {' '.join(languages)} " if languages else " "
