"""Dates, times and telephone numbers: 5月20日 and 05/20 are one, 9時30分 and 9:30, 03-5984-1234 and 0359841234.

A date has a word for its year, one for its month and one for its day, each joined to the one before; a time has one for
the hour and one for the minutes. So who asks for a month or a day finds the dates in it, and the numbers alone are further
forms: 1/2 may be a half.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from council.language.japanese_places import first_from, matches
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
_GAP = rf"(?: ?[{_DASHES}()]{{1,2}} ?| )"
# Kanji are numbers only in what is a date or a time for certain: 一時 is also for a while, 十分 enough.
_FIGURE = re.compile(
    rf"(?<![0-9])(?<![0-9]\.)(?P<phone>\(?0[0-9]{{1,4}}{_GAP}[0-9]{{1,4}}{_GAP}[0-9]{{3,4}}|0[0-9]{{9,10}})(?![0-9])"
    rf"|(?<![0-9a-z])(?<![0-9][./])"
    rf"(?P<year>{_WESTERN}|(?:(?:明治|大正|昭和|平成|令和) ?|[mtshr]\.?)(?:元|[0-9]{{1,2}}))"
    rf"(?:(?P<sign>[{_DASHES}./])(?P<m1>{_MONTH})(?P=sign)(?P<d1>{_DAY})|[./](?P<m2>{_MONTH}))"
    rf"(?![0-9a-z]|[{_DASHES}./][0-9])"
    rf"|(?<![0-9a-z/])(?<![0-9][.:])(?P<m3>{_MONTH})/(?P<d3>{_DAY})(?![0-9a-z]|[/.:][0-9])"
    rf"|(?<![0-9/])(?<![0-9][.:])(?P<h1>{_HOUR}):(?P<n1>[0-5][0-9])(?![0-9]|[/.:][0-9])"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<m4>{_MONTH}) ?月 ?(?P<d4>{_DAY}) ?日(?!曜)"
    rf"|(?<![〇一二三四五六七八九十])(?P<m5>{_KANJI})月(?P<d5>{_KANJI})日(?!曜)"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<m6>{_MONTH}) ?月(?!曜)"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<h2>{_HOUR}) ?時(?![間限])(?: ?(?P<n2>[0-5]?[0-9]) ?分)?"
    rf"|(?<![〇一二三四五六七八九十])(?P<h3>{_KANJI})時(?P<n3>{_KANJI})分"
)
# Every sign that one of these can begin with.
_FIRSTS = re.compile("[(0-9明大昭平令mtshr一二三四五六七八九十]")
_MAY_HOLD = re.compile(r"[0-9]|[十一二三四五六七八九][月時]")
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_TELEPHONE_DIGITS = (10, 11)
# O-157, 24/7: what a sign holds together. Of letters only a dash does; TEL:5984 are two things.
_HELD = re.compile(
    rf"[{_DASHES}/:](?:(?<=[0-9].)(?=[0-9])|(?<=[a-z][{_DASHES}])(?=[0-9])|(?<=[0-9][{_DASHES}])(?=[a-z]))"
)
_IS_YEAR = re.compile(rf"{_WESTERN}(?:年度?)?")


class _Figure(NamedTuple):
    """A word in a normalised text; ``of_before``: whether it is of the same date or time as the one before."""

    start: int
    end: int
    forms: tuple[str, ...]
    of_before: bool = False
    is_telephone: bool = False


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
    found, result, place, made = list(found), [], 0, set()
    for figure in _figures_in(normal.text):
        begin, stop = normal.span(figure.start, figure.end)
        first = first_from(begin, found, place)
        result += found[place:first]
        place = first_from(stop, found, first)
        words = found[first:place]
        joined = bool(result) and (figure.of_before or bool(words and words[0].joined and not figure.is_telephone))
        follows = bool(result) and (joined or not words or words[0].follows)
        result.append(Token(begin, stop, figure.forms, joined, "", follows))
        made.add(begin)
        if words and words[-1].end > stop and (rest := _rest(words[-1], stop, figure.end, normal)):
            place -= 1
            found[place] = rest
    return _held_together(result + found[place:], made, normal)


def _rest(token, start, place, normal):
    """What a figure leaves of a word that the dictionary saw there: 末 of 月末 in 5月末; also found by the word."""
    form = letters_and_digits(normal.text[place : bisect_left(normal.starts, token.end)])
    return Token(start, token.end, tuple(dict.fromkeys((form, *token.forms))), True) if form else None


def _held_together(tokens, made, normal):
    """The same tokens, the second of two figures joined to the first; no dates, times or years, which are ranges."""
    held = {normal.starts[sign.end()]: normal.starts[sign.start()] for sign in _HELD.finditer(normal.text)}
    for start, end in held.items():
        for place in range(max(first_from(start, tokens), 1), first_from(start + 1, tokens)):
            pair = before, token = tokens[place - 1], tokens[place]
            if (
                before.end == end
                and made.isdisjoint((before.start, start))
                and not any(_IS_YEAR.fullmatch(each.forms[0]) for each in pair)
            ):
                tokens[place] = token._replace(joined=True, follows=True)
    return tokens


def _figures_in(text):
    for found in matches(_FIGURE, _FIRSTS, text):
        if found["phone"]:
            yield from _telephone(found)
        elif found["year"]:
            yield from _date_with_year(found)
        elif month := _one_of(found, "m3", "m4", "m5", "m6"):
            # In 令和8年 5月 a space may stand between the two.
            of_year = text[max(found.start() - 2, 0) : found.start()] == "年 "
            yield from _parts(found, [(month, "月"), (_one_of(found, "d3", "d4", "d5"), "日")], of_year)
        else:
            hour, minutes = _one_of(found, "h1", "h2", "h3"), _one_of(found, "n1", "n2", "n3")
            yield from _parts(found, [(hour, "時"), (minutes, "分")])


def _telephone(found):
    digits = "".join(sign for sign in found[0] if sign.isdecimal())
    if len(digits) in _TELEPHONE_DIGITS:
        yield _Figure(found.start(), found.end(), (digits,), is_telephone=True)


def _date_with_year(found):
    month, day = _one_of(found, "m1", "m2"), found["d1"] and "d1"
    for _start, _end, forms in years_in(found["year"] + "年"):
        dated = list(_parts(found, [(month, "月"), (day, "日")], of_before=True))
        if dated:
            yield _Figure(found.start(), found.end("year"), forms)
            yield from dated


def _parts(found, groups, of_before=False):
    """A word for each ``(group of the match, unit)``; each ends with its sign, the last with the match.

    Nothing where the month has no such day. No minutes are not written: 13:00 is 13時.
    """
    numbers = [(group, _number(found[group]), unit) for group, unit in groups if group]
    if len(numbers) == 2:
        (_first, count, unit), (_second, other, _unit) = numbers
        if unit == "月" and other > _LONGEST_MONTHS.get(count, 31):
            return
        if unit == "時" and other == 0:
            del numbers[1]
    limits = {"月": 12, "日": 31, "時": 24, "分": 59}
    if any(number > limits[unit] for _group, number, unit in numbers):
        return
    for place, (group, number, unit) in enumerate(numbers):
        if place + 1 == len(numbers):
            end = found.end()
        else:
            end = found.end(group)
            between = found.string[end : found.start(numbers[place + 1][0])]
            end += between.find(unit) + 1
        yield _Figure(found.start(group), end, (f"{number}{unit}", str(number)), of_before or place > 0)


def _one_of(found, *groups):
    """The name of the group that matched, if one did."""
    return next((group for group in groups if found[group]), None)
