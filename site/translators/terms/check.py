"""Marking saved translations that break an enforced term."""

from functools import cached_property

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext

from council.terms import Term
from translators.terms.load import rules_for

# Begins every remark on a term, in each language: by it such a remark is known when the term has changed.
MARK = "※ "


class Checker:
    """Says what is wrong with translations between two locales. Reads the terms once, when they are first needed."""

    def __init__(self, source_locale_id, target_locale_id):
        self._locales = source_locale_id, target_locale_id

    @cached_property
    def rules(self):
        return rules_for(*self._locales)

    @cached_property
    def binds(self):
        """Whether any term is enforced at all: on a site without one, saving a text costs no more than this."""
        source, target = self._locales
        return (
            Term.objects.filter(locale=source, live=True, enforced=True)
            .filter(Exists(Term.objects.filter(translation_key=OuterRef("translation_key"), locale=target, live=True)))
            .exists()
        )

    def fault(self, source, translation, object_id=None):
        """A sentence that names the first broken term and how it must be said, or an empty string.

        Args:
            source: The source text, as wagtail-localize stores it.
            translation: Its translation.
            object_id: The translation key of the object it is of: in the term's own translation it may change.
        """
        if not self.binds:
            return ""
        for breach in self.rules.breaches(source, translation):
            if breach.rule.key != object_id:
                return MARK + sentence(breach)
        return ""


def sentence(breach):
    """What is wrong, for whoever has to mend it."""
    texts = {"word": breach.rule.word, "said": breach.rule.said, "used": breach.used}
    if breach.used:
        return gettext("“%(word)s” is called “%(said)s” here, not “%(used)s”.") % texts
    return gettext("“%(word)s” has to be called “%(said)s” here.") % texts
