"""Coordinates as editors paste them from a map, and whether they lie in Japan. Pure."""

import re
import unicodedata
from decimal import Decimal

# Degrees (WGS 84) around all of Japan: 沖ノ鳥島 in the south (20.42), 択捉島 in the north (45.55),
# 与那国島 in the west (122.93), 南鳥島 in the east (153.99).
LATITUDES = (Decimal("20.4"), Decimal("45.6"))
LONGITUDES = (Decimal("122.9"), Decimal("154.0"))

# 緯度・経度 with six digits after the point are right to a tenth of a metre.
_DIGITS = Decimal("0.000001")
_PAIR = re.compile(r"^\(?\s*([-+]?\d{1,3}(?:\.\d+)?)\s*(?:[,、;\s])\s*([-+]?\d{1,3}(?:\.\d+)?)\s*\)?$")


def parse_pair(text):
    """``(latitude, longitude)`` of a pair such as ``35.73, 139.65``, in full-width digits too; else ``None``."""
    found = _PAIR.match(unicodedata.normalize("NFKC", text).strip())
    return (rounded(Decimal(found[1])), rounded(Decimal(found[2]))) if found else None


def rounded(degrees):
    return degrees.quantize(_DIGITS)


def is_in_japan(latitude, longitude):
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]
