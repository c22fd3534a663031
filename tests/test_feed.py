"""The feed of stories: each in the reader's language, or saying which it is in; never a draft."""

import datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings

from search.indexing.queue import index_pending
from tests.factories import StoryPageFactory, ThemeFactory, ThemeIndexPageFactory, translate
from tests.factories_links import make_private

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def stories(locales):
    days = (datetime.date(2026, 6, day) for day in (3, 2, 1))
    return [StoryPageFactory(title=title, slug=slug, summary="あらすじ", told_on=next(days)) for title, slug in TITLES]


TITLES = [("雨の夜", "rain"), ("水曜日のカレー", "curry"), ("木のぼり", "tree")]


def feed(client, code):
    response = client.get(f"/{code}/feed/")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def entries(root):
    return [
        (entry.find(f"{ATOM}title").text, entry.get(LANGUAGE), entry.find(f"{ATOM}link").get("href"))
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_each_story_comes_once_in_the_readers_language(stories, client):
    translate(stories[0], "en", title="A night of rain")
    root = feed(client, "en")
    assert root.get(LANGUAGE) == "en"
    assert entries(root) == [
        ("A night of rain", "en", "http://localhost/en/stories/rain/"),
        ("水曜日のカレー", "ja", "http://localhost/en/stories/curry/"),
        ("木のぼり", "ja", "http://localhost/en/stories/tree/"),
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_address_in_it_answers(stories, client, code):
    translate(stories[1], "en")
    for _title, _language, address in entries(feed(client, code)):
        assert client.get(address).status_code == 200


def test_a_draft_and_a_private_story_are_not_in_it(stories, client):
    translate(stories[0], "en", publish=False, title="Draft")
    stories[1].unpublish()
    make_private(stories[2])
    assert [title for title, _language, _address in entries(feed(client, "en"))] == ["雨の夜"]


def test_a_story_is_the_same_entry_in_every_language(stories, client):
    translate(stories[0], "en", title="A night of rain")
    first = [feed(client, code).find(f"{ATOM}entry/{ATOM}id").text for code in ("ja", "en")]
    assert first[0] == first[1]


def test_many_stories_take_as_many_queries_as_few(stories, client, django_assert_max_num_queries):
    client.get("/en/feed/")
    for _number in range(20):
        StoryPageFactory(summary="あらすじ")
    index_pending()
    with django_assert_max_num_queries(6):
        assert len(entries(feed(client, "en"))) == 20


def test_every_page_names_it(stories, client):
    assert '<link rel="alternate" type="application/atom+xml" href="/ko/feed/"' in client.get("/ko/").content.decode()


def test_a_story_whose_address_is_taken_is_linked_where_it_stands(stories, client, locales):
    index = translate(stories[0].get_parent().specific, "en")
    StoryPageFactory(parent=index, locale=locales["en"], title="Another rain", slug="rain")
    links = {title: address for title, _language, address in entries(feed(client, "ja"))}
    assert links["雨の夜"] == "http://localhost/ja/stories/rain/"
    assert links["Another rain"] == "http://localhost/en/stories/rain/"


def test_a_theme_has_a_feed_of_its_own(stories, client):
    theme = ThemeFactory(name="防災", slug="disaster", description="備えと助け合い")
    translate(theme, "en", name="Disasters")
    stories[0].themes = [theme]
    stories[0].save()
    translate(stories[0], "en", title="A night of rain")
    response = client.get("/en/feed/disaster/")
    root = ElementTree.fromstring(response.content)
    assert entries(root) == [("A night of rain", "en", "http://localhost/en/stories/rain/")]
    assert root.find(f"{ATOM}title").text.startswith("Disasters | ")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"].endswith("/en/feed/disaster/")
    listed = client.get(links["alternate"]).content.decode()
    assert "A night of rain" in listed
    assert "水曜日のカレー" not in listed


def test_a_theme_that_nobody_may_see_has_none(stories, client):
    ThemeFactory(slug="disaster", live=False)
    assert client.get("/ja/feed/disaster/").status_code == 404
    assert client.get("/ja/feed/nothing/").status_code == 404


def test_the_page_of_a_theme_names_its_feed(stories, client):
    ThemeIndexPageFactory(slug="themes")
    ThemeFactory(name="防災", slug="disaster")
    html = client.get("/ja/themes/disaster/").content.decode()
    assert '<link rel="alternate" type="application/atom+xml" href="/ja/feed/disaster/" title="' in html
    assert "/ja/feed/disaster/" not in client.get("/ja/").content.decode()


@pytest.mark.parametrize("address", ["/ja/feed/", "/en/feed/", "/ja/feed/disaster/"])
def test_it_has_what_every_feed_must_have(stories, client, address):
    """RFC 4287, 4.1.1 and 4.1.2: id, title, updated once each; an author; where it stands itself."""
    theme = ThemeFactory(slug="disaster")
    stories[0].themes = [theme]
    stories[0].summary = "1 < 2 & ほか"
    stories[0].save()
    root = ElementTree.fromstring(client.get(address).content)
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert datetime.datetime.fromisoformat(element.find(f"{ATOM}updated").text).tzinfo
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["alternate", "self"]
    ids = [entry.find(f"{ATOM}id").text for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > 0
    summary = root.find(f"{ATOM}entry/{ATOM}summary")
    assert (summary.get("type"), summary.text) == ("html", "1 &lt; 2 &amp; ほか")


def test_each_feed_has_an_id_of_its_own_even_without_a_list_of_stories(locales, client):
    for slug in ("ibasho", "food"):
        ThemeFactory(name=slug, slug=slug)
    found = {
        ElementTree.fromstring(client.get(f"/{code}/feed/{slug}").content).find(f"{ATOM}id").text
        for code in ("ja", "en")
        for slug in ("", "ibasho/", "food/")
    }
    assert len(found) == 6
