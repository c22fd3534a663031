"""What of the published translations is still in the source's language, because a reviewer published it with gaps.

The texts are noted when a translation is published (`PublishedText.untranslated`). Where readers meet one of them, on
its own page or in a list of another, it has to say its language (`council.translation.language_marks`), and the page
itself says that some of it is missing.
"""

import re
import time
from dataclasses import dataclass, field

from django.apps import apps
from django.db import transaction
from wagtail_localize.models import StringSegment
from wagtail_localize.strings import StringValue

from council.translation.locales import active_locale

# For processes that did not see the publication themselves.
SECONDS_REMEMBERED = 300

_memory = {}


@dataclass
class Untranslated:
    """Of one language: the texts by the language they are in, and the translation keys of the objects they stand in."""

    texts: dict[str, set[str]] = field(default_factory=dict)
    keys: set = field(default_factory=set)


def texts_without_translation(source, locale):
    """``{language code of the source: [text]}`` of a `TranslationSource` that a locale's version shows as they are.

    The texts are plain, without tags; a text with tags inside gives several.
    """
    segments = StringSegment.objects.filter(source=source).annotate_translation(locale).select_related("string")
    missing = [part for each in segments if not each.translation for part in _plain_parts(each.string.data)]
    return {source.locale.language_code: list(dict.fromkeys(missing))} if missing else {}


def untranslated(locale_id=None):
    """`Untranslated` of a locale, by itself that of the reader. Rarely a query."""
    locale_id = locale_id or active_locale().pk
    until, found = _memory.get(locale_id, (0, None))
    if time.monotonic() > until:
        found = _read(locale_id)
        _memory[locale_id] = (time.monotonic() + SECONDS_REMEMBERED, found)
    return found


def forget_untranslated():
    """Looks again at the next page."""
    _memory.clear()


def note_untranslated_changed():
    """To be called when what is noted has changed."""
    forget_untranslated()
    # A request that comes before the commit would keep what was.
    transaction.on_commit(forget_untranslated)


def _read(locale_id):
    found = Untranslated()
    # By its name: the module it stands in imports this one.
    rows = apps.get_model("council", "PublishedText").objects.filter(locale=locale_id).exclude(untranslated={})
    for key, texts in rows.values_list("translation_key", "untranslated"):
        found.keys.add(key)
        for language, parts in texts.items():
            found.texts.setdefault(language, set()).update(parts)
    return found


def _plain_parts(data):
    """The texts between the tags and line breaks of a segment, as a reader sees them."""
    for part in re.split(r"<[^>]*>|\n", data):
        text = " ".join(StringValue(part).render_text().split())
        if text:
            yield text
