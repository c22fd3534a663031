"""Years: 令和7年, 令和７年, R7 and 2025年 are one."""

import re

from council.language.japanese_places import matches

# The last year before each era began: https://www.ndl.go.jp/ (元号一覧).
_BEFORE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}  # fmt: skip
_LONGEST = {"明治": 45, "大正": 15, "昭和": 64, "平成": 31, "令和": 99, "m": 45, "t": 15, "s": 64, "h": 31, "r": 99}
_NUMERALS = "〇一二三四五六七八九十"
_YEAR = re.compile(
    rf"(?P<era>明治|大正|昭和|平成|令和) ?(?P<year>元|[0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})(?![0-9]) ?(?:年度?)?"
    r"|(?<![0-9a-z])(?P<letter>[mtshr])\.?(?P<short>[0-9]{1,2})(?![0-9a-z])(?:年度?)?"
    r"|(?<![0-9])(?P<western>1[89][0-9]{2}|20[0-9]{2})年度?"
)
# Every sign that one of these can begin with.
_FIRSTS = re.compile("[明大昭平令mtshr12]")


def years_in(text):
    """The years of a normalised text.

    Yields:
        ``(start, end, forms)`` for each: where it is one the fiscal year, the year of our
        era with 年, without it, and the Japanese era where it is written out. So who asks for a year also finds its fiscal year.
    """
    if not _MAY_HOLD.search(text):
        return
    for found in matches(_YEAR, _FIRSTS, text):
        era = found["era"] or found["letter"]
        year = int(found["western"]) if found["western"] else _western(era, found["year"] or found["short"])
        if year:
            fiscal = [f"{year}年度"] if found[0].endswith("度") else []
            forms = (*fiscal, f"{year}年", str(year), *([found["era"]] if found["era"] else []))
            yield found.start(), found.end(), forms


_MAY_HOLD = re.compile(r"年|[和正成治]|[mtshr]\.?[0-9]")


def _western(era, number):
    count = _number(number)
    return _BEFORE[era] + count if 0 < count <= _LONGEST[era] else None


def _number(text):
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    if "十" not in text:
        return int("".join(str(_NUMERALS.index(sign)) for sign in text))
    tens, _ten, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        # 三二十 is no number.
        return 0
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)
