"""What is wrong with a translated text, whatever it says. Pure.

wagtail-localize refuses tags and ids that may stand in no text, and lets pass what is no tag to it: comments, CDATA
and the like, which a browser reads otherwise; and an empty text, in whose place it puts the source's.
"""

import re

from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

from translators.memory.tags import plain
from translators.texts import markup

# What no XML may hold: such a sign in one title would end the feed of a whole language with an error.
_NO_SIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def fault_of(source, translation, longest=None):
    """A sentence for whoever has to mend it, or an empty string.

    Args:
        longest: How many characters fit where the text stands; ``None`` where there is no end.
    """
    if is_emptied(source, translation):
        return _("The translation is empty.")
    if sign := _NO_SIGN.search(translation):
        return _("The translation holds a sign that cannot be shown (%(sign)s).") % {"sign": f"U+{ord(sign[0]):04X}"}
    if reason := markup.fault(source, translation):
        return _("The translation does not fit its source: %(reason)s.") % {"reason": reason}
    return too_long(translation, longest)


def too_long(translation, longest):
    """A sentence if a text does not fit its field, or an empty string. What counts is what readers see."""
    count = len(StringValue(translation).render_text()) if longest and len(translation) > longest else 0
    if longest and count > longest:
        return _("The translation is too long: it has %(count)s characters, and %(longest)s fit.") % {
            "count": count,
            "longest": longest,
        }
    return ""


def is_emptied(source, translation):
    """Whether a translation says nothing where its source says something."""
    return _says_nothing(translation) and not _says_nothing(source)


def _says_nothing(text):
    return not any(sign.isprintable() and not sign.isspace() for sign in plain(text))
