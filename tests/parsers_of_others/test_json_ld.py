"""What pages say to machines (schema.org), read as RDF by rdflib: every word exists, and holds what it may hold."""

import json
import re
from datetime import date, datetime, time
from urllib.parse import urlsplit

import pytest
from rdflib import RDF, BNode, Graph, URIRef, namespace

from council.settings.languages import CONTENT_LANGUAGES
from tests.parsers_of_others.schema_org import CONTEXT, DAYS_OF_WEEK, PARENTS, PROPERTIES, kinds_of, may_hold

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in CONTENT_LANGUAGES]
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# ISO 8601, of minutes.
_DURATION = re.compile(r"^PT[1-9]\d*M$")
# A well-formed code, BCP 47 (2.1): language, script, region, variants.
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*$")


@pytest.fixture(scope="session")
def graphs(sample):
    """What each page says, by its address."""
    blocks = {address: _BLOCK.findall(answer.html) for address, answer in sample.answers.items()}
    return {address: read(json.loads(found[0])) for address, found in blocks.items() if found}


def read(data):
    """A data block as RDF; what schema.org's address would answer is at hand."""
    assert data.pop("@context") == "https://schema.org"
    return Graph().parse(data=json.dumps({"@context": CONTEXT, **data}), format="json-ld")


def faults_of(graph):
    """Whatever schema.org has no word for, or allows not there, in words."""
    kinds = {}
    for subject, kind in graph.subject_objects(RDF.type):
        kinds.setdefault(subject, set()).add(_name(kind))
    for subject in set(graph.subjects()):
        names = kinds.get(subject, set())
        if not names:
            yield f"{subject} is of no type"
        if isinstance(subject, URIRef) and not _is_absolute(subject):
            yield f"@id {subject} is not absolute"
        for name in names - set(PARENTS):
            yield f"there is no type {name}"
        for predicate, value in graph.predicate_objects(subject):
            if predicate != RDF.type:
                for name in names & set(PARENTS):
                    yield from _wrong_in(name, _name(predicate), value, kinds)


def _wrong_in(type_name, property_name, value, kinds):
    allowed = may_hold(type_name, property_name)
    if allowed is None:
        yield f"{type_name} has no {property_name}"
    elif value in kinds:
        held = {kind for name in kinds[value] & set(PARENTS) for kind in kinds_of(name)}
        # A page at an address of its own is named by it, whatever it is.
        if not held & allowed and not (isinstance(value, URIRef) and "URL" in allowed):
            yield f"{property_name} of {type_name} holds {sorted(kinds[value])}"
    elif isinstance(value, BNode):
        yield f"{property_name} of {type_name} holds what is of no type"
    elif isinstance(value, URIRef):
        if not _is_address_for(allowed, value):
            yield f"{property_name} of {type_name} holds the address {value}"
    elif not any(_READS[kind](value) for kind in allowed & set(_READS)):
        yield f"{property_name} of {type_name} holds {value.n3()}, none of {sorted(allowed)}"


def _is_address_for(allowed, value):
    if "DayOfWeek" in allowed:
        return _name(value) in DAYS_OF_WEEK
    # A type's name: what stands there is looked at where its page is.
    return _is_absolute(value) and ("URL" in allowed or bool(allowed & set(PARENTS)))


def _name(word):
    """``Place`` of ``https://schema.org/Place``, and the whole of a word that is of another vocabulary."""
    return str(word).removeprefix(str(namespace.SDO))


def _is_absolute(value):
    parts = urlsplit(str(value))
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in str(value)


def _parses(parse):
    def reads(value):
        try:
            parse(str(value))
        except ValueError:
            return False
        return True

    return reads


_day, _moment = _parses(date.fromisoformat), _parses(datetime.fromisoformat)
_READS = {
    "Boolean": lambda value: isinstance(value.toPython(), bool),
    "Date": lambda value: _day(value) or (_moment(value) and datetime.fromisoformat(value).tzinfo is not None),
    "Duration": lambda value: bool(_DURATION.match(value)),
    "Language": lambda value: bool(_LANGUAGE.match(value)),
    "Number": lambda value: isinstance(value.toPython(), int | float) and not isinstance(value.toPython(), bool),
    "Text": lambda value: isinstance(value.toPython(), str) and bool(value.strip()),
    "Time": _parses(time.fromisoformat),
    "URL": _is_absolute,
}


def test_the_table_has_only_what_schema_org_has():
    """By rdflib's own list of schema.org's words."""
    words = {*PARENTS, *(name for properties in PROPERTIES.values() for name in properties)} - {"query-input"}
    assert [word for word in sorted(words | DAYS_OF_WEEK) if word not in namespace.SDO] == []
    assert {kind for kind in PARENTS.values() if kind} <= set(PARENTS)
    assert set(PROPERTIES) <= set(PARENTS)


def test_every_page_says_only_what_schema_org_has_words_for(graphs):
    faults = {address: sorted(set(faults_of(graph))) for address, graph in graphs.items()}
    assert {address: found for address, found in faults.items() if found} == {}


def test_every_page_that_is_one_says_something(sample, graphs):
    silent = {address for address in sample.published if address not in graphs}
    assert silent == set()
    assert {address.split("/")[1] for address in graphs} == set(CODES)


def test_the_sample_says_each_type_that_the_table_has_for_itself(graphs):
    """A table that nothing of the sample reaches would test nothing."""
    said = {_name(kind) for graph in graphs.values() for kind in graph.objects(None, RDF.type)}
    above = {parent for kind in said for parent in kinds_of(PARENTS[kind])}
    # Days have no node, they are named.
    assert said | above | {"DayOfWeek", "Enumeration"} == set(PARENTS)


def test_what_a_page_names_by_its_id_is_said_by_some_page(graphs):
    said = {subject for graph in graphs.values() for subject in graph.subjects(RDF.type)}
    for address, graph in graphs.items():
        named = {each for each in graph.objects() if isinstance(each, URIRef) and urlsplit(each).fragment}
        assert named <= said, address


NODE = {"@id": "http://localhost/ja/#page", "@type": "WebPage", "name": "はじめ"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"nmae": "はじめ"}, "WebPage has no nmae"),
        ({"telephone": "03-0000-0000"}, "WebPage has no telephone"),
        ({"@type": "WebPaeg"}, "there is no type WebPaeg"),
        ({"@type": []}, "http://localhost/ja/#page is of no type"),
        ({"datePublished": "2026-02-30"}, "datePublished of WebPage holds"),
        ({"datePublished": "2026-02-03T10:00:00"}, "datePublished of WebPage holds"),
        ({"inLanguage": "日本語"}, "inLanguage of WebPage holds"),
        ({"url": "ja/"}, "url of WebPage holds the address"),
        ({"@id": "#page"}, "@id"),
        ({"publisher": {"@type": "Place"}}, "publisher of WebPage holds ['Place']"),
        ({"publisher": {"name": "社協"}}, "publisher of WebPage holds what is of no type"),
        ({"name": 3}, "name of WebPage holds"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_found(change, fault):
    assert list(faults_of(read({"@context": "https://schema.org", "@graph": [NODE]}))) == []
    wrong = read({"@context": "https://schema.org", "@graph": [{**NODE, **change}]})
    assert [each for each in faults_of(wrong) if fault in each]
