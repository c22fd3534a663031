"""Makes pictures in all sizes and formats in which they are shown. Takes seconds: not while somebody waits."""

import logging

from django.db import DatabaseError
from wagtail.images import get_image_model
from wagtail.images.models import Filter

from council.pictures.presets import PRESETS
from council.pictures.tones import note_tone
from council.pictures.uses import presets_of

logger = logging.getLogger(__name__)


def lacking(image_ids):
    """``{image: [filters it lacks]}`` of those images that lack any where they are shown. Three queries."""
    presets = presets_of(image_ids)
    found = {}
    images = get_image_model().objects.filter(pk__in=list(presets))
    for image in images.select_related("tone").prefetch_related("renditions").order_by("pk"):
        missing = missing_of(image, presets[image.pk])
        if missing:
            found[image] = missing
    return found


def missing_of(image, presets):
    """The filters of an image, its renditions read with it, that have not been made; the most needed first."""
    specs = dict.fromkeys(spec for name in sorted(presets) for spec in PRESETS[name].specs_for(image))
    filters = [Filter(spec=spec) for spec in specs]
    made = image.find_existing_renditions(*filters)
    # One of each place first, then WebP, then what takes longest.
    order = ["jpeg", "webp", "avif"]
    missing = [each for each in filters if each not in made]
    return sorted(missing, key=lambda each: order.index(each.spec.rpartition("-")[2]))


def make_pictures(image_ids):
    """Makes what images lack, one after the other: a photograph of 64 million pixels takes some 600 MB meanwhile.

    An image whose file is not there, or is broken, is logged and left as it is.

    Returns:
        ``(how many files were made, how many images failed)``

    Raises:
        DatabaseError: nothing can be written now; what was made before is there.
    """
    made = failed = 0
    for image, filters in lacking(image_ids).items():
        try:
            for each in filters:
                image.create_rendition(each)
                made += 1
            note_tone(image)
        except DatabaseError:
            raise
        except Exception:
            # Pillow raises whatever a broken file makes it stumble on.
            logger.warning("Image %d (%s) could not be made smaller.", image.pk, image.file.name, exc_info=True)
            failed += 1
    return made, failed
