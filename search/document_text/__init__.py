"""The text of a document: PDF, Word, OpenDocument, PowerPoint, Excel, CSV and plain text.

Whatever is uploaded may be broken or made to do harm, so each file is read by a process of its own with little memory
and little time: see `search.document_text.apart` and docs/decisions/0010-text-of-documents.md.
"""

from search.document_text.apart import text_of
from search.document_text.limits import MAX_CHARACTERS
from search.document_text.unreadable import SENTENCES, Reason, UnreadableDocument

__all__ = ["MAX_CHARACTERS", "SENTENCES", "Reason", "UnreadableDocument", "text_of"]
