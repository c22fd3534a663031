"""One walk through the sample: each page in each language, in every state that a translation can be in."""

import re
import warnings
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation

from council.translation.freshness import PublishedText
from home.front_tree import front_page
from home.models import StandardPage
from home.sample.keys import sample_key
from plans.models import PlanPage
from stories.models import StoryIndexPage, StoryPage
from tests.factories import StandardPageFactory, StoryPageFactory, translate
from tests.factories_links import make_private
from tests.sample_site import crawl, pretend_renditions
from tests.sample_snapshot import load_sample_once
from translators.gaps import allow_gaps, translation_of

# The answers are collected by a fixture of the module; pytest-django makes a database for marked tests only.
pytestmark = [pytest.mark.django_db, pytest.mark.long]
CODES = [code for code, _name in settings.LANGUAGES]
_KANA = re.compile("[ぁ-んァ-ヺ]")


@dataclass
class Read:
    """What a page that was reached by links says: read once, because reading it takes longer than making it."""

    status: int
    html: str
    language: str
    # Address of the page, ``hreflang`` or None, of every link outside the selector.
    links: list
    # Kana of which nothing says that it is Japanese.
    unmarked: set

    @classmethod
    def from_answer(cls, address, answer):
        soup = BeautifulSoup(answer.html, "lxml")
        # Links in SVG have no ``hreflang``; the list beside the drawing says it.
        links = [(link["href"], link.get("hreflang")) for link in soup.select("a[href]:not(.languages a, svg a)")]
        language = soup.main.get("lang") or address.split("/")[1] if soup.main else ""
        return cls(answer.status, answer.html, language, links, set(_unmarked(soup)))


def _unmarked(soup):
    if not soup.body:
        return
    for text in soup.body.find_all(string=_KANA):
        if not text.find_parent(lang=True)["lang"].startswith("ja"):
            yield text.strip()[:40]
    for image in soup.select("img[alt]"):
        said = image.get("lang") or image.find_parent(lang=True)["lang"]
        if _KANA.search(image["alt"]) and not said.startswith("ja"):
            yield image["alt"][:40]


@dataclass
class Walk:
    """What the reader of each language met: ``{(language, translation key): (address, status, page)}`` and each link."""

    expected: dict = field(default_factory=dict)
    met: dict = field(default_factory=dict)
    outdated: set = field(default_factory=set)
    with_gaps: set = field(default_factory=set)
    alternates: dict = field(default_factory=dict)
    states: dict = field(default_factory=dict)
    crawled: dict = field(default_factory=dict)
    hidden_titles: set = field(default_factory=set)
    sitemap: bytes = b""


def arrange_states():
    """Every state there is: what the sample shows already, and what only happens with time.

    Returns:
        ``{name: (translation key, language code)}``.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    front = front_page()
    english_front = front.get_translation(locales["en"])

    def sample(kind, name, code="ja"):
        return Page.objects.get(translation_key=sample_key(kind, name), locale=locales[code]).specific

    states = {
        "translated": (sample_key("story", "wednesday-curry"), "en"),
        "missing": (sample_key("story", "carers-breath"), "zh-hans"),
        "complete draft": (sample_key("story", "night-of-the-heavy-rain"), "zh-hans"),
        "half done": (sample_key("story", "wednesday-curry"), "ko"),
        "under a stand-in": (sample_key("goal", "goal-1-2"), "ko"),
        "stand-in": (sample_key("plan", "tsumugi-plan"), "ko"),
    }

    changed = sample("story", "light-bulb-brigade")
    changed.title += "（改）"
    changed.save_revision().publish()
    states["stale"] = (changed.translation_key, "en")

    gappy = sample("story", "slow-start-base", "en")
    publish_with_gaps(gappy)
    states["published with gaps"] = (gappy.translation_key, "en")

    moved = sample("initiative", "goal-1-1/community-2")
    moved.slug = "moved-here"
    moved.save_revision().publish()
    moved.refresh_from_db()
    moved.move(sample("goal", "goal-1-3"), pos="last-child")
    states["moved source"] = (moved.translation_key, "en")

    # Written in English first; then something else in Japanese at the same address, and that in English too.
    born = StandardPageFactory(parent=english_front, locale=locales["en"], title="Shelters", slug="shelter")
    japanese = StandardPageFactory(parent=front, title="雨宿りの軒先", slug="shelter", show_in_menus=True)
    english = translate(japanese, "en", title="Eaves to shelter under", slug="shelter-1")
    assert (born.slug, english.slug) == ("shelter", "shelter-1")
    states["another slug"] = (japanese.translation_key, "en")
    states["address taken"] = (born.translation_key, "ja")

    stories = StoryIndexPage.objects.get(locale=locales["en"])
    told = StoryPageFactory(
        parent=stories,
        locale=locales["en"],
        title="Told in English",
        slug="told-in-english",
        told_on=timezone.localdate(),
    )
    states["born in English"] = (told.translation_key, "ja")

    taken_down = sample("organisation", "niji-no-kai", "en")
    taken_down.unpublish()
    states["taken down"] = (taken_down.translation_key, "en")

    over = sample("organisation", "manabi-lab", "en")
    Page.objects.filter(pk=over.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    states["past its last hour"] = (over.translation_key, "en")

    unseen = StandardPageFactory(parent=front, title="だれにも見えない下書き", slug="unseen", live=False)
    states["source a draft"] = (unseen.translation_key, "ja")
    make_private(StandardPageFactory(parent=front, title="職員だけのページ", slug="inside"))
    return states


def publish_with_gaps(page):
    """As a reviewer does who cannot wait for every second text, the page's title among them."""
    translation = translation_of(page)
    segments = translation.source.stringsegment_set.order_by("order").values_list("string", "context")[::2]
    for string, context in segments:
        StringTranslation.objects.filter(
            translation_of=string, context=context, locale=translation.target_locale
        ).delete()
    allow_gaps(translation, None)
    page.get_latest_revision().publish()


