"""Lexemes in PostgreSQL's tsvector. Nothing goes through its parsers and dictionaries, and so nothing depends on its locale."""

from django.db.models import F, Lookup
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

from search.backends.analysed import AnalysedIndexMixin, AnalysedQueryMixin
from search.backends.scoring import ScoredSetsMixin
from search.lexemes import BESIDE, IN_SUMMARY, IN_TITLE, MARKS
from search.postgres_functions import FUNCTION, TIDY

TABLE = IndexEntry._meta.db_table
# In bytes of UTF-8. A tsvector takes 1,048,575 of them for its lexemes; one more aborts the transaction.
LARGEST_VECTOR = 1_000_000


class Index(AnalysedIndexMixin, PostgresIndex):
    ROW = "(%s, %s, '', array_to_tsvector(string_to_array(%s, ' ')), array_to_tsvector(string_to_array(%s, ' ')), 1.0, '', '')"
    UPSERT = f"""
        INSERT INTO {TABLE} (content_type_id, object_id, title, body, autocomplete, title_norm, title_text, body_text)
        VALUES {{rows}}
        ON CONFLICT (content_type_id, object_id)
        DO UPDATE SET title = '', body = excluded.body, autocomplete = excluded.autocomplete, title_text = '', body_text = ''
        RETURNING object_id, id
    """

    def value(self, lexemes):
        return super().value(self.fitting(lexemes, frozenset)[0])

    def written(self, cursor):
        cursor.execute(f"SELECT {TIDY}()")

    def fitting(self, page_lexemes, words):
        # Four bytes are the most a letter takes: of nearly every page nothing has to be counted.
        if 4 * sum(map(len, page_lexemes)) <= LARGEST_VECTOR or _size(page_lexemes) <= LARGEST_VECTOR:
            return page_lexemes, False
        words, kept, room = words(), [], LARGEST_VECTOR
        above = {each[:-1] for each in page_lexemes if each.endswith((IN_TITLE, IN_SUMMARY))}

        def place(lexeme):
            """Title and summary first, then words. By themselves too, so that the same page always keeps the same."""
            bare = lexeme.rstrip(MARKS)
            return bare not in above, bare not in words, BESIDE in lexeme, lexeme

        for each in sorted(page_lexemes, key=place):
            room -= len(each.encode())
            if room < 0:
                break
            kept.append(each)
        return set(kept), True


def _size(page_lexemes):
    return sum(len(each.encode()) for each in page_lexemes)


class _Holds(Lookup):
    """``column @@ 'question'``: the question is a tsquery already, and goes through no parser."""

    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*parameters, self.rhs]


class _Entries:
    def entries_with(self, expression):
        return IndexEntry._default_manager.filter(_Holds(F(self.COLUMN), expression.tsquery()))


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
