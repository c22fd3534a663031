"""Renditions read together with what shows them: those of our own sizes alone, and not the editors' thumbnails."""

from django.db.models import Prefetch
from wagtail.images import get_image_model

from council.pictures.presets import PRESETS, all_specs


def shown_renditions(specs=None):
    """A queryset of the renditions that pages show.

    Args:
        specs: filters, where it is known in which size; all of ours if left out.
    """
    return get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs or all_specs())


def card_renditions():
    """What a queryset of pages with a ``picture`` prefetches for their cards."""
    return Prefetch("picture__renditions", queryset=shown_renditions(PRESETS["card"].specs()))
