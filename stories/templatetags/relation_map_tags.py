"""The map of how a plan connects, on a page of the plan, which knows nothing of stories."""

from django import template
from django.utils import translation

from stories.relation_map.drawing import draw
from stories.relation_map.relations import relations_of
from stories.relation_map.svg import KINDS, as_svg

register = template.Library()


@register.simple_tag
def plan_relations(plan):
    """``{% plan_relations page as relations %}``: see `stories.relation_map.relations`. Five queries."""
    return relations_of(plan)


@register.simple_tag(takes_context=True)
def relation_map(context, relations):
    """``{% relation_map relations %}``: the drawing, an SVG."""
    frame = context.get("frame")
    is_foreign = frame and frame.is_untranslated
    return as_svg(draw(relations), translation.get_language() if is_foreign else "")


@register.filter
def kind_of_page(entry):
    """``{{ entry|kind_of_page }}``: the word for what an entry of the map is."""
    return KINDS[entry.kind]
