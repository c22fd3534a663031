"""The zip archives that office files are, opened with care."""

import zipfile

from search.document_text.limits import MAX_ARCHIVE_PARTS, MAX_UNPACKED_BYTES
from search.document_text.unreadable import Reason, UnreadableDocument

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """An archive's parts. What they unpack to is counted as they are opened."""

    def __init__(self, file):
        self._zip = _open(file)
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._left = MAX_UNPACKED_BYTES

    def names(self):
        return list(self._parts)

    def open(self, name):
        """One part as a binary file. It never gives more than the archive declares: `zipfile` sees to that.

        Raises:
            UnreadableDocument: with this one it is too much, or it needs a password.
            KeyError: there is no such part.
        """
        part = self._parts[name]
        self.count(part)
        return self._zip.open(part)

    def count_all(self):
        """Counts all parts but pictures and the like, for a library that opens them itself."""
        for name, part in self._parts.items():
            if name.endswith((".xml", ".rels")):
                self.count(part)

    def count(self, part):
        if part.flag_bits & 1:
            raise UnreadableDocument(Reason.PROTECTED)
        self._left -= part.file_size
        if self._left < 0:
            raise UnreadableDocument(Reason.TOO_LARGE)


def _open(file):
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile:
        file.seek(0)
        raise UnreadableDocument(_reason(file.read(1024 * 1024))) from None
    if len(archive.infolist()) > MAX_ARCHIVE_PARTS:
        raise UnreadableDocument(Reason.TOO_LARGE)
    return archive


def _reason(start):
    """Microsoft's encrypted files are no archives, but hold one in an older container."""
    encrypted = start.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in start
    return Reason.PROTECTED if encrypted else Reason.DAMAGED
