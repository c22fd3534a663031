"""The words in context that the readings are measured by, and how a word is read in a text with ruby."""

import re
from pathlib import Path
from typing import NamedTuple

from council.language.furigana import ruby_of
from council.language.kana import hiragana

_FILE = Path(__file__).with_suffix(".tsv")


class Word(NamedTuple):
    """A word between two parts of a sentence; ``held_out``: nobody looked at it while the rules were made."""

    before: str
    word: str
    after: str
    readings: tuple[str, ...]
    held_out: bool

    @property
    def sentence(self):
        return self.before + self.word + self.after


def words_in_context():
    for line in _FILE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            readings, sentence = line.split("\t")
            before, word, after = re.fullmatch("(.*)【(.+)】(.*)", sentence).groups()
            yield Word(before, word, after, tuple(hiragana(readings.removeprefix("*")).split("|")), readings[0] == "*")


def reading_of(word, own_readings=()):
    """How the word is read in its sentence: kana and digits as they are; ``?`` where ruby reaches beyond the word."""
    start, end = len(word.before), len(word.before) + len(word.word)
    read, place = "", 0
    for base, ruby in ruby_of(word.sentence, own_readings):
        stop = place + len(base)
        if ruby and start <= place and stop <= end:
            read += ruby
        elif ruby and place < end and stop > start:
            read += "?"
        else:
            read += base[max(0, start - place) : max(0, end - place)]
        place = stop
    return hiragana(read)
