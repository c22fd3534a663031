"""Lexemes in SQLite's FTS5."""

from django.db.models import Func, TextField
from django.db.models.lookups import Exact
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)

from search.backends.analysed import AnalysedIndexMixin, AnalysedQueryMixin
from search.backends.scoring import ScoredSetsMixin

TABLE = SQLiteFTSIndexEntry._meta.db_table


class Index(AnalysedIndexMixin, SQLiteIndex):
    ROW = "(%s, %s, '', %s, %s, 1.0)"
    UPSERT = f"""
        INSERT INTO {IndexEntry._meta.db_table} (content_type_id, object_id, title, body, autocomplete, title_norm)
        VALUES {{rows}}
        ON CONFLICT (content_type_id, object_id)
        DO UPDATE SET title = '', body = excluded.body, autocomplete = excluded.autocomplete
        RETURNING object_id, id
    """


class _Matches(Exact):
    """``table MATCH 'question'``: the whole table is asked, so no field stands on the left."""

    prepare_rhs = False

    def as_sql(self, compiler, connection):
        return f"{TABLE} MATCH %s", [self.rhs]

    def get_db_prep_lookup(self, value, connection):
        return "%s", [value]


class QueryCompiler(AnalysedQueryMixin, SQLiteSearchQueryCompiler):
    COLUMN = "body"

    def entries_with(self, expression):
        question = f"{self.COLUMN} : {expression.fts5()}"
        matches = _Matches(Func(function="", output_field=TextField()), question)
        return IndexEntry._default_manager.filter(pk__in=SQLiteFTSIndexEntry.objects.filter(matches).values("pk"))


class AutocompleteQueryCompiler(AnalysedQueryMixin, SQLiteAutocompleteQueryCompiler):
    AUTOCOMPLETE = True
    COLUMN = "autocomplete"
    entries_with = QueryCompiler.entries_with


class SearchBackend(ScoredSetsMixin, SQLiteSearchBackend):
    index_class = Index
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler

    @staticmethod
    def rows_with(expression):
        """``(SQL, parameters)`` of a subquery with one column, ``id``: the entries of which a condition holds."""
        return f"SELECT rowid AS id FROM {TABLE} WHERE {TABLE} MATCH %s", [f"body : {expression.fts5()}"]
