"""Where pictures that were drawn are kept: one for each page and language, the newest."""

import logging
from contextlib import suppress

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import translation

log = logging.getLogger(__name__)
PICTURES = "share_pictures/{language}"
# How every PNG ends. A file that does not is still being written, or the disk was full.
_END = b"IEND\xaeB`\x82"


def stored(subject):
    """The picture's bytes, or ``None`` where it has not been drawn."""
    try:
        with default_storage.open(_name(subject)) as file:
            content = file.read()
    except OSError:
        return None
    return content if content.endswith(_END) else None


def store(subject, content):
    """Keeps a picture in place of the page's older ones. A full disk is no reason not to answer: it is logged."""
    name = _name(subject)
    try:
        default_storage.delete(name)
        kept = default_storage.save(name, ContentFile(content))
        for other in default_storage.listdir(_folder(subject))[1]:
            other = f"{_folder(subject)}/{other}"
            # Of two that draw the same picture at once, the second is given a name that nobody asks for.
            if other != name or (kept != name and other == kept):
                default_storage.delete(other)
    except OSError:
        log.exception("The share picture %s could not be kept.", name)
        with suppress(OSError):
            default_storage.delete(name)


def folder_of(language, kind, pk):
    """Where the pictures of a page or theme are kept for the readers of a language (BCP 47)."""
    return f"{PICTURES.format(language=language)}/{kind}-{pk}"


def _folder(subject):
    return folder_of(translation.get_language(), subject.kind, subject.pk)


def _name(subject):
    return f"{_folder(subject)}/{subject.stored_as}.png"
