"""The street map under the places, if the council has chosen one."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class MapTiles:
    """Where the pictures of a street map come from.

    Attributes:
        url: their address, with ``{z}``, ``{x}`` and ``{y}``.
        attribution, attribution_url: whom the map is by, and where they say so.
        deepest: the closest zoom there are pictures for.
    """

    url: str
    attribution: str
    attribution_url: str
    deepest: int

    @property
    def host(self):
        return urlsplit(self.url).hostname

    @property
    def origin(self):
        """What a Content-Security-Policy has to allow in ``img-src``."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def map_tiles(env):
    """`MapTiles` from ``MAP_TILES_URL``, ``…_ATTRIBUTION``, ``…_ATTRIBUTION_URL``, ``…_DEEPEST``; ``None`` where there are none.

    Raises:
        ImproperlyConfigured: the address is none of a map, or nobody is named.
    """
    url = env.str("MAP_TILES_URL", default="").strip()
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or "{" in parts.netloc:
        raise ImproperlyConfigured("MAP_TILES_URL has to begin with https:// and the name of one host.")
    if not all(part in url for part in ("{z}", "{x}", "{y}")):
        raise ImproperlyConfigured("MAP_TILES_URL needs {z}, {x} and {y}, where zoom, column and row stand.")
    attribution = env.str("MAP_TILES_ATTRIBUTION", default="").strip()
    if not attribution:
        raise ImproperlyConfigured(
            "MAP_TILES_ATTRIBUTION has to name whom the map is by: every map's licence asks for it."
        )
    return MapTiles(
        url, attribution, env.str("MAP_TILES_ATTRIBUTION_URL", default=""), env.int("MAP_TILES_DEEPEST", default=18)
    )
