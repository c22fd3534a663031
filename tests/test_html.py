"""Every page of the sample, in two languages: valid HTML, headings in order, pictures described, links that lead."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string

from tests.sample_site import NOT_FOUND, REFUSED, links_of, sample_once

# Without it pytest-django would see no test that needs a database, and hand out the one of the settings.
pytestmark = pytest.mark.django_db

# Rendered without a request, so no crawl meets them.
PLAIN = ["400.html", "500.html"]


@pytest.fixture(scope="session")
def sample(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return sample_once()


@pytest.fixture(scope="session")
def texts(sample):
    """The HTML of every answer."""
    return {address: answer.html for address, answer in sample.answers.items()} | {
        name: render_to_string(name) for name in PLAIN
    }


@pytest.fixture(scope="session")
def soups(texts):
    return {address: BeautifulSoup(html, "html.parser") for address, html in texts.items()}


def test_every_link_leads_to_a_page(sample):
    expected = dict.fromkeys(sample.answers, 200) | NOT_FOUND | REFUSED
    assert {address: answer.status for address, answer in sample.answers.items()} == expected
    assert len(expected) > 150


def test_every_page_of_the_tree_is_reached_by_links(sample):
    assert sample.published - set(sample.answers) == set()


def test_every_link_to_a_file_leads_to_one(sample):
    assert sample.files
    assert sample.files == dict.fromkeys(sample.files, 200)


def test_no_page_links_into_the_editors_side(texts):
    for address, html in texts.items():
        assert not [target for target in links_of(html, address) if target.startswith("/admin/")], address


def test_every_link_inside_a_page_has_its_target(soups):
    for address, soup in soups.items():
        ids = {each["id"] for each in soup.find_all(id=True)}
        inside = {link["href"][1:] for link in soup.find_all("a", href=re.compile("^#."))}
        assert inside <= ids, address


def test_every_stylesheet_and_icon_is_there(soups):
    files = {
        link["href"].removeprefix("/static/")
        for soup in soups.values()
        for link in soup.select("link[rel=stylesheet], link[rel=icon]")
    }
    assert files
    assert [name for name in files if not find(name)] == []


def test_the_html_has_no_faults(texts):
    faults = {}
    for address, html in texts.items():
        parser = html5lib.HTMLParser(tree=html5lib.treebuilders.getTreeBuilder("etree"))
        parser.parse(html)
        if parser.errors:
            faults[address] = parser.errors[:3]
    assert faults == {}


def test_every_element_is_closed_where_it_was_opened(texts):
    """html5lib forgives what the standard lets be left out; the house does not."""
    for address, html in texts.items():
        checker = Balance()
        checker.feed(html)
        assert (checker.faults, checker.open) == ([], []), address


def test_every_page_has_one_main_heading(soups):
    for address, soup in soups.items():
        assert len(soup.find_all("h1")) == 1, address
        assert soup.h1.get_text(strip=True), address


def test_no_heading_level_is_skipped(soups):
    faults = {}
    for address, soup in soups.items():
        levels = [int(each.name[1]) for each in soup.find_all(re.compile("^h[1-6]$"))]
        jumps = [(above, below) for above, below in zip([0, *levels], levels, strict=False) if below > above + 1]
        if jumps:
            faults[address] = jumps
    assert faults == {}


def test_no_heading_is_empty(soups):
    for address, soup in soups.items():
        assert not [each for each in soup.find_all(re.compile("^h[1-6]$")) if not each.get_text(strip=True)], address


def test_every_picture_is_described_and_keeps_its_place(soups):
    pictures = 0
    for address, soup in soups.items():
        for picture in soup.find_all("img"):
            pictures += 1
            assert picture.has_attr("alt"), (address, picture)
            assert picture.get("width", "").isdecimal(), (address, picture)
            assert picture.get("height", "").isdecimal(), (address, picture)
    assert pictures > 100


def test_pictures_that_carry_a_page_say_what_they_show(soups):
    for address in ("/ja/", "/ja/stories/old-shop-new-place/", "/ja/organisations/ito-no-ma/", "/ja/about/"):
        first = soups[address].main.find("img")
        assert first["alt"], address
        assert first.get("fetchpriority") == "high", address


def test_ids_are_unique(soups):
    for address, soup in soups.items():
        counts = Counter(each["id"] for each in soup.find_all(id=True))
        assert [name for name, count in counts.items() if count > 1] == [], address


def test_every_label_has_its_field_and_every_field_a_label(soups):
    for address, soup in soups.items():
        fields = {each.get("id") for each in soup.select("input, select, textarea") if each.get("type") != "hidden"}
        assert {label.get("for") for label in soup.find_all("label")} == fields, address


def test_every_link_and_button_has_words(soups):
    for address, soup in soups.items():
        silent = [
            str(each)[:100]
            for each in soup.select("a, button, summary")
            if not each.get_text(strip=True) and not each.get("aria-label")
        ]
        assert silent == [], address


def test_every_navigation_has_a_name_of_its_own(soups):
    for address, soup in soups.items():
        names = [each.get("aria-label") for each in soup.find_all("nav")]
        assert all(names), address
        assert len(names) == len(set(names)), address


def test_every_page_has_a_title_of_its_own(soups):
    titles = Counter(
        soup.title.get_text(strip=True)
        for address, soup in soups.items()
        if address.startswith("/ja/") and "?" not in address
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_nothing_of_another_host_is_loaded(soups):
    for address, soup in soups.items():
        loaded = [
            each.get("src") or each.get("href")
            for each in soup.select("img, script, iframe, source, link[rel=stylesheet]")
        ]
        assert not [url for url in loaded if url and urlsplit(url).netloc], address


def test_there_is_no_script_and_no_style_inside_a_page(soups):
    """The content security policy forbids both. A data block is neither run nor forbidden."""
    for address, soup in soups.items():
        assert soup.select('script:not([src], [type="application/ld+json"]), style') == [], address
        assert [each.name for each in soup.find_all(style=True)] == [], address
        assert [each.name for each in soup.find_all(onclick=True)] == [], address


def test_no_template_leaves_a_trace(texts):
    for address, html in texts.items():
        assert not re.search(r"\{[{%#]|[%#}]\}|\bNone\b|Traceback", html), address


def test_links_to_other_sites_say_so_and_hand_nothing_over(soups):
    others = 0
    for address, soup in soups.items():
        canonical = soup.select_one("link[rel=canonical]")
        own_host = urlsplit(canonical["href"]).netloc if canonical else None
        for link in soup.find_all("a", href=re.compile("^https?://")):
            if urlsplit(link["href"]).netloc != own_host:
                others += 1
                assert {"external", "noopener"} <= set(link.get("rel", [])), (address, link["href"])
    assert others


class Balance(HTMLParser):
    """Open and close tags, counted."""

    VOID = {"meta", "link", "img", "source", "input", "br", "hr", "area", "base", "col", "embed", "track", "wbr"}

    def __init__(self):
        super().__init__()
        self.open, self.faults = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> says an attribute twice")

    def handle_startendtag(self, tag, attrs):
        """An SVG's own way."""

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")
        else:
            self.open.pop()
