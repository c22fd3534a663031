"""The numbers that were given out, each for one page in all its languages."""

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from council.short_address.code import code_of


class ShortAddress(models.Model):
    """A page's number, which is its own for ever: what is printed cannot be called back.

    A row of its own, and by translation key: a page has an id for each language, and a database may give the id of a
    page that was deleted to a new one. Rows are never deleted, and Django's ids are never given twice, on SQLite
    neither (``AUTOINCREMENT``).
    """

    translation_key = models.UUIDField(_("translation key"), unique=True, editable=False)
    given_on = models.DateTimeField(_("given on"), auto_now_add=True)

    class Meta:
        verbose_name = _("short address")
        verbose_name_plural = _("short addresses")

    def __str__(self):
        return code_of(self.pk)


def short_number(key="translation_key"):
    """An expression for a query over pages: the number of each, or null."""
    return Subquery(ShortAddress.objects.filter(translation_key=OuterRef(key)).values("pk")[:1])


def number_of_page(page):
    """A page's number, or ``None``. No query where `short_number` was read with the page."""
    if "short_number" not in page.__dict__:
        found = ShortAddress.objects.filter(translation_key=page.translation_key)
        page.short_number = found.values_list("pk", flat=True).first()
    return page.short_number


def give_number(sender, instance, raw=False, **kwargs):
    """To be called when a page is saved: the first time it is live it gets its number, whatever its language."""
    if raw or not instance.live or instance.alias_of_id:
        return
    ShortAddress.objects.get_or_create(translation_key=instance.translation_key)
