"""The words of this site, and how they are read: for questions in kana and Roman letters, and for typing errors."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VocabularyWord(models.Model):
    """A word as it stands on some page.

    Nobody is shown one that is not on a page they may read: what is proposed is searched for first.
    """

    vocabulary = models.CharField(_("vocabulary"), max_length=10)
    surface = models.CharField(_("as written"), max_length=100)
    form = models.CharField(_("form"), max_length=100)
    sound = models.CharField(
        _("sound"), max_length=200, blank=True, help_text=_("Of its reading, see council.language.kana.sound.")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("word of the site")
        verbose_name_plural = _("words of the site")
        constraints = [models.UniqueConstraint(fields=["vocabulary", "surface"], name="search_word_once")]
        indexes = [
            models.Index(fields=["sound"], name="search_word_sound"),
            models.Index(fields=["vocabulary", "form"], name="search_word_form"),
        ]

    def __str__(self):
        return self.surface
