"""Pages that staff puts first: for these questions, in these days, and never what readers may not open."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from council.translation.locales import forget_locales
from search.promoted import MOST_PAGES, PromotedResult, promoted_pages
from tests.factories import StandardPageFactory, translate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """What is said to the staff is looked at in English."""
    with translation.override("en"):
        yield


def put_first(page, *words, **fields):
    return PromotedResult.objects.create(page=page, words="\n".join(words), **fields)


def test_a_page_stands_first_for_each_of_its_lines():
    page = StandardPageFactory()
    put_first(page, "子ども食堂", "食事 寄付")
    for text in ("子ども食堂", "こども食堂", "ｺﾄﾞﾓ食堂", "子ども 食堂", "食事の寄付"):
        assert [each.pk for each in promoted_pages(text, "ja")] == [page.pk]


def test_other_questions_are_not_answered_with_it():
    put_first(StandardPageFactory(), "子ども食堂")
    for text in ("食堂", "子ども食堂 練馬", "食堂 子ども", "", "★"):
        assert promoted_pages(text, "ja") == []


def test_a_reader_gets_the_page_in_their_language_else_in_japanese():
    translated, other = StandardPageFactory(), StandardPageFactory()
    english = translate(translated, "en", title="Eating together")
    put_first(translated, "community meals")
    put_first(other, "community meals")
    assert [page.pk for page in promoted_pages("community meal", "en")] == [english.pk, other.pk]


def test_two_versions_of_a_page_stand_there_once():
    page = StandardPageFactory()
    english = translate(page, "en")
    put_first(page, "相談")
    put_first(english, "相談")
    assert [each.pk for each in promoted_pages("相談", "ja")] == [page.pk]


def test_smaller_numbers_come_first_and_no_more_than_three_are_shown():
    pages = [StandardPageFactory() for _number in range(MOST_PAGES + 1)]
    for number, page in enumerate(pages):
        put_first(page, "相談", sort_order=10 - number)
    assert [page.pk for page in promoted_pages("相談", "ja")] == [page.pk for page in pages[:0:-1]]


def test_only_from_its_first_day_to_its_last():
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    now, over, later = (StandardPageFactory() for _number in range(3))
    put_first(now, "相談", shown_from=today, shown_until=today)
    put_first(over, "相談", shown_until=today - day)
    put_first(later, "相談", shown_from=today + day)
    assert [page.pk for page in promoted_pages("相談", "ja")] == [now.pk]


@pytest.mark.parametrize("reason", ["draft", "expired", "private"])
def test_what_readers_may_not_open_is_not_put_first(reason):
    page = StandardPageFactory(live=reason != "draft")
    if reason == "expired":
        page.expire_at = timezone.now() - datetime.timedelta(hours=1)
        page.save()
    if reason == "private":
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    put_first(page, "相談")
    assert promoted_pages("相談", "ja") == []


def test_pages_are_of_their_own_type():
    put_first(StandardPageFactory(summary="雨の日に"), "相談")
    assert [page.summary for page in promoted_pages("相談", "ja")] == ["雨の日に"]


def test_a_language_without_a_locale_yet_gets_the_japanese_page(locales):
    page = StandardPageFactory()
    put_first(page, "相談")
    locales["ko"].delete()
    forget_locales()
    assert [each.pk for each in promoted_pages("相談", "ko")] == [page.pk]


def test_few_queries_however_many_there_are(django_assert_max_num_queries):
    for number in range(10):
        put_first(StandardPageFactory(), f"相談{number}")
    promoted_pages("相談3", "ja")
    # What staff has written, the versions, and the one page of its own type.
    with django_assert_max_num_queries(3):
        assert len(promoted_pages("相談3", "ja")) == 1


def test_a_last_day_before_the_first_is_refused():
    result = PromotedResult(
        page=StandardPageFactory(),
        words="相談",
        shown_from=datetime.date(2026, 4, 2),
        shown_until=datetime.date(2026, 4, 1),
    )
    with pytest.raises(ValidationError, match="before the first"):
        result.full_clean()


def test_a_line_without_a_word_is_refused():
    with pytest.raises(ValidationError, match="★"):
        PromotedResult(page=StandardPageFactory(), words="相談\n★").full_clean()
