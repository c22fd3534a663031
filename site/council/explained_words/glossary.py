"""The terms that are explained: how texts of a language write them, and what they mean to a reader."""

import time
from dataclasses import dataclass, field

from django.db import transaction

from council.explained_words.mentions import Spellings
from council.terms import Term
from council.translation.locales import language_of
from council.translation.versions import readable

# For processes that did not see the change themselves.
SECONDS_REMEMBERED = 60

_memory = {}


@dataclass
class Glossary:
    """``spellings``: by language the `Spellings` of its terms. ``terms``: by language and translation key the term itself."""

    spellings: dict = field(default_factory=dict)
    terms: dict = field(default_factory=dict)

    def explanation(self, key, language):
        """The `Term` that explains a word to readers of a language, or ``None`` where it is not translated for them."""
        return self.terms.get((language, key))


def glossary():
    """The `Glossary` of the site. Rarely a query."""
    until, found = _memory.get("read", (0, None))
    if time.monotonic() > until:
        found = _read()
        _memory["read"] = (time.monotonic() + SECONDS_REMEMBERED, found)
    return found


def forget_glossary():
    """Looks again at the next page."""
    _memory.clear()


def note_glossary_changed(**kwargs):
    """To be called when a term has been written or deleted."""
    forget_glossary()
    # A request that comes before the commit would keep what was.
    transaction.on_commit(forget_glossary)


def _read():
    found, words = Glossary(), {}
    for term in readable(Term.objects.filter(explained=True)):
        language = language_of(term)
        found.terms[language, term.translation_key] = term
        for spelling in term.spellings:
            # Of two terms that are written alike the older one is meant.
            words.setdefault(language, {}).setdefault(spelling, term.translation_key)
    found.spellings = {language: Spellings(each, language) for language, each in words.items()}
    return found
