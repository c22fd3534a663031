"""Places on pages that know nothing of places: organisations."""

from django import template

from council.places.place import PlacePage

register = template.Library()


@register.simple_tag
def places_of_organisation(organisation):
    """``{% places_of_organisation page as places %}``: the places of an organisation."""
    return list(PlacePage.objects.of(organisation).for_reader().in_order().for_cards())
