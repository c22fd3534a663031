"""A place's own page, as readers, machines and an editor's preview meet it."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from council.models import PlacePage
from council.places.opening import HOLIDAY
from tests.factories import OrganisationPageFactory, PlaceHoursFactory
from tests.places.asking import WEDNESDAY, on_map, place

pytestmark = pytest.mark.django_db


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


def test_a_place_is_closed_on_holidays_only_if_it_has_no_hours_then(index):
    page = place("場所", 5)
    assert page.is_closed_on_holidays
    PlaceHoursFactory(place=page, weekday=HOLIDAY)
    assert not PlacePage.objects.get(pk=page.pk).is_closed_on_holidays
    assert not place("わからない").is_closed_on_holidays


def test_a_private_organisation_is_not_named(index, client):
    organisation = OrganisationPageFactory(title="ひみつの団体")
    page = place("場所", organisation=organisation)
    assert "ひみつの団体" in client.get(page.url).content.decode()
    PageViewRestriction.objects.create(page=organisation, restriction_type=PageViewRestriction.LOGIN)
    assert "ひみつの団体" not in client.get(page.url).content.decode()


def test_a_page_behind_a_login_is_not_given_to_caches(index, client, admin_client, at):
    at(WEDNESDAY)
    page = place("朝", 2)
    assert "max-age=300" in client.get(page.url).headers["Cache-Control"]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = admin_client.get(page.url)
    assert response.status_code == 200
    assert "max-age=300" not in response.headers["Cache-Control"]
    assert "no-store" in response.headers["Cache-Control"]


def test_a_preview_shows_the_draft_and_is_not_kept(index, at):
    at(WEDNESDAY)
    page = place("朝", 2)
    request = RequestFactory().get(page.url)
    page.title = "下書きの題"
    response = page.make_preview_request(request, "")
    assert "下書きの題" in response.content.decode()
    assert "max-age=300" not in response.get("Cache-Control", "")
