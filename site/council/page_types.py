"""Pages of any type in one query.

Wagtail reads a page's own table in a second query (``.specific``). The site has few page types, so their tables can
be joined instead: one row a page either way.
"""

from wagtail.fields import StreamField
from wagtail.models import Page

from council.translation.routing import LocaleFallbackMixin


def with_types(queryset, defer_streams=False):
    """A queryset of ``Page`` that `specific_of` needs no further query for."""
    relations = list(_relations())
    queryset = queryset.select_related(*[relation.name for relation in relations])
    if defer_streams:
        queryset = queryset.defer(
            *[
                f"{relation.name}__{field.name}"
                for relation in relations
                for field in relation.related_model._meta.local_fields
                if isinstance(field, StreamField)
            ]
        )
    return queryset


def specific_of(page):
    """The page as its own type; as it is, where its type is not one of the site's."""
    return getattr(page, page.cached_content_type.model, page)


def _relations():
    for relation in Page._meta.related_objects:
        if relation.parent_link and issubclass(relation.related_model, LocaleFallbackMixin):
            yield relation
