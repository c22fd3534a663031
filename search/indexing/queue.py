"""Works off what is pending: at once after a commit, from time to time by a command, or by a worker that waits for it."""

import logging
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, OperationalError, close_old_connections, connections, router
from django.db.models import F
from django.utils import timezone
from modelsearch.backends import get_search_backends
from modelsearch.index import class_is_indexed
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from council.pictures.make import lacking, make_pictures
from council.pictures.uses import images_of
from search.document_texts import read_documents
from search.indexing import moment
from search.indexing.lock import only_writer
from search.indexing.readers import readers_of
from search.indexing.words import forget_words
from search.pending import PendingObject

logger = logging.getLogger(__name__)

# So many that an editor who saves meanwhile waits some 0.2 s on SQLite.
AT_ONCE = 40
# A photograph takes up to 5 s in all its sizes.
PICTURES_AT_ONCE = 2
# SQLite's own way of waiting looks every 0.1 s whether the database is free.
PAUSE = 0.1
# While somebody waits for an answer, and after they have it.
SECONDS_BEFORE_ANSWER = 3
SECONDS_AFTER_ANSWER = 20
LONGEST_WAIT = timedelta(hours=1)


@dataclass
class Outcome:
    """How many objects were written, how many failed, and whether some are left for which there was no time."""

    written: int = 0
    failed: int = 0
    is_unfinished: bool = False


def index_pending(seconds=None, reads_files=True, makes_pictures=True):
    """Writes what is pending, the longest waiting first. What fails is logged, kept, and tried again later.

    Args:
        seconds: about how long it may take; no end if left out. One page of any length is always written.
        reads_files: whether documents are among it, each of which may take some seconds.
        makes_pictures: whether pictures are made in the sizes in which they are shown, which takes as long.

    Returns:
        An `Outcome`.
    """
    outcome, end = Outcome(), None if seconds is None else time.monotonic() + seconds
    while True:
        rows = _with_few_pictures(_waiting(reads_files, makes_pictures))
        if not rows:
            if reads_files and makes_pictures:
                moment.nothing_changed()
            break
        _read_files(rows)
        _write(_make_pictures(rows), outcome)
        if end is not None and time.monotonic() > end:
            outcome.is_unfinished = True
            break
        _let_others_write()
    return outcome


def index_after_commit():
    """To be called when a transaction has marked something as pending and is committed."""
    if not moment.anything_changed():
        return
    moment.nothing_changed()
    if moment.somebody_waits():
        # What is left, files among it, is done after the answer: see `index_after_answer`.
        moment.something_left()
        index_pending(SECONDS_BEFORE_ANSWER, reads_files=False, makes_pictures=False)
    else:
        index_pending()


def index_after_answer():
    """To be called when a request has been answered: nobody waits any more."""
    if not moment.anything_changed() and not moment.anything_left():
        return
    moment.something_left(False)
    try:
        mark_what_has_ended()
        index_pending(SECONDS_AFTER_ANSWER)
    except Exception:
        logger.exception("What is pending in the search could not be worked off; it is kept.")
    finally:
        if not connections[router.db_for_write(PendingObject)].in_atomic_block:
            close_old_connections()


def index_before_search():
    """To be called before the index is asked: a transaction that is still open finds what it has changed itself."""
    if moment.anything_changed() and connections[router.db_for_write(PendingObject)].in_atomic_block:
        index_pending(makes_pictures=False)
        _index_pictures()


def _index_pictures():
    """What pictures are called can be found before they are made in all their sizes, for which they go on waiting."""
    model = get_image_model()
    waiting = PendingObject.objects.filter(content_type=ContentType.objects.get_for_model(model))
    images = list(model.objects.filter(pk__in=[int(pk) for pk in waiting.values_list("object_id", flat=True)]))
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(model, images)


def mark_what_has_ended():
    """Marks the pages that show less since an hour has come: somebody's consent or a page's own time is over."""
    from search.entries import PageEntry
    from search.pending import mark_pages

    now = timezone.now()
    over = set(PageEntry.objects.filter(until__lte=now).values_list("page_id", flat=True))
    # Its readers are nobody once this has been written; then it is not among these any more.
    expired = PageEntry.objects.filter(page__live=True, page__expire_at__lte=now).exclude(readers=" ")
    over.update(expired.values_list("page_id", flat=True))
    pending = PendingObject.objects.filter(object_id__in=map(str, over)).values_list("object_id", flat=True)
    over -= {int(pk) for pk in pending}
    mark_pages(Page.objects.filter(pk__in=over))


