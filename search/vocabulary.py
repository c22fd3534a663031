"""The words of this site, and how they are read: for questions in kana and Roman letters, and for typing errors."""

from django.db import models


class VocabularyWord(models.Model):
    """A word as it stands on some page.

    Nobody is shown one that is not on a page they may read: what is proposed is searched for first.
    """

    # The way in which its language is taken apart: `council.language.vocabulary_of`.
    vocabulary = models.CharField(max_length=10)
    # As it is written.
    surface = models.CharField(max_length=100)
    # What it is found by.
    form = models.CharField(max_length=100)
    # Of its reading: `council.language.kana.sound`.
    sound = models.CharField(max_length=200, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vocabulary", "surface"], name="search_word_once")]
        indexes = [
            models.Index(fields=["sound"], name="search_word_sound"),
            models.Index(fields=["vocabulary", "form"], name="search_word_form"),
        ]

    def __str__(self):
        return self.surface
