"""A map drawn from coordinates alone: where places lie to each other, north up, without streets. Pure.

Each place has a numbered disc. Discs never overlap: one that would is moved beside, and a line leads to its point.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

# About what a telephone has room for, so that discs are there as large as they are drawn.
WIDTH = 310
_MARGIN = 32
_LEAST_HEIGHT, _MOST_HEIGHT = 240, 400
# Below the places, for the scale.
_SCALE_HEIGHT = 24
RADIUS = 15
# Between the centres of two discs.
_APART = 2 * RADIUS + 2
# With more discs than this on one map there is no room to tell them apart: the map grows.
_CROWDED = 40
_METRES_A_DEGREE = 111_320
_LABEL_HEIGHT, _LABEL_EM = 17, 13
_SCALES = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000]
_LONGEST_SCALE = 80


@dataclass(frozen=True)
class MapPoint:
    """Where a place is, in degrees, and the name of its district."""

    latitude: float
    longitude: float
    area: str = ""

    @classmethod
    def of(cls, place):
        return cls(float(place.latitude), float(place.longitude), place.area)


@dataclass(frozen=True)
class Disc:
    """A place's disc: its centre ``x``, ``y`` and its true point ``at_x``, ``at_y``."""

    x: int
    y: int
    at_x: int
    at_y: int

    @property
    def is_moved(self):
        return (self.x, self.y) != (self.at_x, self.at_y)


@dataclass(frozen=True)
class AreaName:
    """The name of a district and the middle of its baseline."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class SchematicMap:
    """What `council/includes/schematic_map.html` draws, in units of the SVG.

    Attributes:
        discs: one for each point, in their order.
        thread: the path through the districts, from west to east.
        scale, metres: how long the line of the scale at the bottom is, and what it stands for; 0 where all points are one.
    """

    width: int
    height: int
    discs: tuple
    areas: tuple
    thread: str
    scale: int
    metres: int

    @property
    def foot(self):
        """Where the line of the scale stands."""
        return self.height - 12

    @property
    def distance(self):
        """What the scale stands for, as every language writes it."""
        return f"{self.metres} m" if self.metres < 1000 else f"{self.metres // 1000} km"

    @property
    def is_large(self):
        """Whether a telephone has to scroll it, for its discs to stay large enough for a finger."""
        return self.width > WIDTH


@lru_cache(maxsize=64)
def draw_map(points):
    """The map of these points.

    Args:
        points: a tuple of `MapPoint`, not empty.

    Returns:
        `SchematicMap`.
    """
    width = round(WIDTH * math.sqrt(max(1, len(points) / _CROWDED)))
    metres = _in_metres(points)
    across = max(x for x, _y in metres)
    down = max(y for _x, y in metres)
    inside = width - 2 * _MARGIN
    growth = width / WIDTH
    least, most = _LEAST_HEIGHT * growth - 2 * _MARGIN, _MOST_HEIGHT * growth - 2 * _MARGIN
    factor = min(inside / across if across else math.inf, most / down if down else math.inf)
    factor = 0 if math.isinf(factor) else factor
    height = max(least, down * factor)
    left, top = (inside - across * factor) / 2, (height - down * factor) / 2
    true = [(round(_MARGIN + left + x * factor), round(_MARGIN + top + y * factor)) for x, y in metres]
    height = round(height + 2 * _MARGIN)
    discs = _apart(true, width, height)
    scale, length = _scale(factor)
    return SchematicMap(
        width,
        height + _SCALE_HEIGHT,
        discs,
        _area_names(points, discs, width, height),
        _thread(points, true, width),
        scale,
        length,
    )


def _in_metres(points):
    """``[(x, y)]`` from the north-west corner, near enough for a ward (equirectangular)."""
    north, west = max(each.latitude for each in points), min(each.longitude for each in points)
    shrink = math.cos(math.radians(north))
    return [
        ((each.longitude - west) * _METRES_A_DEGREE * shrink, (north - each.latitude) * _METRES_A_DEGREE)
        for each in points
    ]


def _apart(true, width, height):
    """A `Disc` for each point, each as near to its point as those before it leave room for."""
    taken, discs = {}, []
    for at_x, at_y in true:
        x, y = next((x, y) for x, y in _around(at_x, at_y, width, height) if _is_free(taken, x, y))
        taken.setdefault((x // _APART, y // _APART), []).append((x, y))
        discs.append(Disc(x, y, at_x, at_y))
    return tuple(discs)


def _around(x, y, width, height):
    """A point, then points around it in growing circles, inside the map."""
    yield x, y
    for ring in range(1, 4 * (width + height) // _APART):
        distance = ring * _APART / 2
        steps = 8 * ring
        for step in range(steps):
            angle = 2 * math.pi * step / steps
            near_x, near_y = round(x + distance * math.cos(angle)), round(y - distance * math.sin(angle))
            if RADIUS < near_x < width - RADIUS and RADIUS < near_y < height - RADIUS:
                yield near_x, near_y


def _is_free(taken, x, y):
    column, row = x // _APART, y // _APART
    near = (
        each
        for across in (column - 1, column, column + 1)
        for down in (row - 1, row, row + 1)
        for each in taken.get((across, down), ())
    )
    return all(math.dist(each, (x, y)) >= _APART for each in near)


def _area_names(points, discs, width, height):
    """Each district's name, above, below or beside its discs, where it hides least."""
    by_area = {}
    for point, disc in zip(points, discs, strict=True):
        if point.area:
            by_area.setdefault(point.area, []).append(disc)
    boxes = [(disc.x - RADIUS, disc.y - RADIUS, disc.x + RADIUS, disc.y + RADIUS) for disc in discs]
    found = []
    for text, own in by_area.items():
        box = min(_boxes_for(text, own, width), key=lambda box: (_hidden(box, boxes, width, height), box[4]))
        boxes.append(box[:4])
        found.append(AreaName(text, round((box[0] + box[2]) / 2), round(box[3] - 4)))
    return tuple(found)


