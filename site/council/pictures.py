"""Pictures in the sizes and formats a browser can choose from."""

from dataclasses import dataclass

from wagtail.images.models import Filter

# Without AVIF while renditions are made on the first visit: an 800-pixel AVIF takes 17 times as long to encode as a WebP.
FORMATS = ["webp", "jpeg"]


@dataclass(frozen=True)
class Preset:
    """How large a picture is shown.

    Attributes:
        widths: Wagtail's resize rules, smallest first.
        sizes: the ``sizes`` attribute: how wide the picture stands in the layout.
    """

    widths: tuple[str, ...]
    sizes: str


PRESETS = {
    "hero": Preset(("width-640", "width-1040", "width-1600"), "(min-width: 75rem) 72rem, 100vw"),
    "wall": Preset(("width-480", "width-960"), "(min-width: 64rem) 52vw, 100vw"),
    "wide": Preset(("width-480", "width-960"), "(min-width: 64rem) 52rem, (min-width: 48rem) 42rem, 100vw"),
    "card": Preset(("fill-400x250", "fill-800x500"), "(min-width: 64rem) 22rem, (min-width: 40rem) 46vw, 100vw"),
    "portrait": Preset(("fill-144x144", "fill-288x288"), "9rem"),
    "logo": Preset(("max-160x80", "max-320x160"), "10rem"),
}


@dataclass(frozen=True)
class Photo:
    """What ``images/photo.html`` shows: sources by format, and the plain picture for browsers without them."""

    sources: list[tuple[str, str]]
    fallback: object
    fallback_srcset: str
    sizes: str
    alt: str
    eager: bool


def photo(image, preset, alt="", eager=False):
    """A picture in every format and width of a preset; one query at most where renditions are not prefetched."""
    chosen = PRESETS[preset]
    specs = {(fmt, rule): f"{rule}|format-{fmt}" for fmt in FORMATS for rule in chosen.widths}
    renditions = image.get_renditions(*[Filter(spec=spec) for spec in specs.values()])
    by_format = {fmt: [renditions[specs[fmt, rule]] for rule in chosen.widths] for fmt in FORMATS}
    srcsets = {fmt: _srcset(rows) for fmt, rows in by_format.items()}
    return Photo(
        sources=[(f"image/{fmt}", srcsets[fmt]) for fmt in FORMATS[:-1]],
        fallback=by_format[FORMATS[-1]][0],
        fallback_srcset=srcsets[FORMATS[-1]],
        sizes=chosen.sizes,
        alt=alt,
        eager=eager,
    )


def _srcset(renditions):
    """Widths that the original is too small for come out alike: each width once."""
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))