def readable_versions():
    """``{translation key: {language code: page}}`` of what a reader may open, found without the site's own queries."""
    codes = {locale.pk: locale.language_code for locale in Locale.objects.all()}
    private = list(Page.objects.filter(view_restrictions__isnull=False).values_list("path", flat=True))
    found = {}
    for page in Page.objects.filter(depth__gt=1, live=True, alias_of__isnull=True).specific():
        expired = page.expire_at and page.expire_at <= timezone.now()
        if not expired and not any(page.path.startswith(path) for path in private):
            found.setdefault(page.translation_key, {})[codes[page.locale_id]] = page
    return found


def version_for(versions, code):
    """Own language, then Japanese, then where it was born."""
    first = next((each for each in (code, "ja") if each in versions), None)
    return versions[first] if first else min(versions.values(), key=lambda page: page.pk)


def address_for(page, code, taken):
    """The address under the reader's language, or the page's own where the other is answered by a different page."""
    own = urlsplit(page.full_url).path
    rest = own.split("/", 2)[2]
    answering = next(key for each in (code, "ja", *CODES) if (key := taken.get(f"/{each}/{rest}")))
    return own if answering != page.translation_key else f"/{code}/{rest}"


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_sample_once()
        states = arrange_states()
        pretend_renditions()
        walk = _walk(states)
        transaction.set_rollback(True)
    return walk


def _walk(states):
    client, walk = Client(), Walk(states=states)
    families = readable_versions()
    taken = {urlsplit(page.full_url).path: key for key, versions in families.items() for page in versions.values()}
    for key, versions in families.items():
        walk.alternates[key] = {code: page.full_url for code, page in versions.items()}
        for code in CODES:
            page = version_for(versions, code)
            address = address_for(page, code, taken)
            response = client.get(address)
            page.full_address = page.full_url
            walk.expected[code, key] = page
            walk.met[code, key] = (address, response.status_code, BeautifulSoup(response.content, "lxml"))
    codes = {locale.pk: locale.language_code for locale in Locale.objects.all()}
    walk.outdated = {
        (codes[text.locale_id], text.translation_key) for text in PublishedText.objects.exclude(outdated_since=None)
    }
    walk.with_gaps = {
        (codes[text.locale_id], text.translation_key) for text in PublishedText.objects.exclude(untranslated={})
    }
    hidden = Page.objects.filter(depth__gt=1, alias_of__isnull=True, live=False)
    walk.hidden_titles = set(hidden.values_list("draft_title", flat=True)) - {
        page.title for versions in families.values() for page in versions.values()
    }
    walk.sitemap = client.get("/sitemap.xml").content
    walk.crawled = {
        address: Read.from_answer(address, answer)
        for address, answer in crawl(client, [f"/{code}/" for code in CODES]).items()
    }
    return walk


def language_of(page):
    """From the page's address: the walk is over, and the database as it was before."""
    return urlsplit(page.full_address).path.split("/")[1]


def wrong_in(walk, code, key):
    """What is wrong with a page as its reader meets it, in words."""
    page = walk.expected[code, key]
    address, status, soup = walk.met[code, key]
    if status != 200:
        yield f"{status}"
        return
    own = language_of(page)
    # At its own address a page is read in its own language's frame.
    frame = urlsplit(address).path.split("/")[1]
    if soup.html["lang"] != frame:
        yield f"html lang {soup.html['lang']}"
    if soup.main.get("lang") != (None if own == frame else own):
        yield f"main lang {soup.main.get('lang')}"
    if soup.select_one("link[rel=canonical]")["href"] != page.full_address:
        yield f"canonical {soup.select_one('link[rel=canonical]')['href']}"
    alternates = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate][hreflang]")}
    if alternates != walk.alternates[key]:
        yield f"hreflang {alternates}"
    notices = len(soup.main.select(".translation-notice"))
    in_own_frame = [own == frame and (own, key) in those for those in (walk.outdated, walk.with_gaps)]
    if notices != (own != frame) + sum(in_own_frame):
        yield f"{notices} notices"
    if page.title not in soup.title.get_text() and page.seo_title not in soup.title.get_text():
        yield f"title {soup.title.get_text()}"
    chosen = [link["hreflang"] for link in soup.select(".languages a[aria-current]")]
    if chosen != [frame] or [link["hreflang"] for link in soup.select(".languages a")] != CODES:
        yield f"selector {chosen}"


