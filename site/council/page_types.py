"""Pages of several types in one query, with the fields of those types that are needed.

Wagtail reads the fields of a page's type with a further query for each type (``.specific()``). Joining every type is no
answer: PostgreSQL takes 4 ms to plan a join of fourteen tables, and compiles it for a second where JIT is on and
the tables were never analysed.
"""

from wagtail.fields import StreamField
from wagtail.models import Page


def with_types(queryset, models):
    """A queryset of ``Page`` with the tables of these page types joined, their streams left out but for ``where_to_turn``.

    Others take that one over: see `council.where_to_turn.calls_shown`.
    """
    names = {model: model._meta.model_name for model in models}
    deferred = [
        f"{name}__{field.name}"
        for model, name in names.items()
        for field in model._meta.local_fields
        if isinstance(field, StreamField) and field.name != "where_to_turn"
    ]
    return queryset.select_related(*names.values()).defer(*deferred) if names else queryset


def specific_of(page, models):
    """A page that `with_types` has read as its own type, if that is one of these; else as it is."""
    model = page.cached_content_type.model_class()
    return getattr(page, model._meta.model_name) if model in models and isinstance(page, Page) else page
