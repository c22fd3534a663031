"""What both databases share: an object's lexemes on the way in, a question's on the way out."""

from itertools import chain, pairwise

from django.db.models import Case, F, IntegerField, Value, When
from django.utils.encoding import force_str
from modelsearch.index import AutocompleteField, RelatedFields, SearchField
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks
from wagtail.models import Page

from council.language import analyse, vocabulary_of
from council.translation.locales import language_of, source_locale
from search import lexemes
from search.expressions import Lexeme, any_of, every
from search.title_keys import typed

# Of the lists on the editors' side. Nobody types more words; a thousand would make a question too deep to compile.
MOST_WORDS = 20
# Of 2,731 lexemes each, which a Chinese page has, 50 are some 2 MB.
ROWS_A_STATEMENT = 50


def language_for(obj):
    """The BCP 47 code of the language an object's text is in; an alias's is that of its original."""
    original = getattr(obj, "alias_of", None) if getattr(obj, "alias_of_id", None) else None
    obj = original or obj
    return language_of(obj) if getattr(obj, "locale_id", None) else source_locale().language_code


def entry_of(obj, page_lexemes=None, analysed=None):
    """``(body, autocomplete)`` of an object's entry in the index: two sets of lexemes.

    Args:
        obj: any indexed object.
        page_lexemes: for a page whose text was read already, its lexemes.
        analysed: ``{text: its words}`` of what was taken apart already.
    """
    language = language_for(obj)
    vocabulary = vocabulary_of(language)
    titles, others, beginnings = [], [], []
    # What has been read already is not read again: a field may render a whole stream for its value.
    fields = obj.get_search_fields() if page_lexemes is None else obj.get_autocomplete_search_fields()
    for field, value in _values(obj, fields):
        if isinstance(field, AutocompleteField):
            beginnings.append(value)
        else:
            (titles if field.field_name == "title" else others).append(value)
    if page_lexemes is None:
        page_lexemes = lexemes.of_texts(
            vocabulary, analyse("\n".join(titles), language), [], analyse("\n".join(others), language)
        )
    text = "\n".join(beginnings)
    tokens = analysed[text] if analysed and text in analysed else analyse(text, language)
    return page_lexemes, _beginnings(text, tokens, vocabulary)


def _beginnings(text, tokens, vocabulary):
    """What is found while somebody is still typing: the forms of each word, and its letters as they are written."""
    sign = lexemes.VOCABULARIES[vocabulary]
    found = set()
    for token in tokens:
        found.update(sign + lexemes.word(form) for form in token.forms)
        found.add(sign + _as_typed(text[token.start : token.end]))
    return found


def _as_typed(word):
    return typed(word)[: lexemes.LONGEST_WORD]


def _values(obj, fields):
    for field in fields:
        if isinstance(field, SearchField | AutocompleteField):
            yield field, _text(field.get_value(obj))
        elif isinstance(field, RelatedFields):
            related = field.get_value(obj)
            if related is not None:
                for each in related.all() if hasattr(related, "all") else [related]:
                    yield from _values(each, field.fields)


def _text(value):
    if isinstance(value, list | tuple):
        return "\n".join(map(_text, value))
    if isinstance(value, dict):
        return "\n".join(map(_text, value.values()))
    return "" if value is None else force_str(value)


class AnalysedIndexMixin:
    """Writes lexemes instead of texts. A page's are those of what its readers see: see `search.indexing`."""

    def add_items(self, model, objs):
        if not model.get_search_fields() or not objs:
            return
        if issubclass(model, Page):
            from search.indexing.pages import write_pages

            write_pages(self, objs)
        else:
            self.write(objs, {force_str(obj.pk): entry_of(obj) for obj in objs})

    def fitting(self, page_lexemes, words):
        """``(lexemes, whether some are missing)``: as many of a page's as an entry can hold.

        Args:
            page_lexemes: all of them.
            words: a function without arguments: those that are words by themselves, and so are kept first.
        """
        return page_lexemes, False

    def write(self, objs, entries):
        """Writes the entries of objects of one type, ``{object id: (body, autocomplete)}``.

        Returns:
            ``{object id: entry id}``.
        """
        content_type = get_content_type_pk(type(objs[0]))
        rows = [
            (content_type, object_id, self.value(body), self.value(autocomplete))
            for object_id, (body, autocomplete) in entries.items()
        ]
        written = {}
        with self.write_connection.cursor() as cursor:
            for start in range(0, len(rows), ROWS_A_STATEMENT):
                together = rows[start : start + ROWS_A_STATEMENT]
                statement = self.UPSERT.format(rows=", ".join([self.ROW] * len(together)))
                cursor.execute(statement, list(chain.from_iterable(together)))
                written.update(cursor.fetchall())
            self.written(cursor)
        return written

    def value(self, lexemes):
        """As the database is given a set of lexemes, which hold no space."""
        return " ".join(lexemes)

    def written(self, cursor):
        """What is left to do after entries were written."""

    def _refresh_title_norms(self, full=False):
        """Reads the whole table at each publication, for a ranking that is not used here."""