def test_each_page_is_right_in_each_language(walk):
    wrong = {
        f"{code} {address}: {', '.join(found)}"
        for (code, key), (address, _status, _soup) in walk.met.items()
        if (found := list(wrong_in(walk, code, key)))
    }
    assert len(walk.met) >= 5 * 65
    assert wrong == set()


def test_every_state_is_among_them(walk):
    assert language_of(walk.expected["en", walk.states["translated"][0]]) == "en"
    for name in ("missing", "complete draft", "half done", "stand-in", "taken down", "past its last hour"):
        key, code = walk.states[name]
        assert language_of(walk.expected[code, key]) == "ja", name
    key, code = walk.states["under a stand-in"]
    assert language_of(walk.expected[code, key]) == code
    assert (walk.states["stale"][1], walk.states["stale"][0]) in walk.outdated
    assert walk.with_gaps == {("en", walk.states["published with gaps"][0])}
    for name in ("born in English", "address taken"):
        key, code = walk.states[name]
        assert language_of(walk.expected[code, key]) == "en"
        assert language_of(walk.expected["ko", key]) == "en"
    key, code = walk.states["another slug"]
    assert walk.met[code, key][0] == "/en/shelter-1/"
    assert walk.met["ja", walk.states["address taken"][0]][0] == "/en/shelter/"
    assert walk.met["en", walk.states["moved source"][0]][0] != walk.met["ko", walk.states["moved source"][0]][
        0
    ].replace("/ko/", "/en/", 1)


def test_no_link_leads_to_an_error(walk):
    """From the front page of each language to all that can be reached."""
    assert len(walk.crawled) > 5 * 75
    assert {address: answer.status for address, answer in walk.crawled.items() if answer.status != 200} == {}


def test_no_reader_sees_a_draft(walk):
    seen = {
        (address, title)
        for address, answer in walk.crawled.items()
        for title in walk.hidden_titles
        if len(title) > 5 and title in answer.html
    }
    assert walk.hidden_titles
    assert seen == set()


def test_every_link_to_a_page_in_another_language_says_so(walk):
    """And no other: who listens to the page hears which voice comes."""
    content = {address: read.language for address, read in walk.crawled.items()}
    wrong = set()
    for address, read in walk.crawled.items():
        for href, hreflang in read.links:
            target = urlsplit(href)
            path = target.path if not target.query else f"{target.path}?{target.query}"
            if path not in content or path == address or href.startswith("#"):
                continue
            marked = hreflang or address.split("/")[1]
            if marked != content[path]:
                wrong.add((address, href, marked, content[path]))
    assert wrong == set()


def test_every_japanese_word_says_that_it_is_japanese(walk):
    """WCAG 2.2, 3.1.2: or a screen reader reads it with the sounds of the reader's language."""
    wrong = {
        (address, text)
        for address, read in walk.crawled.items()
        if address.split("/")[1] not in {"ja", "ja-simple"}
        for text in read.unmarked
    }
    assert wrong == set()


def test_every_page_of_the_sample_is_in_the_sitemap_with_its_languages(walk):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(walk.sitemap, "html.parser")
    listed = {
        url.loc.get_text(): {link["hreflang"]: link["href"] for link in url.find_all("xhtml:link")}
        for url in soup.find_all("url")
    }
    expected = {
        address: versions if len(versions) > 1 else {}
        for versions in walk.alternates.values()
        for address in versions.values()
    }
    # A plan has its map below it, in the languages in which the plan is published.
    with_map = {key for (_code, key), page in walk.expected.items() if isinstance(page, PlanPage) and page.numchild}
    assert with_map
    expected |= {
        f"{address}map/": {code: f"{each}map/" for code, each in expected[address].items()}
        for key in with_map
        for address in walk.alternates[key].values()
    }
    assert listed == expected


def test_a_story_born_in_english_is_in_the_lists_of_all_languages(walk):
    key = walk.states["born in English"][0]
    for code in CODES:
        assert "Told in English" in walk.crawled[f"/{code}/stories/"].html
        assert walk.met[code, key][0] == f"/{code}/stories/told-in-english/"


def test_the_models_of_the_walk_are_those_of_the_sample(walk):
    types = {type(page) for page in walk.expected.values()}
    assert {StoryPage, StandardPage, StoryIndexPage} < types
    assert len(types) >= 12
