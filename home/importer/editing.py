"""Whether somebody has worked on what the importer wrote."""

from .fields import digest, snapshot


def written_fields(kind):
    """The fields that the importer fills for this kind of object."""
    return {
        "theme": ["name"],
        "term": ["word", "explanation"],
        "person": ["name", "role", "organisation_name", "consent_for", "consent_record"],
        "organisation": ["title", "short_name", "website"],
        "plan": ["title", "philosophy", "philosophy_text", "first_fiscal_year", "last_fiscal_year"],
        "pillar": ["title", "number", "statement"],
        "goal": ["title", "number", "statement", "situation", "stories_heading", "where_to_turn"],
        "initiative": ["title", "number", "led_by", "statement"],
        "story": ["title", "kicker", "subtitle", "lead", "body", "themes", "organisations", "about"],
    }.get(kind, ["title"])


def is_edited(obj, record):
    """Whether anybody but the importer has worked on an object: a later revision, or other values in its row."""
    if obj.latest_revision_id != record.revision_id:
        return True
    return digest(snapshot(obj, written_fields(record.kind))) != record.written_digest
