"""What a question may mean: one wording for each way of taking texts apart, each with what means the same."""

from dataclasses import dataclass

from council.translation.locales import all_locales, source_locale
from search import readings
from search.glossary import in_source_language
from search.indexing.queue import index_before_search
from search.question import Asked, question_of
from search.synonyms import known_synonyms


@dataclass(frozen=True)
class Wording:
    """A question as it is put to the pages of one vocabulary.

    Attributes:
        vocabulary: how their texts are taken apart.
        asked: a list of `search.question.Asked`, all of which a page has to have.
    """

    vocabulary: str
    asked: list


def wordings(text, language, every_sound=False):
    """The `Wording` list of what somebody typed who reads a language. Empty where there is no word in it.

    Args:
        text: as it was typed.
        language: BCP 47 code.
        every_sound: see `search.readings.sound_of`.

    A page fits if one of them does. Ten queries at most, most questions two.
    """
    index_before_search()
    questions = []
    for code in _languages(language):
        question = question_of(text, code)
        if question and all(question.vocabulary != other.vocabulary for other in questions):
            questions.append(question)
    source = source_locale().language_code
    translated = in_source_language(text, language)
    if translated:
        questions.append(question_of(translated, source))
    known = known_synonyms()
    synonyms = [known.of(question) for question in questions]
    sounding = _sounding(questions, language, every_sound)
    return [
        Wording(
            question.vocabulary,
            [
                Asked(
                    question.vocabulary,
                    concept,
                    [*also.get(concept, ()), *sounding.get((question.vocabulary, concept), ())],
                )
                for concept in question.concepts
            ],
        )
        for question, also in zip(questions, synonyms, strict=True)
    ]


def _languages(language):
    """The reader's own first."""
    codes = [locale.language_code for locale in all_locales().values()]
    return [language, *(code for code in codes if code != language)]


def _sounding(questions, language, every_sound):
    """``{(vocabulary, concept): [condition]}`` for what was typed by its sound."""
    romaji = language.partition("-")[0] == "ja"
    sounds = {
        (question.vocabulary, concept): readings.sound_of(concept, romaji, every_sound)
        for question in questions
        if question.vocabulary == "japanese"
        for concept in question.concepts
        if not concept.is_phrase
    }
    conditions = readings.conditions_for(set(sounds.values()))
    return {key: [conditions[how]] for key, how in sounds.items() if how in conditions}
