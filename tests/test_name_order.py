"""Lists of names stand as their readers look them up."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import (
    GlossaryPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlaceIndexPageFactory,
    PlacePageFactory,
    TermFactory,
)

# Word and reading. By code point all of hiragana stands before all of katakana: ケアラー would be the last.
NAMES = {"権利": "けんり", "ケアラー": "ケアラー", "居場所": "いばしょ", "アウトリーチ": ""}
BY_SOUND = ["居場所", "ケアラー", "権利"]


def listed(client, address, selector):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [each.contents[0].get_text(strip=True) for each in soup.select(selector)]


def test_the_glossary_goes_by_the_sound_whatever_the_kana(locales, client):
    GlossaryPageFactory()
    for word, reading in NAMES.items():
        TermFactory(word=word, reading=reading)
    assert listed(client, "/ja/glossary/", ".terms dt") == ["アウトリーチ", *BY_SOUND]


@pytest.mark.parametrize(
    ("index", "factory", "address", "selector"),
    [
        (OrganisationIndexPageFactory, OrganisationPageFactory, "/ja/organisations/", ".card h3"),
        (PlaceIndexPageFactory, PlacePageFactory, "/ja/places/", ".places-list h3"),
    ],
)
def test_so_do_organisations_and_places(locales, client, index, factory, address, selector):
    index()
    for word in ("権利", "ケアラー", "居場所"):
        factory(title=word, reading=NAMES[word])
    assert listed(client, address, selector) == BY_SOUND


def test_readers_of_english_find_names_by_their_letters(locales, client):
    GlossaryPageFactory()
    for word, reading in {"salon": "あ", "Carer": "い", "advocacy": "う"}.items():
        TermFactory(word=word, reading=reading, locale=locales["en"])
    assert listed(client, "/en/glossary/", ".terms dt") == ["advocacy", "Carer", "salon"]
