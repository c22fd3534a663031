"""The banner a reader gets now."""

from dataclasses import dataclass

from django.utils import timezone

from council.translation.locales import language_of


@dataclass(frozen=True)
class Banner:
    """``level`` is that of `EmergencyMixin.Level`, ``word`` its name; ``language`` is that of the editor's words."""

    level: str
    word: str
    title: str
    text: str
    link: str
    link_text: str
    language: str


def banner_now(wordings):
    """The `Banner` of the first of these wordings that has one; ``None`` before its hour, after it, and when it is off.

    Args:
        wordings: `CouncilWording`, that in the reader's language first.
    """
    for wording in wordings:
        if wording.emergency_title and _is_shown(wording.settings):
            return Banner(
                wording.settings.emergency_level,
                wording.settings.get_emergency_level_display(),
                wording.emergency_title,
                wording.emergency_text,
                wording.emergency_link,
                wording.emergency_link_text,
                language_of(wording),
            )
    return None


def _is_shown(settings):
    now = timezone.now()
    begins, ends = settings.emergency_from, settings.emergency_until
    return bool(settings.emergency_level) and not (begins and now < begins) and not (ends and now >= ends)
