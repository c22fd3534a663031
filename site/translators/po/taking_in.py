"""A read PO file into the database: all of it, or, where something in it is wrong, nothing."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationContext

from translators.memory.recall import recall
from translators.memory.similarity import similarity
from translators.po.header import same_language
from translators.po.reading import PoProblem
from translators.suggestions import Suggestion
from translators.texts.markup import fault

TOOL_NAME = "PO File"


@dataclass
class TakenIn:
    """What became of a file: how many texts were new, uncertain (fuzzy), marked as wrong, left out, and gone.

    ``outdone``: uncertain ones left out as well, in whose place somebody has accepted another text.
    """

    saved: int = 0
    fuzzy: int = 0
    marked: int = 0
    left_out: int = 0
    outdone: int = 0
    gone: int = 0


def take_in(translation, po, user=None):
    """Saves what a `PoFile` says of a translation.

    A text is found by its place, or, where the file names none or another, by itself. What is no longer on the page is
    kept for the memory and counted. A fuzzy text stays a suggestion, and takes the place of none that is accepted.

    Returns:
        `TakenIn`, or a `PoProblem`; then nothing has been changed.
    """
    if problem := _wrong_file(translation, po):
        return problem
    result, texts, faulty = TakenIn(), [], []
    for text in po.texts:
        if not text.translation:
            continue
        reason = fault(text.source, text.translation)
        if reason and not text.is_fuzzy:
            faulty.append((text, reason))
        elif reason:
            result.left_out += 1
        else:
            texts.append(text)
    if faulty:
        return _faulty(faulty)
    with transaction.atomic():
        _save(translation, texts, user, result)
    return result


def _wrong_file(translation, po):
    """Why the file is not this translation's, or ``None``."""
    if po.translation_id != str(translation.uuid):
        other = _translation_of(po.translation_id)
        if other is None:
            return PoProblem(_("This file was made for a page that is not on this site."))
        names = {"title": other.source.object_repr, "language": other.target_locale.get_display_name()}
        return PoProblem(_("This file is of another translation: “%(title)s” in %(language)s.") % names)
    if not same_language(po.language, translation.target_locale.language_code):
        names = {"said": po.language, "language": translation.target_locale.get_display_name()}
        return PoProblem(
            _("The file's header says that it is in “%(said)s”; this translation is in %(language)s.") % names
        )
    return None


def _translation_of(translation_id):
    try:
        uuid = UUID(translation_id)
    except ValueError:
        return None
    return Translation.objects.select_related("source", "target_locale").filter(uuid=uuid).first()


def _faulty(faulty):
    text, reason = faulty[0]
    names = {"text": text.source[:60], "reason": reason, "count": len(faulty) - 1}
    if len(faulty) == 1:
        return PoProblem(_("Nothing was taken in. The translation of “%(text)s” is wrong: %(reason)s.") % names)
    return PoProblem(
        _("Nothing was taken in. The translation of “%(text)s” is wrong: %(reason)s. So are %(count)s more.") % names
    )


def _save(translation, texts, user, result):
    segments = list(StringSegment.objects.filter(source=translation.source).select_related("string", "context"))
    saved = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.select_for_update(of=("self",))
        .filter(locale=translation.target_locale, context__in={segment.context_id for segment in segments})
        .select_related("suggestion", "context", "translation_of")
    }
    found, gone = _matched(texts, segments)
    result.gone = len(gone)
    for place, text in found.items():
        row = saved.get(place) or _new_row(translation, place)
        if text.is_fuzzy and _is_accepted(row) and row.data != text.translation:
            result.outdone += 1
        elif text.is_fuzzy:
            result.fuzzy += 1
            _save_fuzzy(row, text, user)
        elif _save_text(row, text.translation, user):
            result.saved += 1
            result.marked += row.has_error
    if gone:
        _remember(translation, gone, user)
        recall(translation)


def _matched(texts, segments):
    """``{(context id, string id): text}`` for texts on the page, and the texts that are not there.

    Of two entries for one place the later one holds, but a fuzzy one never takes the place of another.
    """
    by_place, by_text = defaultdict(set), defaultdict(set)
    for segment in segments:
        place = segment.context_id, segment.string_id
        by_place[segment.context.path, segment.string.data].add(place)
        by_text[segment.string.data].add(place)
    found, elsewhere, gone = {}, [], []
    for text in texts:
        places = by_place.get((text.place, text.source))
        if places:
            for place in places:
                if place not in found or not text.is_fuzzy:
                    found[place] = text
        else:
            elsewhere.append(text)
    by_name = set(found)
    for text in elsewhere:
        if text.source not in by_text:
            gone.append(text)
            continue
        for place in by_text[text.source] - by_name:
            if place not in found or not text.is_fuzzy:
                found[place] = text
    return found, gone


def _new_row(translation, place):
    context_id, string_id = place
    return StringTranslation(context_id=context_id, translation_of_id=string_id, locale_id=translation.target_locale_id)


def _save_text(row, data, user):
    """Saves a text as a person does, unless it stands there like that; gives whether it was new."""
    if row.pk and row.data == data and not hasattr(row, "suggestion"):
        return False
    row.data, row.has_error, row.field_error = data, False, ""
    _sign(row, user)
    return True


def _is_accepted(row):
    return bool(row.pk and row.data) and not row.has_error


def _save_fuzzy(row, text, user):
    is_suggestion = bool(row.pk) and hasattr(row, "suggestion")
    if is_suggestion and row.data == text.translation:
        return
    row.data, row.has_error = text.translation, True
    if not is_suggestion:
        row.field_error = _("Marked as uncertain (fuzzy) in the PO file: mend it, or save it as it is.")
    _sign(row, user)
    if not is_suggestion:
        previous = text.previous_source
        Suggestion.objects.create(
            string_translation=row,
            kind=Suggestion.Kind.CHANGED if previous else Suggestion.Kind.SIMILAR,
            previous_source=previous,
            similarity=similarity(previous, text.source) if previous else 0,
        )


def _sign(row, user):
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name, row.last_translated_by = TOOL_NAME, user
    row.save()


def _remember(translation, gone, user):
    """Keeps translations of earlier texts of this page, where it is known that they stood on it."""
    strings = String.objects.filter(
        locale=translation.source.locale_id, data_hash__in={String._get_data_hash(text.source) for text in gone}
    )
    contexts = TranslationContext.objects.filter(
        object_id=translation.source.object_id, path__in={text.place for text in gone if text.place}
    )
    string_ids = {string.data: string.pk for string in strings}
    context_ids = {context.path: context.pk for context in contexts}
    for text in gone:
        place = context_ids.get(text.place), string_ids.get(text.source)
        if text.is_fuzzy or None in place:
            continue
        there = StringTranslation.objects.filter(
            context=place[0], translation_of=place[1], locale=translation.target_locale
        ).first()
        _save_text(there or _new_row(translation, place), text.translation, user)
