"""The texts of documents, kept so that no file is read twice."""

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from search.document_text import SENTENCES, Reason, UnreadableDocument, text_of


class DocumentText(models.Model):
    """What a document's file says, or why nothing is known of it."""

    document = models.OneToOneField(
        get_document_model_string(),
        verbose_name=_("document"),
        related_name="search_text",
        on_delete=models.CASCADE,
    )
    # That of the document when it was read: another one means another file. Empty if there was no file.
    file_hash = models.CharField(max_length=40, blank=True, editable=False)
    text = models.TextField(_("text"), blank=True)
    # The reason, so that everybody reads the sentence in their own language: `get_problem_display()`.
    problem = models.CharField(_("problem"), max_length=30, blank=True, choices=list(SENTENCES.items()))
    read_at = models.DateTimeField(_("read at"))

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self):
        return str(self.document)


def stored_text(documents):
    """``{document id: text}`` of those documents whose file has been read as it is now and holds a text. One query."""
    found = _current(documents).exclude(text="")
    return dict(found.values_list("document_id", "text"))


def read_documents(documents):
    """Reads the files that have not been read as they are now, and stores their texts or what is the matter with them.

    It may take `MAX_SECONDS` for each file: not for a request that somebody waits for.

    Returns:
        A list of the `DocumentText` that were written.
    """
    known = set(_current(documents).values_list("document_id", flat=True))
    return [_read(document) for document in documents if document.pk not in known]


def _current(documents):
    texts = DocumentText.objects.filter(document__in=[document.pk for document in documents])
    return texts.filter(file_hash=F("document__file_hash")).exclude(file_hash="")


def _read(document):
    file_hash = text = problem = ""
    try:
        # Wagtail leaves it empty until somebody asks.
        file_hash = document.get_file_hash()
        with document.open_file() as file:
            text = text_of(file, document.file_extension)
        if not text:
            problem = Reason.NO_TEXT
    except UnreadableDocument as error:
        problem = error.reason
    except OSError:
        file_hash, problem = "", Reason.MISSING
    stored, _is_new = DocumentText.objects.update_or_create(
        document=document,
        defaults={"file_hash": file_hash, "text": text, "problem": problem, "read_at": timezone.now()},
    )
    return stored
