"""The proposed texts of a translation that nobody has accepted yet, and what differs in their source."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail_localize.models import StringSegment

from translators.memory.differences import as_html, differences
from translators.models import Suggestion


@dataclass(frozen=True)
class Change:
    segment_id: int
    # Where wagtail-localize's editor saves this text, too.
    save_url: str
    kind: str
    kind_label: str
    similarity: int
    source: str
    # From the text that was translated to the present one; empty where there is no earlier text.
    differences: SafeString
    proposed: str

    @property
    def is_whole(self):
        """Whether the text can be accepted as it is: what is put together from known sentences may lack some."""
        return self.kind != Suggestion.Kind.SENTENCES or self.similarity == 100


def changes_of(translation):
    """`Change`s in the order of the text, with two queries."""
    proposed = {
        (each.string_translation.context_id, each.string_translation.translation_of_id): each
        for each in Suggestion.objects.filter(
            string_translation__context__object=translation.source.object_id,
            string_translation__locale=translation.target_locale_id,
        ).select_related("string_translation")
    }
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("string").order_by("order")
    changes = {}
    for segment in segments if proposed else []:
        place = segment.context_id, segment.string_id
        if place in proposed:
            changes.setdefault(place, _change(translation, segment, proposed[place]))
    return list(changes.values())


def _change(translation, segment, suggestion):
    before, now = suggestion.previous_source, segment.string.data
    return Change(
        segment_id=segment.pk,
        save_url=reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
        kind=suggestion.kind,
        kind_label=suggestion.get_kind_display(),
        similarity=suggestion.similarity,
        source=now,
        differences=as_html(differences(before, now)) if before else SafeString(""),
        proposed=suggestion.string_translation.data,
    )
