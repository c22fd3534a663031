"""From what a reader typed to the pages they get, in order."""

from dataclasses import dataclass, field
from functools import cached_property

from council.translation.locales import all_locales
from search.expansion import expand
from search.facets import Narrowing
from search.find import matches
from search.question import Asked, Concept, question_of

RELEVANCE, DATE = "relevance", "date"


@dataclass
class Results:
    """What was found.

    Attributes:
        matches: every `search.find.Match` that is left after narrowing, the best first.
        is_partial: nothing has everything that was asked for; these have the most of it.
        asked: ``{vocabulary: [Asked]}``, to mark the words in passages.
    """

    matches: list
    is_partial: bool = False
    asked: dict = field(default_factory=dict)
    narrowing: Narrowing | None = None

    @cached_property
    def counts(self):
        return self.narrowing.counts() if self.narrowing else {}


def find_pages(text, language, chosen=None, sort=RELEVANCE):
    """The pages that somebody who reads a language means with a text.

    Args:
        text: as it was typed.
        language: BCP 47 code.
        chosen: ``{facet: value}`` to narrow by.
        sort: `RELEVANCE` or `DATE`. What is not in the reader's language comes below either way.
    """
    asked = {}
    for other in _languages(language):
        question = question_of(text, other)
        if question and question.vocabulary not in asked:
            asked[question.vocabulary] = expand(question, language)
    found, is_partial = _found(asked, language)
    narrowing = Narrowing(found, chosen or {})
    return Results(_in_order(narrowing.kept(), language, sort), is_partial, asked, narrowing)


def _languages(language):
    """The reader's own first: every way of taking texts apart is asked once."""
    codes = [locale.language_code for locale in all_locales().values()]
    return [language, *(code for code in codes if code != language)]


def _found(asked, language):
    """``(matches, is partial)``: what has everything; else what has every word of it; else what has the most of them."""
    found = matches(asked, language)
    if found:
        return found, False
    loose = {vocabulary: _word_by_word(vocabulary, things) for vocabulary, things in asked.items()}
    if max(map(len, loose.values()), default=0) < 2:
        return [], False
    some = matches(loose, language, some=True)
    most = max((match.points for match in some), default=0) // 1000
    return [match for match in some if match.points // 1000 == most], True


def _word_by_word(vocabulary, things):
    words = {}
    for thing in things:
        for token in thing.concept.tokens:
            concept = Concept(thing.concept.text, (token,))
            words.setdefault(token.forms[0], Asked(vocabulary, concept))
    return list(words.values())


def _in_order(found, language, sort):
    own = {locale.pk for locale in all_locales().values() if locale.language_code == language}
    newest = sorted(found, key=lambda match: (str(match.day or ""), match.page_id), reverse=True)
    if sort == DATE:
        return sorted(newest, key=lambda match: match.locale_id not in own)
    return sorted(newest, key=lambda match: (match.locale_id not in own, -match.points, match.title_length))
