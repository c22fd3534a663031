"""Places with their hours, and what the list says of them."""

import datetime

from bs4 import BeautifulSoup

from tests.factories import PlaceHoursFactory, PlacePageFactory

WEDNESDAY = datetime.datetime(2026, 6, 3, 11, 0)


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
