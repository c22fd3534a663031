"""What search engines are told of a page."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import StandardPageFactory
from tests.factories_links import make_private

pytestmark = pytest.mark.django_db


def descriptions(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return [each["content"] for each in soup.select("meta[name=description]")]


def test_a_page_is_described_by_its_summary_once(locales, client):
    page = StandardPageFactory(summary="燃やすごみは月曜日。")
    assert descriptions(client.get(page.url)) == ["燃やすごみは月曜日。"]


def test_a_page_without_a_summary_is_not_described(locales, client):
    assert descriptions(client.get(StandardPageFactory(summary="").url)) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_not_there_and_what_is_closed_say_so(locales, client, language):
    page = StandardPageFactory(summary="ひみつ。")
    make_private(page)
    for address in (page.url.replace("/ja/", f"/{language}/"), f"/{language}/nowhere/", f"/{language}/search/"):
        (said,) = descriptions(client.get(address, follow=True))
        assert said
        assert "ひみつ" not in said
