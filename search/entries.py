"""What the search keeps of a page beside its lexemes, which stand in Wagtail's own index. Nobody edits or sees these rows."""

from django.db import models
from wagtail.models import Page


class PageEntry(models.Model):
    """One published page: whom it is shown to, and what results can be narrowed by.

    Whether it may be read at all is asked of the page itself at each search; nothing here says so. A row is small, as a
    word that stands on every page reads them all.
    """

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    # In Wagtail's index.
    entry_id = models.BigIntegerField(unique=True)
    # The languages whose readers get this version, each between spaces.
    readers = models.CharField(max_length=200)
    # name:value, each between spaces: see `council.search_facets`.
    facets = models.TextField(blank=True)
    # What results are sorted by.
    day = models.DateField(null=True)
    # From then on the text is not what readers see: somebody's consent ends.
    until = models.DateTimeField(null=True)
    # In words.
    title_length = models.PositiveSmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return str(self.page_id)


class PageText(models.Model):
    """The text of a page as its readers see it, and where its words stand in it: for the passages of results."""

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    # Those of each word, between spaces, and where it stands: see `search.indexing.tokens`.
    forms = models.TextField()
    places = models.BinaryField()
    # Whether the page was too long to keep whole.
    is_cut = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.text[:50]


class PageVoice(models.Model):
    """Somebody speaks on a page: when they take their consent back, the page is out of the search at once."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    # The person's translation key.
    person_key = models.UUIDField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "person_key"], name="search_voice_once_a_page")]

    def __str__(self):
        return f"{self.page_id}: {self.person_key}"
