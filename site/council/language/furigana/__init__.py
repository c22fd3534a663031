"""Furigana: how the kanji of a Japanese text are read, computed. Pure, but for the dictionaries.

What is decided comes first: own readings, then those that ship with the project, then what the surroundings of a word
say (`homographs`), then numbers and what they count (`counters`), then Sudachi's dictionary (`words`). Measured by
``tests/language/test_furigana.py``.
"""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from council.language.furigana.alignment import aligned, has_kanji, split_by_parts
from council.language.furigana.counters import counted
from council.language.furigana.homographs import homographs
from council.language.furigana.own_words import OwnWords, own_words
from council.language.furigana.shipped import shipped_words
from council.language.furigana.words import Words

_RULES = sorted(path for path in Path(__file__).parent.glob("*.*") if path.suffix in {".py", ".tsv"})
# Of the rules and of the dictionary behind them: with a new one, what is kept is computed again.
VERSION = sha256(b"".join(path.read_bytes() for path in _RULES) + version("sudachidict-core").encode()).hexdigest()[:12]
# What is longer than three signs is no part of another word by chance.
LONGEST_PART = 3


def ruby_of(text, own_readings=()):
    """``[(base, reading or "")]``: the text in pieces, those of kanji with their reading in hiragana.

    Args:
        own_readings: ``(word, reading)`` pairs, or `OwnWords`, that come before everything else.
    """
    pieces, place = [], 0
    for start, end, reading in readings_in(text, own_readings):
        if start > place:
            pieces.append((text[place:start], ""))
        pieces.append((text[start:end], reading))
        place = end
    return [*pieces, (text[place:], "")] if place < len(text) else pieces


def readings_in(text, own_readings=()):
    """``[(start, end, reading)]`` of what has a reading in a text, from left to right."""
    if not has_kanji(text):
        return []
    words = Words(text)
    taken = bytearray(len(text))
    found = []
    own = own_readings if isinstance(own_readings, OwnWords) else own_words(tuple(own_readings))
    for source in (own, _shipped()):
        for start, end, reading in source.found_in(text):
            if _is_word(text, start, end, words.bounds):
                _take(found, taken, text, start, end, reading)
    for start, end, reading, is_inside in homographs(text):
        # 2床 and 3本 are counted.
        if end - start == 1 and not is_inside and text[max(0, start - 1) : start].isdecimal():
            continue
        if is_inside or _is_word(text, start, end, words.bounds, has_end=end - start > 1):
            _take(found, taken, text, start, end, reading)
    for start, end, reading in counted(text, words.is_number):
        _take(found, taken, text, start, end, reading, whole=True)
    for start, end, reading in words.parts:
        if not any(taken[start:end]):
            if reading:
                found.append((start, end, reading))
        elif not all(taken[start:end]):
            _rest(found, taken, text, start, end)
    return sorted(found)


@cache
def _shipped():
    return own_words(tuple(shipped_words().items()))


def _is_word(text, start, end, bounds, has_end=True):
    """Not 山野 in 中山野田: a word begins where the dictionary has one begin, or where no kanji stands before it."""
    begins = start in bounds or not has_kanji(text[start - 1 : start])
    ends = not has_end or end in bounds or not has_kanji(text[end : end + 1])
    if end - start > LONGEST_PART:
        return True
    return (begins or ends) if end - start == LONGEST_PART else begins and ends


def _take(found, taken, text, start, end, reading, whole=False):
    if any(taken[start:end]):
        return
    taken[start:end] = b"\1" * (end - start)
    place = start
    for base, ruby in (
        [(text[start:end], reading)]
        if whole and _all_ruby(text[start:end])
        else split_by_parts(text[start:end], reading)
    ):
        if ruby:
            found.append((place, place + len(base), ruby))
        place += len(base)


def _all_ruby(base):
    """1日 and 三 take their reading as a whole, か月 only above its kanji."""
    return not any("ぁ" <= sign <= "ヺ" for sign in base)


def _rest(found, taken, text, start, end):
    """What a decided word has left of another: read for itself."""
    place = start
    while place < end:
        stop = place + 1
        if not taken[place]:
            while stop < end and not taken[stop]:
                stop += 1
            for begin, until, reading in Words(text[place:stop]).parts:
                if reading:
                    found.append((place + begin, place + until, reading))
        place = stop


__all__ = ["VERSION", "OwnWords", "aligned", "readings_in", "ruby_of"]
