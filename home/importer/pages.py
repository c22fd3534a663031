"""Parts → pages and snippets, as drafts, in one transaction."""

import re

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Comment, Page, Site

from council.organisations import OrganisationIndexPage, OrganisationPage
from council.people import Person
from council.terms import Term
from council.themes import Theme
from council.translation.locales import source_locale
from plans.models import GoalPage, InitiativePage, PillarPage, PlanIndexPage, PlanPage
from stories.models import StoryIndexPage, StoryPage, StorySubject

from . import outcome as states
from .characters import squeeze
from .drafts import DraftList
from .editing import is_edited, written_fields
from .fields import assign, digest, snapshot, texts_in, values_of
from .form_check import would_not_pass
from .identity import match, part_key
from .outcome import Entry, Outcome
from .parts import Leftover, Remark
from .records import ImportRecord
from .refusal import ImportRefused
from .rich_text import without_tags
from .streams import References
from .target import find_target, first_free, free_slug, plan_title
from .wording import remark_sentence

MODELS = {
    "theme": Theme,
    "term": Term,
    "organisation": OrganisationPage,
    "person": Person,
    "plan": PlanPage,
    "pillar": PillarPage,
    "goal": GoalPage,
    "initiative": InitiativePage,
    "story": StoryPage,
}
# What a name means is the same for the whole site, so an object of that name is used as it is.
_SHARED = {"theme": "name", "term": "word", "organisation": "title"}


class PageReferences(References):
    """References that also know the pages of goals."""

    def __init__(self):
        super().__init__()
        self.goals = {}

    def pages_of(self, goals):
        return [self.goals[id(goal)] for goal in goals if id(goal) in self.goals]


class DryRun(Exception):
    """Rolls the transaction back; carries what would have been done."""


def import_document(source, document, *, parent=None, update=False, dry_run=False, then=None):
    """Make a document's drafts.

    `then` is called with the Outcome inside the transaction, after everything is made: what it raises undoes all.
    """
    result = None
    try:
        with transaction.atomic():
            result = _Import(source, document, parent, update).run()
            result.dry_run = dry_run
            if then:
                then(result)
            if dry_run:
                raise DryRun
    except DryRun:
        # What the process remembers of pages that are not there after all.
        Site.clear_site_root_paths_cache()
    return result


