"""--publish: what has no open question, nothing below a draft, no person without consent."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.models import Page

from .editing import is_edited, written_fields
from .fields import digest, snapshot
from .records import ImportRecord


def publish(outcome, consent=""):
    """Publish what may be published, in the order in which things stand above each other."""
    outcome.publishes = True
    if outcome.target is None:
        return
    for entry in outcome.entries:
        if entry.draft.kind == "person" and consent and entry.is_ours:
            _record_consent(entry, consent)
    _publish_above(outcome)
    held = set()  # ids of people whose words may not be shown
    for entry in sorted(outcome.entries, key=lambda entry: entry.draft.kind == "story"):
        if entry.obj is None or _is_out(entry):
            continue
        entry.reasons = _reasons(entry, held)
        if entry.reasons:
            if entry.draft.kind == "person":
                held.add(entry.draft.part.identity)
            continue
        _publish(entry)


def _is_out(entry):
    """Live as it is meant to be: only what the importer renewed since it was published waits for another time."""
    record = entry.record
    waits = record is not None and record.published_at is None and not is_edited(entry.obj, record)
    return entry.obj.live and not waits


def _reasons(entry, held):
    """Why an object stays a draft: [(code, detail)]."""
    draft, obj = entry.draft, entry.obj
    if entry.record is None:
        return [("not_ours", "")]
    if entry.record.published_at is not None:
        return [("unpublished_since", "")]
    if is_edited(obj, entry.record):
        return [("edited_since", "")]
    reasons = [(each["code"], each["detail"]) for each in entry.record.open_questions]
    if draft.kind == "person" and not obj.has_consent:
        reasons.append(("consent_missing", ""))
    if draft.kind == "story":
        waiting = {person.identity: person.name.plain for person in draft.part.people() if person.identity in held}
        reasons += [("person_not_published", name) for name in waiting.values()]
    if isinstance(obj, Page):
        parent = obj.get_parent(update=True)
        if not parent.live:
            reasons.append(("below_draft", parent.title))
    return reasons


def _publish(entry):
    entry.obj.latest_revision.publish()
    _refresh(entry.record, entry)
    entry.published = True


def _refresh(record, entry):
    """The row as the importer left it: what differs later is somebody's edit."""
    obj = type(entry.obj).objects.get(pk=entry.obj.pk)
    entry.obj = obj
    record.written_digest = digest(snapshot(obj, written_fields(record.kind)))
    record.revision_id = obj.latest_revision_id
    record.published_at = timezone.now() if obj.live else None
    record.save()


def _record_consent(entry, consent):
    """Where the consent is on file; what was recorded by hand stays."""
    person = entry.obj
    if person.consent_record or is_edited(person, entry.record):
        return
    with translation.override(settings.LANGUAGE_CODE):
        person.consent_for = gettext("Name and words, on the site and in print, as they stand in the plan document.")
    person.consent_record = consent
    person.save()
    person.save_revision(clean=False)
    _refresh(entry.record, entry)


def _publish_above(outcome):
    """The front page and the indexes, where an import made them and nobody has touched them."""
    target = outcome.target
    pages = [target.home]
    for entry in outcome.entries:
        if isinstance(entry.obj, Page):
            pages.append(entry.obj.get_parent(update=True).specific)
    seen = set()
    for page in pages:
        if page is None or page.live or page.pk in seen:
            continue
        seen.add(page.pk)
        record = ImportRecord.objects.filter(kind="above", object_id=page.pk).first()
        untouched = record and record.revision_id == page.latest_revision_id and record.published_at is None
        if untouched and page.get_parent(update=True).live:
            page.latest_revision.publish()
            record.published_at = timezone.now()
            record.save()
