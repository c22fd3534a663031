"""What a page shows of a picture: what has been made of it, and in its absence the next best thing. Never an error."""

import logging
from dataclasses import dataclass

from django.core.cache import cache
from django.dispatch import Signal
from wagtail.images.models import Filter

from council.pictures.presets import MODERN_FORMATS, PLAIN_FORMAT, PRESETS, all_specs, format_of
from council.pictures.tones import tone_of

logger = logging.getLogger(__name__)

# Sent with ``image`` when a page has shown one that is not there in every size: whoever makes them may be told so.
pictures_wanted = Signal()
SECONDS_BETWEEN_WISHES = 60
# Where the focal point is, in fifths of the picture; the middle needs no word. `pictures.css` has a class for each.
_FIFTHS = 5


@dataclass(frozen=True)
class Photo:
    """What ``images/photo.html`` shows: sources by format, and the plain picture for browsers without them.

    ``plain`` is ``None`` where nothing of the picture is left; then its words stand in its place.
    """

    preset: str
    sources: list[tuple[str, str]]
    plain: object
    sizes: str
    alt: str
    eager: bool
    classes: str


def photo(image, preset, alt="", eager=False):
    """A picture in the formats and widths of a preset that have been made.

    No query where renditions are prefetched and all there, one where they are not. If none is there, that of another
    preset stands in, or one is made now.
    """
    chosen = PRESETS[preset]
    found = _made(image, [Filter(spec=spec) for spec in chosen.specs_for(image)])
    by_format = {
        name: [rendition for spec, rendition in found.items() if format_of(spec) == name]
        for name in (*MODERN_FORMATS, PLAIN_FORMAT)
    }
    plain = next((rows[-1] for name, rows in reversed(by_format.items()) if rows), None) or _stand_in(image, chosen)
    return Photo(
        preset=preset,
        sources=[(f"image/{name}", _srcset(by_format[name])) for name in MODERN_FORMATS if by_format[name]],
        plain=plain,
        sizes=chosen.sizes,
        alt=alt,
        eager=eager,
        classes=_classes(image),
    )


def _made(image, filters):
    """``{spec: rendition}`` of what has been made, kept in the cache as Wagtail does it; whoever makes the rest is told."""
    found = image.find_existing_renditions(*filters)
    new = {
        each.construct_cache_key(image, each.focal_point_key, each.filter_spec): each
        for each in found.values()
        if not getattr(each, "_from_cache", False)
    }
    if new and not hasattr(image, "prefetched_renditions"):
        image.get_rendition_model().cache_backend.set_many(new)
    if len(found) < len(filters) and cache.add(f"council.pictures.wanted.{image.pk}", True, SECONDS_BETWEEN_WISHES):
        pictures_wanted.send_robust(type(image), image=image)
    return {each.spec: found[each] for each in filters if each in found}


def _stand_in(image, preset):
    """The nearest in size of what was made for other places; else one that is made now; ``None`` if it cannot be."""
    width = preset.boxes[preset.plain][0]
    others = image.get_rendition_model().objects.filter(image=image, filter_spec__in=all_specs()).order_by("pk")
    nearest = min(others, key=lambda each: abs(each.width - width), default=None)
    if nearest:
        return nearest
    try:
        return image.get_rendition(preset.specs_for(image)[0])
    except Exception:
        # The file is not there or broken, or the disk is full: the page is still to be read.
        logger.warning("Image %s (%s) could not be shown.", image.pk, image.file.name, exc_info=True)
        return None


def _srcset(renditions):
    """Each width once."""
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def _classes(image):
    """Its tone, and where its focal point is: a picture whose box has another shape is cut around it."""
    names = [f"tone-{tone}"] if (tone := tone_of(image)) else []
    for axis, size in (("x", image.width), ("y", image.height)):
        place = getattr(image, f"focal_point_{axis}")
        fifth = min(_FIFTHS - 1, place * _FIFTHS // size) if place is not None and size else _FIFTHS // 2
        if fifth != _FIFTHS // 2:
            names.append(f"focus-{axis}-{fifth}")
    return " ".join(names)
