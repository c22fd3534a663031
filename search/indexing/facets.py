"""What results can be narrowed by: each page type says what holds of its pages."""


def facets_of(pages):
    """``{page id: line}`` for pages of one type, as `PageEntry.facets` has it: ``" type:story theme:ibasho year:2025 "``.

    Values are the same for each language: a theme's slug, and of a goal or organisation the id of its oldest version.
    """
    values = type(pages[0]).search_facets(pages) if hasattr(type(pages[0]), "search_facets") else {}
    return {page.pk: _line(values.get(page.pk, {})) for page in pages}


def _line(values):
    parts = [f"{name}:{value}" for name, found in values.items() for value in found]
    return f" {' '.join(parts)} " if parts else " "