def _waiting(reads_files, makes_pictures):
    rows = PendingObject.objects.filter(try_at__lte=timezone.now())
    if not reads_files:
        rows = rows.exclude(content_type=ContentType.objects.get_for_model(get_document_model()))
    if not makes_pictures:
        rows = rows.exclude(content_type=ContentType.objects.get_for_model(get_image_model()))
    return list(rows.order_by("pk")[:AT_ONCE])


def _read_files(rows):
    """Outside of every lock, as a file may take long. The pages that offer it come next."""
    from search.indexing.dependents import pages_showing
    from search.pending import mark_pages

    model = get_document_model()
    content_type = ContentType.objects.get_for_model(model)
    ids = [row.object_id for row in rows if row.content_type_id == content_type.pk]
    for document in model.objects.filter(pk__in=ids) if ids else []:
        try:
            if read_documents([document]):
                mark_pages(pages_showing([document]))
        except Exception:
            logger.exception("The file of document %s could not be read for the search.", document.pk)


def _make_pictures(rows):
    """Outside of every lock. What has been made is there, even if this process is stopped before the rest."""
    keys = {(row.content_type_id, row.object_id) for row in rows if _is_picture(row)}
    try:
        if keys:
            make_pictures({int(object_id) for _content_type, object_id in keys})
    except DatabaseError as error:
        for key in keys:
            _note_failure(key, error)
        return [row for row in rows if not _is_picture(row)]
    return rows


def _with_few_pictures(rows):
    """The rows without those of all images but the first few, so that no round takes much longer than its time."""
    few = list(dict.fromkeys(row.object_id for row in rows if _is_picture(row)))[:PICTURES_AT_ONCE]
    return [row for row in rows if not _is_picture(row) or row.object_id in few]


def _is_picture(row):
    return row.content_type_id == ContentType.objects.get_for_model(get_image_model()).pk


def _write(rows, outcome):
    """All together; if that fails, one by one, so that what is wrong with one stops no other."""
    objects = list(dict.fromkeys((row.content_type_id, row.object_id) for row in rows))
    try:
        _write_objects(objects)
    except Exception as error:
        forget_words()
        if len(objects) > 1:
            for each in objects:
                _write([row for row in rows if (row.content_type_id, row.object_id) == each], outcome)
            return
        _note_failure(objects[0], error)
        outcome.failed += 1
    else:
        outcome.written += len(objects)


def _write_objects(objects):
    by_type = defaultdict(list)
    for content_type, object_id in objects:
        by_type[content_type].append(object_id)
    with only_writer():
        for content_type, ids in by_type.items():
            # All rows there are now, and no others: what is changed from here on has a row that stays.
            rows = list(PendingObject.objects.filter(content_type=content_type, object_id__in=ids))
            model = ContentType.objects.get_for_id(content_type).model_class()
            if model is not None and class_is_indexed(model):
                changed = {row.object_id for row in rows if not row.readers_only}
                _write_of_type(model, ids, changed)
                _note_pictures(model, changed)
            PendingObject.objects.filter(pk__in=[row.pk for row in rows]).delete()


def _write_of_type(model, ids, changed):
    found = list(model.get_indexed_objects().filter(pk__in=ids).order_by("pk"))
    if issubclass(model, Page):
        _write_readers([page for page in found if str(page.pk) not in changed])
        found = [page for page in found if str(page.pk) in changed]
    if found:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, found)


def _note_pictures(model, ids):
    """The pictures an object shows wait in the same table, until they are there in each size."""
    from search.pending import mark_images

    if ids and not issubclass(model, get_image_model()):
        shown = images_of(model, ids)
        mark_images(lacking(shown) if shown else [], is_at_work=True)


def _write_readers(pages):
    from search.entries import PageEntry

    for pk, line in (readers_of(pages) if pages else {}).items():
        PageEntry.objects.filter(pk=pk).exclude(readers=line).update(readers=line)


def _note_failure(key, error):
    content_type, object_id = key
    if isinstance(error, OperationalError):
        # Somebody else was writing, or the database is going down: nothing is wrong with the object.
        logger.warning("Object %s of type %s is not in the search yet: %s", object_id, content_type, error)
    else:
        logger.error("Object %s of type %s cannot be written for the search.", object_id, content_type, exc_info=error)
    rows = PendingObject.objects.filter(content_type=content_type, object_id=object_id)
    attempts = max(rows.values_list("attempts", flat=True), default=0) + 1
    wait = min(timedelta(seconds=2 ** min(attempts, 20)), LONGEST_WAIT)
    rows.update(
        attempts=F("attempts") + 1,
        try_at=timezone.now() + wait,
        last_error=f"{type(error).__name__}: {error}"[:1000].replace("\x00", ""),
    )


def _let_others_write():
    connection = connections[router.db_for_write(PendingObject)]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(PAUSE)