def expression_of(query, autocomplete=False):
    """The condition on lexemes that one of Wagtail's queries asks for; ``None`` where it has no word.

    Raises:
        NotImplementedError: the query is of a kind that has no such condition.
    """
    if isinstance(query, PlainText | Phrase | Fuzzy):
        operator = getattr(query, "operator", "and").lower() if isinstance(query, PlainText) else "and"
        return any_of(_of_text(query.query_string, language, operator, autocomplete) for language in _LANGUAGES)
    if isinstance(query, Boost):
        return expression_of(query.subquery, autocomplete)
    if isinstance(query, And):
        return every(expression_of(each, autocomplete) for each in query.subqueries)
    if isinstance(query, Or):
        return any_of(expression_of(each, autocomplete) for each in query.subqueries)
    raise NotImplementedError(f"{type(query).__name__} is not supported.")


# One language for each way of taking texts apart.
_LANGUAGES = ["ja", "en", "zh-hans", "ko", "und"]


def _of_text(text, language, operator, autocomplete):
    sign = lexemes.VOCABULARIES[vocabulary_of(language)]
    tokens = analyse(text, language)[:MOST_WORDS]
    words = [Lexeme(sign + lexemes.word(token.forms[0])) for token in tokens]
    if autocomplete and tokens:
        typed = _as_typed(text[tokens[-1].start : tokens[-1].end])
        words[-1] = any_of([Lexeme(words[-1].text, prefix=True), Lexeme(sign + typed, prefix=True)])
    elif operator == "and":
        words += [Lexeme(sign + lexemes.together(first, second)) for first, second in pairwise(tokens) if second.joined]
    return every(words) if operator == "and" or autocomplete else any_of(words)


class AnalysedQueryMixin:
    """Asks for lexemes. Objects that have the words in the title come first, then the newest."""

    AUTOCOMPLETE = False

    def search(self, config, start, stop, score_field=None, backend=None):
        # Below, as the models that the queue needs are not there when Wagtail reads this module.
        from search.indexing.queue import index_before_search

        index_before_search()
        query, negated = (self.query.subquery, True) if isinstance(self.query, Not) else (self.query, False)
        if isinstance(query, MatchAll):
            return self.queryset.none() if negated else self.queryset[start:stop]
        expression = expression_of(query, self.AUTOCOMPLETE)
        if expression is None:
            return (self.queryset if negated else self.queryset.none())[start:stop]
        found = self.object_ids(expression)
        queryset = self.queryset.exclude(pk__in=found) if negated else self.queryset.filter(pk__in=found)
        if negated or (score_field is None and not self.order_by_relevance):
            queryset = queryset if queryset.query.order_by else queryset.order_by("-pk")
            return queryset[start:stop]
        score = (
            Value(1)
            if self.AUTOCOMPLETE
            else Case(
                When(pk__in=self.object_ids(expression.marked(lexemes.IN_TITLE)), then=3),
                When(pk__in=self.object_ids(expression.marked(lexemes.OFTEN)), then=2),
                default=1,
                output_field=IntegerField(),
            )
        )
        queryset = queryset.annotate(**{score_field or "_score": score})
        if self.order_by_relevance:
            queryset = queryset.order_by(F(score_field or "_score").desc(), "-pk")
        elif not queryset.query.order_by:
            queryset = queryset.order_by("-pk")
        return queryset[start:stop]

    def object_ids(self, expression):
        """A subquery: the ids of this model's objects of which a condition on lexemes holds."""
        return (
            self.entries_with(expression)
            .filter(content_type_id__in=get_descendants_content_types_pks(self.queryset.model))
            .annotate(pk_of_object=self.as_pk("object_id"))
            .values("pk_of_object")
        )

    def as_pk(self, name):
        from django.db.models.functions import Cast

        field = self.queryset.model._meta.pk
        while field.remote_field:
            field = field.target_field
        return Cast(name, output_field=type(field)())