class _Import:
    def __init__(self, source, document, parent, update):
        self.source, self.document = source, document
        self.parent, self.update = parent, update
        self.references = PageReferences()
        self.entries = {}
        self.slugs = {}
        self.now = timezone.now()
        self.locale = source_locale()
        self.editor = get_user_model().objects.filter(is_superuser=True, is_active=True).order_by("pk").first()

    def run(self):
        result = Outcome(self.source, self.document)
        if self.document.is_empty():
            return result
        self.records, self.document_key = _records_of(self.source, self.document)
        result.known = bool(self.records)
        by_object = {record.kind: record for record in self.records}
        plan = by_object["plan"].content_object if "plan" in by_object else None
        self.target = result.target = find_target(self.parent, self.document, plan)
        if self.target.pillar is not None and any(hasattr(node, "goals") for node in self.document.outline):
            raise ImportRefused("pillar_below_pillar", title=self.target.pillar.title)
        makes_plan = bool(self.document.outline) and (self.target.plan is None or self._is_own_plan(plan))
        self.drafts = DraftList(self.document, makes_plan)
        self._name_plan(makes_plan)
        self.used_keys = {record.part_key for record in self.records}
        self.matched = match(self.drafts.drafts, self.records)
        for draft in self.drafts.drafts:
            entry = self._entry(draft)
            self.entries[id(draft)] = entry
            self._refer(draft, entry.obj)
            result.entries.append(entry)
        kept = {id(record) for record in self.matched.values()}
        result.vanished = [record for record in self.records if id(record) not in kept and record.kind != "above"]
        self._record_above()
        result.elsewhere = self._elsewhere()
        return result

    def _elsewhere(self):
        """The page an earlier run hung the goals below, where it is not the one that was named now."""
        wanted = self.target.pillar or self.target.plan
        for entry in self.entries.values():
            if self.parent and entry.draft.kind == "goal" and entry.draft.above is None and entry.obj is not None:
                above = entry.obj.get_parent(update=True)
                return above.title if wanted is None or above.pk != wanted.pk else ""
        return ""

    # --- the plan -------------------------------------------------------------------------------------------------

    def _is_own_plan(self, plan):
        return plan is not None and self.target.plan is not None and plan.pk == self.target.plan.pk

    def _name_plan(self, makes_plan):
        if makes_plan:
            draft = self.drafts.of("plan")[0]
            draft.title = plan_title(self.document, self.document_key.partition("#")[0])
            if not self.document.plan.title:
                draft.remarks.append(Remark("plan_named_after_file", (), draft.title))
            if self.document.plan.first_fiscal_year is None:
                draft.remarks.append(Remark("years_missing", ()))
            return
        plan = self.document.plan
        for words in (plan.title, plan.philosophy, *plan.philosophy_text):
            if words and words.lines:
                self.document.leftovers.append(Leftover(words.lines, words.text, "plan_has_own"))

    # --- one part ---------------------------------------------------------------------------------------------------

    def _entry(self, draft):
        record = self.matched.get(id(draft))
        if record is None:
            return self._new(draft)
        obj = record.content_object
        if obj is None:
            return Entry(draft, states.DELETED, None, record)
        same = record.source_digest == draft.digest
        if same:
            return Entry(draft, states.UNCHANGED, obj, record)
        if not self.update:
            return Entry(draft, states.DIFFERS, obj, record)
        if is_edited(obj, record):
            return Entry(draft, states.EDITED, obj, record)
        return self._renew(draft, obj, record)

    def _new(self, draft):
        shared = self._shared(draft)
        if shared is not None:
            self._leave_unheld(draft, snapshot(shared, ["explanation"]) if draft.kind == "term" else None)
            return Entry(draft, states.USED, shared)
        if self.records and not self.update:
            return Entry(draft, states.NOT_MADE)
        above = self._above(draft)
        if above is False:
            return Entry(draft, states.NOT_MADE)
        key = part_key(draft, self.used_keys)
        values = values_of(draft, key, self.references)
        obj = self._make(draft, values, above)
        record = ImportRecord(document=self.document_key, part_key=key, kind=draft.kind, content_object=obj)
        self._remember(record, draft, obj, values)
        return Entry(draft, states.MADE, obj, record)

    def _shared(self, draft):
        """An object of this name that the site already has."""
        field = _SHARED.get(draft.kind)
        if field is None:
            return None
        return MODELS[draft.kind].objects.filter(locale=self.locale, **{field: draft.title}).first()

    def _leave_unheld(self, draft, stored):
        """What the document says of a term that the site explains in its own words."""
        if stored is None:
            return
        held = squeeze("".join(texts_in(stored)))
        for words in draft.part.explanation:
            if words.lines and squeeze(words.plain) not in held:
                self.document.leftovers.append(Leftover(words.lines, words.text, "term_exists"))

    def _above(self, draft):
        """The page a new one hangs below: None for a snippet, False where that page is missing."""
        if draft.kind in ("theme", "term", "person"):
            return None
        if draft.kind == "organisation":
            return self.target.index(OrganisationIndexPage)
        if draft.kind == "story":
            return self.target.index(StoryIndexPage)
        if draft.kind == "plan":
            index = self.target.above_plan
            return index if isinstance(index, PlanIndexPage) else self.target.index(PlanIndexPage)
        if draft.above is not None:
            return self.entries[id(draft.above)].obj or False
        return self.target.pillar or self.target.plan or False

    def _make(self, draft, values, above):
        model = MODELS[draft.kind]
        obj = model(locale=self.locale, live=False)
        assign(obj, values)
        if above is None:
            if draft.kind == "theme":
                obj.slug = self._theme_slug()
            obj.save()
        else:
            if draft.kind == "story":
                obj.about = _subjects(values["about"])
            # treebeard keeps the number of children on the row that was read.
            above = Page.objects.get(pk=above.pk)
            obj.slug = self._free_slug(above, draft)
            above.add_child(instance=obj)
            self._comment(draft, obj)
        obj.save_revision(clean=False)
        return obj

    def _theme_slug(self):
        return first_free("theme", set(Theme.objects.filter(locale=self.locale).values_list("slug", flat=True)))

    def _free_slug(self, above, draft):
        """goal-1-2 after its number, or the next that is free; no two siblings have one address."""
        if above.pk not in self.slugs:
            self.slugs[above.pk] = set(Page.objects.child_of(above).values_list("slug", flat=True))
        taken = self.slugs[above.pk]
        slug = _numbered_slug(draft)
        slug = first_free(draft.kind, taken) if slug is None else free_slug(slug, taken)
        taken.add(slug)
        return slug

    def _comment(self, draft, page):
        """What the editor is to check, where they see it: beside the title. Comments need somebody who wrote them."""
        codes = {"title_proposed", "title_joined", "plan_named_after_file"}
        for remark in draft.remarks:
            if self.editor and remark.code in codes:
                text = remark_sentence(remark)
                Comment.objects.create(page=page, user=self.editor, contentpath="title", text=text)

    def _renew(self, draft, obj, record):
        values = values_of(draft, record.part_key, self.references)
        latest = obj.get_latest_revision_as_object()
        assign(latest, values, renew=True)
        if draft.kind == "story":
            latest.about = _subjects(values["about"])
        if not obj.live:
            latest.save()
        latest.save_revision(clean=False)
        obj = type(obj).objects.get(pk=obj.pk)
        record.published_at = None
        self._remember(record, draft, obj, values)
        return Entry(draft, states.RENEWED, obj, record)

    def _remember(self, record, draft, obj, values):
        self._hold(draft, values)
        draft.remarks.extend(would_not_pass(obj))
        record.document_digest = self.source.digest
        record.place, record.words = draft.place, draft.words
        record.source_digest = draft.digest
        record.written_digest = digest(snapshot(type(obj).objects.get(pk=obj.pk), written_fields(draft.kind)))
        record.revision_id = obj.latest_revision_id
        record.notes = [_as_json(remark) for remark in draft.notes]
        record.open_questions = [_as_json(remark) for remark in draft.questions]
        record.imported_at = self.now
        record.save()

    def _hold(self, draft, values):
        """Whatever of the part is not in the object's fields goes to the report."""
        held = squeeze(without_tags(" ".join(texts_in(values))))
        for words in draft.own:
            if words.lines and squeeze(words.plain) not in held:
                self.document.leftovers.append(Leftover(words.lines, words.text, "not_stored"))

    def _refer(self, draft, obj):
        """Lets what comes later point at this object."""
        references = self.references
        if obj is None:
            return
        if draft.kind == "person":
            references.people[draft.part.identity] = obj.pk
        elif draft.kind == "theme":
            references.themes[draft.part.plain] = obj.pk
        elif draft.kind == "term":
            references.terms[draft.title] = obj.pk
        elif draft.kind == "organisation":
            references.organisations[draft.title] = obj.pk
        elif draft.kind == "goal":
            references.goals[id(draft.part)] = obj.pk
        elif draft.kind == "plan":
            self.target.plan = obj

    def _record_above(self):
        """The front page and the indexes, so that a later --publish knows them for the importer's own."""
        for page in self.target.made:
            key = f"above/{page._meta.model_name}"
            ImportRecord.objects.create(
                document=self.document_key,
                document_digest=self.source.digest,
                part_key=key,
                kind="above",
                place=key,
                words=page.title,
                source_digest="",
                written_digest=digest(snapshot(page, ["title"])),
                content_type=ContentType.objects.get_for_model(page),
                object_id=page.pk,
                revision_id=page.latest_revision_id,
                imported_at=self.now,
            )


