"""What readers get of a translation that a reviewer published although parts of it are missing."""

import re

import pytest
from django.test import Client
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from tests.factories import (
    HomePageFactory,
    PictureFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    ThemeFactory,
    UserFactory,
    translate,
)
from tests.factories_translations import complete, in_language, publish, send
from tests.sample_site import queries_of
from translators.gaps import allow_gaps

pytestmark = pytest.mark.django_db

NOTICE = "Some parts of this page have not been translated yet."


@pytest.fixture
def front():
    Locale.objects.create(language_code="en")
    front = HomePageFactory()
    translate(front, "en")
    return front


@pytest.fixture
def source(front):
    body = [("paragraph", "<p>だれでも来られる。<b>いつでも</b>どうぞ。</p>"), ("paragraph", "<p>場所は駅の前。</p>")]
    return StandardPageFactory(
        parent=front,
        title="題",
        slug="page",
        summary="まとめの文。",
        body=body,
        picture=PictureFactory(),
        picture_alt="目の前の海",
        show_in_menus=True,
    )


def publish_but(source, *missing):
    """Publishes the English version without the texts that begin so."""
    translation = send(source, "en")["en"]
    complete(translation)
    for text in missing:
        StringTranslation.objects.filter(
            translation_of__data__startswith=text, locale=translation.target_locale
        ).delete()
    allow_gaps(translation, UserFactory())
    publish(translation)
    return translation


def read(path="/en/page/"):
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_says_that_parts_are_missing_and_leads_to_the_original(source):
    publish_but(source, "だれでも")
    html = read()
    assert NOTICE in html
    notice = html[html.index(NOTICE) :].partition("</p>")[0]
    assert 'hreflang="ja"' in notice
    assert "/ja/page/" in notice


def test_each_part_says_its_language(source):
    publish_but(source, "だれでも", "目の前")
    html = read()
    for text in ("だれでも来られる。", "いつでも", "どうぞ。"):
        assert f'<span lang="ja">{text}</span>' in html
    assert re.search(r'<img [^>]*alt="目の前の海"[^>]* lang="ja"', html)
    assert '<span lang="ja">場所' not in html


def test_on_other_pages_too(source):
    publish_but(source, "題", "まとめの文")
    assert '<span lang="ja">題</span>' in read("/en/")


def test_in_its_own_language_nothing_is_marked(source):
    publish_but(source, "題", "だれでも")
    html = read("/ja/page/")
    assert "<span lang" not in html.partition("<main")[2].partition("</main>")[0]
    assert NOTICE not in html


def test_a_snippet_with_gaps_says_so_wherever_it_is_named(front, source):
    theme = ThemeFactory(name="居場所づくり", slug="ibasho", description="説明。")
    story = StoryPageFactory(parent=StoryIndexPageFactory(parent=front, slug="stories"), slug="story")
    story.themes.add(theme)
    story.save()
    publish_but(theme, "居場所")
    publish_but(story)
    assert '<span lang="ja">居場所づくり</span>' in read("/en/stories/story/")


def test_when_the_rest_is_published_nothing_is_left_of_it(source):
    translation = publish_but(source, "だれでも")
    assert NOTICE in read()
    complete(translation)
    publish(translation)
    html = read()
    assert NOTICE not in html
    assert 'lang="ja">だれでも' not in html


def test_a_complete_translation_says_nothing(source):
    publish_but(source)
    assert NOTICE not in read()
    assert in_language(source, "en").live


def test_it_costs_no_query(source):
    publish_but(source)
    whole = queries_of(Client(), "/en/page/")
    publish_but(source, "だれでも")
    assert len(queries_of(Client(), "/en/page/")) == len(whole)
