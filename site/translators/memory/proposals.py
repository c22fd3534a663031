"""Which earlier translation fits a text best. Pure: what is known goes in, a proposal comes out."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from translators.memory import sentences
from translators.memory.similarity import SAME_TEXT, SIMILAR, Texts, similarity
from translators.memory.tags import fitted, plain

CHANGED, SIMILAR_TEXT, SENTENCES = "changed", "similar", "sentences"


@dataclass(frozen=True)
class Pair:
    """A text and its translation."""

    source: str
    translation: str


@dataclass(frozen=True)
class Proposal:
    """A translation for a translator to mend. ``kind`` is one of `translators.suggestions.Suggestion.Kind`."""

    kind: str
    data: str
    previous_source: str = ""
    similarity: int = 0


class Known:
    """The pairs of one language and the next, newest first.

    ``wanted`` are the texts that will be asked for: pairs that share no sentence with them are not split.
    """

    def __init__(self, pairs, wanted, language_code):
        self._translations = {}
        for pair in pairs:
            self._translations.setdefault(pair.source, pair.translation)
        self._wanted = wanted
        self._language_code = language_code

    @cached_property
    def _texts(self):
        return Texts(self._translations)

    @cached_property
    def _pairs(self):
        return list(self._translations.items())

    @cached_property
    def _sentences(self):
        wanted = {sentence for text in self._wanted for sentence in sentences.split(text)}
        known = {}
        for source, translation in self._pairs:
            if any(sentence in source for sentence in wanted):
                for before, after in sentences.pairs(source, translation).items():
                    known.setdefault(before, after)
        return known

    def similar(self, text):
        """The translation of the text most like this one, or ``None``."""
        found = self._texts.most_similar(text)
        if found is None:
            return None
        index, percent = found
        source, translation = self._pairs[index]
        return Proposal(SIMILAR_TEXT, fitted(translation, text), source, percent)

    def by_sentences(self, text):
        """The text with every sentence translated that is known, or ``None`` where none is."""
        parts = sentences.split(text)
        if len(parts) < 2:
            return None
        known = [part for part in parts if part in self._sentences]
        if not known:
            return None
        data = sentences.joined([self._sentences.get(part, part) for part in parts], self._language_code)
        percent = round(100 * sum(len(plain(part)) for part in known) / max(1, sum(len(plain(part)) for part in parts)))
        return Proposal(SENTENCES, data, "", min(percent, 100))


def of_the_same_place(texts, earlier, alone):
    """``{text: Proposal}``: which of a place's earlier texts has become which of its texts.

    A place of rich text holds several. Each earlier text is given to one text only, the most alike first.

    Args:
        texts: The texts there now that have no translation.
        earlier: `Pair`s of the place whose source is there no more, newest first.
        alone: Whether the place holds one text; then what was there before is its earlier version, however
            little of it is left.
    """
    ranked = sorted(
        ((-similarity(text, pair.source), place, text, pair) for text in texts for place, pair in enumerate(earlier)),
        key=lambda each: each[:3],
    )
    found, taken = {}, defaultdict(bool)
    for negative, _place, text, pair in ranked:
        if text in found or taken[pair]:
            continue
        if -negative >= SAME_TEXT or alone:
            found[text] = Proposal(CHANGED, fitted(pair.translation, text), pair.source, -negative)
            taken[pair] = True
    return found


def best(text, changed, known):
    """The proposal to make for a text, or ``None``.

    The earlier version of the same place comes first, unless little of it is left and another text is more alike; and
    sentences that are known where they are more of it, as when paragraphs have been joined.
    """
    whole = changed if changed and changed.similarity >= min(SIMILAR, SAME_TEXT) else known.similar(text)
    parts = known.by_sentences(text)
    if parts and (whole is None or parts.similarity > whole.similarity):
        return parts
    return whole or changed
