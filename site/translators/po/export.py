"""A translation as a PO file."""

import polib
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.views.edit_translation import (
    FieldHasNoEditPanelError,
    TabHelper,
    get_segment_location_info,
)

from translators.po.header import header
from translators.terms.load import rules_for


def export_po(translation):
    """The file as text. It holds every text of the source once for each place.

    What is proposed only is marked as fuzzy, with the text that it is the translation of; earlier texts of the page
    stand at the end as obsolete. Each text carries where it stands and which terms are in it.
    """
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    rows = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale, context__in=segments.values("context")
        ).select_related("suggestion", "last_translated_by")
    }
    # Not wrapped: a line's end inside a text would look to some tools like a difference.
    po = polib.POFile(wrapwidth=0)
    newest = max(rows.values(), key=lambda row: row.updated_at, default=None)
    po.metadata = header(translation, newest)
    notes = Notes(translation)
    po.header = notes.of_the_file
    done = set()
    for segment in segments.select_related("string", "context"):
        place = segment.context_id, segment.string_id
        if place in done:
            continue
        done.add(place)
        po.append(_entry(segment, rows.get(place), notes))
    for row in _obsolete(translation):
        po.append(
            polib.POEntry(msgid=row.translation_of.data, msgstr=row.data, msgctxt=row.context.path, obsolete=True)
        )
    return str(po) + "\n"


def _entry(segment, row, notes):
    entry = polib.POEntry(
        msgid=segment.string.data,
        msgctxt=segment.context.path,
        msgstr=row.data if row else "",
        comment=notes.of(segment, row),
    )
    suggestion = getattr(row, "suggestion", None) if row else None
    if suggestion:
        entry.flags.append("fuzzy")
        entry.previous_msgid = suggestion.previous_source or None
    return entry


def _obsolete(translation):
    """Translations of texts that stood on the page once; what nobody accepted is left out."""
    still_there = StringSegment.objects.filter(
        source=translation.source, string=OuterRef("translation_of"), context=OuterRef("context")
    )
    return (
        StringTranslation.objects.filter(
            ~Exists(still_there),
            context__object_id=translation.source.object_id,
            locale=translation.target_locale,
            has_error=False,
        )
        .exclude(data="")
        .select_related("translation_of", "context")
        .order_by("pk")
    )


class Notes:
    """What a translator should know beside the text itself."""

    def __init__(self, translation):
        try:
            self._source = translation.source.get_source_instance()
        except ObjectDoesNotExist:
            self._source = None
        self._tabs = TabHelper(self._source) if self._source else None
        self._rules = rules_for(translation.source.locale_id, translation.target_locale_id)
        self._address = self._source.full_url if isinstance(self._source, Page) else None
        lines = [
            translation.source.object_repr.replace("\n", " "),
            f"{translation.source.locale.get_display_name()} → {translation.target_locale.get_display_name()}",
        ]
        self.of_the_file = "\n".join([*lines, *([self._address] if self._address else [])])

    def of(self, segment, row):
        """Where the text stands, its terms, and what is wrong with its translation, each in a line."""
        lines = [self._place(segment), *self._terms(segment)]
        if row and row.has_error and (error := row.get_error()):
            lines.append(error.replace("\n", " "))
        if self._address:
            lines.append(self._address)
        return "\n".join(line for line in lines if line)

    def _place(self, segment):
        if not self._source:
            return ""
        context = segment.context
        try:
            where = get_segment_location_info(
                self._source, self._tabs, context.path, context.get_field_path(self._source)
            )
        except FieldHasNoEditPanelError:
            return ""
        return " › ".join(str(name) for name in (where["field"], where["subField"]) if name)

    def _terms(self, segment):
        for rule in self._rules.found_in(segment.string.data):
            if not rule.enforced or not rule.said or rule.key == segment.context.object_id:
                continue
            line = _("Term: %(word)s = %(said)s") % {"word": rule.word, "said": rule.said}
            if rule.avoid:
                line += _(" (not: %(words)s)") % {"words": ", ".join(rule.avoid)}
            yield line
