"""The models of this app; each stands in the file of its thing."""

from search.document_texts import DocumentText
from search.entries import PageEntry, PageText, PageVoice
from search.missed import MissedSearch
from search.pending import PendingObject
from search.promoted import PromotedResult
from search.synonyms import Synonym
from search.title_keys import TitleKey
from search.vocabulary import VocabularyWord

__all__ = [
    "DocumentText",
    "MissedSearch",
    "PageEntry",
    "PageText",
    "PageVoice",
    "PendingObject",
    "PromotedResult",
    "Synonym",
    "TitleKey",
    "VocabularyWord",
]
