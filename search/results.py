"""From what a reader typed to the pages they get, in order."""

from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from council.translation.locales import all_locales
from search.expansion import Wording, wordings
from search.facets import Narrowing
from search.find import POINTS_FOR_ONE_OF_SEVERAL, matches
from search.question import Asked, Concept

# Of a question that nothing answers as a whole: SQLite puts no more than 500 sets together, and each word has two in
# each vocabulary.
MOST_WORDS = 12
RELEVANCE, DATE = "relevance", "date"


@dataclass
class Results:
    """What was found.

    Attributes:
        matches: every `search.find.Match` that is left after narrowing, the best first.
        is_partial: nothing has everything that was asked for; these have the most of it.
        wordings: the `search.expansion.Wording` list that was asked, to mark the words in passages.
    """

    matches: list
    is_partial: bool = False
    wordings: list = field(default_factory=list)
    narrowing: Narrowing | None = None

    @cached_property
    def counts(self):
        """``{facet: {value: count}}``, see `search.facets`."""
        return self.narrowing.counts() if self.narrowing else {}


def find_pages(text, language, chosen=None, sort=RELEVANCE):
    """The pages that somebody who reads a language means with a text.

    Args:
        text: as it was typed.
        language: BCP 47 code.
        chosen: ``{facet: value}`` to narrow by.
        sort: `RELEVANCE` or `DATE`. What is not in the reader's language comes below either way.
    """
    asked, found, is_partial = _found(text, language)
    narrowing = Narrowing(found, chosen or {})
    return Results(_in_order(narrowing.kept(), language, sort), is_partial, asked, narrowing)


def _found(text, language):
    """``(wordings, matches, is partial)``: what has everything; else what has every word; else what has the most of them."""
    asked = wordings(text, language)
    found = matches(asked, language)
    if not found and any(thing.concept.is_sound for wording in asked for thing in wording.asked):
        asked = wordings(text, language, every_sound=True)
        found = matches(asked, language)
    if found:
        return asked, found, False
    loose = [_word_by_word(wording) for wording in asked]
    if max((len(wording.asked) for wording in loose), default=0) < 2:
        return asked, [], False
    some = matches(loose, language, some=True)
    most = max((match.points for match in some), default=0) // POINTS_FOR_ONE_OF_SEVERAL
    best = [match for match in some if match.points // POINTS_FOR_ONE_OF_SEVERAL == most]
    return asked, best, bool(best)


def _word_by_word(wording):
    words = {}
    for thing in wording.asked:
        if thing.concept.is_sound:
            # ねりま is one word that the dictionary does not know, and no 練り.
            words[thing.concept.text] = thing
            continue
        for token in thing.concept.tokens:
            words.setdefault(token.forms[0], Asked(wording.vocabulary, Concept(thing.concept.text, (token,))))
    return Wording(wording.vocabulary, list(words.values())[:MOST_WORDS])


def _in_order(found, language, sort):
    """By several sorts, each of which leaves what is alike as it was: with one key for all, they take twice as long."""
    own = {locale.pk for locale in all_locales().values() if locale.language_code == language}
    ordered = sorted(found, key=attrgetter("day", "page_id"), reverse=True)
    if sort != DATE:
        ordered.sort(key=attrgetter("title_length"))
        ordered.sort(key=attrgetter("points"), reverse=True)
    return [match for match in ordered if match.locale_id in own] + [
        match for match in ordered if match.locale_id not in own
    ]
