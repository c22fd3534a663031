"""Nothing is lost, whatever the document looks like."""

import random

import pytest

from home.importer.coverage import words_in
from home.importer.document import read_plan

from .helpers import NAMES, characters, held, reported, text_of


def lost(text):
    """The characters of a document that are in no part and in no list of the report."""
    document = read_plan(text)
    parts = [document.plan, document.outline, document.stories, document.terms]
    return characters(text) - held(words.plain for words in words_in(parts)) - reported(document)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_held_or_reported(name):
    assert not lost(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_our_documents_is_left_unread(name):
    """A document in forms that the grammar knows needs no safety net."""
    assert not [each for each in read_plan(text_of(name)).leftovers if each.reason == "unread"]


@pytest.mark.parametrize("seed", range(120))
def test_documents_torn_apart(seed):
    """Lines of all our documents in any order, cut anywhere, with any mark before them."""
    chance = random.Random(seed)
    lines = [line for name in NAMES for line in text_of(name).splitlines()]
    chosen = [chance.choice(lines) for _ in range(chance.randint(1, 60))]
    for _ in range(chance.randint(0, 12)):
        place = chance.randrange(len(chosen))
        mark = chance.choice(["# ", "## ", "■", "・", "- ", "①", "【", "Q1 ", "\u3000", "|", "**", "1. ", "〈", ""])
        chosen[place] = mark + chosen[place][: chance.randrange(len(chosen[place]) + 1)]
    assert not lost("\n".join(chosen))


@pytest.mark.parametrize(
    "text",
    [
        "現状：" + "あ" * 300_000,
        "目標1 " + " " * 300_000 + "x",
        "（" * 200_000,
        "|" * 200_000,
        "*" * 300_000,
        "\n" * 300_000 + "x",
        "①\tあ\n" * 20_000,
        "# 取組事例\n## 話\n" + "これは話です。\n\n" * 10_000 + "民生委員 山野さん\n",
        "# 目標1 あ\n## 社協の取組\n" + "- 見守りをします。\n" * 10_000,
        "".join(f"■ 見出し{number}\n本文です。\n" for number in range(8_000)),
    ],
    ids=["line", "spaces", "brackets", "pipes", "stars", "blank", "tabs", "paragraphs", "items", "headings"],
)
def test_large_documents_end(text):
    """Each of these takes hours where some step looks at every line for every line."""
    read_plan(text)
