"""The plan's side of pages that the plan knows nothing of."""

from django import template
from django.db.models import Exists, OuterRef

from plans.initiatives import InitiativePage
from plans.promises import initiatives_concerning

register = template.Library()


@register.simple_tag
def initiatives_of_organisation(organisation):
    """``{% initiatives_of_organisation page as initiatives %}``: the initiatives an organisation carries out."""
    links = InitiativePage.organisations.through.objects.filter(
        initiativepage=OuterRef("pk"), organisationpage__translation_key=organisation.translation_key
    )
    return initiatives_concerning(Exists(links))
