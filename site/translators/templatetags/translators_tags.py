"""Filters of the translators' desk."""

from django import template

from translators.desk.editor_props import put_right

register = template.Library()


@register.filter
def put_right_for(props, translation):
    """``{{ props|put_right_for:translation }}``: see `translators.desk.editor_props`."""
    return put_right(props, translation)
