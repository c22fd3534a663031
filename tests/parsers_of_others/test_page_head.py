"""What the head of a page tells messengers and browsers: Open Graph, and how the site is searched (OpenSearch)."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from lxml import etree

from council.settings.languages import CONTENT_LANGUAGES
from tests.parsers_of_others.addresses import is_absolute, path_of

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in CONTENT_LANGUAGES]
OPEN_SEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


class OpenGraph(HTMLParser):
    """The ``og:`` properties of a page, as ``[(name, content)]``."""

    def __init__(self, html):
        super().__init__()
        self.said = []
        self.feed(html[: html.index("</head>")])

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "meta" and attrs.get("property", "").startswith("og:"):
            self.said.append((attrs["property"], attrs.get("content", "")))


def faults_of(said):
    """What ogp.me does not allow, in words."""
    values = {}
    for name, content in said:
        values.setdefault(name, []).append(content)
        if not content.strip():
            yield f"{name} is empty"
    for name in ("og:title", "og:type", "og:url", "og:image", "og:image:alt", "og:locale", "og:site_name"):
        if len(values.get(name, [])) != 1:
            yield f"{name} stands {len(values.get(name, []))} times"
    for name in ("og:url", "og:image"):
        yield from (f"{name} is {each}" for each in values.get(name, []) if not is_absolute(each))
    for name in ("og:image:width", "og:image:height"):
        yield from (f"{name} is {each}" for each in values.get(name, ["not said"]) if not each.isdecimal())
    if not set(values.get("og:type", [])) <= {"article", "website"}:
        yield f"og:type is {values['og:type']}"
    own, others = values.get("og:locale", []), values.get("og:locale:alternate", [])
    yield from (f"{each} is no locale" for each in (*own, *others) if not re.fullmatch("[a-z]{2,3}_[A-Z]{2}", each))
    if len({*own, *others}) != len(own) + len(others):
        yield f"a locale is said twice: {own}, {others}"


@pytest.fixture(scope="session")
def shared(sample):
    """Of every page that is one."""
    return {address: OpenGraph(sample.answers[address].html).said for address in sorted(sample.published)}


def test_every_page_says_what_messengers_show(shared):
    faults = {address: list(faults_of(said)) for address, said in shared.items()}
    assert {address: found for address, found in faults.items() if found} == {}
    assert len(shared) > 100


def test_the_address_it_says_is_the_one_its_page_calls_its_own(sample, shared):
    for address, said in shared.items():
        assert f'<link rel="canonical" href="{dict(said)["og:url"]}">' in sample.answers[address].html


@pytest.mark.parametrize(
    ("name", "content"),
    [("og:title", ""), ("og:url", "/ja/"), ("og:locale", "ja"), ("og:image:width", "wide"), ("og:type", "story")],
)
def test_what_is_wrong_is_found(shared, name, content):
    assert list(faults_of(shared["/ja/"])) == []
    assert list(faults_of([*shared["/ja/"], (name, content)]))
    assert list(faults_of([each for each in shared["/ja/"] if each[0] != name]))


@pytest.mark.parametrize("code", CODES)
def test_browsers_learn_how_the_site_is_searched(sample, code):
    """OpenSearch 1.1, draft 6: what must be there, how long it may be, and where its addresses lead."""
    answer = sample.for_machines[f"/{code}/search/opensearch.xml"]
    assert answer.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    root = etree.fromstring(answer.html.encode())
    assert root.tag == f"{{{OPEN_SEARCH['o']}}}OpenSearchDescription"

    @cache
    def one(name):
        (found,) = root.findall(f"o:{name}", OPEN_SEARCH)
        return found.text.strip()

    assert 0 < len(one("ShortName")) <= 16
    assert 0 < len(one("LongName")) <= 48
    assert 0 < len(one("Description")) <= 1024
    assert one("InputEncoding") == one("OutputEncoding") == "UTF-8"
    assert one("Language").split("-")[0] == code.split("-")[0]
    assert is_absolute(one("Image"))
    addresses = {
        (each.get("type"), each.get("rel", "results")): each.get("template")
        for each in root.findall("o:Url", OPEN_SEARCH)
    }
    results, own = addresses["text/html", "results"], addresses["application/opensearchdescription+xml", "self"]
    assert is_absolute(results.replace("{searchTerms}", "a"))
    assert results.count("{searchTerms}") == 1
    assert path_of(results).startswith(f"/{code}/search/?")
    assert path_of(own) == f"/{code}/search/opensearch.xml"
    assert "{searchTerms}" in addresses["application/x-suggestions+json", "results"]


def test_programs_that_read_find_where_to_begin(sample):
    """llmstxt.org: one heading, a summary, then lists of links below headings of their own."""
    answer = sample.for_machines["/llms.txt"]
    lines = [line for line in answer.html.splitlines() if line]
    assert re.match(r"# \S", lines[0])
    assert re.match(r"> \S", lines[1])
    assert sum(line.startswith("# ") for line in lines) == 1
    assert sum(line.startswith("## ") for line in lines) == len(CODES) + 1
    listed = lines[next(number for number, line in enumerate(lines) if line.startswith("## ")) :]
    links = [
        re.fullmatch(r"- \[((?:[^\]\\]|\\.)+)\]\(([^)\s]+)\)(: \S.*)?", line) for line in listed if line[:2] != "##"
    ]
    assert all(links)
    for link in links:
        assert is_absolute(link[2])
        page = path_of(link[2]).removesuffix("index.md")
        assert page in sample.answers or page in sample.for_machines
