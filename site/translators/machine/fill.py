"""Filling what is missing in a translation by machine."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation

from translators.machine.service import MachineTranslationFailed
from translators.memory.proposals import Proposal
from translators.memory.recall import add_suggestions
from translators.memory.tags import fitted
from translators.memory.unfilled import is_unfilled, make_room, segments_of
from translators.suggestions import Suggestion, remark


def machine_translate(translation, user=None):
    """Gives every segment without a translation what the machine of the settings says, as a `Suggestion`.

    Nothing is written before all texts have been answered.

    Returns:
        The number of segments filled.

    Raises:
        MachineTranslationFailed: no machine is set, it does not know the languages, or it gave no answer.
    """
    machine = get_machine_translator()
    if machine is None:
        raise MachineTranslationFailed(_("Machine translation is not set up on this site."))
    source, target = translation.source.locale, translation.target_locale
    if not machine.can_translate(source, target):
        raise MachineTranslationFailed(
            _("%(name)s does not translate from %(source)s into %(target)s.")
            % {"name": machine.display_name, "source": source.get_display_name(), "target": target.get_display_name()}
        )
    places = {}
    waiting = [segment for segment in segments_of(translation) if is_unfilled(segment)]
    for segment in waiting:
        places.setdefault(segment.string.as_value(), set()).add((segment.context_id, segment.string_id))
    if not places:
        return 0
    said = machine.translate(source, target, list(places))
    texts = {
        place: fitted(said[string].data, string.data).strip()
        for string, where in places.items()
        for place in where
        if said.get(string) is not None
    }
    texts = {place: text for place, text in texts.items() if text}
    return _save(translation, waiting, texts, machine.display_name, user)


@transaction.atomic
def _save(translation, waiting, texts, tool_name, user):
    answered = [segment for segment in waiting if (segment.context_id, segment.string_id) in texts]
    make_room(answered, translation.target_locale_id)
    now, reason = timezone.now(), remark(Suggestion.Kind.MACHINE, tool_name=tool_name)
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                context_id=context_id,
                translation_of_id=string_id,
                locale_id=translation.target_locale_id,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
                tool_name=tool_name,
                last_translated_by=user,
                has_error=True,
                field_error=reason,
                created_at=now,
                updated_at=now,
            )
            for (context_id, string_id), data in texts.items()
        ],
        ignore_conflicts=True,
    )
    add_suggestions(translation, {place: Proposal(Suggestion.Kind.MACHINE, data) for place, data in texts.items()})
    return len(texts)
