"""What is urgent stands above every page of every language, and goes by itself."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import Locale

from council.models import CouncilSettings, CouncilWording
from tests.factories import StoryPageFactory

HOUR = datetime.timedelta(hours=1)
_BANNER = re.compile(r'<section class="emergency .*?</section>', re.DOTALL)


@pytest.fixture
def council(locales):
    story = StoryPageFactory(slug="rain")
    council = CouncilSettings.objects.create(site=story.get_site(), emergency_level="warning")
    for code, words in {"ja": "大雨です <b>", "en": "Heavy rain"}.items():
        CouncilWording.objects.create(
            settings=council,
            locale=locales[code],
            name="社協",
            emergency_title=words,
            emergency_text=f"{words} 1\n2",
            emergency_link=f"https://example.jp/{code}",
            emergency_link_text="詳細",
        )
    return council


def banner(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    found = _BANNER.findall(response.content.decode())
    assert len(found) <= 1
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("address", "status"),
    [("", 200), ("stories/", 200), ("stories/rain/", 200), ("search/", 200), ("search/?q=雨", 200), ("nowhere/", 404)],
)
def test_it_stands_above_every_page(council, client, address, status):
    japanese, english = (banner(client, f"/{code}/{address}", status) for code in ("ja", "en"))
    assert "大雨です &lt;b&gt;" in japanese
    assert "lang=" not in japanese
    assert "Heavy rain 1<br>2" in english
    assert 'href="https://example.jp/en"' in english
    assert "aria-live" not in japanese


def test_where_a_language_has_no_words_of_its_own_the_japanese_say_that_they_are(council, client):
    assert '<span class="phrase" lang="ja">大雨です' in banner(client, "/ko/")
    council.wordings.filter(locale__language_code="en").update(emergency_title="")
    assert '<span class="phrase" lang="ja">大雨です' in banner(client, "/en/")


def test_it_comes_before_the_name_of_the_site_and_after_the_skip_link(council, client):
    html = client.get("/ja/").content.decode()
    assert html.index('class="skip"') < html.index('<section class="emergency') < html.index("<header")


@pytest.mark.parametrize(
    ("begins", "ends", "is_shown"),
    [(None, None, True), (-HOUR, HOUR, True), (HOUR, None, False), (None, -HOUR, False), (-2 * HOUR, -HOUR, False)],
)
def test_it_comes_and_goes_by_itself(council, client, begins, ends, is_shown):
    now = timezone.now()
    council.emergency_from = now + begins if begins else None
    council.emergency_until = now + ends if ends else None
    council.save()
    assert bool(banner(client, "/ja/")) == is_shown


def test_without_a_level_it_is_off(council, client):
    council.emergency_level = ""
    council.save()
    assert banner(client, "/ja/") == ""


def test_it_takes_no_query(council, client):
    def count():
        client.get("/en/stories/rain/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/stories/rain/")
        return len(queries)

    with_it = count()
    council.emergency_level = ""
    council.save()
    assert count() == with_it


def test_it_cannot_end_before_it_begins(council):
    council.emergency_from = timezone.now()
    council.emergency_until = council.emergency_from - HOUR
    with pytest.raises(ValidationError) as refused:
        council.clean()
    assert set(refused.value.message_dict) == {"emergency_until"}


def test_a_text_needs_a_title(council):
    wording = council.wordings.first()
    wording.emergency_title = ""
    with pytest.raises(ValidationError):
        wording.clean()


def form_of(council, **fields):
    """The settings as the editors' side sends them."""
    form_class = get_setting_edit_handler(CouncilSettings).get_form_class()
    data = {
        "emergency_level": "warning",
        "wordings-TOTAL_FORMS": "2",
        "wordings-INITIAL_FORMS": "0",
        "wordings-MIN_NUM_FORMS": "1",
        "wordings-MAX_NUM_FORMS": "1000",
    }
    for place, code in enumerate(("ja", "en")):
        data |= {
            f"wordings-{place}-locale": str(Locale.objects.get(language_code=code).pk),
            f"wordings-{place}-name": "社協",
            f"wordings-{place}-ORDER": str(place + 1),
        }
    return form_class(data | fields, instance=CouncilSettings(site=council.site))


def test_a_level_without_japanese_words_is_refused_with_a_sentence(council):
    council.delete()
    form = form_of(council, **{"wordings-1-emergency_title": "Heavy rain"})
    assert not form.is_valid()
    assert "日本語の文面" in str(form.errors["emergency_level"])
    assert form_of(council, **{"wordings-0-emergency_title": "大雨です"}).is_valid()
    assert form_of(council, emergency_level="").is_valid()
