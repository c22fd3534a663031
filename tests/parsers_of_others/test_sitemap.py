"""The sitemap, by a grammar of sitemaps.org's rules; robots.txt, by Python's own parser."""

import re
from collections import Counter
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from tests.parsers_of_others.addresses import is_absolute, path_of

pytestmark = pytest.mark.django_db

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("sitemap.rng")))
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
_NOINDEX = re.compile(r'<meta name="robots" content="[^"]*noindex')


@pytest.fixture(scope="session")
def text(sample):
    return sample.for_machines["/sitemap.xml"].html.encode()


@pytest.fixture(scope="session")
def versions(text):
    """``{address: {language: address}}``."""
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)
        }
        for url in etree.fromstring(text).iterfind("s:url", NAMES)
    }


def is_sitemap(text):
    return GRAMMAR.validate(etree.fromstring(text))


def test_it_is_a_sitemap(sample, text):
    assert is_sitemap(text), GRAMMAR.error_log
    assert "xml" in sample.for_machines["/sitemap.xml"].headers["Content-Type"]
    # More need a second one, and a list of both.
    assert text.count(b"<url>") <= 50_000
    assert len(text) <= 50 * 1024 * 1024


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        (rb"<loc>http://[^/]+/", b"<loc>/"),
        (rb"<lastmod>[^<]*", b"<lastmod>yesterday"),
        (rb"<loc>[^<]*</loc>", b""),
        (rb'hreflang="[^"]*"', b'hreflang="\xe6\x97\xa5"'),
        (rb'rel="alternate"', b'rel="other"'),
        (rb"<url>", b"<url><note>x</note>"),
    ],
    ids=["a path alone", "no date", "no address", "no language", "another relation", "another element"],
)
def test_what_is_none_is_found(text, pattern, other):
    wrong, times = re.subn(pattern, other, text, count=1)
    assert times
    assert not is_sitemap(wrong)


def test_each_address_stands_in_it_once(text):
    counts = Counter(re.findall(rb"<loc>([^<]*)", text))
    assert [address for address, count in counts.items() if count > 1] == []


def test_every_address_answers_and_wants_to_be_found(sample, versions):
    named = {*versions, *(address for group in versions.values() for address in group.values())}
    assert [address for address in named if not is_absolute(address)] == []
    answers = {address: sample.answers.get(path_of(address)) for address in named}
    assert {address for address, answer in answers.items() if not answer or answer.status != 200} == set()
    hidden = {
        address
        for address, answer in answers.items()
        if "noindex" in answer.headers.get("X-Robots-Tag", "") or _NOINDEX.search(answer.html)
    }
    assert hidden == set()


def test_every_address_is_the_one_its_page_calls_its_own(sample, versions):
    for address in versions:
        assert f'<link rel="canonical" href="{address}">' in sample.answers[path_of(address)].html


def test_versions_name_each_other_and_themselves(versions):
    assert [group for group in versions.values() if len(group) > 1]
    for address, group in versions.items():
        assert not group or address in group.values(), address
        for other in group.values():
            assert versions.get(other) == group, (address, other)


def test_robots_are_told_of_it_and_let_into_nothing_but_pages(sample, versions):
    rules = RobotFileParser()
    answer = sample.for_machines["/robots.txt"]
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    rules.parse(answer.html.splitlines())
    (sitemap,) = rules.site_maps()
    assert is_absolute(sitemap)
    assert path_of(sitemap) == "/sitemap.xml"
    assert all(rules.can_fetch("SomeBot", address) for address in versions)
    assert not rules.can_fetch("SomeBot", sitemap.replace("sitemap.xml", "admin/pages/"))
