"""What goes along when something is sent for translation.

A page needs the pages above it, or wagtail-localize puts aliases there; and the snippets that stand in it, or these
stay in the language of the source. Both to any depth, and each only where it is not there yet.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import RelatedObjectSegmentValue

from council.translation.locales import source_locale
from translators.status.languages import name_of
from translators.status.rows import read_rows


class Reason(TextChoices):
    CHOSEN = "chosen", _("chosen")
    ABOVE = "above", _("stands above it")
    NEEDED = "needed", _("stands in it")
    BELOW = "below", _("stands below it")


@dataclass(frozen=True)
class Item:
    obj: object
    reason: Reason

    @property
    def title(self):
        return title_of(self.obj)

    @property
    def type_name(self):
        return capfirst(self.obj._meta.verbose_name)


@dataclass(frozen=True)
class Parcel:
    """Everything that is sent into one locale, in the order in which it has to be made."""

    locale: Locale
    items: list[Item]

    @property
    def locale_name(self):
        return name_of(self.locale)

    @property
    def along(self):
        return [item for item in self.items if item.reason != Reason.CHOSEN]


def pack(objects, locale, include_below=False):
    """The `Parcel` of these objects, each in the language it was written in. Writes nothing."""
    packing = _Packing(locale, {obj.translation_key for obj in objects})
    for obj in objects:
        packing.add(obj, Reason.CHOSEN)
        for page in pages_below(obj) if include_below else []:
            packing.add(page.specific, Reason.BELOW)
    return Parcel(locale, packing.items)


class _Packing:
    def __init__(self, locale, chosen):
        self.locale, self.chosen = locale, chosen
        self.seen, self.items = set(), []

    def add(self, obj, reason):
        """Adds an object after all it needs. Two snippets may well need each other."""
        if obj.translation_key in self.seen:
            return
        self.seen.add(obj.translation_key)
        original = original_of(obj)
        if original is None or is_in(original, self.locale):
            return
        if isinstance(original, Page):
            parent = original.get_parent()
            if not parent.is_root():
                self.add(parent.specific, Reason.ABOVE)
        for needed in needs(original):
            self.add(needed, Reason.NEEDED)
        self.items.append(Item(original, Reason.CHOSEN if original.translation_key in self.chosen else reason))


def needs(obj):
    """The live objects whose translations a translation of this one shows in their place."""
    found = []
    for segment in extract_segments(obj):
        if isinstance(segment, RelatedObjectSegmentValue):
            model = segment.content_type.model_class()
            each = model._default_manager.filter(translation_key=segment.translation_key, locale=obj.locale_id).first()
            # What readers of the source do not see is not sent behind the back of whoever writes it.
            if each is not None and getattr(each, "live", True):
                found.append(each.specific if isinstance(each, Page) else each)
    return found


def pages_below(obj):
    """The live pages below a page, those above first. Aliases have no text of their own."""
    if not isinstance(obj, Page):
        return Page.objects.none()
    return obj.get_descendants().live().filter(alias_of__isnull=True).order_by("path")


def is_in(obj, locale):
    """Whether an object has a version in a locale. An alias is none."""
    versions = base_model(obj)._default_manager.filter(translation_key=obj.translation_key, locale=locale)
    return (versions.filter(alias_of__isnull=True) if isinstance(obj, Page) else versions).exists()


def original_of(obj):
    """The version an object was written in first, its own type; None where only aliases are left."""
    was_translated = Translation.objects.filter(source__object=obj.translation_key, target_locale=obj.locale_id)
    if obj.locale_id == source_locale().pk and not getattr(obj, "alias_of_id", None) and not was_translated.exists():
        return obj
    rows = read_rows([obj.translation_key])
    if not rows:
        return None
    source = rows[0].source
    return obj if source.pk == obj.pk else source.model._default_manager.get(pk=source.pk)


def base_model(obj):
    """The model whose table holds the locale: `Page` for every page."""
    return obj.get_translation_model()


def title_of(obj):
    return obj.get_admin_display_title() if isinstance(obj, Page) else str(obj)
