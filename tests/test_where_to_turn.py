"""Where to turn: what a call says, from whom a page takes it over, and that nothing of it is left when it is over."""

import datetime
import json
import re
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils import timezone
from wagtail import blocks
from wagtail_localize.segments.extract import extract_segments

from council.models import CouncilSettings, CouncilWording
from council.where_to_turn.calls import TakePartBlock
from council.where_to_turn.ends import limit_age
from council.where_to_turn.spoken import spoken_languages
from search.indexing.page_texts import content_of
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    translate,
)
from tests.factories_links import about, read

DAY = datetime.timedelta(days=1)
TOKYO = ZoneInfo("Asia/Tokyo")


def call(kind, text, **more):
    return "take_part", {"kind": kind, "text": text, "contact": "係", **more}


def shown_on(client, page, language=None):
    url = page.url.replace("/ja/", f"/{language}/", 1) if language else page.url
    return client.get(url).content.decode()


# --- What a call says -------------------------------------------------------------------------------------------------


@pytest.fixture
def full_call():
    return call(
        "help",
        "なんでも\n聞いてください",
        phone="00-0000-0001",
        hours="平日 9時から5時",
        languages=["en", "vi", "jsl"],
        fax="00-0000-0002",
        email="soudan@example.jp",
    )


def test_a_call_says_how_to_reach_somebody_the_telephone_first(locales, client, full_call):
    text = shown_on(client, StandardPageFactory(body=[full_call]))
    text = text[text.index('class="take-part"') :]
    places = [
        text.index(each)
        for each in (
            'href="tel:00-0000-0001"',
            "平日 9時から5時",
            "English",
            "00-0000-0002",
            "mailto:soudan@example.jp",
        )
    ]
    assert places == sorted(places)
    assert "なんでも<br>聞いてください" in text


def test_languages_stand_in_their_own_script_and_sign_language_in_the_readers_words(locales, client, full_call):
    page = StandardPageFactory(body=[full_call])
    assert '<li lang="vi">Tiếng Việt</li>' in shown_on(client, page)
    assert "<li>手話</li>" in shown_on(client, page)
    assert '<li lang="en">Sign language</li>' in shown_on(client, page, "en")


def test_languages_that_the_settings_do_not_list_are_left_out():
    assert [each["code"] for each in spoken_languages(["xx", "ko", "ja"])] == ["ja", "ko"]
    assert spoken_languages(None) == []


@pytest.mark.parametrize("wrong", [{"fax": "まるまる"}, {"email": "soudan"}, {"languages": ["xx"]}])
def test_what_cannot_be_dialled_or_written_to_is_refused(wrong):
    block = TakePartBlock()
    with pytest.raises((ValidationError, blocks.StructBlockValidationError)):
        block.clean(block.to_python({"kind": "help", "text": "相談", "contact": "係", **wrong}))


def test_a_fax_alone_is_a_way_to_get_in_touch():
    block = TakePartBlock()
    assert block.clean(block.to_python({"kind": "help", "text": "相談", "fax": "00-0000-0002"}))["fax"]


def test_who_comes_to_call_an_organisation_meets_its_number_before_its_description(locales, client):
    organisation = OrganisationPageFactory(phone="00-0000-0001", description="<p>長い説明。</p>")
    soup = read(organisation.url, client)
    assert soup.select_one("header.opening a.phone")["href"] == "tel:00-0000-0001"


def test_translators_are_asked_for_the_words_and_not_for_numbers_and_languages(locales, full_call):
    segments = extract_segments(StandardPageFactory(body=[full_call]))
    asked = {segment.path.rpartition(".")[2] for segment in segments if segment.path.startswith("body.")}
    assert asked == {"text", "contact", "hours"}


def test_the_councils_languages_fax_and_address_stand_beside_its_telephone(locales, client):
    page = StandardPageFactory()
    goal = GoalPageFactory()
    site = page.get_site()
    settings = CouncilSettings.objects.create(
        site=site, phone="00-0000-0009", fax="00-0000-0010", email="shakyo@example.jp", languages=["ko"]
    )
    CouncilWording.objects.create(settings=settings, locale=page.locale, name="社協")
    text = shown_on(client, goal)
    contact = text[text.index('id="turn"') :]
    for each in ("tel:00-0000-0009", "00-0000-0010", "mailto:shakyo@example.jp", '<li lang="ko">한국어</li>'):
        assert each in contact


# --- From whom ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def ward(locales):
    """A goal with an initiative of an organisation, and a story about both."""
    goal = GoalPageFactory(
        title="めざす姿",
        where_to_turn=[call("help", "目標の相談"), call("learn", "目標の講座"), call("visit", "目標の見学")],
    )
    organisation = OrganisationPageFactory(
        title="いとのま", where_to_turn=[call("visit", "団体の見学"), call("visit", "団体の二つ目")]
    )
    initiative = InitiativePageFactory(
        parent=goal, organisations=[organisation], where_to_turn=[call("volunteer", "取り組みの手伝い")]
    )
    return goal, organisation, initiative


def kinds(client, page, language=None):
    url = page.url.replace("/ja/", f"/{language}/", 1) if language else page.url
    calls = client.get(url).context_data["calls"]
    return [(each.value["kind"], each.value["text"], each.source.title if each.source else None) for each in calls]


def test_an_initiative_takes_what_it_lacks_from_its_organisations_and_then_from_its_goal(ward, client):
    _goal, _organisation, initiative = ward
    assert kinds(client, initiative) == [
        ("volunteer", "取り組みの手伝い", None),
        ("visit", "団体の見学", "いとのま"),
        ("learn", "目標の講座", "めざす姿"),
        ("help", "目標の相談", "めざす姿"),
    ]