def _subjects(ids):
    return [StorySubject(subject_id=pk, sort_order=order) for order, pk in enumerate(ids)]


def _numbered_slug(draft):
    """The address that the document itself gives (goal 1-2, the plan of 2025), or None."""
    number = getattr(draft.part, "number", "").lower()
    if draft.kind in ("goal", "pillar") and re.fullmatch(r"[a-z0-9-]+", number):
        return f"{draft.kind}-{number}"
    if draft.kind == "plan":
        year = draft.part.first_fiscal_year
        return f"plan-{year}" if year else "plan"
    return None


def _as_json(remark):
    return {"code": remark.code, "lines": list(remark.lines), "detail": remark.detail}


def _records_of(source, document):
    """(records of this document's earlier imports, the key it is kept under).

    A document is known by its name, or by its content under another name. Another document of the same name, with
    none of its parts, is kept under its own key.
    """
    all_records = ImportRecord.objects.order_by("pk")
    records = list(all_records.filter(document_digest=source.digest))
    if not records:
        records = list(all_records.filter(document=source.name[:300]))
        words = {draft.words for draft in DraftList(document, False).drafts}
        if records and not any(record.words in words for record in records if record.kind != "above"):
            return [], f"{source.name[:280]}#{source.digest[:12]}"
    key = records[0].document if records else source.name[:300]
    return list(all_records.filter(document=key).prefetch_related("content_object")), key
