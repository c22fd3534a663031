"""Builds the index anew, and says how far it is. It stands in the place of Wagtail's command of this name."""

import time

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from modelsearch.backends import get_search_backend
from modelsearch.index import get_indexed_models
from modelsearch.management.commands import rebuild_modelsearch_index as stock
from wagtail.documents import get_document_model

from search.backends.analysed import AnalysedIndexMixin
from search.document_texts import read_documents
from search.entries import PageText
from search.indexing.lock import only_writer
from search.indexing.words import forget_words
from search.pending import PendingObject, mark
from search.vocabulary import VocabularyWord

# An editor who saves meanwhile waits as long as these take, a second or two.
AT_ONCE = 200
BETWEEN_LINES = 5


class Command(stock.Command):
    help = "Builds the search index anew. Editors can go on publishing, readers searching."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(chunk_size=AT_ONCE)

    def handle(self, **options):
        self.failed = []
        self._count_rows()
        before = list(PendingObject.objects.values_list("pk", "content_type_id", "object_id"))
        super().handle(**options)
        if options["schema_only"]:
            return
        # What was pending has been read since. A row that came later stays, and so do those of what failed: a page
        # that is hidden must not be found by what it showed before.
        failed = {(ContentType.objects.get_for_model(obj).pk, str(obj.pk)) for obj in self.failed}
        done = [pk for pk, *key in before if tuple(key) not in failed]
        for start in range(0, len(done), AT_ONCE):
            PendingObject.objects.filter(pk__in=done[start : start + AT_ONCE]).delete()
        for obj in self.failed:
            mark(obj)
        self._count_rows()
        self._tell_what_is_missing()

    def _count_rows(self):
        """Without figures about its tables, as after a restored backup, a database chooses ways that take a hundred times as long."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def update_backend(self, backend_name, schema_only=False, chunk_size=AT_ONCE):
        backend = get_search_backend(backend_name)
        if not backend.rebuilder_class:
            self.write(f"{backend_name} needs no index.")
            return
        for index, models in stock.group_models_by_index(backend, get_indexed_models()).items():
            rebuilder = backend.rebuilder_class(index)
            index = rebuilder.start()
            for model in models:
                index.add_model(model)
            if not schema_only:
                self._read_documents(models)
                if isinstance(index, AnalysedIndexMixin):
                    VocabularyWord.objects.all().delete()
                    forget_words()
                self._write(backend_name, index, models, min(chunk_size, AT_ONCE) if chunk_size else AT_ONCE)
            rebuilder.finish()

    def _read_documents(self, models):
        model = get_document_model()
        if model in models:
            documents = list(model.objects.order_by("pk"))
            progress = Progress(self, "documents read", len(documents))
            for document in documents:
                read_documents([document])
                progress.add(1)
            progress.end()

    def _write(self, name, index, models, at_once):
        progress = Progress(
            self, f"{name}: objects written", sum(each.get_indexed_objects().count() for each in models)
        )
        for model in models:
            last = None
            while True:
                with only_writer():
                    objects = model.get_indexed_objects().order_by("pk")
                    objects = list((objects if last is None else objects.filter(pk__gt=last))[:at_once])
                    is_written = self._try(index, model, objects)
                if not objects:
                    break
                if not is_written:
                    self._write_one_by_one(index, model, objects)
                last = objects[-1].pk
                progress.add(len(objects))
        progress.end()

    def _write_one_by_one(self, index, model, objects):
        """As they are now: they may have been changed since they were read together."""
        for pk in [obj.pk for obj in objects]:
            with only_writer():
                for obj in model.get_indexed_objects().filter(pk=pk):
                    if not self._try(index, model, [obj]):
                        self.failed.append(obj)

    def _try(self, index, model, objects):
        try:
            with only_writer():
                index.add_items(model, objects)
        except Exception as error:
            forget_words()
            if len(objects) == 1:
                self.stderr.write(f"{model._meta.verbose_name} {objects[0].pk}: {type(error).__name__}: {error}")
            return False
        return True

    def _tell_what_is_missing(self):
        for pk, title in PageText.objects.filter(is_cut=True).values_list("page_id", "page__title"):
            self.write(f"Page {pk} is too long, and found by its beginning only: {title}")
        if self.failed:
            self.stderr.write(f"{len(self.failed)} objects are missing; index_pending tries them again.")


class Progress:
    """How far something is: on a terminal in one line, else in a new one every few seconds.

    Args:
        command: whose output it is.
        what: is done.
        total: how often.
    """

    def __init__(self, command, what, total):
        self.command, self.what, self.total = command, what, total
        self.done, self.begun = 0, time.monotonic()
        self._told = self.begun

    def add(self, number):
        self.done += number
        now = time.monotonic()
        if now - self._told >= (0.5 if self._is_terminal() else BETWEEN_LINES):
            self._told = now
            self._tell("\r" if self._is_terminal() else "\n")

    def end(self):
        self.total = self.done
        self._tell("\n")

    def _is_terminal(self):
        return self.command.stdout.isatty()

    def _tell(self, ending):
        seconds = max(time.monotonic() - self.begun, 0.001)
        left = (self.total - self.done) * seconds / max(self.done, 1)
        rate = f"{self.done / seconds:.0f} a second"
        rest = f", {int(left) // 60}:{int(left) % 60:02} left" if left else f", {seconds:.0f} s"
        self.command.write(f"{self.what}: {self.done:,} of {self.total:,}, {rate}{rest}".ljust(78), ending=ending)
        self.command.stdout.flush()
