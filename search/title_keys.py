"""What somebody may begin to type to get to a page: its title, from each of its words on, as it is written and as it sounds."""

from django.db import models
from wagtail.models import Page

from council.language.kana import hiragana, sound
from council.language.normalise import letters_and_digits, normalise
from council.language.variants import variants

LONGEST_KEY = 40
# A title is known by its first words.
MOST_WORDS = 6


class TitleKey(models.Model):
    """A beginning that leads to a page."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=LONGEST_KEY, db_index=True)
    is_start = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.key


def keys_of(text, tokens):
    """``{key: whether it is the start}`` of a title or a name.

    Args:
        text: the title.
        tokens: its words, see `council.language.analyse`.
    """
    keys = {}
    for place, token in enumerate(tokens[:MOST_WORDS]):
        written = typed(text[token.start :])
        # As far as every word has a reading.
        sounds = []
        for later in tokens[place:]:
            if not later.reading:
                break
            sounds.append(later.reading)
        for key in (written, as_it_sounds("".join(sounds))):
            if key:
                keys[key[:LONGEST_KEY]] = keys.get(key[:LONGEST_KEY], False) or place == 0
    return keys


def typed(text):
    """A text as keys have it: letters and digits, kana as hiragana, from whatever keyboard."""
    return hiragana(letters_and_digits(normalise(text.translate(variants())).text))


def as_it_sounds(reading):
    """A reading as keys have it: katakana, which no key that is written has, without its long vowels."""
    return sound(reading)
