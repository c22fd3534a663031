"""Word's documents (Office Open XML)."""

import re

from search.document_text.archive import Archive
from search.document_text.unreadable import Reason, UnreadableDocument
from search.document_text.xml_paragraphs import Vocabulary, paragraphs

# The main part is `document.xml`, or `document2.xml` where an office's server has rewritten it.
_MAIN = re.compile(r"word/document\d*\.xml")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")

_WORD = Vocabulary(
    paragraphs=frozenset({"p"}),
    # Deleted text, and the instructions of fields, are other elements.
    texts=frozenset({"t"}),
    breaks={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    # Readings beside kanji would stand inside the word; a fallback says again what a text box says.
    without=frozenset({"rt", "Fallback", "pPr"}),
)


def read(file):
    archive = Archive(file)
    main = [name for name in archive.names() if _MAIN.fullmatch(name)]
    if not main:
        raise UnreadableDocument(Reason.DAMAGED)
    for name in (main[0], *_NOTES):
        if name in archive.names():
            with archive.open(name) as part:
                yield from paragraphs(part, _WORD)
