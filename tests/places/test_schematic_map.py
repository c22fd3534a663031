"""The drawn map: north up, true to scale, and no two discs on each other."""

import itertools
import math
import random

import pytest

from council.places.schematic_map import RADIUS, WIDTH, MapPoint, draw_map


def points(number, spread=0.02, seed=1):
    chance = random.Random(seed)
    return tuple(
        MapPoint(35.6 + chance.random() * spread, 140 + chance.random() * spread, f"地区{each % 4}")
        for each in range(number)
    )


def nearest(drawn):
    return min(math.dist((one.x, one.y), (other.x, other.y)) for one, other in itertools.combinations(drawn.discs, 2))


@pytest.mark.parametrize("number", [2, 12, 40, 200])
@pytest.mark.parametrize("spread", [0.02, 0.0001, 0])
def test_no_disc_lies_on_another_and_all_lie_on_the_map(number, spread):
    drawn = draw_map(points(number, spread))
    assert len(drawn.discs) == number
    assert nearest(drawn) >= 2 * RADIUS
    for disc in drawn.discs:
        assert RADIUS <= disc.x <= drawn.width - RADIUS
        assert RADIUS <= disc.y <= drawn.height - RADIUS


def test_north_is_up_and_east_is_right():
    north, south, east = draw_map((MapPoint(35.7, 140), MapPoint(35.6, 140), MapPoint(35.65, 140.1))).discs
    assert north.at_y < east.at_y < south.at_y
    assert north.at_x == south.at_x < east.at_x


def test_a_kilometre_is_as_long_across_as_down():
    """A degree of longitude is shorter than one of latitude: at 35.6° north by its cosine."""
    degree = math.cos(math.radians(35.6))
    corner, across, down = draw_map(
        (MapPoint(35.6, 140), MapPoint(35.6, 140 + 0.01 / degree), MapPoint(35.59, 140))
    ).discs
    assert across.at_x - corner.at_x == pytest.approx(down.at_y - corner.at_y, abs=1)


def test_the_scale_says_how_far_it_is():
    drawn = draw_map((MapPoint(35.6, 140), MapPoint(35.61, 140)))
    metres = 0.01 * 111_320
    pixels = drawn.discs[0].at_y - drawn.discs[1].at_y
    assert drawn.scale / drawn.metres == pytest.approx(pixels / metres, rel=0.05)
    assert drawn.distance in {f"{drawn.metres} m", f"{drawn.metres // 1000} km"}


def test_a_disc_that_has_room_stays_on_its_point():
    assert not any(disc.is_moved for disc in draw_map((MapPoint(35.6, 140), MapPoint(35.61, 140))).discs)
    one, other = draw_map((MapPoint(35.6, 140), MapPoint(35.6, 140))).discs
    assert (one.is_moved, other.is_moved) == (False, True)
    assert (other.at_x, other.at_y) == (one.x, one.y)


def test_one_place_alone_lies_in_the_middle_and_has_no_scale():
    drawn = draw_map((MapPoint(35.6, 140, "桑原台"),))
    assert drawn.discs[0].x == WIDTH // 2
    # Above it as much as below, but for the room of the scale.
    assert 0 < drawn.height - 2 * drawn.discs[0].y <= 24
    assert drawn.scale == 0


def test_each_district_is_named_once_and_hides_no_disc():
    drawn = draw_map(
        (
            MapPoint(35.6, 140, "桑原台"),
            MapPoint(35.6005, 140.001, "桑原台"),
            MapPoint(35.61, 140.01, "絹橋"),
            MapPoint(35.605, 140.005),
        )
    )
    assert [area.text for area in drawn.areas] == ["桑原台", "絹橋"]
    for area in drawn.areas:
        for disc in drawn.discs:
            is_clear = abs(area.x - disc.x) >= RADIUS or not -RADIUS < disc.y - area.y + 8 < RADIUS
            assert is_clear, (area, disc)


def test_many_places_make_a_larger_map():
    assert not draw_map(points(12)).is_large
    assert draw_map(points(200)).is_large


def test_the_thread_runs_from_edge_to_edge():
    drawn = draw_map(points(12))
    assert drawn.thread.startswith("M0 ")
    assert drawn.thread.rpartition("C")[2].split()[-2] == str(drawn.width)
