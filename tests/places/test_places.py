"""The list of places and their pages, as readers and editors meet them."""

import datetime
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from council.models import CouncilSettings, CouncilWording, PlaceClosure, PlaceHours, PlacePage
from council.places.opening import HOLIDAY
from council.places.opening_words import closure_words, opening_lines
from council.settings.map_tiles import MapTiles, map_tiles
from tests.factories import (
    OrganisationPageFactory,
    PlaceHoursFactory,
    PlaceIndexPageFactory,
    PlacePageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.test_validation import faulty_fields

STATIC = Path(__file__).resolve().parents[2] / "site" / "static"
TILES = MapTiles("https://tiles.example.jp/{z}/{x}/{y}.png", "例の地図", "https://example.jp/", 17)
# A Wednesday.
WEDNESDAY = datetime.datetime(2026, 6, 3, 11, 0)

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(monkeypatch):
    """Sets the clock to a moment of the ward's time."""

    def set_clock(moment):
        aware = timezone.make_aware(moment, timezone.get_default_timezone())
        monkeypatch.setattr("django.utils.timezone.now", lambda: aware)

    return set_clock


@pytest.fixture
def index(locales):
    return PlaceIndexPageFactory()


def place(title, weekday=None, opens="10:00", closes="12:00", **fields):
    page = PlacePageFactory(title=title, **fields)
    if weekday is not None:
        PlaceHoursFactory(
            place=page,
            weekday=weekday,
            opens=datetime.time.fromisoformat(opens),
            closes=datetime.time.fromisoformat(closes),
        )
    return page


def on_map(title, number=0, **fields):
    return place(title, latitude=f"35.6{number:02}", longitude="139.7", **fields)


def read(client, query="", language="ja"):
    response = client.get(f"/{language}/places/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(soup):
    return [each.get_text(strip=True) for each in soup.select(".places-list h3")]


# --- The list -------------------------------------------------------------------------------------------------


def test_the_list_stands_in_the_order_of_the_readings_with_its_count_in_a_heading(index, client):
    place("茶の間", reading="ちゃのま")
    place("青い家", reading="あおいいえ")
    soup = read(client)
    assert titles(soup) == ["青い家", "茶の間"]
    assert soup.h2.get_text(strip=True) == "2か所"


def test_the_numbers_of_the_list_are_those_of_the_map(index, client):
    on_map("い", 1, reading="い")
    place("ろ", reading="ろ")
    on_map("は", 2, reading="は")
    soup = read(client)
    numbers = {
        item["id"]: (item.select_one(".place-number").text, item.h3.get_text(strip=True))
        for item in soup.select(".places-list > li")
    }
    links = soup.select(".schematic-map a")
    assert len(links) == 2
    for link in links:
        assert link["aria-label"] == " ".join(numbers[link["href"][1:]])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["い", "ろ", "は"]),
        ("?theme=ibasho", ["い"]),
        ("?area=桑原台", ["ろ"]),
        ("?day=5", ["は"]),
        (f"?day={HOLIDAY}", ["ろ"]),
        ("?theme=ibasho&area=桑原台", []),
        ("?theme=nothing&area=nowhere&day=9&open=never", ["い", "ろ", "は"]),
    ],
)
def test_the_list_is_narrowed_by_its_address(index, client, query, found):
    place("い", 2, reading="い", themes=[ThemeFactory(slug="ibasho")])
    place("ろ", 2, reading="ろ", area="桑原台", closed_on_holidays=False)
    place("は", 5, reading="は")
    assert sorted(titles(read(client, query))) == sorted(found)


def test_what_was_chosen_stays_chosen_in_the_form(index, client):
    place("は", 5)
    soup = read(client, "?day=5&open=today")
    assert [each["value"] for each in soup.select("option[selected]")] == ["5", "today"]


@pytest.mark.parametrize(
    ("query", "hour", "found"),
    [
        ("now", 9, []),
        ("now", 11, ["朝"]),
        ("now", 12, []),
        ("today", 9, ["朝", "夜"]),
        ("today", 12, ["夜"]),
        ("today", 21, []),
    ],
)
def test_what_is_open_is_asked_of_the_wards_clock(index, client, at, query, hour, found):
    place("朝", 2, reading="あさ")
    place("夜", 2, "18:00", "20:00", reading="よる")
    place("木曜", 3, reading="もく")
    place("わからない", reading="わから")
    at(WEDNESDAY.replace(hour=hour))
    assert titles(read(client, f"?open={query}")) == found


def test_a_place_that_is_open_says_until_when(index, client, at):
    place("朝", 2)
    at(WEDNESDAY)
    assert "12:00" in read(client, "?open=now").select_one(".place-state").text
    assert read(client).select_one(".place-state") is None