def _boxes_for(text, discs, width):
    """``(left, top, right, bottom, place in the order of preference)`` of where a name might stand."""
    half = _width_of(text) / 2
    middle = sum(disc.x for disc in discs) / len(discs)
    places = [(middle, min(disc.y for disc in discs) - RADIUS - 3)]
    places.append((middle, max(disc.y for disc in discs) + RADIUS + 3 + _LABEL_HEIGHT))
    for disc in discs:
        places.append((disc.x, disc.y - RADIUS - 3))
        places.append((disc.x, disc.y + RADIUS + 3 + _LABEL_HEIGHT))
        places.append((disc.x + RADIUS + 4 + half, disc.y + _LABEL_HEIGHT / 2))
        places.append((disc.x - RADIUS - 4 - half, disc.y + _LABEL_HEIGHT / 2))
    for order, (x, bottom) in enumerate(places):
        # At the edge of the map a long name stands a little to the side rather than on another disc.
        x = max(4 + half, min(x, width - 4 - half))
        yield x - half, bottom - _LABEL_HEIGHT, x + half, bottom, order


def _width_of(text):
    """Latin letters are about half as wide as Chinese characters."""
    return _LABEL_EM * sum(0.58 if ord(sign) < 0x1100 else 1 for sign in text)


def _hidden(box, boxes, width, height):
    """How much of what is there a name would hide, and how far it would reach out of the map."""
    left, top, right, bottom = box[:4]
    over = sum(
        max(0, min(right, each[2]) - max(left, each[0])) * max(0, min(bottom, each[3]) - max(top, each[1]))
        for each in boxes
    )
    outside = max(0, 4 - left) + max(0, right - width + 4) + max(0, 4 - top) + max(0, bottom - height + 4)
    return round(over + outside * _LABEL_HEIGHT)


def _thread(points, true, width):
    """A smooth path through the middle of each district, from the western edge to the eastern."""
    by_area = {}
    for point, place in zip(points, true, strict=True):
        by_area.setdefault(point.area, []).append(place)
    middles = [
        (sum(x for x, _y in each) / len(each), sum(y for _x, y in each) / len(each)) for each in by_area.values()
    ]
    middles.sort()
    stops = _shortened([(0, middles[0][1]), *middles, (width, middles[-1][1])])
    path = f"M0 {round(stops[0][1])}"
    for number in range(len(stops) - 1):
        before, here = stops[max(0, number - 1)], stops[number]
        there, after = stops[number + 1], stops[min(len(stops) - 1, number + 2)]
        # Catmull-Rom as cubic Bézier curves.
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        path += "C" + " ".join(f"{round(x)} {round(y)}" for x, y in (first, second, there))
    return path


def _shortened(stops):
    """The same stops between the same ends, in an order without detours: as long as turning a stretch round helps (2-opt)."""
    improved = True
    while improved:
        improved = False
        for first in range(1, len(stops) - 2):
            for last in range(first + 1, len(stops) - 1):
                before, after = stops[first - 1], stops[last + 1]
                now = math.dist(before, stops[first]) + math.dist(stops[last], after)
                turned = math.dist(before, stops[last]) + math.dist(stops[first], after)
                if turned < now - 1e-9:
                    stops[first : last + 1] = reversed(stops[first : last + 1])
                    improved = True
    return stops


def _scale(factor):
    fitting = [metres for metres in _SCALES if metres * factor <= _LONGEST_SCALE] if factor else []
    return (round(fitting[-1] * factor), fitting[-1]) if fitting else (0, 0)
