"""What a translation has to say for the terms of its source. Pure."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from translators.terms.wording import comparable, forms, pattern


@dataclass(frozen=True)
class Rule:
    """One term in two languages. ``said`` is empty where it has no live translation."""

    key: UUID
    word: str
    said: str = ""
    avoid: tuple = ()
    enforced: bool = False
    explanation: str = ""


@dataclass(frozen=True)
class Breach:
    """A term that a translation says otherwise; ``used`` is the word to avoid that stands in it, if one does."""

    rule: Rule
    used: str = ""


@dataclass(frozen=True)
class Rules:
    """All terms of a pair of languages."""

    source_language: str
    target_language: str
    rules: tuple

    @cached_property
    def _longest_first(self):
        return sorted(
            ((form, rule) for rule in self.rules for form in forms(rule.word)), key=lambda each: -len(each[0])
        )

    def found_in(self, source):
        """The rules whose term stands in a source text, in the order of the text.

        The longest match goes first: a term inside a longer one does not count.
        """
        text = comparable(source, self.source_language)
        places = {}
        for form, rule in self._longest_first:
            for match in pattern(form, self.source_language).finditer(text):
                places.setdefault(rule, match.start())
                # A sign that stands in no word holds the place, so that what is found later keeps its position.
                text = text[: match.start()] + "\0" * len(match.group()) + text[match.end() :]
        return sorted(places, key=places.get)

    def breaches(self, source, translation):
        """The enforced terms of the source that a translation says otherwise."""
        found = [rule for rule in self.found_in(source) if rule.enforced and rule.said]
        if not found:
            return []
        text = comparable(translation, self.target_language)
        avoided = self._avoided_in(text, found)
        faults = []
        for rule in found:
            used = next((word for word in rule.avoid if word in avoided), "")
            if used or not any(pattern(form, self.target_language).search(text) for form in forms(rule.said)):
                faults.append(Breach(rule, used))
        return faults

    def _avoided_in(self, text, rules):
        """The words to avoid that stand in a text. One that is a part of what is said rightly does not count."""
        right = {form for rule in rules for form in forms(rule.said)}
        avoided = set()
        for word in sorted(right.union(*(rule.avoid for rule in rules)), key=lambda word: (-len(word), word)):
            text, times = pattern(word, self.target_language).subn("\0", text)
            if times and word not in right:
                avoided.add(word)
        return avoided
