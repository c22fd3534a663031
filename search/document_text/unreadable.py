"""Why a file has no text for us."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Reason(StrEnum):
    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    UNKNOWN_KIND = "unknown-kind"
    UNKNOWN_ENCODING = "unknown-encoding"
    UNKNOWN_FONTS = "unknown-fonts"
    NO_TEXT = "no-text"
    MISSING = "missing"


# What the staff read.
SENTENCES = {
    Reason.PROTECTED: _("The file is protected with a password."),
    Reason.DAMAGED: _("The file is damaged, or is not what its name says."),
    Reason.TOO_LARGE: _("The file is too large to be read."),
    Reason.TOO_SLOW: _("The file takes too long to be read."),
    Reason.UNKNOWN_KIND: _("Files of this kind are not read."),
    Reason.UNKNOWN_ENCODING: _("It cannot be told how the file's characters are encoded. Please save it as UTF-8."),
    Reason.UNKNOWN_FONTS: _("The PDF does not say which characters it shows. Please make it anew from its source."),
    Reason.NO_TEXT: _("The file holds no text. It may be a scan: pictures of pages."),
    Reason.MISSING: _("The file is not there."),
}


class UnreadableDocument(Exception):
    """A file that cannot be read. ``str()`` is a sentence for the staff, in the active language."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = Reason(reason)

    def __str__(self):
        return str(SENTENCES[self.reason])
