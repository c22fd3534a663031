"""Whether something may stand in the place of what the source has.

wagtail-localize stores whatever it is given, and puts it on the page: a link that runs a script, or the number of a
picture that does not exist, with which no page can be made.
"""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import ForeignKey, URLField
from django.utils.translation import gettext as _
from wagtail.blocks import ChooserBlock, EmailBlock, URLBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail_localize.models import SourceDeletedError, Translation

from translators.overrides.addresses import is_harmless
from translators.overrides.places import LINK, NothingThere, find


def fault_of_override(source, path, value):
    """A sentence for whoever put it there, or an empty string.

    Args:
        source: The `TranslationSource`.
        path: Where in it, as wagtail-localize writes it.
        value: What is to stand there: an address, a text, or the key of an object.
    """
    try:
        kind, there = find(source.as_instance(), path)
    except (SourceDeletedError, NothingThere):
        return _("What this should replace is no longer in the source.")
    try:
        if isinstance(kind, ChooserBlock):
            return _fault_of_choice(kind, there, value)
        if isinstance(kind, ForeignKey):
            kind.clean(value, None)
            return "" if value else _no_such_object()
        return _fault_of_text(kind, value)
    except ValidationError as error:
        return error.messages[0]


def fault_of_stored(override):
    """The same of a `SegmentOverride`. One that no translation uses has none."""
    translation = (
        Translation.objects.filter(source__object_id=override.context.object_id, target_locale=override.locale_id)
        .select_related("source")
        .first()
    )
    return fault_of_override(translation.source, override.context.path, override.data) if translation else ""


def _fault_of_choice(block, there, value):
    if there is None:
        # wagtail-localize takes the type of the object from it.
        return _("What this should replace has been deleted.")
    try:
        block.clean(type(there)._default_manager.get(pk=value))
    except (ObjectDoesNotExist, ValueError, TypeError, OverflowError):
        return _no_such_object()
    return ""


def _fault_of_text(kind, value):
    if not isinstance(value, str):
        return _("This is no text.")
    if kind is LINK or isinstance(kind, URLField | URLBlock | EmbedBlock):
        if not is_harmless(value):
            return _("A link may lead to a web page (https://…), an e-mail address (mailto:…) or a telephone (tel:…).")
        if kind is LINK or isinstance(kind, EmbedBlock):
            return ""
    if isinstance(kind, URLBlock | EmailBlock):
        kind.clean(value)
    elif hasattr(kind, "get_internal_type"):
        kind.clean(value, None)
    return ""


def _no_such_object():
    return _("There is no such page, picture, document or entry.")