def test_an_empty_list_says_what_to_leave_out(index, client):
    council = CouncilSettings.objects.create(site=index.get_site(), phone="00-0000-0010")
    CouncilWording.objects.create(settings=council, locale=index.locale, name="社協")
    place("い", 2, area="桑原台")
    place("ろ", 5, area="絹橋")
    soup = read(client, "?area=桑原台&day=5")
    assert titles(soup) == []
    links = [each["href"] for each in soup.select(".places-none li a")]
    assert len(links) == 2
    assert sorted(title for link in links for title in titles(read(client, link))) == ["い", "ろ"]
    assert soup.select_one('.places-none a[href="tel:00-0000-0010"]')


def test_a_list_without_places_has_no_map_and_no_script(index, client):
    soup = read(client)
    assert soup.select(".places-map, script[src*=places]") == []
    assert soup.select_one(".places-none").get_text(strip=True)


# --- Who sees what --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["draft", "private", "expired"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_not_for_readers_stands_nowhere(index, client, how, language):
    theme, organisation = ThemeFactory(slug="ibasho"), OrganisationPageFactory(title="団体")
    shown = {"organisation": organisation, "themes": [theme], "area": "桑原台"}
    page = on_map("ひみつの場所", 1, **shown)
    on_map("見える場所", 2, **shown)
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    else:
        PlacePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(days=1))
    for address in ("places/", "places/?theme=ibasho", "", f"organisations/{organisation.slug}/"):
        html = client.get(f"/{language}/{address}").content.decode()
        assert "見える場所" in html, address
        assert "ひみつの場所" not in html, address


def test_a_theme_leads_to_its_places_where_there_are_any_for_readers(index, client):
    ThemeIndexPageFactory()
    theme = ThemeFactory(slug="ibasho")
    address = "/ja/places/?theme=ibasho"
    assert address not in client.get("/ja/themes/ibasho/").content.decode()
    page = place("場所", themes=[theme])
    assert address in client.get("/ja/themes/ibasho/").content.decode()
    assert titles(read(client, "?theme=ibasho")) == ["場所"]
    page.unpublish()
    assert address not in client.get("/ja/themes/ibasho/").content.decode()


def test_a_place_is_closed_on_holidays_only_if_it_has_no_hours_then(index):
    page = place("場所", 5)
    assert page.is_closed_on_holidays
    PlaceHoursFactory(place=page, weekday=HOLIDAY)
    assert not PlacePage.objects.get(pk=page.pk).is_closed_on_holidays
    assert not place("わからない").is_closed_on_holidays


def test_readers_get_each_place_in_their_language_or_in_its_own(index, client):
    translate(on_map("茶の間", 1, reading="い", area="桑原台"), "en", title="Tea room", area="Kuwabaradai")
    on_map("縁側", 2, reading="ろ", area="絹橋")
    soup = read(client, language="en")
    assert titles(soup) == ["Tea room", "縁側"]
    first, second = soup.select(".places-list h3 a")
    assert not first.get("lang")
    assert second["lang"] == "ja"
    assert [each["aria-label"][2:] for each in soup.select(".schematic-map a")] == ["Tea room", "縁側"]


def test_a_private_organisation_is_not_named(index, client):
    organisation = OrganisationPageFactory(title="ひみつの団体")
    page = place("場所", organisation=organisation)
    assert "ひみつの団体" in client.get(page.url).content.decode()
    PageViewRestriction.objects.create(page=organisation, restriction_type=PageViewRestriction.LOGIN)
    assert "ひみつの団体" not in client.get(page.url).content.decode()


def test_an_organisations_places_are_found_from_any_language(index, client):
    organisation = OrganisationPageFactory(title="団体")
    english = translate(organisation, "en", title="Group")
    translate(place("茶の間", organisation=organisation), "en", title="Tea room")
    translate(place("縁側"), "en", title="Veranda")
    html = client.get(english.url).content.decode()
    assert "Tea room" in html
    assert "Veranda" not in html


# --- How long a page may be kept ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "minute", "seconds"),
    [("", 0, None), ("?day=2", 0, None), ("?open=now", 0, 300), ("?open=today", 58, 120), ("?open=now", 58, 120)],
)
def test_a_list_that_speaks_of_now_is_kept_until_it_changes(index, client, at, query, minute, seconds):
    place("朝", 2)
    at(WEDNESDAY.replace(minute=minute))
    response = client.get(f"/ja/places/{query}")
    said = re.search(r"max-age=(\d+)", response.get("Cache-Control", ""))
    assert (said and int(said[1])) == seconds


