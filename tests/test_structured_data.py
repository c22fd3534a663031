"""What a page tells machines (schema.org): what it shows its readers, and nothing more."""

import datetime
import json
import re

import pytest
from django.utils import timezone

from council.models import CouncilSettings
from council.site_settings import CouncilWording
from council.structured_data.script import data_block
from home.models import HomePage
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    OpeningTimeFactory,
    OrganisationPageFactory,
    PersonFactory,
    PictureFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
    translate,
)
from tests.factories_links import make_private

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(client, address):
    """``{type: node}`` of the one data block of a page."""
    html = client.get(address).content.decode()
    blocks = _BLOCK.findall(html)
    assert len(blocks) == 1
    data = json.loads(blocks[0])
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


@pytest.fixture
def council(locales):
    home = GoalPageFactory().get_ancestors().filter(depth=2).first()
    settings = CouncilSettings.objects.create(site=home.get_site(), phone="03-0000-0000")
    CouncilWording.objects.create(settings=settings, locale=locales["ja"], name="糸川区社協", address="糸川1-1")
    return settings


def voice(person):
    return ("voice", {"headline": "声", "text": "<p>話す</p>", "person": person})


def story_with_everything():
    organisation = OrganisationPageFactory(title="つむぎ")
    return StoryPageFactory(
        title="雨の夜",
        slug="rain",
        summary="あらすじ",
        told_on=datetime.date(2026, 6, 1),
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
        picture=PictureFactory(),
        picture_alt="絵",
        body=[voice(PersonFactory(name="布施さん", role="元店主", organisation_name="商店会"))],
        organisations=[organisation],
        themes=[ThemeFactory(name="居場所")],
    )


def test_a_story_is_an_article(council, client):
    story = story_with_everything()
    article = graph(client, story.url)["Article"]
    assert article["headline"] == "雨の夜"
    assert article["description"] == "あらすじ"
    assert article["url"] == article["mainEntityOfPage"] == "http://localhost/ja/stories/rain/"
    assert article["inLanguage"] == "ja"
    assert article["author"] == article["publisher"] == {"@id": "http://localhost/ja/#council"}
    assert article["mentions"] == [
        {"@type": "Organization", "name": "つむぎ", "url": story.organisations.first().full_url}
    ]
    assert article["contributor"] == [
        {
            "@type": "Person",
            "name": "布施さん",
            "jobTitle": "元店主",
            "affiliation": {"@type": "Organization", "name": "商店会"},
        }
    ]
    assert article["keywords"] == ["居場所"]
    assert datetime.datetime.fromisoformat(article["datePublished"]).utcoffset() == datetime.timedelta(hours=9)
    assert client.get(article["image"]["url"].removeprefix("http://localhost"))["Content-Type"] == "image/png"


def test_translations_name_each_other(council, client):
    story = story_with_everything()
    assert "workTranslation" not in graph(client, story.url)["Article"]
    translate(story, "en")
    translate(story, "ko")
    works = graph(client, "/ja/stories/rain/")["Article"]["workTranslation"]
    assert [(work["inLanguage"], work["url"]) for work in works] == [
        ("en", "http://localhost/en/stories/rain/"),
        ("ko", "http://localhost/ko/stories/rain/"),
    ]
    english = graph(client, "/en/stories/rain/")["Article"]
    assert english["inLanguage"] == "en"
    assert english["translationOfWork"]["@id"] == "http://localhost/ja/stories/rain/#page"


@pytest.mark.parametrize(
    "fields",
    [{"consent_record": ""}, {"consent_withdrawn_on": datetime.date(2020, 1, 1)}, {"live": False}],
    ids=["no record", "taken back", "draft"],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_nobody_without_consent_is_in_it(council, client, fields, language):
    person = PersonFactory(name="布施さん", **fields)
    story = StoryPageFactory(slug="rain", body=[voice(person), voice(PersonFactory(name="山野さん"))])
    article = graph(client, story.url.replace("/ja/", f"/{language}/"))["Article"]
    assert [each["name"] for each in article["contributor"]] == ["山野さん"]


def test_an_organisation_behind_a_login_is_not_in_it(council, client):
    story = story_with_everything()
    make_private(story.organisations.first())
    assert "mentions" not in graph(client, story.url)["Article"]


def test_an_organisation_says_where_it_is_and_when_it_is_open(council, client):
    page = OrganisationPageFactory(
        title="糸の間", phone="03-1111-2222", address="桑原台1", latitude="35.6", longitude="139.7", slug="ito"
    )
    OpeningTimeFactory(organisation=page, weekday=2, opens=datetime.time(10), closes=datetime.time(15, 30))
    nodes = [
        node
        for node in json.loads(_BLOCK.search(client.get(page.url).content.decode())[1])["@graph"]
        if node["@id"].endswith("#organisation")
    ]
    assert [node["name"] for node in nodes] == ["糸の間"]
    assert nodes[0]["telephone"] == "03-1111-2222"
    place = nodes[0]["location"]
    assert place["address"]["streetAddress"] == "桑原台1"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 35.6, "longitude": 139.7}
    assert place["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "https://schema.org/Wednesday",
            "opens": "10:00",
            "closes": "15:30",
        }
    ]


def test_the_way_to_a_page_is_in_it(council, client):
    initiative = InitiativePageFactory(title="食堂")
    steps = graph(client, initiative.url)["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["item"], steps[-1]["name"], steps[-1]["item"]) == (
        "http://localhost/ja/",
        "食堂",
        initiative.full_url,
    )
    for step in steps:
        assert client.get(step["item"].removeprefix("http://localhost")).status_code == 200


def test_a_theme_is_the_page_it_is_shown_on(council, client):
    ThemeIndexPageFactory(slug="themes")
    ThemeFactory(name="居場所", slug="ibasho", description="だれもがいていい")
    nodes = graph(client, "/ja/themes/ibasho/")
    assert nodes["CollectionPage"]["name"] == "居場所"
    assert nodes["CollectionPage"]["url"] == "http://localhost/ja/themes/ibasho/"
    assert nodes["BreadcrumbList"]["itemListElement"][-1]["name"] == "居場所"


def test_the_front_page_says_how_the_site_is_searched(council, client):
    nodes = graph(client, "/ja/")
    action = nodes["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == "http://localhost/ja/search/?q={search_term_string}"
    assert "BreadcrumbList" not in nodes
    assert nodes["Organization"]["telephone"] == "03-0000-0000"
    assert HomePage.objects.count() == 1


def test_a_title_cannot_end_the_block():
    title = "</script><!--<script>&\u2028"
    block = data_block({"name": title})
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert [sign for sign in "<>&\u2028" if sign in inside] == []
    assert json.loads(inside) == {"name": title}


def test_a_title_like_the_end_of_the_block_arrives_whole(council, client):
    story = StoryPageFactory(title="</script><b>雨")
    assert graph(client, story.url)["Article"]["headline"] == "</script><b>雨"
