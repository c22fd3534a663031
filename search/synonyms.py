"""Words that mean the same here, as staff writes them down: they widen a question, and nothing is indexed again."""

import secrets
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import connections, models, router
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from council.language import vocabulary_of
from council.translation.locales import source_locale
from search.expressions import every
from search.question import Asked, question_of
from search.word_lines import lines_of, validate_word_lines


class Synonym(models.Model):
    """Words of which readers who search for one also find the others."""

    words = models.TextField(
        _("words that mean the same"),
        validators=[validate_word_lines],
        help_text=_(
            "One a line, such as 社協 and 社会福祉協議会. Spellings of one word (子ども, こども, 子供) are known to the search "
            "already."
        ),
    )
    one_way = models.BooleanField(
        _("only from the first to the others"),
        default=False,
        help_text=_("Who searches for the first word also finds the others, but not the other way round."),
    )
    # Another number at each saving. The sum of all says whether any of them has changed, whoever saved first.
    stamp = models.BigIntegerField(default=0, editable=False)

    panels = [FieldPanel("words"), FieldPanel("one_way")]

    class Meta:
        verbose_name = _("words with the same meaning")
        verbose_name_plural = _("words with the same meaning")
        ordering = ["words"]

    def __str__(self):
        words = lines_of(self.words)
        return f"{words[0]} → {', '.join(words[1:])}" if self.one_way and words else " = ".join(words)

    def clean(self):
        super().clean()
        lines = lines_of(self.words or "")
        if lines and len(lines) < 2:
            raise ValidationError({"words": _("Write two words at least, each on a line of its own.")})
        vocabulary, known = vocabulary_of(source_locale().language_code), {}
        for line in lines:
            forms = _forms_of(line, vocabulary)
            if forms and forms in known:
                message = _("“%(first)s” and “%(second)s” are one word to the search already. Keep one of them.")
                raise ValidationError({"words": message % {"first": known[forms], "second": line}})
            known[forms] = line

    def save(self, *args, **kwargs):
        self.stamp = secrets.randbits(40)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "stamp"}
        super().save(*args, **kwargs)


def synonyms_of(question):
    """``{concept: [condition]}``: for concepts of a `search.question.Question` what else a page may have instead.

    One query; to ask about several questions, ask `known_synonyms` once.
    """
    return known_synonyms().of(question)


# What this process has read last, and the stamp it had then.
_kept = {}


def known_synonyms():
    """The `Synonyms` as they are now. One query, and a second one where staff has changed any."""
    # By hand, as every search asks for it: to have it written would take longer than to have it answered.
    with connections[router.db_for_read(Synonym)].cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*), SUM(stamp) FROM {Synonym._meta.db_table}")
        stamp = cursor.fetchone()
    kept_stamp, synonyms = _kept.get("last", (None, None))
    if kept_stamp != stamp:
        number, _stamps = stamp
        synonyms = Synonyms(Synonym.objects.order_by("pk").values_list("words", "one_way") if number else [])
        _kept["last"] = stamp, synonyms
    return synonyms


class Synonyms:
    """Words with the same meaning, ready to be looked up.

    Args:
        rows: ``(words, one_way)`` of each `Synonym`.
    """

    def __init__(self, rows):
        self._groups = [(lines_of(words), one_way) for words, one_way in rows]
        self._by_vocabulary = {}

    def of(self, question):
        """``{concept: [condition]}``, see `synonyms_of`."""
        found = defaultdict(list)
        for replacement, condition in self.conditions(question):
            for concept in replacement.concepts:
                found[concept].append(condition)
        return dict(found)

    def conditions(self, question):
        """``(Replacement, condition)`` of each that holds a word."""
        for replacement in self.replacements(question):
            condition = _condition(replacement.text, question.vocabulary)
            if condition is not None:
                yield replacement, condition

    def replacements(self, question):
        """The `Replacement` objects of a question. None for a phrase: who quotes words wants these.

        A word in a compound is replaced there (練馬社協: 練馬社会福祉協議会). One that goes over several concepts (生活 困窮)
        has to be all of them: each concept may then be missing where the page has the other word.
        """
        others, longest = self._others(question.vocabulary)
        if not others:
            return
        words = [word for place, concept in enumerate(question.concepts) for word in _words_of(concept, place)]
        for start, first in enumerate(words):
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                last = words[end - 1]
                for other in others.get(tuple(word.form for word in words[start:end]), ()):
                    if first.concept == last.concept:
                        concept = question.concepts[first.concept]
                        if _holds(concept, _forms_of(other, question.vocabulary)):
                            # 地域包括支援センター is no 地域包括地域包括支援センター.
                            continue
                        yield Replacement((concept,), concept.text[: first.start] + other + concept.text[last.end :])
                    elif first.begins and last.ends:
                        yield Replacement(question.concepts[first.concept : last.concept + 1], other)

    def _others(self, vocabulary):
        """``({forms: [other words]}, the number of forms of the longest)``."""
        if vocabulary not in self._by_vocabulary:
            others = defaultdict(list)
            for words, one_way in self._groups:
                for word in words[:1] if one_way else words:
                    forms = _forms_of(word, vocabulary)
                    if forms:
                        others[forms] += [other for other in words if other != word]
            self._by_vocabulary[vocabulary] = dict(others), max(map(len, others), default=0)
        return self._by_vocabulary[vocabulary]


class Replacement(NamedTuple):
    """What may stand on a page instead of some of a question's concepts."""

    concepts: tuple
    text: str


class _Word(NamedTuple):
    """A word of a concept: the number of the concept, where it stands in its text, and whether it is its first or last."""

    form: str
    concept: int
    start: int
    end: int
    begins: bool
    ends: bool


def _words_of(concept, number):
    """The words of a concept; one of several parts (独り暮らし) is one, in whichever spelling."""
    tokens, offset, place = concept.tokens, concept.tokens[0].start, 0
    while place < len(tokens):
        token = tokens[place]
        is_whole = token.parts > 1 and len(token.forms) > 1 and place + token.parts <= len(tokens)
        following = place + (token.parts if is_whole else 1)
        form = "" if concept.is_phrase else token.forms[is_whole]
        end = tokens[following - 1].end - offset
        yield _Word(form, number, token.start - offset, end, place == 0, following == len(tokens))
        place = following


def _holds(concept, forms):
    """Whether these forms stand side by side in a concept."""
    own = tuple(word.form for word in _words_of(concept, 0))
    return any(own[start : start + len(forms)] == forms for start in range(len(own) - len(forms) + 1))


# A language of each way of taking texts apart.
_LANGUAGES = {vocabulary_of(code): code for code in ("ja", "en", "zh-hans", "ko", "und")}


@lru_cache(maxsize=20_000)
def _forms_of(text, vocabulary):
    """What a text is known by; two that have the same are the same to the search. Empty where it holds no word."""
    question = question_of(text, _LANGUAGES[vocabulary])
    return tuple(word.form for each in question.concepts for word in _words_of(each, 0)) if question else ()


@lru_cache(maxsize=5_000)
def _condition(text, vocabulary):
    """That a page has all of a text; ``None`` where it holds no word."""
    question = question_of(text, _LANGUAGES[vocabulary])
    return every(Asked(vocabulary, concept).own for concept in question.concepts) if question else None
