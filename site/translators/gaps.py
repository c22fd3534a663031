"""What is missing of a translation, and that it is not published so, unless a reviewer wants it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views.edit_translation import FieldHasNoEditPanelError, TabHelper, get_segment_location_info

from council.translation.publication import PublicationRefused
from translators.gaps_allowed import GapsAllowed
from translators.texts.recheck import mark_faults


@dataclass(frozen=True)
class Gap:
    """A text of the source that has no valid translation, and the label of the place where it stands."""

    source: str
    place: str


class PublishingWithGaps(PublicationRefused):
    """Translations with gaps were to be published. ``refused`` has each with its list of `Gap`s."""

    def __init__(self, refused):
        self.refused = refused
        super().__init__(" ".join(sentence_about(translation, gaps) for translation, gaps in refused.items()))


def sentence_about(translation, gaps):
    """Why this translation is not published, in one sentence."""
    return ngettext(
        "“%(title)s” was not published in %(language)s: %(count)d text is not translated.",
        "“%(title)s” was not published in %(language)s: %(count)d texts are not translated.",
        len(gaps),
    ) % {
        "title": translation.source.object_repr,
        "language": translation.target_locale.get_display_name(),
        "count": len(gaps),
    }


def sentence_about_errors(translation):
    """Why this translation is not published: what its page or snippet does not accept."""
    return _("“%(title)s” was not published in %(language)s: some of its texts have errors.") % {
        "title": translation.source.object_repr,
        "language": translation.target_locale.get_display_name(),
    }


def translation_of(instance):
    """The `Translation` by which wagtail-localize manages a page or snippet, or ``None``."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )


def gaps_of(translation):
    """The source's texts, in their order, that no person has translated yet.

    Texts with an error count, and so do proposals of the memory or a machine that nobody has accepted.
    """
    segments = list(_segments_with_gaps(translation).select_related("string", "context").order_by("order"))
    if not segments:
        return []
    source = translation.source.get_source_instance()
    tabs = TabHelper(source)
    return [Gap(segment.string.data, _place(segment, source, tabs)) for segment in segments]


def gaps_against_publication(translation):
    """The gaps that stop a translation: none where a reviewer has allowed them for this version of the source.

    Texts are looked at again: one that no page takes would end the publication with an error of the database.
    """
    mark_faults(translation)
    if not _segments_with_gaps(translation).exists() or are_allowed(translation):
        return []
    return gaps_of(translation)


def refuse_gaps(translations):
    """Raises `PublishingWithGaps` if one of these translations must not be published as it is."""
    refused = {each: gaps for each in translations if (gaps := gaps_against_publication(each))}
    if refused:
        raise PublishingWithGaps(refused)


def are_allowed(translation):
    return GapsAllowed.objects.filter(
        translation=translation, source_version=translation.source.last_updated_at
    ).exists()


def allow_gaps(translation, user):
    """Records a reviewer's word: this translation may be published with gaps, until the next sync of its source."""
    GapsAllowed.objects.update_or_create(
        translation=translation,
        defaults={"source_version": translation.source.last_updated_at, "allowed_by": user},
    )


def _segments_with_gaps(translation):
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=translation.target_locale_id,
        has_error=False,
    ).exclude(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    return translation.source.stringsegment_set.filter(~Exists(translated))


def _place(segment, source, tabs):
    """The labels of field and part, as the translators' editor shows them."""
    path = segment.context.path
    try:
        info = get_segment_location_info(source, tabs, path, segment.context.get_field_path(source))
    except (FieldHasNoEditPanelError, KeyError):
        # A field without a panel, or one that is no longer there.
        return path
    if info["subField"]:
        return _("%(field)s: %(part)s") % {"field": info["field"], "part": info["subField"]}
    return str(info["field"])
