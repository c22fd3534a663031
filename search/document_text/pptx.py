"""PowerPoint's slides (Office Open XML)."""

import re

from search.document_text.archive import Archive
from search.document_text.unreadable import Reason, UnreadableDocument
from search.document_text.xml_paragraphs import Vocabulary, paragraphs

# Slides in the order they were made, which is nearly always that they are shown in; then the figures made of words.
# Not the notes: they are for the speaker.
_PARTS = (re.compile(r"ppt/slides/slide(\d+)\.xml"), re.compile(r"ppt/diagrams/data(\d+)\.xml"))


def _is_hidden_slide(name, attributes):
    return name == "sld" and attributes.get("show") in {"0", "false"}


_SLIDES = Vocabulary(
    paragraphs=frozenset({"p"}),
    texts=frozenset({"t"}),
    breaks={"br": "\n", "tab": "\t"},
    # A field is the slide's number or the day; a fallback says again what a figure says.
    without=frozenset({"fld", "Fallback", "pPr"}),
    hidden=_is_hidden_slide,
)


def read(file):
    archive = Archive(file)
    if "ppt/presentation.xml" not in archive.names():
        raise UnreadableDocument(Reason.DAMAGED)
    for pattern in _PARTS:
        found = [match for match in map(pattern.fullmatch, archive.names()) if match]
        for match in sorted(found, key=lambda match: int(match[1])):
            with archive.open(match[0]) as part:
                yield from paragraphs(part, _SLIDES)
