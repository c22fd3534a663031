"""Passages of what was found: the text as it is written, cut where what was asked for stands closest, and marked."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from wagtail.models import Page

from council.language import analyse, vocabulary_of
from council.translation.locales import language_of_locale
from search.entries import PageText
from search.expressions import AnyOf, Every, Lexeme
from search.indexing.tokens import FOLLOWS, JOINED, KeptTokens, any_of_forms, packed
from search.lexemes import BESIDE, VOCABULARIES

# Of a passage, in signs. Japanese says in one what English says in two or three.
LENGTH = {"japanese": 110, "chinese": 110, "korean": 150}
LENGTH_ELSEWHERE = 220
_ENDS = "。！？!?\n"
_ENDS_OF_SENTENCES = frozenset("。！？!?.")
SHORTEST_SENTENCE = 15
# Of how often something stands in a passage: more of it says no more.
MOST_COUNTED = 3
# How far a passage may begin before the first marked word to begin with a sentence.
_REACH = 40


class Piece(NamedTuple):
    """A part of a text, and whether it is what was asked for."""

    text: str
    is_match: bool


class Marked(NamedTuple):
    """A page that was found, its title, and a passage of its text; each of the two a list of `Piece`."""

    page: Page
    title: list
    passage: list


def marked(matches, results):
    """``{page id: Marked}`` for some of the matches, without those whose page was deleted while we looked. One query.

    Args:
        matches: those that are shown.
        results: the `search.results.Results` they are of.
    """
    texts = PageText.objects.select_related("page").in_bulk([match.page_id for match in matches])
    result = {}
    for match in matches:
        if match.page_id not in texts:
            continue
        kept = texts[match.page_id]
        own = language_of_locale(match.locale_id)
        vocabulary = vocabulary_of(own)
        asked = [thing for wording in results.wordings if wording.vocabulary == vocabulary for thing in wording.asked]
        sought = Sought(asked, also_alone=results.is_partial)
        title = kept.page.title
        in_title = sought.spans(KeptTokens(*packed(analyse(title, own))))
        in_text = sought.spans(KeptTokens(kept.forms, kept.places))
        result[match.page_id] = Marked(
            kept.page,
            pieces(title, in_title, 0, len(title)),
            passage_of(kept.text, in_text, LENGTH.get(vocabulary, LENGTH_ELSEWHERE)),
        )
    return result


class Sought:
    """Which tokens of a text are what was asked for, be it in other words.

    Args:
        asked: the `search.question.Asked` of the text's vocabulary.
        also_alone: whether a word of a compound counts by itself where nothing else is there.
    """

    def __init__(self, asked, also_alone=False):
        # Which of the things that were asked for each word, pair and neighbour belongs to.
        self.words, self.neighbours = defaultdict(set), defaultdict(set)
        self.also_alone = also_alone
        self.lone = defaultdict(set)
        for number, thing in enumerate(asked):
            self._add(thing.anywhere, number)
            for form in thing.concept.forms():
                self.lone[form].add(number)

    def _add(self, expression, number):
        if isinstance(expression, Every | AnyOf):
            for part in expression.parts:
                self._add(part, number)
        elif isinstance(expression, Lexeme):
            text = expression.text.lstrip("".join(VOCABULARIES.values()))
            if BESIDE in text:
                self.neighbours[tuple(text.split(BESIDE))].add(number)
            else:
                self.words[text].add(number)

    def spans(self, tokens):
        """``[(start, end, things)]`` in the text's own signs, in order, none over another.

        Args:
            tokens: `search.indexing.tokens.KeptTokens`.
        """
        found = self._spans(tokens)
        # 食堂 alone is no 子ども食堂, unless the page was found for it.
        if not found and self.also_alone:
            found = [
                (tokens.start(place), tokens.end(place), self.lone[form])
                for place, form in enumerate(tokens.forms)
                if form in self.lone
            ]
        return _merged(found)

    def _spans(self, tokens):
        found = list(self._further(tokens))
        # The names are local, as this is the part of a search that goes through every word of ten pages.
        words, neighbours, before = self.words, self.neighbours, ""
        for place, (form, flags) in enumerate(zip(tokens.forms, tokens.flags, strict=True)):
            if form in words:
                found.append((tokens.start(place), tokens.end(place), words[form]))
            if flags & JOINED and place:
                if before + form in words:
                    found.append((tokens.start(place - 1), tokens.end(place), words[before + form]))
            elif neighbours and flags & FOLLOWS and (before, form) in neighbours:
                found.append((tokens.start(place - 1), tokens.end(place), neighbours[before, form]))
            before = form
        return found

    def _further(self, tokens):
        """What is found by the further forms of a token, of which the second is that of the whole word that begins there."""
        if self.words:
            for place, form, is_second in tokens.with_further_form(self._any_word):
                end = tokens.end_of_word(place) if is_second else tokens.end(place)
                yield tokens.start(place), end, self.words[form]

    @cached_property
    def _any_word(self):
        return any_of_forms(self.words)


def _merged(spans):
    merged = []
    for start, end, things in sorted(spans, key=lambda span: span[:2]):
        if merged and start < merged[-1][1]:
            last = merged[-1]
            merged[-1] = (last[0], max(last[1], end), last[2] | things)
        else:
            merged.append((start, end, things))
    return merged


def passage_of(text, spans, length):
    """The `Piece` list of the passage in which most of what was asked for stands, and closest together.

    Args:
        text: as it is written.
        spans: from `Sought.spans`; without any, the text's beginning is given.
        length: of the passage, in signs.
    """
    start, end = _window(text, spans, length)
    begin = _beginning(text, start)
    stop = min(len(text), max(begin + length, end))
    # Not through the middle of what is marked.
    begin = next((last for first, last, _things in spans if first < begin < last), begin)
    stop = next((first for first, last, _things in spans if first < stop < last), stop)
    return pieces(text, spans, begin, stop, before=begin > 0, after=stop < len(text))


def _window(text, spans, length):
    """Where the best stretch begins and ends.

    It holds the most different things, in a sentence rather than in a name or a list, most often, and closest together.
    """
    best, place, last = None, (0, 0), 0
    for first, (start, _end, _things) in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1][1] - start <= length:
            last += 1
        inside = spans[first : last + 1]
        quality = (
            len(set().union(*(things for *_, things in inside))),
            _is_sentence(text, start),
            min(len(inside), MOST_COUNTED),
            start - spans[last][1],
        )
        if best is None or quality > best:
            best, place = quality, (start, max(spans[last][1], spans[first][1]))
    return place


def _is_sentence(text, place):
    """Whether a place is in a paragraph that says something, and not in a name, a number or a line of a list."""
    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[begin : end if end >= 0 else len(text)]
    return len(line) >= SHORTEST_SENTENCE and not _ENDS_OF_SENTENCES.isdisjoint(line)


def _beginning(text, start):
    """Where a sentence begins, if that is near; else a few signs before."""
    if start <= _REACH // 2:
        return 0
    for place in range(start, max(0, start - _REACH), -1):
        if text[place - 1] in _ENDS:
            return place
    near = text.rfind(" ", max(0, start - _REACH), start)
    return near + 1 if near > 0 else max(0, start - _REACH // 4)


def pieces(text, spans, begin, stop, *, before=False, after=False):
    """A stretch of a text, cut where something is marked; with … where it goes on."""
    result, done = [Piece("…", False)] if before else [], begin
    for start, end, _things in spans:
        start, end = max(start, begin), min(end, stop)
        if start >= end or start < done:
            continue
        if start > done:
            result.append(Piece(text[done:start], False))
        result.append(Piece(text[start:end], True))
        done = end
    if done < stop:
        result.append(Piece(text[done:stop], False))
    return [*result, Piece("…", False)] if after else result
