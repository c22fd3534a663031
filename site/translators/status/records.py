"""What wagtail-localize and `council.translation.freshness` have on record, as plain rows: four queries."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, Max
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from council.translation.freshness import PublishedText
from translators.status.cells import Published, Work


@dataclass(frozen=True)
class Records:
    """``published`` and ``works`` by ``(translation key, locale id)``; several sources may have been translated into one."""

    published: dict
    works: dict
    # (translation key, locale id) of each `TranslationSource`.
    sources: set

    @classmethod
    def read(cls, keys=None):
        """All of them, or only those of these translation keys."""
        sources = _sources(keys)
        return cls(
            published=_published(keys),
            works=_works(keys, sources),
            sources={(source["object_id"], source["locale_id"]) for source in sources.values()},
        )

    def work_on(self, key, locale_id, birth):
        """The `Work` on an object in a locale: of several what is still managed, then what began where it was born."""
        works = self.works.get((key, locale_id), [])
        return min(works, key=lambda work: (not work.enabled, work.source_locale_id != birth), default=None)

    def source_text(self, key, work):
        """The fingerprint of the text that somebody works from, as it was last published; empty where unknown."""
        published = work and self.published.get((key, work.source_locale_id))
        return published.fingerprint if published else ""


def _published(keys):
    texts = PublishedText.objects.all() if keys is None else PublishedText.objects.filter(translation_key__in=keys)
    fields = ["fingerprint", "made_from", "outdated_since", "changed_at"]
    return {
        (key, locale_id): Published(*values)
        for key, locale_id, *values in texts.values_list("translation_key", "locale_id", *fields)
    }


def _sources(keys):
    sources = TranslationSource.objects.all() if keys is None else TranslationSource.objects.filter(object__in=keys)
    rows = sources.values("pk", "object_id", "locale_id", synced=F("synced_text__fingerprint"))
    return {row["pk"]: row for row in rows.annotate(segments=Count("stringsegment")).order_by()}


def _works(keys, sources):
    translations = Translation.objects.all() if keys is None else Translation.objects.filter(source__object__in=keys)
    done = _translated(keys)
    works = defaultdict(list)
    for source_id, locale_id, enabled in translations.values_list("source_id", "target_locale_id", "enabled"):
        source = sources.get(source_id)
        if source is None:
            # Sent between the two queries: the next look will have it.
            continue
        translated, last_edited_at = done.get((source_id, locale_id), (0, None))
        works[source["object_id"], locale_id].append(
            Work(
                source_id=source_id,
                source_locale_id=source["locale_id"],
                enabled=enabled,
                segments=source["segments"],
                translated=translated,
                synced=source["synced"] or "",
                last_edited_at=last_edited_at,
            )
        )
    return dict(works)


def _translated(keys):
    """``{(source id, locale id): (number of its segments that are translated there, when the last one was)}``.

    A text with an error, which a suggestion carries until a person accepts it, goes onto no page and is not counted;
    neither is one whose segment is no longer in the source.
    """
    segments = StringSegment.objects.all() if keys is None else StringSegment.objects.filter(source__object__in=keys)
    found = segments.filter(
        string__translations__context=F("context"), string__translations__has_error=False
    ).values_list("source_id", "string__translations__locale_id")
    counted = found.annotate(number=Count("pk"), last=Max("string__translations__updated_at")).order_by()
    return {(source_id, locale_id): (number, last) for source_id, locale_id, number, last in counted}
