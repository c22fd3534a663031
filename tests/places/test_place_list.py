"""The list of places: its order, what narrows it, who sees what, and how long it may be kept."""

import datetime
import re

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from council.models import CouncilSettings, CouncilWording, PlacePage
from council.places.opening import HOLIDAY
from tests.factories import OrganisationPageFactory, ThemeFactory, ThemeIndexPageFactory, translate
from tests.places.asking import WEDNESDAY, on_map, place, read, titles

pytestmark = pytest.mark.django_db


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


def test_readers_get_each_place_in_their_language_or_in_its_own(index, client):
    translate(on_map("茶の間", 1, reading="い", area="桑原台"), "en", title="Tea room", area="Kuwabaradai")
    on_map("縁側", 2, reading="ろ", area="絹橋")
    soup = read(client, language="en")
    assert titles(soup) == ["Tea room", "縁側"]
    first, second = soup.select(".places-list h3 a")
    assert not first.get("lang")
    assert second["lang"] == "ja"
    assert [each["aria-label"][2:] for each in soup.select(".schematic-map a")] == ["Tea room", "縁側"]


def test_an_organisations_places_are_found_from_any_language(index, client):
    organisation = OrganisationPageFactory(title="団体")
    english = translate(organisation, "en", title="Group")
    translate(place("茶の間", organisation=organisation), "en", title="Tea room")
    translate(place("縁側"), "en", title="Veranda")
    html = client.get(english.url).content.decode()
    assert "Tea room" in html
    assert "Veranda" not in html


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
