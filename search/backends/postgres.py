"""Lexemes in PostgreSQL's tsvector. Nothing goes through its parsers and dictionaries, and so nothing depends on its locale."""

from django.db.models.expressions import RawSQL
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

from search.backends.analysed import AnalysedIndexMixin, AnalysedQueryMixin
from search.backends.scoring import ScoredSetsMixin
from search.lexemes import BESIDE, MARKS
from search.postgres_functions import FUNCTION

TABLE = IndexEntry._meta.db_table
# In bytes of UTF-8. A tsvector takes 1,048,575 of them for its lexemes; one more aborts the transaction.
LARGEST_VECTOR = 1_000_000


class Index(AnalysedIndexMixin, PostgresIndex):
    UPSERT = f"""
        INSERT INTO {TABLE} (content_type_id, object_id, title, body, autocomplete, title_norm, title_text, body_text)
        VALUES (%s, %s, '', array_to_tsvector(%s), array_to_tsvector(%s), 1.0, '', '')
        ON CONFLICT (content_type_id, object_id)
        DO UPDATE SET title = '', body = excluded.body, autocomplete = excluded.autocomplete, title_text = '', body_text = ''
        RETURNING id
    """

    def value(self, lexemes):
        return list(self.fitting(lexemes, frozenset)[0])

    def fitting(self, page_lexemes, words):
        # Four bytes are the most a letter takes: of nearly every page nothing has to be counted.
        if 4 * sum(map(len, page_lexemes)) <= LARGEST_VECTOR or _size(page_lexemes) <= LARGEST_VECTOR:
            return page_lexemes, False
        words, kept, room = words(), [], LARGEST_VECTOR
        # Single words find the page at all. Sorted by themselves too, so that the same page always keeps the same.
        for each in sorted(page_lexemes, key=lambda each: (each.rstrip(MARKS) not in words, BESIDE in each, each)):
            room -= len(each.encode())
            if room < 0:
                break
            kept.append(each)
        return set(kept), True


def _size(page_lexemes):
    return sum(len(each.encode()) for each in page_lexemes)


class _Entries:
    def entries_with(self, expression):
        condition = RawSQL(f"{TABLE}.{self.COLUMN} @@ %s::tsquery", [expression.tsquery()])
        condition.conditional = True
        return IndexEntry._default_manager.filter(condition)


class QueryCompiler(_Entries, AnalysedQueryMixin, PostgresSearchQueryCompiler):
    COLUMN = "body"


class AutocompleteQueryCompiler(_Entries, AnalysedQueryMixin, PostgresAutocompleteQueryCompiler):
    AUTOCOMPLETE = True
    COLUMN = "autocomplete"


class SearchBackend(ScoredSetsMixin, PostgresSearchBackend):
    index_class = Index
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler

    @staticmethod
    def rows_with(expression):
        """``(SQL, parameters)`` of a subquery with one column, ``id``: the entries of which a condition holds."""
        return f"SELECT id FROM {FUNCTION}(%s::tsquery) AS id", [expression.tsquery()]
