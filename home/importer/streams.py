"""Parts → the stored form of a stream: blocks with ids that stay the same from run to run."""

import json
from difflib import SequenceMatcher
from uuid import UUID, uuid5

from .clauses import title_of
from .rich_text import paragraphs

_NAMESPACE = UUID("5d0f6d52-6a0e-5d3b-8b9f-0b7c1d1a6c11")


class References:
    """What blocks point at, by the words that name it. A name without an object gives None."""

    def __init__(self):
        self.people, self.themes, self.terms, self.organisations = {}, {}, {}, {}

    def person(self, person):
        return self.people.get(person.identity) if person else None

    def theme(self, words):
        return self.themes.get(words.plain) if words else None

    def term(self, words):
        return self.terms.get(term_word(words))

    def organisation(self, words):
        return self.organisations.get(words.plain) if words else None


def term_word(words):
    """The word that a column explains (保護司とは → 保護司)."""
    return words.plain.rstrip("？?").removesuffix("とは").strip()


class StreamWriter:
    """Writes one stream. `key` is the part key of the object it belongs to."""

    def __init__(self, key, references):
        self.key = key
        self.references = references
        self.used = {}

    def body(self, story_parts):
        """The body of a story."""
        return [self._block(part) for part in story_parts]

    def points(self, situation):
        """現状と課題, a point each."""
        return [self.block("point", words.plain) for words in situation]

    def turns(self, take_parts):
        return [self._block(part) for part in take_parts]

    def block(self, kind, value):
        return {"type": kind, "id": self._id(kind, value), "value": value}

    def _id(self, kind, value):
        name = f"{self.key}/{kind}/{json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)}"
        self.used[name] = self.used.get(name, 0) + 1
        return str(uuid5(_NAMESPACE, f"{name}/{self.used[name]}"))

    def _items(self, values):
        return [{"type": "item", "id": self._id("item", value), "value": value} for value in values]

    def _block(self, part):
        name = type(part).__name__
        return self.block(*getattr(self, f"_{name.lower()}")(part))

    def _paragraph(self, part):
        return "paragraph", paragraphs([part.words])

    def _heading(self, part):
        return "heading", {"text": part.words.plain, "level": str(part.level)}

    def _quote(self, part):
        return "quote", {"text": part.words.plain, "attribution": _plain(part.attribution)}

    def _listpart(self, part):
        style = "number" if part.ordered else "bullet"
        return "list", {"style": style, "items": self._items([words.plain for words in part.items])}

    def _table(self, part):
        rows = [{"cells": self._items([cell.plain for cell in row])} for row in part.rows]
        columns = self._items([cell.plain for cell in part.columns])
        return "table", {"caption": _plain(part.caption), "columns": columns, "rows": self._items(rows)}

    def _voice(self, part):
        headline = part.headline.plain if part.headline else title_of(part.text[0].plain)[:100]
        return "voice", {
            "headline": headline,
            "text": paragraphs(part.text),
            "person": self.references.person(part.person),
        }

    def _questionandanswer(self, part):
        return "question_and_answer", {
            "question": part.question.plain,
            "answer": paragraphs(part.answer),
            "person": self.references.person(part.person),
        }

    def _message(self, part):
        return "message", {
            "organisation": self.references.organisation(part.organisation_name),
            "organisation_name": _plain(part.organisation_name),
            "text": paragraphs(part.text),
            "person": self.references.person(part.person),
        }

    def _needs(self, part):
        items = [{"heading": heading.plain, "quote": quote.plain} for heading, quote in part.items]
        return "needs", {"heading": " ".join(words.plain for words in part.heading), "items": self._items(items)}

    def _activities(self, part):
        return "activities", {
            "motto": _plain(part.motto),
            "items": self._items([words.plain for words in part.items]),
        }

    def _fact(self, part):
        as_of = part.as_of.isoformat() if part.as_of else None
        return "fact", {"label": part.label.plain, "value": part.value.plain, "as_of": as_of}

    def _explainer(self, part):
        return "explainer", {
            "term": self.references.term(part.heading),
            "heading": part.heading.plain,
            "text": paragraphs(part.text),
        }

    def _members(self, part):
        items = [{"text": words.plain, "organisation": None} for words in part.items]
        return "members", {
            "theme": self.references.theme(part.theme),
            "heading": _plain(part.heading or part.theme),
            "items": self._items(items),
        }

    def _sitelink(self, part):
        return "site_link", {"text": part.words.plain, "url": part.url}

    def _takepart(self, part):
        text = "\n".join(words.plain for words in part.text)
        return "take_part", {
            "kind": "help",
            "text": text,
            "contact": _contact(text) if part.phone else "",
            "phone": part.phone,
            "hours": "",
            "languages": [],
            "fax": "",
            "email": "",
            "page": None,
            "url": part.url,
            "until": None,
        }


def _plain(words):
    return words.plain if words else ""


def _contact(text):
    """Who answers: what stands before the number."""
    line = next((line for line in text.split("\n") if any(character.isdigit() for character in line)), text)
    before = line
    for mark in ("電話", "TEL", "Tel", "ＴＥＬ", "☎", "℡", "0", "０"):
        before = before.partition(mark)[0] if mark in before else before
    return before.strip(" 　:：・（(")[:200]


def carry_ids(old, new):
    """The new stream with the ids of the old blocks that stand in the same place with other words.

    Translations hang on block ids: a corrected word must not cost the translation of the whole block.
    """
    matcher = SequenceMatcher(None, [_bare(block) for block in old], [_bare(block) for block in new], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind in ("equal", "replace"):
            for before, after in zip(old[i1:i2], new[j1:j2], strict=False):
                _carry(before, after)
    _make_unique(new)
    return new


def _make_unique(blocks):
    """Two blocks with one id would lose one of them in translation."""
    seen = set()
    for block in blocks:
        while block["id"] in seen:
            block["id"] = str(uuid5(_NAMESPACE, f"{block['id']}/again"))
        seen.add(block["id"])


def _carry(before, after):
    if before["type"] != after["type"]:
        return
    after["id"] = before["id"]
    if isinstance(before["value"], dict) and isinstance(after["value"], dict):
        for name, value in after["value"].items():
            earlier = before["value"].get(name)
            if isinstance(value, list) and isinstance(earlier, list):
                carry_ids(earlier, value)


def _bare(value):
    """A block's type and words as text, without ids."""

    def strip(each):
        if isinstance(each, dict):
            return {name: strip(inner) for name, inner in each.items() if name != "id"}
        return [strip(inner) for inner in each] if isinstance(each, list) else each

    return json.dumps(strip(value), ensure_ascii=False, sort_keys=True, default=str)
