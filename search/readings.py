"""Words by their sound: what somebody means who types kana or Roman letters where this site writes kanji."""

from collections import defaultdict
from itertools import pairwise

from council.language.kana import kana_of_romaji, katakana, sound
from council.language.normalise import normalise
from council.people import Person
from council.readings import Reading
from council.terms import Term
from council.translation.locales import source_locale
from search import lexemes
from search.expressions import Lexeme, any_of, every
from search.question import Asked, question_of
from search.vocabulary import VocabularyWord

SIGN = lexemes.VOCABULARIES["japanese"]
# Roman letters that are shorter are more often an abbreviation than a word: NPO, DV.
SHORTEST_ROMAJI = 4
LONGEST_SOUND = 24
# Words that sound alike: more than these are no answer to a question.
MOST_HOMOPHONES = 12
# How many ways to take a sound apart are asked for, and of how many words at most.
MOST_WAYS = 4
MOST_PARTS = 4


def sound_of(concept, romaji, every_word=False):
    """How a concept sounds, in katakana, if it was typed by its sound; else ``""``.

    Args:
        concept: a `search.question.Concept` of Japanese.
        romaji: whether Roman letters may be Japanese: they are where the reader's language is.
        every_word: whether a word of the dictionary may be another one that sounds the same: まち a 町. Only where
            nothing has it as it was typed; else カレー would be 彼, too.
    """
    text = "".join(normalise(concept.text).text.split())
    if concept.is_sound:
        return sound(text) if every_word or not concept.is_one_word else ""
    if romaji and len(text) >= SHORTEST_ROMAJI and text.isalpha():
        return sound(kana_of_romaji(text))
    return ""


def conditions_for(sounds):
    """``{sound: condition}`` for the words of this site that sound so, those of one word or of several joined.

    Sounds that nothing has are left out. Four queries at most, however many sounds.
    """
    sounds = {each[:LONGEST_SOUND] for each in sounds if each}
    if not sounds:
        return {}
    words = _words_by_sound(sounds)
    named = _named(sounds)
    return {
        each: condition
        for each in sounds
        if (condition := any_of([_chain(each, words), *named.get(each, ())])) is not None
    }


def _words_by_sound(sounds):
    parts = {
        each[start:end] for each in sounds for start in range(len(each)) for end in range(start + 1, len(each) + 1)
    }
    words = defaultdict(list)
    rows = VocabularyWord.objects.filter(vocabulary="japanese", sound__in=parts)
    for form, how in rows.values_list("form", "sound").distinct():
        words[how].append(form)
    return {how: sorted(set(forms))[:MOST_HOMOPHONES] for how, forms in words.items()}


def _chain(how, words):
    """The condition of words that sound so together, however many ways there are; ``None`` where none do."""
    # The ways to say what comes before each place: their words' sounds, those of the fewest words first.
    ways = {0: [[]]}
    for end in range(1, len(how) + 1):
        found = [
            [*way, how[start:end]] for start in range(end) if how[start:end] in words for way in ways.get(start, ())
        ]
        ways[end] = sorted(filter(_is_likely, found), key=len)[:MOST_WAYS]
    return any_of(_one_after_the_other(way, words) for way in ways[len(how)] if way)


def _is_likely(way):
    """A word of one sound is anything: コ, シ."""
    return len(way) <= MOST_PARTS and sum(len(part) == 1 for part in way) <= 1


def _one_after_the_other(parts, words):
    if len(parts) == 1:
        return any_of(Lexeme(SIGN + lexemes.word(form)) for form in words[parts[0]])
    return every(
        any_of(Lexeme(SIGN + lexemes.joined(first, second)) for first in words[before] for second in words[after])
        for before, after in pairwise(parts)
    )


def _named(sounds):
    """Names whose reading this site gives itself, which are in no dictionary or are read otherwise there."""
    source = source_locale()
    people = [person for person in Person.objects.filter(locale=source, live=True) if person.has_consent]
    given = [
        *Reading.objects.values_list("reading", "word"),
        *Term.objects.filter(locale=source, live=True).exclude(reading="").values_list("reading", "word"),
        *((person.reading, person.name.removesuffix("さん")) for person in people),
    ]
    named = defaultdict(list)
    for reading, word in given:
        how = sound(katakana("".join(reading.split())))[:LONGEST_SOUND]
        if how in sounds:
            question = question_of(word, source.language_code)
            if question:
                named[how].append(every(Asked("japanese", concept).own for concept in question.concepts))
    return named
