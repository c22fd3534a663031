"""Dates, times and telephone numbers: 5月20日 and 05/20 are one, 9時30分 and 9:30, 03-5984-1234 and 0359841234.

A date has a word for its year, one for its month and one for its day, each joined to the one before; a time has one for
the hour and one for the minutes. So who asks for a month or a day finds the dates in it, and the numbers alone are further
forms: 1/2 may be a half.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from council.language.japanese_years import _number, years_in
from council.language.normalise import letters_and_digits
from council.language.token import Token

_DASHES = "-‐‒–—―−ー"
_KANJI = "[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九][〇一二三四五六七八九]?"
_WESTERN = "(?:1[89]|20)[0-9]{2}"
_MONTH = "1[0-2]|0?[1-9]"
_DAY = "3[01]|[12][0-9]|0?[1-9]"
_HOUR = "2[0-4]|1[0-9]|0?[0-9]"
# Between the groups of a telephone number.
_GAP = rf"(?: ?[{_DASHES}()] ?| )"
# Kanji are numbers only in what is a date or a time for certain: 一時 is also for a while, 十分 enough.
_FIGURE = re.compile(
    rf"(?<![0-9])(?<![0-9]\.)(?P<phone>\(?0[0-9]{{1,4}}{_GAP}[0-9]{{1,4}}{_GAP}[0-9]{{3,4}}|0[0-9]{{9,10}})(?![0-9])"
    rf"|(?<![0-9a-z])(?<![0-9][./])"
    rf"(?P<year>{_WESTERN}|(?:(?:明治|大正|昭和|平成|令和) ?|[mtshr]\.?)(?:元|[0-9]{{1,2}}))"
    rf"(?:(?P<sign>[./{_DASHES}])(?P<m1>{_MONTH})(?P=sign)(?P<d1>{_DAY})|[./](?P<m2>{_MONTH}))"
    rf"(?![0-9a-z]|[./{_DASHES}][0-9])"
    rf"|(?<![0-9/])(?<![0-9][.:])(?P<m3>{_MONTH})/(?P<d3>{_DAY})(?![0-9a-z]|[/.:][0-9])"
    rf"|(?<![0-9/])(?<![0-9][.:])(?P<h1>{_HOUR}):(?P<n1>[0-5][0-9])(?![0-9a-z]|[/.:][0-9])"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<m4>{_MONTH}) ?月 ?(?P<d4>{_DAY}) ?日(?!曜)"
    rf"|(?<![〇一二三四五六七八九十])(?P<m5>{_KANJI})月(?P<d5>{_KANJI})日(?!曜)"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<m6>{_MONTH}) ?月(?!曜)"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<h2>{_HOUR}) ?時(?![間限])(?: ?(?P<n2>[0-5]?[0-9]) ?分)?"
    rf"|(?<![〇一二三四五六七八九十])(?P<h3>{_KANJI})時(?P<n3>{_KANJI})分"
)
_MAY_HOLD = re.compile(r"[0-9]|[十一二三四五六七八九][月時]")
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_TELEPHONE_DIGITS = (10, 11)
# O-157, 24/7: what a sign holds together. Of letters only a dash does; TEL:5984 are two things.
_HELD = re.compile(rf"(?<=[0-9])[{_DASHES}/:](?=[0-9])|(?<=[a-z])[{_DASHES}](?=[0-9])|(?<=[0-9])[{_DASHES}](?=[a-z])")
_IS_YEAR = re.compile(_WESTERN)


class _Figure(NamedTuple):
    """A word in a normalised text; ``begins``: whether it is the first of its date or time."""

    start: int
    end: int
    forms: tuple[str, ...]
    begins: bool


def with_figures(found, normal):
    """The same words with each date, time and telephone number as told above.

    Args:
        found: the words of a text as `Token`, years already as one.
        normal: the text as `council.language.normalise.Normalised`.

    Returns:
        A list of `Token`. Of other figures with one sign between them, the second is joined to the first.
    """
    if not _MAY_HOLD.search(normal.text):
        return found
    result, place, made = [], 0, set()
    for figure in _figures_in(normal.text):
        begin, stop = normal.span(figure.start, figure.end)
        while place < len(found) and found[place].start < begin:
            result.append(found[place])
            place += 1
        first = last = found[place] if place < len(found) and found[place].start < stop else None
        while place < len(found) and found[place].start < stop:
            last = found[place]
            place += 1
        joined = not figure.begins or (first is not None and first.joined) or _is_of_year(normal.text, figure, result)
        follows = joined or (first.follows if first else bool(result))
        made.add(begin)
        result.append(Token(begin, stop, figure.forms, joined and bool(result), "", follows and bool(result)))
        if last and last.end > stop:
            place -= 1
            found = [*found[:place], _rest(last, stop, figure.end, normal), *found[place + 1 :]]
    return _held_together(result + found[place:], made, normal)


def _figures_in(text):
    for found in _FIGURE.finditer(text):
        yield from _figures_of(found)
