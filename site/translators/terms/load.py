"""The terms of two languages, from the glossary."""

from council.terms import Term
from council.translation.locales import all_locales, forget_locales
from translators.terms.rules import Rule, Rules


def rules_for(source_locale_id, target_locale_id):
    """The `Rules` for translations from one locale into another, in one query.

    A term that is not live is none. Whether it is enforced says the text that is translated, whose word it is.
    """
    rows = (
        Term.objects.filter(live=True, locale__in=[source_locale_id, target_locale_id])
        .order_by("pk")
        .only("locale_id", "translation_key", "word", "avoid", "enforced", "explanation")
    )
    said = {term.translation_key: term for term in rows if term.locale_id == target_locale_id}
    rules = []
    for term in rows:
        if term.locale_id != source_locale_id:
            continue
        target = said.get(term.translation_key)
        rules.append(
            Rule(
                key=term.translation_key,
                word=term.word,
                said=target.word if target else "",
                avoid=tuple(target.words_to_avoid) if target else (),
                enforced=term.enforced,
                explanation=term.explanation,
            )
        )
    return Rules(_code(source_locale_id), _code(target_locale_id), tuple(rules))


def _code(locale_id):
    if locale_id not in all_locales():
        forget_locales()
    return all_locales()[locale_id].language_code
