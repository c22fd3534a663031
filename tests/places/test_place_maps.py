"""The maps of the places, and the reader's position."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from council.settings.map_tiles import MapTiles, map_tiles
from tests.places.asking import on_map, read

STATIC = Path(__file__).resolve().parents[2] / "site" / "static"
TILES = MapTiles("https://tiles.example.jp/{z}/{x}/{y}.png", "例の地図", "https://example.jp/", 17)
pytestmark = pytest.mark.django_db


def test_everything_is_there_without_script(index, client):
    on_map("い", 1)
    on_map("ろ", 2)
    soup = read(client)
    assert soup.select_one(".places-near").has_attr("hidden")
    assert len(soup.select("section.places-map svg a[href^='#place-']")) == 2
    assert soup.select_one("form.filters")["method"] == "get"


def test_without_a_setting_no_street_map_is_offered(index, client):
    on_map("い")
    assert read(client).select(".street-map") == []


def test_a_street_map_is_loaded_only_when_somebody_asks_for_it(index, client, settings):
    settings.MAP_TILES = TILES
    on_map("い")
    soup = read(client)
    street = soup.select_one(".street-map")
    assert street.has_attr("hidden")
    assert street["data-tiles"] == TILES.url
    assert TILES.host in street.select_one(".quiet").text
    loaded = [each.get("src") or each.get("href") for each in soup.select("script[src], link[rel=stylesheet], img")]
    assert not [each for each in loaded if "leaflet" in each or "tiles" in each or "street" in each]


def test_the_position_is_asked_for_on_a_press_and_goes_nowhere():
    script = (STATIC / "js" / "places.js").read_text("utf-8")
    assert script.count("getCurrentPosition") == 1
    assert "watchPosition" not in script
    for way_out in ("fetch(", "XMLHttpRequest", "sendBeacon", "localStorage", "sessionStorage", "cookie", "WebSocket"):
        assert way_out not in script
    # Before anything is pressed only the handler is set.
    assert script.index('addEventListener("click"') < script.index("getCurrentPosition")
    assert len(script) < 5000


def test_coordinates_are_written_with_a_point_in_every_language(index, client):
    on_map("い", 12)
    for language in ("ja", "en", "ko", "zh-hans", "ja-simple"):
        item = read(client, language=language).select_one(".places-list > li")
        assert (item["data-latitude"], item["data-longitude"]) == ("35.612000", "139.700000")


def test_leaflet_is_what_it_says_and_whole():
    folder = STATIC / "vendor" / "leaflet"
    script, style = (folder / "leaflet.js").read_text("utf-8"), (folder / "leaflet.css").read_text("utf-8")
    assert "Leaflet 1.9.4" in script[:200]
    # The storage of static files looks for every file that is named.
    assert "sourceMappingURL" not in script
    assert "BSD 2-Clause" in (folder / "LICENSE").read_text("utf-8")
    for name in re.findall(r"url\((images/[^)]+)\)", style):
        assert (folder / name).is_file(), name


class Environment(dict):
    def str(self, name, default=""):
        return self.get(name, default)

    int = str


def test_the_street_map_comes_from_the_environment():
    found = map_tiles(Environment(MAP_TILES_URL=TILES.url, MAP_TILES_ATTRIBUTION="例"))
    assert (found.host, found.origin, found.deepest) == ("tiles.example.jp", "https://tiles.example.jp", 18)
    assert map_tiles(Environment()) is None


@pytest.mark.parametrize(
    "faulty",
    [
        {"MAP_TILES_URL": "http://tiles.example.jp/{z}/{x}/{y}.png"},
        {"MAP_TILES_URL": "https://tiles.example.jp/map.png"},
        {"MAP_TILES_URL": "https://{s}.example.jp/{z}/{x}/{y}.png"},
        {"MAP_TILES_ATTRIBUTION": ""},
    ],
)
def test_a_faulty_setting_stops_the_start(faulty):
    with pytest.raises(ImproperlyConfigured):
        map_tiles(Environment({"MAP_TILES_URL": TILES.url, "MAP_TILES_ATTRIBUTION": "例", **faulty}))