def test_a_list_that_is_closed_now_is_kept_until_the_next_opening(index, client, at):
    place("夜", 2, "18:00", "20:00")
    at(WEDNESDAY.replace(hour=17, minute=59))
    assert "max-age=60" in client.get("/ja/places/?open=now").headers["Cache-Control"]


def test_a_page_behind_a_login_is_not_given_to_caches(index, client, admin_client, at):
    at(WEDNESDAY)
    page = place("朝", 2)
    assert "max-age=300" in client.get(page.url).headers["Cache-Control"]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = admin_client.get(page.url)
    assert response.status_code == 200
    assert "max-age=300" not in response.headers["Cache-Control"]
    assert "no-store" in response.headers["Cache-Control"]


# --- The maps and the reader's position -----------------------------------------------------------------------


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


# --- A place's own page ---------------------------------------------------------------------------------------


def test_a_place_says_when_it_opens_next(index, client, at):
    page = place("土曜", 5)
    at(WEDNESDAY)
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert "6月6日（土）" in soup.select_one(".place-state").text
    english = BeautifulSoup(client.get(page.url.replace("/ja/", "/en/")).content, "html.parser")
    assert "Sat, 6 June" in english.select_one(".place-state").text


def test_the_telephone_comes_first(index, client):
    page = place("場所", phone="00-0000-0101", address="桑原台1", for_whom="だれでも", cost="無料")
    first = BeautifulSoup(client.get(page.url).content, "html.parser").select_one(".place dl a")
    assert first["href"] == "tel:00-0000-0101"


def test_what_is_not_ticked_is_not_spoken_of(index, client):
    page = place("場所", lift=True)
    html = client.get(page.url).content.decode()
    assert "エレベーター" in html
    assert "筆談" not in html


def test_a_place_is_found_by_the_search_and_as_a_kind_of_its_own(index, client):
    page = place("椅子の体操", organisation=OrganisationPageFactory(title="体操の団体"), for_whom="高齢の方")
    page.save_revision().publish()
    assert PlacePage.search_facets([page])[page.pk]["type"] == ["place"]
    assert PlacePage.search_facets([page])[page.pk]["organisation"] == [page.organisation_id]
    soup = BeautifulSoup(client.get("/ja/search/?q=椅子の体操").content, "html.parser")
    assert page.url in [link["href"] for link in soup.select(".result a")]
    assert "居場所" in soup.select_one(".result-kind").text


def test_what_machines_read_of_a_place(index, client):
    organisation = OrganisationPageFactory(title="団体")
    page = on_map("茶の間", 1, weekday=2, address="桑原台1", phone="03-1111-2222", lift=True, organisation=organisation)
    PlaceHoursFactory(place=page, weekday=HOLIDAY)
    PlaceHoursFactory(place=page, weekday=5, weeks="2,4")
    html = client.get(page.url).content.decode()
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])["@graph"]
    (node,) = [each for each in graph if each.get("@id", "").endswith("#place")]
    assert node["@type"] == "Place"
    assert node["geo"] == {"@type": "GeoCoordinates", "latitude": 35.601, "longitude": 139.7}
    assert node["address"]["streetAddress"] == "桑原台1"
    (owner,) = [each for each in graph if each.get("location") == {"@id": node["@id"]}]
    assert (owner["@type"], owner["name"]) == ("Organization", "団体")
    assert [each["name"] for each in node["amenityFeature"]] == ["エレベーター"]
    # Every second Saturday cannot be said.
    assert [each["dayOfWeek"] for each in node["openingHoursSpecification"]] == [
        "https://schema.org/Wednesday",
        "https://schema.org/PublicHolidays",
    ]


def test_names_of_places_are_read_as_editors_say(index, client):
    page = place("撚屋", reading="よりや")
    soup = BeautifulSoup(client.get(f"{page.url}?furigana=1").content, "html.parser")
    assert "".join(each.text for each in soup.select("h1 rt")) == "よりや"


# --- Words ----------------------------------------------------------------------------------------------------


def rows(*fields):
    return [PlaceHours(**{"opens": datetime.time(10), "closes": datetime.time(12), **each}) for each in fields]


