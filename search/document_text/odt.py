"""OpenDocument's texts, as LibreOffice writes them."""

from search.document_text.archive import Archive
from search.document_text.unreadable import Reason, UnreadableDocument
from search.document_text.xml_paragraphs import Vocabulary, paragraphs

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"

_OPEN_DOCUMENT = Vocabulary(
    paragraphs=frozenset({"p", "h"}),
    breaks={"tab": "\t", "line-break": "\n", "s": " "},
    # Readings beside kanji, what has been deleted, remarks of those who wrote it, numbers of notes.
    without=frozenset({"ruby-text", "tracked-changes", "annotation", "note-citation"}),
)


def read(file):
    archive = Archive(file)
    if _CONTENT not in archive.names():
        raise UnreadableDocument(Reason.DAMAGED)
    if _is_encrypted(archive):
        raise UnreadableDocument(Reason.PROTECTED)
    with archive.open(_CONTENT) as part:
        yield from paragraphs(part, _OPEN_DOCUMENT)


def _is_encrypted(archive):
    if _MANIFEST not in archive.names():
        return False
    with archive.open(_MANIFEST) as manifest:
        return b"encryption-data" in manifest.read()
