"""What pages are linked to, in values that are the same for each language: for the search to narrow its results by.

A theme is named by its slug, a page by the id of its oldest version. Each question takes one query, however many pages.
"""

from collections import defaultdict

from django.db.models import Min
from wagtail.models import Page


def add_values(facets, name, values):
    """Adds ``{page id: [value]}`` to ``{page id: {facet: [value]}}``."""
    for pk, found in values.items():
        facets[pk][name] = list(dict.fromkeys([*facets[pk].get(name, []), *found]))


def themes_of(pages):
    """``{page id: [slug]}`` of the themes of pages of one type."""
    return _linked(pages, "themes", "theme__slug")


def organisations_of(pages):
    """``{page id: [id]}`` of the organisations that pages of one type are linked to."""
    linked = _linked(pages, "organisations", "organisationpage_id")
    oldest = oldest_versions({pk for found in linked.values() for pk in found})
    return {pk: [oldest[each] for each in found if each in oldest] for pk, found in linked.items()}


def oldest_versions(ids):
    """``{id: id}``: for each page the oldest of its versions in all languages."""
    if not ids:
        return {}
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    oldest = dict(
        Page.objects.filter(translation_key__in=keys.values())
        # Pages come in the tree's order, which the database would group them by too.
        .order_by()
        .values_list("translation_key")
        .annotate(first=Min("pk"))
    )
    return {pk: oldest[key] for pk, key in keys.items()}


def parents_of(ids):
    """``{id: id}``: for each page the one it stands under."""
    paths = dict(Page.objects.filter(pk__in=ids).values_list("pk", "path")) if ids else {}
    parents = {path[: -Page.steplen] for path in paths.values()}
    by_path = dict(Page.objects.filter(path__in=parents).values_list("path", "pk")) if parents else {}
    return {pk: by_path[path[: -Page.steplen]] for pk, path in paths.items() if path[: -Page.steplen] in by_path}


def _linked(pages, relation, value):
    model = type(pages[0])
    field = model._meta.get_field(relation)
    to_page = field.m2m_field_name() + "_id"
    rows = field.remote_field.through.objects.filter(**{f"{to_page}__in": [page.pk for page in pages]})
    found = defaultdict(list)
    for pk, each in rows.order_by("pk").values_list(to_page, value):
        found[pk].append(each)
    return found
