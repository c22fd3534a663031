"""Terms of the glossary: who asks for one in their own language also finds the Japanese pages that use it."""

from functools import lru_cache

from council.language import analyse
from council.terms import Term
from council.translation.locales import source_locale
from council.translation.versions import readable


def in_source_language(text, language):
    """A question with each of its terms in Japanese; ``""`` where it holds none.

    Args:
        text: as it was typed.
        language: BCP 47 code of the language it is in. In the source's own there is nothing to translate.
    """
    source = source_locale()
    if language == source.language_code:
        return ""
    terms = readable(Term.objects.filter(locale__language_code=language)).values_list("translation_key", "word")
    asked = analyse(text, language)
    found = {}
    for key, word in terms:
        place = _place_of(_forms_of(word, language), tuple(token.forms[0] for token in asked))
        if place:
            found[key] = place
    if not found:
        return ""
    words = readable(Term.objects.filter(locale=source, translation_key__in=found))
    places = [(*found[key], word) for key, word in words.values_list("translation_key", "word")]
    return _replaced(text, asked, places)


@lru_cache(maxsize=2_000)
def _forms_of(word, language):
    """Those of a term: the same at each question."""
    return tuple(token.forms[0] for token in analyse(word, language))


def _place_of(word, question):
    """From which of its tokens to which a question has a word; ``None`` where it has not."""
    if not word:
        return None
    for start in range(len(question) - len(word) + 1):
        if question[start : start + len(word)] == word:
            return start, start + len(word)
    return None


def _replaced(text, asked, places):
    """The longest terms count where several begin in one another."""
    taken, result = set(), []
    for start, end, word in sorted(places, key=lambda place: place[0] - place[1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            result.append((asked[start].start, asked[end - 1].end, word))
    pieces, done = [], 0
    for start, end, word in sorted(result):
        pieces += [text[done:start], f" {word} "]
        done = end
    return "".join([*pieces, text[done:]]).strip() if result else ""
