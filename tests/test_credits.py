"""Who made a story is said below it, in each language, to machines and to those who search."""

import json
import re

from search.indexing.queue import index_pending
from search.results import find_pages
from tests.factories import StoryPageFactory, translate

CREDITS = "聞き手・文 山野／写真 川口"


def read(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_makers_stand_below_the_story(client, locales):
    story = StoryPageFactory(body=[("paragraph", "<p>橋の話。</p>")], credits=CREDITS)
    html = read(client, story)
    assert html.index("橋の話。") < html.index(f">{CREDITS}</p>") < html.index("</article>")
    article = json.loads(re.search(r'"application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])["@graph"]
    assert [node["creditText"] for node in article if "creditText" in node] == [CREDITS]
    assert CREDITS in client.get(f"{story.url}index.md").content.decode()


def test_a_story_without_them_has_no_line_for_them(client, locales):
    html = read(client, StoryPageFactory())
    assert "story-credits" not in html
    assert "creditText" not in html


def test_a_translation_has_its_own(client, locales):
    story = StoryPageFactory(credits=CREDITS)
    english = translate(story, "en", credits="Interview: Yamano. Photographs: Kawaguchi")
    html = read(client, english)
    assert "Interview: Yamano. Photographs: Kawaguchi</p>" in html
    assert CREDITS not in html


def test_a_story_is_found_by_who_made_it(locales):
    story = StoryPageFactory(title="橋", credits=CREDITS)
    StoryPageFactory(title="川")
    index_pending()
    assert [match.page_id for match in find_pages("川口", "ja").matches] == [story.pk]
