"""Why a page is found for a question, or is not: asked of the search itself, piece by piece."""

from dataclasses import dataclass, field

from django.db import connections, router
from django.utils.translation import gettext_lazy as _
from modelsearch.backends import get_search_backend

from council.language import vocabulary_of
from council.translation.locales import language_of
from search import lexemes
from search.entries import PageEntry
from search.expressions import AnyOf, Every
from search.find import POINTS, POINTS_FOR_NEXT_TO_EACH_OTHER
from search.question import Question, next_to_each_other
from search.results import find_pages
from search.staff.readability import Readability, readability_of
from search.synonyms import known_synonyms

# In the order in which they are shown; how often it is, `search.lexemes` says.
PLACES = {
    lexemes.IN_TITLE: _("in the title"),
    lexemes.IN_SUMMARY: _("in the summary"),
    lexemes.OFTEN: _("several times in the text"),
    lexemes.VERY_OFTEN: _("very often in the text"),
}
# Of words that a reading may stand for.
MOST_SHOWN = 12


@dataclass
class Thing:
    """One thing that was asked for, and where the page has it.

    Attributes:
        text: as it was typed.
        forms: what it was understood as.
        synonyms: what staff has written down as the same.
        sounds: words of this site that are read as it was typed.
        is_there: whether the page has it, or one of these.
        is_as_typed: whether it is there itself.
        places: ``(where, points)``.
        there, missing: its own words that the page has and has not, one by one.
    """

    text: str
    forms: list
    synonyms: list
    sounds: list
    is_there: bool = False
    is_as_typed: bool = False
    places: list = field(default_factory=list)
    there: list = field(default_factory=list)
    missing: list = field(default_factory=list)

    @property
    def points(self):
        return sum(points for _where, points in self.places)


@dataclass
class Wording:
    """A question as it is put to the page, and how many points it gets for it.

    Attributes:
        things: the `Thing` list.
        neighbours: ``(first, second, points)`` of those that follow each other on the page as they were typed.
    """

    things: list
    neighbours: list

    @property
    def points(self):
        return sum(thing.points for thing in self.things) + sum(points for *_pair, points in self.neighbours)

    @property
    def is_whole(self):
        return all(thing.is_there for thing in self.things)


@dataclass
class Explanation:
    """Why a page is found for a question, or is not.

    Attributes:
        wordings: the `Wording` list; empty if the question holds no word in the page's language.
        place: its place among the results, from 1; ``None`` if it is not one of them.
        total: how many results there are.
        is_partial: nothing has everything that was asked for, and the results have some of it.
    """

    readability: Readability
    wordings: list
    place: int | None
    total: int
    is_partial: bool

    @property
    def points(self):
        return sum(wording.points for wording in self.wordings)


def explain(page, text, language):
    """An `Explanation`.

    Args:
        page: any page.
        text: what was typed.
        language: BCP 47 code of the reader's language.
    """
    results = find_pages(text, language)
    ids = [match.page_id for match in results.matches]
    entry = PageEntry.objects.filter(page=page).first()
    vocabulary = vocabulary_of(language_of(page))
    wordings = [_explained(each, entry) for each in results.wordings if each.vocabulary == vocabulary]
    place = ids.index(page.pk) + 1 if page.pk in ids else None
    return Explanation(readability_of(page, language, entry), wordings, place, len(ids), results.is_partial)


def _explained(wording, entry):
    synonyms = _synonyms(wording)
    things = [_Asked(thing, synonyms.get(thing.concept, {})) for thing in wording.asked]
    pairs = [
        (first, second, next_to_each_other(wording.vocabulary, first.concept, second.concept))
        for first, second in zip(wording.asked, wording.asked[1:], strict=False)
    ]
    conditions = [condition for thing in things for condition in thing.conditions()] + [near for *_two, near in pairs]
    holding = _holding(conditions, entry.entry_id) if entry else set()
    return Wording(
        [thing.found(holding) for thing in things],
        [
            (first.concept.text, second.concept.text, POINTS_FOR_NEXT_TO_EACH_OTHER)
            for first, second, near in pairs
            if near in holding
        ],
    )


def _synonyms(wording):
    """``{concept: {condition: the words}}``."""
    known = known_synonyms()
    question = Question(wording.vocabulary, tuple(thing.concept for thing in wording.asked))
    found = {}
    for replacement, condition in known.conditions(question):
        for concept in replacement.concepts:
            found.setdefault(concept, {})[condition] = replacement.text
    return found


class _Asked:
    """A thing that is asked for, with what the page has to be asked about it."""

    def __init__(self, thing, synonyms):
        self.thing = thing
        self.synonyms = synonyms
        self.sounds = [condition for condition in thing.others if condition not in synonyms]
        self.words = dict(zip(thing.concept.forms(), thing.words(), strict=True))

    def conditions(self):
        marked = [self.thing.anywhere.marked(mark) for mark in POINTS]
        return [self.thing.anywhere, self.thing.own, *marked, *self.words.values()]

    def found(self, holding):
        thing = self.thing
        return Thing(
            text=thing.concept.text,
            forms=thing.concept.forms(),
            synonyms=list(self.synonyms.values()),
            sounds=list(dict.fromkeys(form for each in self.sounds for form in _forms_in(each)))[:MOST_SHOWN],
            is_there=thing.anywhere in holding,
            is_as_typed=thing.own in holding,
            places=[
                (PLACES[mark], points) for mark, points in POINTS.items() if thing.anywhere.marked(mark) in holding
            ],
            there=[form for form, condition in self.words.items() if condition in holding],
            missing=[form for form, condition in self.words.items() if condition not in holding],
        )


def _forms_in(expression):
    """The forms that a condition names, without the signs of the index."""
    if isinstance(expression, Every | AnyOf):
        for part in expression.parts:
            yield from _forms_in(part)
    else:
        yield expression.text.lstrip("".join(lexemes.VOCABULARIES.values())).replace(lexemes.BESIDE, " ")


def _holding(conditions, entry_id):
    """Those of the conditions that hold for an entry of the index. One query."""
    conditions = list(dict.fromkeys(conditions))
    backend, parts, parameters = get_search_backend(), [], []
    for number, condition in enumerate(conditions):
        rows, values = backend.rows_with(condition)
        parts.append(f"SELECT {number} FROM ({rows}) AS found WHERE id = %s")
        parameters += [*values, entry_id]
    with connections[router.db_for_read(PageEntry)].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), parameters)
        return {conditions[number] for (number,) in cursor.fetchall()}
