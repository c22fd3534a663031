"""Draft → the values of an object's fields, and an object's values as they are stored."""

import hashlib
import json

from django.db import models
from wagtail.fields import StreamField

from .rich_text import paragraphs
from .streams import StreamWriter, carry_ids, term_word

# Relations whose value is a list of ids: as long as these are equal, nothing changed.
_LISTS = {"themes", "organisations"}


def values_of(draft, key, references):
    """{field: value} for a draft. Streams are stored data; `themes`, `organisations` and `about` are lists of ids."""
    return globals()[f"_{draft.kind}"](draft, StreamWriter(key, references), references)


def _plain(words):
    return words.plain if words else ""


def _theme(draft, stream, references):
    return {"name": draft.part.plain}


def _term(draft, stream, references):
    return {
        "word": term_word(draft.part.word),
        "explanation": "\n".join(words.plain for words in draft.part.explanation),
    }


def _person(draft, stream, references):
    person = draft.part
    return {
        "name": person.name.plain,
        "role": _plain(person.role),
        "organisation_id": references.organisation(person.organisation_name),
        "organisation_name": _plain(person.organisation_name),
    }


def _organisation(draft, stream, references):
    part = draft.part
    return {"title": draft.title, "short_name": _plain(part.short_name), "website": part.website}


def _plan(draft, stream, references):
    plan = draft.part
    return {
        "title": draft.title,
        "philosophy": _plain(plan.philosophy),
        "philosophy_text": paragraphs(plan.philosophy_text),
        "first_fiscal_year": plan.first_fiscal_year,
        "last_fiscal_year": plan.last_fiscal_year,
    }


def _pillar(draft, stream, references):
    pillar = draft.part
    statement = _plain(pillar.statement)
    if pillar.name.plain != draft.title and not statement:
        statement = pillar.name.plain
    return {"title": draft.title, "number": pillar.number, "statement": statement}


def _goal(draft, stream, references):
    goal = draft.part
    return {
        "title": draft.title,
        "number": goal.number,
        "statement": goal.statement.plain,
        "situation": stream.points(goal.situation),
        "stories_heading": _plain(goal.stories_heading),
        "where_to_turn": stream.turns(goal.where_to_turn),
    }


def _initiative(draft, stream, references):
    initiative = draft.part
    return {
        "title": draft.title,
        "number": initiative.number,
        "led_by": initiative.side,
        "statement": initiative.statement.plain,
    }


def _story(draft, stream, references):
    story = draft.part
    themes = [references.theme(part.theme) for part in story.body if getattr(part, "theme", None)]
    organisation = references.organisation(story.organisation.name) if story.organisation else None
    return {
        "title": draft.title,
        "kicker": _plain(story.kicker),
        "subtitle": _plain(story.subtitle),
        "lead": paragraphs(story.lead),
        "body": stream.body(story.body),
        "themes": sorted({pk for pk in themes if pk}),
        "organisations": [organisation] if organisation else [],
        "about": references.pages_of(story.goals),
    }


def assign(obj, values, renew=False):
    """Puts the values on an object; `about` is set by the caller, who knows its model."""
    for name, value in values.items():
        if name == "about":
            continue
        field = obj._meta.get_field(name.removesuffix("_id"))
        if isinstance(field, StreamField):
            if renew:
                value = carry_ids(stored_stream(obj, name), value)
            setattr(obj, name, json.dumps(value, ensure_ascii=False))
        elif name in _LISTS:
            setattr(obj, name, list(field.related_model.objects.filter(pk__in=value)))
        else:
            setattr(obj, name, value)


def stored_stream(obj, name):
    """A stream as it is stored: blocks of plain data."""
    return json.loads(json.dumps(getattr(obj, name).get_prep_value(), default=str))


def snapshot(obj, names):
    """What these fields hold now, as plain data."""
    stored = {}
    for name in names:
        if name == "about":
            stored[name] = [link.subject_id for link in obj.about.all()]
            continue
        field = obj._meta.get_field(name.removesuffix("_id"))
        if isinstance(field, StreamField):
            stored[name] = stored_stream(obj, name)
        elif name in _LISTS:
            stored[name] = sorted(each.pk for each in getattr(obj, name).all())
        elif isinstance(field, models.DateField):
            stored[name] = str(getattr(obj, name) or "")
        else:
            stored[name] = getattr(obj, name)
    return stored


def digest(data):
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def texts_in(data):
    """Every string in plain data, one after another: what a field holds."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for name, value in data.items():
            if name not in ("id", "type"):
                yield from texts_in(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from texts_in(value)
