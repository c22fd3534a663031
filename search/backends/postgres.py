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
from search.postgres_functions import FUNCTION

TABLE = IndexEntry._meta.db_table
# A tsvector may have 1 MB in all; a lexeme has some 20 bytes of our own text and 4 of the database's.
LARGEST_VECTOR = 900_000


class Index(AnalysedIndexMixin, PostgresIndex):
    UPSERT = f"""
        INSERT INTO {TABLE} (content_type_id, object_id, title, body, autocomplete, title_norm, title_text, body_text)
        VALUES (%s, %s, '', array_to_tsvector(%s), array_to_tsvector(%s), 1.0, '', '')
        ON CONFLICT (content_type_id, object_id)
        DO UPDATE SET title = '', body = excluded.body, autocomplete = excluded.autocomplete, title_text = '', body_text = ''
        RETURNING id
    """

    def value(self, lexemes):
        return list(lexemes)


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
