"""Lexemes in OpenSearch, for sites that have outgrown their database. What may be read is still asked of the database.

``WAGTAILSEARCH_BACKENDS`` names this module: see docs/search.md. The same lexemes go in and are asked for as with SQLite and
PostgreSQL, in fields that OpenSearch takes as they are, so it needs no analyser of its own and answers the same.
"""

import json

from django.db import connections, router
from django.utils.encoding import force_str
from modelsearch.backends.opensearch3 import (
    OpenSearch3Index,
    OpenSearch3Mapping,
    OpenSearch3SearchBackend,
    OpenSearch3SearchQueryCompiler,
)
from modelsearch.index import FilterField
from modelsearch.query import MatchAll, Not

from search import lexemes
from search.backends.analysed import AnalysedIndexMixin, expression_of
from search.entries import PageEntry

WORDS, BEGINNINGS = "words", "beginnings"
# As many pages as a question may find; OpenSearch's own limit is 10,000.
MOST_FOUND = 100_000


class Mapping(OpenSearch3Mapping):
    def get_mapping(self):
        fields = {
            "pk": {"type": "keyword", "store": True},
            "_django_content_type": {"type": "keyword"},
            WORDS: {"type": "keyword"},
            BEGINNINGS: {"type": "keyword"},
        }
        fields.update(self.get_field_mapping(field) for field in self._filters())
        return {"properties": fields}

    def get_document(self, obj, entry=((), ())):
        words, beginnings = entry
        document = {
            "pk": force_str(obj.pk),
            "_django_content_type": self.get_all_content_types(),
            WORDS: sorted(words),
            BEGINNINGS: sorted(beginnings),
        }
        for field in self._filters():
            name, value, _partial = self._get_document_field_data(field, obj)
            document[name] = value
        return document

    def _filters(self):
        return [field for field in self.model.get_search_fields() if isinstance(field, FilterField)]


class Index(AnalysedIndexMixin, OpenSearch3Index):
    def add_item(self, obj):
        self.add_items(type(obj), [obj])

    def write(self, objs, entries):
        """As the databases' index does. The ids of entries are those of the objects."""
        mapping = self.mapping_class(type(objs[0]))
        documents = [
            {"_id": force_str(obj.pk), **mapping.get_document(obj, entries[force_str(obj.pk)])} for obj in objs
        ]
        self.backend.bulk(self.es, documents, index=self.name)
        return {force_str(obj.pk): obj.pk for obj in objs}


class QueryCompiler(OpenSearch3SearchQueryCompiler):
    mapping_class = Mapping
    DEFAULT_OPERATOR = "and"
    FIELD = WORDS
    AUTOCOMPLETE = False

    def get_inner_query(self):
        query, negated = (self.query.subquery, True) if isinstance(self.query, Not) else (self.query, False)
        if isinstance(query, MatchAll):
            asked = {"match_all": {}}
        else:
            expression = expression_of(query, self.AUTOCOMPLETE)
            asked = _scored(expression, self._points(expression), self.FIELD) if expression else {"match_none": {}}
        return {"bool": {"must_not": asked}} if negated else asked

    def _points(self, expression):
        if self.AUTOCOMPLETE:
            return []
        return [(expression.marked(lexemes.IN_TITLE), 3), (expression.marked(lexemes.OFTEN), 2)]


class AutocompleteQueryCompiler(QueryCompiler):
    FIELD = BEGINNINGS
    AUTOCOMPLETE = True


class SearchBackend(OpenSearch3SearchBackend):
    mapping_class = Mapping
    index_class = Index
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    settings = {"settings": {"index": {"max_result_window": MOST_FOUND}}}

    def scored(self, condition, points):
        """As `search.backends.scoring.ScoredSetsMixin`; what OpenSearch has found is handed to the database."""
        from wagtail.models import Page

        answer = self.es.search(
            index=self.get_index_for_model(Page).name,
            body={"query": _scored(condition, points, WORDS), "_source": False, "size": MOST_FOUND},
        )
        rows = json.dumps([[int(hit["_id"]), round(hit["_score"] or 0)] for hit in answer["hits"]["hits"]])
        if connections[router.db_for_read(PageEntry)].vendor == "postgresql":
            return (
                "SELECT (value->>0)::int AS id, (value->>1)::int AS points FROM jsonb_array_elements(%s::jsonb)",
                [rows],
            )
        return (
            "SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS points FROM json_each(%s)",
            [rows],
        )


def _scored(condition, points, field):
    """A query for what a condition holds of, each with the sum of its points and nothing else as its score."""
    return {
        "bool": {
            "filter": [condition.opensearch(field)],
            "should": [
                {"constant_score": {"filter": each.opensearch(field), "boost": number}} for each, number in points
            ],
        }
    }
