"""The loaded sample as readers meet it: every answer of it, without waiting for pictures to be made smaller."""

import os
import pickle
import re
import tempfile
from collections import deque
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from django.core.cache import cache as django_cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.models import Page

from council.pictures.presets import all_specs
from council.settings.languages import CONTENT_LANGUAGES
from tests.sample_snapshot import load_sample_once

LANGUAGES = [code for code, _name in CONTENT_LANGUAGES]
# What the pages show.
RENDITIONS = all_specs()
# What no link of the sample leads to, or not with these words.
BESIDE_LINKS = [
    "stories/?theme=ibasho&goal=goal-1-1&organisation=ito-no-ma",
    "stories/?page=2",
    "organisations/?theme=ibasho",
    "organisations/?page=2",
    "places/?theme=ibasho&day=5",
    "places/?open=now",
    "places/?open=today",
    f"search/?q={quote('こども')}",
    f"search/?q={quote('の')}&page=2",
    "search/?q=zzzz",
]
# More are counted again.
FEW_QUERIES = 12
NOT_FOUND = {f"/{language}/nowhere/": 404 for language in LANGUAGES}
REFUSED = {f"/{language}/search/?q={quote('長' * 101)}": 400 for language in LANGUAGES}
# What machines read, and no page names.
FOR_MACHINES = ["/sitemap.xml", "/robots.txt", "/llms.txt"]
_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
_ANNOUNCED = re.compile(
    r'<link rel="(?:alternate|search)" type="application/(?:atom|opensearchdescription)\+xml" href="([^"]*)"'
)
_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^/"]+)')


@dataclass(frozen=True)
class Answer:
    """What came back from an address: ``queries`` is their number in a warm process, no page kept."""

    status: int
    html: str
    headers: dict
    cookies: bool
    queries: int


@dataclass(frozen=True)
class Sample:
    """Every answer by its address; those for machines; the addresses of all published pages; the states of linked files."""

    answers: dict[str, Answer]
    for_machines: dict[str, Answer]
    published: set[str]
    files: dict[str, int]


@cache
def sample_once():
    """The whole sample, read once in a test run; the database is afterwards as it was. To be called unblocked.

    The processes of a run (pytest-xdist) hand what one of them has read to the others in a file.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    shared = Path(tempfile.gettempdir()) / f"tsunagu-sample-{run}.pickle"
    if run and shared.exists():
        return pickle.loads(shared.read_bytes())
    sample = _read_sample()
    if run:
        own = shared.with_suffix(f".{os.getpid()}")
        own.write_bytes(pickle.dumps(sample))
        own.rename(shared)
    return sample


def _read_sample():
    with transaction.atomic():
        load_sample_once()
        pretend_renditions()
        client = Client()
        _warm_up(client)
        starts = [f"/{language}/{address}" for language in LANGUAGES for address in ("", *BESIDE_LINKS)]
        answers = crawl(client, [*starts, *NOT_FOUND, *REFUSED])
        linked = {target for address, answer in answers.items() for target in links_of(answer.html, address)}
        announced = {unescape(each) for answer in answers.values() for each in _ANNOUNCED.findall(answer.html)}
        sample = Sample(
            answers=answers,
            for_machines={each: _ask(client, each) for each in [*FOR_MACHINES, *sorted(announced)]},
            published={page.url for page in Page.objects.live().filter(depth__gt=1)},
            files={each: client.get(each).status_code for each in linked if each.startswith("/documents/")},
        )
        transaction.set_rollback(True)
    django_cache.clear()
    return sample


def _warm_up(client):
    """What a process remembers after its first answers is not a page's own."""
    pages = {page.content_type_id: page.url for page in Page.objects.live().filter(depth__gt=1)}
    for address in [*pages.values(), "/ja/themes/ibasho/", "/ja/search/?q=a"]:
        for language in LANGUAGES:
            client.get(address.replace("/ja/", f"/{language}/", 1))


def pretend_renditions(specs=RENDITIONS):
    """Rows that say each picture has been made in each size; no page of a test opens the files."""
    image_model = get_image_model()
    renditions = image_model.get_rendition_model()
    have = set(renditions.objects.values_list("image_id", "filter_spec"))
    renditions.objects.bulk_create(
        renditions(
            image=image,
            filter_spec=spec,
            focal_point_key=Filter(spec=spec).get_cache_key(image),
            file=f"images/{image.pk}-{number}.jpg",
            width=400,
            height=250,
        )
        for image in image_model.objects.all()
        for number, spec in enumerate(dict.fromkeys(specs))
        if (image.pk, spec) not in have
    )


def queries_of(client, address):
    """The queries of an address for a reader who is not the first: the process is warm, no page is kept."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return [query["sql"] for query in queries.captured_queries]


def links_of(html, address):
    """The addresses of the same site that a page links to, without host and fragment, each once."""
    canonical = _CANONICAL.search(html)
    own_host = canonical[1] if canonical else ""
    targets = (urldefrag(urljoin(address, unescape(href).removeprefix(own_host))).url for href in _HREF.findall(html))
    # The same page in its other rendition is looked at in tests/test_furigana.py.
    return dict.fromkeys(target for target in targets if not urlsplit(target).scheme and "furigana=" not in target)


def crawl(client, starts):
    """Every answer that can be reached by links from these addresses, inside the languages of the crawl."""
    prefixes = tuple(f"/{language}/" for language in LANGUAGES)
    found, waiting = {}, deque(starts)
    while waiting:
        address = waiting.popleft()
        if address in found:
            continue
        if address.startswith("/ja-simple/"):
            # How its texts look with furigana is what a process remembers, too.
            client.get(address)
        found[address] = _ask(client, address)
        # Whoever comes to an address first also finds out which page it is (`council.direct_route`); and what a process
        # remembers for a minute, as the glossary, may be due just then.
        for _again in range(2):
            if found[address].queries > FEW_QUERIES:
                found[address] = _ask(client, address)
        waiting.extend(target for target in links_of(found[address].html, address) if target.startswith(prefixes))
    return found


def _ask(client, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    text = response.content.decode()
    return Answer(response.status_code, text, dict(response.headers), bool(response.cookies), len(queries))
