"""What the index does not have yet as it is now. Written in the transaction of the change itself, so that nothing is lost."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, router, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search.indexing.moment import something_changed


class PendingObject(models.Model):
    """An object whose entry in the index has to be written anew.

    Rows are only ever added by those who change something: one more for an object that has some already costs nothing,
    while a row that two transactions want to change makes one wait for the other. Whoever writes the index takes away
    those it has seen before it read the object; so a change in between is never taken for done.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(_("object"), max_length=50)
    readers_only = models.BooleanField(
        _("readers only"),
        default=False,
        help_text=_("Its text is as it was; another language's readers may get it now."),
    )
    hides = models.BooleanField(
        _("hidden"), default=False, help_text=_("Until it is written anew, nobody finds the page: it shows less now.")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    try_at = models.DateTimeField(_("not before"), default=timezone.now)
    last_error = models.TextField(_("last error"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("pending in the search")
        verbose_name_plural = _("pending in the search")
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="search_pending_object"),
            models.Index(fields=["object_id"], name="search_pending_hides", condition=models.Q(hides=True)),
        ]

    def __str__(self):
        return f"{self.content_type_id}: {self.object_id}"


def mark(obj):
    """Notes that an object has changed."""
    # Of a page only the base may be in hand; its own type is written.
    content_type = obj.content_type_id if isinstance(obj, Page) else _content_type_of(type(obj))
    _add([PendingObject(content_type_id=content_type, object_id=str(obj.pk))])


def mark_pages(pages, *, readers_only=False, hides=False):
    """Notes that pages show something else now.

    Args:
        pages: a queryset of ``Page``.
        readers_only: their text is as it was, but not who gets it.
        hides: they show less now, and what they showed must not be found from this moment on.
    """
    _add(
        [
            PendingObject(content_type_id=content_type, object_id=str(pk), readers_only=readers_only, hides=hides)
            for pk, content_type in pages.order_by("pk").values_list("pk", "content_type_id")
        ]
    )


def mark_images(images, *, is_at_work=False):
    """Notes that images have to be made in the sizes in which they are shown.

    Args:
        is_at_work: whoever works off what is pending notes it, and comes to it next.
    """
    rows = [PendingObject(content_type_id=_content_type_of(type(image)), object_id=str(image.pk)) for image in images]
    if is_at_work:
        PendingObject.objects.bulk_create(rows)
    else:
        _add(rows)


def hidden_pages_in_sql():
    """A subquery: the ids of pages that are not to be found before they are written anew."""
    return f"SELECT CAST(object_id AS BIGINT) FROM {PendingObject._meta.db_table} WHERE hides"


def _content_type_of(model):
    return ContentType.objects.get_for_model(model, for_concrete_model=False).pk


def _add(rows):
    if not rows:
        return
    PendingObject.objects.bulk_create(rows, batch_size=1000)
    if not settings.INDEX_IN_BACKGROUND:
        something_changed()
        from search.indexing.queue import index_after_commit

        transaction.on_commit(index_after_commit, using=router.db_for_write(PendingObject), robust=True)