def test_a_story_takes_over_from_whom_it_tells_and_what_it_is_about(ward, client):
    _goal, organisation, initiative = ward
    story = StoryPageFactory(about=about(initiative), organisations=[organisation])
    assert [each[:2] for each in kinds(client, story)] == [
        ("visit", "団体の見学"),
        ("volunteer", "取り組みの手伝い"),
        ("learn", "目標の講座"),
        ("help", "目標の相談"),
    ]
    text = shown_on(client, story)
    assert f'<a href="{organisation.url}">いとのま</a>' in text[text.index("take-part-source") :]


def test_what_stands_in_a_storys_text_is_not_taken_over_again(ward, client):
    _goal, organisation, _initiative = ward
    story = StoryPageFactory(organisations=[organisation], body=[call("visit", "物語の見学")])
    assert kinds(client, story) == []
    yesterday = timezone.localdate() - DAY
    over = StoryPageFactory(organisations=[organisation], body=[call("visit", "終わった見学", until=yesterday)])
    assert kinds(client, over) == [("visit", "団体の見学", "いとのま")]


def test_nothing_is_taken_over_from_a_draft_or_from_behind_a_login(ward, client):
    goal, organisation, initiative = ward
    organisation.unpublish()
    goal.view_restrictions.create(restriction_type="login")
    story = StoryPageFactory(about=about(goal, initiative), organisations=[organisation])
    assert kinds(client, story) == []


def test_what_is_taken_over_says_its_language_and_leads_to_where_the_reader_is(ward, client):
    _goal, organisation, _initiative = ward
    story = StoryPageFactory(organisations=[organisation])
    translate(story, "en")
    text = shown_on(client, story, "en")
    assert '<p class="take-part-text" lang="ja">団体の見学</p>' in text
    assert f'href="{organisation.url.replace("/ja/", "/en/")}"' in text
    english = translate(organisation, "en", where_to_turn=[call("visit", "Come and see")])
    assert kinds(client, story, "en") == [("visit", "Come and see", english.title)]


# --- Until when --------------------------------------------------------------------------------------------------------


@pytest.fixture
def last_day(monkeypatch):
    """Sets the clock; a call lasts until 1 April 2031 in Tokyo, whatever day it is elsewhere."""

    def set_clock(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


LAST = datetime.date(2031, 4, 1)
BEFORE = datetime.datetime(2031, 4, 1, 23, 59, tzinfo=TOKYO)
AFTER = datetime.datetime(2031, 4, 2, 0, 0, tzinfo=TOKYO)


def test_a_call_is_over_at_midnight_in_tokyo_on_every_page_and_in_its_markdown(locales, client, last_day):
    organisation = OrganisationPageFactory(where_to_turn=[call("visit", "花見の会", phone="00-0000-0001", until=LAST)])
    story = StoryPageFactory(organisations=[organisation])
    addresses = [organisation.url, story.url, f"{organisation.url}index.md", f"{story.url}index.md"]
    last_day(BEFORE)
    for address in addresses:
        assert "花見の会" in client.get(address).content.decode(), address
    last_day(AFTER)
    for address in addresses:
        assert "花見の会" not in client.get(address).content.decode(), address


def contact_points(client, page):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', shown_on(client, page), re.DOTALL)
    nodes = json.loads(found[1])["@graph"]
    return [each for node in nodes for each in node.get("contactPoint", [])]


def test_machines_read_of_a_call_as_long_as_it_lasts(locales, client, last_day):
    organisation = OrganisationPageFactory(
        where_to_turn=[call("visit", "花見の会", phone="00-0000-0001", languages=["en"], until=LAST)]
    )
    last_day(BEFORE)
    (point,) = contact_points(client, organisation)
    assert (point["telephone"], point["availableLanguage"]) == ("00-0000-0001", ["en"])
    last_day(AFTER)
    assert contact_points(client, organisation) == []


def test_the_search_keeps_nothing_of_a_call_that_is_over_and_knows_when_one_ends(locales, last_day):
    page = StandardPageFactory(body=[call("visit", "花見の会", until=LAST), call("visit", "いつでも")])
    last_day(BEFORE)
    content = content_of(page, "ja")
    assert "花見の会" in content.paragraphs
    assert content.until == AFTER
    last_day(AFTER)
    content = content_of(page, "ja")
    assert "花見の会" not in content.paragraphs
    assert "いつでも" in content.paragraphs
    assert content.until is None


def test_a_cache_is_told_when_the_first_call_ends(locales, client, last_day):
    organisation = OrganisationPageFactory(where_to_turn=[call("visit", "花見の会", until=LAST + DAY)])
    story = StoryPageFactory(organisations=[organisation], body=[call("help", "相談", until=LAST)])
    last_day(BEFORE)
    assert client.get(organisation.url).shown_until == AFTER + DAY
    # Its own ends first; what it takes over counts as well.
    assert client.get(story.url).shown_until == AFTER
    assert client.get(StandardPageFactory().url).shown_until is None
    assert "max-age=60" in client.get(f"{story.url}index.md")["Cache-Control"]


def test_an_age_is_lowered_and_never_set():
    soon = timezone.now() + datetime.timedelta(seconds=30)
    kept, unkept = HttpResponse(), HttpResponse()
    kept["Cache-Control"] = "public, max-age=300"
    for response in (kept, unkept):
        limit_age(response, soon)
    assert int(re.search(r"max-age=(\d+)", kept["Cache-Control"])[1]) <= 30
    assert "Cache-Control" not in unkept