@pytest.mark.parametrize(
    ("given", "japanese", "english"),
    [
        ([{"weekday": 5}], ["土曜日"], ["Saturday"]),
        ([{"weekday": day} for day in (0, 1, 3, 4)], ["月・火・木・金曜日"], ["Mon, Tue, Thu, Fri"]),
        ([{"weekday": day} for day in range(5)], ["月〜金曜日"], ["Mon–Fri"]),
        ([{"weekday": 5, "weeks": "2,4"}], ["第2・第4土曜日"], ["2nd and 4th Saturday of the month"]),
        ([{"weekday": 6}, {"weekday": HOLIDAY}], ["日曜日・祝日"], ["Sunday, public holidays"]),
        ([{"weekday": 0}, {"weekday": 1, "note": "予約"}], ["月曜日", "火曜日"], ["Monday", "Tuesday"]),
    ],
)
def test_days_that_are_alike_are_one_line(given, japanese, english):
    for language, words in (("ja", japanese), ("en", english)):
        with translation.override(language):
            assert [line.days for line in opening_lines(rows(*given))] == words


def test_two_times_of_a_day_are_one_line():
    afternoon = {"weekday": 0, "opens": datetime.time(14), "closes": datetime.time(16)}
    (line,) = opening_lines(rows(afternoon, {"weekday": 0}))
    assert line.times == ["10:00–12:00", "14:00–16:00"]


def test_a_season_and_closed_days_in_words():
    with translation.override("ja"):
        lines = opening_lines(
            rows({"weekday": 0, "first_month": 9, "last_month": 7}, {"weekday": 0, "first_month": 8, "last_month": 8})
        )
        assert [line.season for line in lines] == ["9月から7月まで", "8月だけ"]
        days = {"first_day": datetime.date(2025, 12, 28), "last_day": datetime.date(2026, 1, 4)}
        assert closure_words(PlaceClosure(**days, every_year=True)) == "毎年12月28日から1月4日まで"
        assert closure_words(PlaceClosure(**days)) == "2025年12月28日から2026年1月4日まで"


# --- Editors --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({}, set()),
        ({"opens": datetime.time(22), "closes": datetime.time(2)}, set()),
        ({"opens": datetime.time(0), "closes": datetime.time(0)}, set()),
        ({"opens": datetime.time(16), "closes": datetime.time(10)}, {"closes"}),
        ({"opens": datetime.time(9), "closes": datetime.time(9)}, {"closes"}),
        ({"first_month": 8}, {"last_month"}),
        ({"last_month": 8}, {"first_month"}),
        ({"weekday": HOLIDAY, "weeks": "1"}, {"weeks"}),
        ({"weekday": 8}, {"weekday"}),
        ({"weeks": "7"}, {"weeks"}),
    ],
)
def test_hours_that_cannot_be_are_refused(index, fields, faults):
    hours = PlaceHoursFactory()
    for name, value in fields.items():
        setattr(hours, name, value)
    assert faulty_fields(hours) == faults


def test_days_that_end_before_they_begin_are_refused(index):
    days = {"first_day": datetime.date(2026, 1, 4), "last_day": datetime.date(2025, 12, 28)}
    assert faulty_fields(PlaceClosure(place=PlacePageFactory(), **days)) == {"last_day"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "stored", "sentence"),
    [
        ("35.73, 139.65", "", ("35.730000", "139.650000"), ""),
        ("３５．７３", "139.65", ("35.730000", "139.650000"), ""),
        ("139.65, 35.73", "", None, "逆"),
        ("51.5, 0.1", "", None, "日本の中にありません"),
        ("35.73", "", None, "両方"),
    ],
)
def test_an_editor_pastes_a_position(index, admin_client, latitude, longitude, stored, sentence):
    data = nested_form_data(
        {
            "title": "あたらしい場所",
            "slug": "new-place",
            "reading": "ばしょ",
            "description": rich_text(""),
            "latitude": latitude,
            "longitude": longitude,
            "hours": inline_formset([]),
            "closures": inline_formset([]),
        }
    )
    address = reverse("wagtailadmin_pages:add", args=["council", "placepage", index.pk])
    with translation.override("ja"):
        response = admin_client.post(address, data | {"action-publish": "action-publish"})
    page = PlacePage.objects.filter(slug="new-place").first()
    if stored:
        assert (str(page.latitude), str(page.longitude)) == stored
    else:
        assert page is None
        errors = response.context["form"].errors
        assert set(errors) <= {"latitude", "longitude"}
        with translation.override("ja"):
            assert sentence in str(errors)


def test_a_place_without_a_reading_is_refused(index):
    page = PlacePageFactory()
    page.reading = ""
    assert faulty_fields(page) == {"reading"}


def test_a_preview_shows_the_draft_and_is_not_kept(index, at):
    at(WEDNESDAY)
    page = place("朝", 2)
    request = RequestFactory().get(page.url)
    page.title = "下書きの題"
    response = page.make_preview_request(request, "")
    assert "下書きの題" in response.content.decode()
    assert "max-age=300" not in response.get("Cache-Control", "")
