"""What a page is linked to by its many-to-many and inline relations, in one query."""

from django.db.models import CharField, F, Value


def linked_ids(page, request, **relations):
    """The ids that several relations of a page hold, in the order editors gave them.

    Args:
        page: the page.
        request: its request. In a preview the links are those of the draft, which is not in the tables.
        relations: ``name=column``: a relation's name, and for inline relations the foreign key's column.
            For many-to-many relations ``None``.

    Returns:
        ``{name: [id]}``.
    """
    if getattr(request, "is_preview", False):
        return {name: _of_draft(page, name, column) for name, column in relations.items()}
    queries = [_rows(page, name, column) for name, column in relations.items()]
    found = {name: [] for name in relations}
    for name, _place, pk in queries[0].union(*queries[1:], all=True).order_by("place"):
        found[name].append(pk)
    return found


def _of_draft(page, name, column):
    related = getattr(page, name).all()
    return [getattr(each, column) for each in related] if column else [each.pk for each in related]


def _rows(page, name, column):
    field = page._meta.get_field(name)
    if column:
        queryset = field.related_model.objects.filter(**{field.field.name: page.pk})
        place, target = F("sort_order"), F(column)
    else:
        queryset = field.remote_field.through.objects.filter(**{field.m2m_field_name(): page.pk})
        place, target = F("pk"), F(field.m2m_reverse_field_name() + "_id")
    named = queryset.order_by().annotate(relation=Value(name, output_field=CharField()), place=place, target=target)
    return named.values_list("relation", "place", "target")
