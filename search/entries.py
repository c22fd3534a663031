"""What the search keeps of a page beside its lexemes, which stand in Wagtail's own index."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageEntry(models.Model):
    """One published page: whom it is shown to, and what results can be narrowed by.

    Whether it may be read at all is asked of the page itself at each search; nothing here says so. A row is small, as a
    word that stands on every page reads them all.
    """

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    entry_id = models.BigIntegerField(_("entry in the index"), unique=True)
    readers = models.CharField(
        _("readers"), max_length=200, help_text=_("The languages whose readers get this version, each between spaces.")
    )
    facets = models.TextField(_("facets"), blank=True, help_text=_("name:value, each between spaces."))
    day = models.DateField(_("day"), null=True, help_text=_("What results are sorted by."))
    until = models.DateTimeField(
        _("valid until"),
        null=True,
        help_text=_("From then on the text is not what readers see: somebody's consent ends."),
    )
    title_length = models.PositiveSmallIntegerField(_("length of the title"), default=0, help_text=_("In words."))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page in the search")
        verbose_name_plural = _("pages in the search")

    def __str__(self):
        return str(self.page_id)


class PageText(models.Model):
    """The text of a page as its readers see it, and where its words stand in it: for the passages of results."""

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("text"))
    forms = models.TextField(_("forms"), help_text=_("Those of each word, between spaces; several with a bar between."))
    places = models.BinaryField(_("places"), help_text=_("Where each word begins and ends, and how it stands."))
    is_cut = models.BooleanField(_("cut"), default=False, help_text=_("Whether the text was too long to keep whole."))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text in the search")
        verbose_name_plural = _("texts in the search")

    def __str__(self):
        return self.text[:50]


class PageVoice(models.Model):
    """Somebody speaks on a page: when they take their consent back, the page is out of the search at once."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    person_key = models.UUIDField(_("person"), db_index=True, help_text=_("Translation key."))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("voice in the search")
        verbose_name_plural = _("voices in the search")
        constraints = [models.UniqueConstraint(fields=["page", "person_key"], name="search_voice_once_a_page")]

    def __str__(self):
        return f"{self.page_id}: {self.person_key}"
