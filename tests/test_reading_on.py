"""How long a story takes, what it says in short, and which stories are read after it."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from council.language.reading_time import minutes_to_read
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    StoryPageFactory,
    ThemeFactory,
    translate,
)
from tests.factories_links import about


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("ja", "", 1),
        ("ja", "あ" * 357, 1),
        ("ja", "あ " * 358, 2),
        ("ja-simple", "あ" * 714, 2),
        ("zh-hans", "字" * 256, 2),
        ("en", "word " * 228, 1),
        ("en", "word " * 229, 2),
        ("ko", "낱말 " * 184, 1),
        ("ko", "낱말 " * 185, 2),
    ],
)
def test_signs_are_counted_in_some_languages_and_words_in_others(language, text, minutes):
    assert minutes_to_read(text, language) == minutes


def test_an_untranslated_story_is_counted_in_its_own_language(locales, client):
    story = StoryPageFactory(body=[("paragraph", f"<p>{'あ' * 1000}</p>")])
    for address in (story.url, story.url.replace("/ja/", "/en/")):
        assert client.get(address).context_data["minutes"] == 3


def test_what_is_not_shown_takes_no_time(locales, client):
    story = StoryPageFactory(
        body=[
            ("voice", {"headline": "声", "text": f"<p>{'あ' * 2000}</p>", "person": PersonFactory(consent_record="")}),
            ("take_part", {"kind": "visit", "text": "あ" * 2000, "contact": "係", "until": datetime.date(2020, 1, 1)}),
        ]
    )
    assert client.get(story.url).context_data["minutes"] == 1


def test_a_story_says_in_short_what_it_tells(locales, client):
    text = client.get(StoryPageFactory(summary="水曜日の食堂の話。").url).content.decode()
    assert text.index('class="in-short"') < text.index("<p>水曜日の食堂の話。</p>")
    assert "in-short" not in client.get(StoryPageFactory().url).content.decode()


# --- Related ---------------------------------------------------------------------------------------------------------


def read_on(client, story, language=None):
    url = story.url.replace("/ja/", f"/{language}/", 1) if language else story.url
    context = client.get(url).context_data
    return [each.title for each in filter(None, [context["next_story"], *context["related"]])]


@pytest.fixture
def many(locales):
    goal, other_goal = GoalPageFactory(), GoalPageFactory()
    initiative, sister = InitiativePageFactory(parent=goal), InitiativePageFactory(parent=goal)
    organisation, themes = OrganisationPageFactory(), [ThemeFactory(), ThemeFactory()]
    StoryPageFactory(title="無関係", about=about(other_goal), told_on=datetime.date(2026, 6, 1))
    StoryPageFactory(title="同じテーマ", themes=themes[:1])
    StoryPageFactory(title="同じ団体", organisations=[organisation])
    StoryPageFactory(title="同じ目標の別の取り組み", about=about(sister), themes=themes)
    StoryPageFactory(title="同じ取り組み", about=about(initiative))
    return StoryPageFactory(title="この話", about=about(initiative), organisations=[organisation], themes=themes)


def test_the_closest_come_first_and_what_has_nothing_in_common_never(many, client):
    assert read_on(client, many) == ["同じ取り組み", "同じ目標の別の取り組み", "同じ団体", "同じテーマ"]


def test_a_story_says_why_it_is_related(many, client):
    text = client.get(many.url).content.decode()
    for reason in ("同じ取り組みの話", "同じ目標の話", "同じ団体の話", "同じテーマの話"):
        assert reason in text


def test_an_initiative_and_its_goal_are_about_the_same_goal(locales, client):
    goal = GoalPageFactory()
    StoryPageFactory(title="目標の話", about=about(goal))
    assert (
        "同じ目標の話"
        in client.get(StoryPageFactory(about=about(InitiativePageFactory(parent=goal))).url).content.decode()
    )


def test_where_nothing_is_related_the_one_told_before_is_next(locales, client):
    for day in (1, 2, 3):
        StoryPageFactory(title=f"{day}日", told_on=datetime.date(2026, 1, day), slug=f"day-{day}")
    context = client.get("/ja/stories/day-2/").context_data
    assert context["next_story"].title == "1日"
    assert context["related"] == []
    assert client.get("/ja/stories/day-1/").context_data["next_story"].title == "3日"


def test_what_readers_can_read_comes_first_and_each_story_once(many, client):
    theme_story = type(many).objects.get(title="同じテーマ")
    translate(theme_story, "en", title="Same theme")
    translate(many, "en", title="This one")
    assert read_on(client, many, "en") == ["Same theme", "同じ取り組み", "同じ目標の別の取り組み", "同じ団体"]


def test_only_what_may_be_read_is_related(many, client):
    model = type(many)
    model.objects.get(title="同じ取り組み").unpublish()
    model.objects.get(title="同じ団体").view_restrictions.create(restriction_type="login")
    model.objects.filter(title="同じテーマ").update(expire_at=timezone.now() - datetime.timedelta(hours=1))
    assert read_on(client, many) == ["同じ目標の別の取り組み"]


def test_links_made_in_another_language_count(locales, client):
    theme = ThemeFactory()
    english = translate(theme, "en")
    StoryPageFactory(title="英語で結ばれた話", themes=[english])
    assert read_on(client, StoryPageFactory(themes=[theme])) == ["英語で結ばれた話"]


def test_what_is_related_is_found_in_one_query(many, rf):
    from council.linked import linked_ids

    request = rf.get(many.url)
    many._links = linked_ids(many, request, about="subject_id", themes=None, organisations=None)
    many.read_on()
    with CaptureQueriesContext(connection) as queries:
        many.read_on()
    assert len(queries) == 1
