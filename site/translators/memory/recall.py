"""Filling a translation with what was translated before, anywhere in the site."""

from collections import Counter, defaultdict

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from translators.memory.proposals import Known, Pair, best, of_the_same_place
from translators.memory.unfilled import is_unfilled, make_room, segments_of
from translators.suggestions import Suggestion, remark
from translators.terms.check import Checker
from translators.texts.check import fault_of, too_long
from translators.texts.length import longest_in
from translators.texts.titles import name_in_lists

TOOL_NAME = "memory"
# Newest first; a site of 20,000 translated texts in one language has said everything often enough.
REMEMBERED = 20_000


@transaction.atomic
def recall(translation):
    """Gives every segment that has no translation yet what the memory knows of it.

    The same text, translated anywhere, counts as translated. Anything less becomes a `Suggestion`: the translation of
    the place's earlier text, that of a similar one, or the sentences that are known. What is there already stays, so
    this may be called as often as one likes; at best after every sync. The number of queries does not depend on the
    number of segments.

    Returns:
        The number of segments filled, and the number of suggestions made.
    """
    segments = segments_of(translation)
    waiting = [segment for segment in segments if is_unfilled(segment)]
    if not waiting:
        return 0, 0

    translated = StringTranslation.objects.filter(locale=translation.target_locale_id, has_error=False)
    exact = _exact(translated, waiting, translation.source.object_id)
    filled = {_place(segment): exact[segment.string_id] for segment in waiting if segment.string_id in exact}
    rest = [segment for segment in waiting if segment.string_id not in exact]
    proposals = _proposals(translated, rest, segments, translation) if rest else {}
    _save(translation, waiting, filled, proposals)
    return len(filled), len(proposals)


def _place(segment):
    return segment.context_id, segment.string_id


def _exact(translated, waiting, object_id):
    """``{string id: text}``: how the same text was translated; best in the same object, else most often, else last."""
    found = defaultdict(list)
    rows = (
        translated.filter(translation_of__in={segment.string_id for segment in waiting})
        .exclude(data="")
        .order_by("-updated_at", "-pk")
        .values_list("translation_of", "translation_of__data", "data", "context__object_id")
    )
    for string_id, source, data, owner in rows:
        if not fault_of(source, data):
            found[string_id].append((data, owner == object_id))
    return {string_id: _preferred(ways) for string_id, ways in found.items()}


def _preferred(ways):
    """Of several ways to say it (newest first) the one that the object uses, then the most used, then the newest."""
    uses = Counter(data for data, _own in ways)
    own = {data for data, is_own in ways if is_own}
    # `max` keeps the first of equals, which is the newest.
    return max((data for data, _own in ways), key=lambda data: (data in own, uses[data]))


def _proposals(translated, rest, segments, translation):
    """``{(context id, string id): Proposal}`` for texts that nobody has translated as they are."""
    texts_of_place, now = defaultdict(list), defaultdict(set)
    for segment in segments:
        now[segment.context_id].add(segment.string_id)
    for segment in rest:
        texts_of_place[segment.context_id].append(segment.string.data)
    earlier = defaultdict(list)
    for context_id, string_id, source, data in (
        translated.filter(context__in=texts_of_place)
        .exclude(data="")
        .order_by("-updated_at", "-pk")
        .values_list("context", "translation_of", "translation_of__data", "data")
    ):
        if string_id not in now[context_id] and _is_sound(source, data):
            earlier[context_id].append(Pair(source, data))
    pairs = [
        Pair(source, data)
        for source, data in translated.filter(translation_of__locale=translation.source.locale_id)
        .exclude(data="")
        .order_by("-updated_at", "-pk")
        .values_list("translation_of__data", "data")[:REMEMBERED]
        if _is_sound(source, data)
    ]
    known = Known(pairs, [segment.string.data for segment in rest], translation.target_locale.language_code)
    changed = {
        context_id: of_the_same_place(texts, earlier[context_id], alone=len(now[context_id]) == 1)
        for context_id, texts in texts_of_place.items()
    }
    found = {}
    for segment in rest:
        text = segment.string.data
        proposal = best(text, changed[segment.context_id].get(text), known)
        if proposal and proposal.data:
            found[_place(segment)] = proposal
    return found


def _is_sound(source, data):
    """Whether what was written before every text was checked may be proposed: texts without tags are not looked at."""
    return "<" not in data or not fault_of(source, data)


def _save(translation, waiting, filled, proposals):
    """Writes all in one go. Another recall of the same translation at the same moment loses nothing."""
    checker = Checker(translation.source.locale_id, translation.target_locale_id)
    model = translation.source.specific_content_type.model_class()
    now = timezone.now()
    rows, titles = {}, []
    for segment in waiting:
        place = _place(segment)
        if place in filled:
            data = filled[place]
            is_long = too_long(data, longest_in(model, segment.context.path))
            fault = is_long or checker.fault(segment.string.data, data, segment.context.object_id)
            if segment.context.path == "title" and not is_long:
                titles.append(data)
        elif place in proposals:
            data = proposals[place].data
            fault = remark(proposals[place].kind, proposals[place].similarity)
        else:
            continue
        rows[place] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale_id=translation.target_locale_id,
            data=data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=TOOL_NAME,
            has_error=bool(fault),
            field_error=fault,
            created_at=now,
            updated_at=now,
        )
    make_room([segment for segment in waiting if _place(segment) in rows], translation.target_locale_id)
    for title in titles:
        # What saving a title does, which writing many rows at once goes past.
        name_in_lists(translation.source.object_id, translation.target_locale_id, title)
    StringTranslation.objects.bulk_create(rows.values(), ignore_conflicts=True)
    if proposals:
        add_suggestions(translation, proposals)


def add_suggestions(translation, proposals):
    """Notes that the translations at these places (context id, string id) are proposed ones.

    Args:
        proposals: ``{place: Proposal}``. A place that somebody has translated in the meantime is left alone.
    """
    saved = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context__in={context_id for context_id, _string_id in proposals},
        translation_of__in={string_id for _context_id, string_id in proposals},
        has_error=True,
    )
    suggestions = []
    for row in saved.only("context_id", "translation_of_id", "data"):
        proposal = proposals.get((row.context_id, row.translation_of_id))
        if proposal and proposal.data == row.data:
            suggestions.append(
                Suggestion(
                    string_translation=row,
                    kind=proposal.kind,
                    previous_source=proposal.previous_source,
                    similarity=proposal.similarity,
                )
            )
    Suggestion.objects.bulk_create(suggestions, ignore_conflicts=True)
