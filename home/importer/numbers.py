"""The numbers that headings carry: 1-1, ①, （２）, 第2章, Ⅲ, 一."""

import re
import unicodedata

_DIGITS = r"[0-9０-９]{1,3}"
_DASH = r"[-－‐−–ー.．]"
# A number at the head of a heading. A year, a count or an amount (2025年, 3つ, 5人, 70団体) is none.
NUMBER = (
    rf"(?:[（(]{_DIGITS}(?:{_DASH}{_DIGITS})*[)）]|{_DIGITS}(?:{_DASH}{_DIGITS})+(?![0-9０-９年月])[.．]?"
    rf"|{_DIGITS}[)）]|{_DIGITS}(?![0-9０-９年月日時分人名件回歳代割％%か所つ階団度以万億千]|[ \u3000]?[年月日])[.．]?"
    r"|[①-⑳❶-❿⑴-⒇]|[Ⅰ-Ⅻⅰ-ⅻ]|[IVX]{1,4}(?![A-Za-z]))"
)
# The same where nothing stands before it. A bare figure needs a sign behind it: 3世代交流 has no number, nor has I am.
LEADING_NUMBER = (
    rf"(?:[（(]{_DIGITS}(?:{_DASH}{_DIGITS})*[)）]"
    rf"|{_DIGITS}(?:{_DASH}{_DIGITS})+(?![0-9０-９年月日時分人回名週件％%か])[.．]?"
    rf"|{_DIGITS}(?:[)）]|[.．、](?![0-9０-９])|(?=[ \u3000:：](?![ \u3000]*[年月日])))"
    r"|[①-⑳❶-❿⑴-⒇]|[Ⅰ-Ⅻⅰ-ⅻ]|[IVX]{1,4}(?=[.．:： \u3000][ \u3000]*[^\x00-\x7f]))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_KANJI = "〇一二三四五六七八九"
_CIRCLED = {chr(0x2776 + index): str(index + 1) for index in range(10)}


def normalise_number(text):
    """ "（２）" → "2", "１－２" → "1-2", "③" → "3", "十二" → "12"; "" stays ""."""
    text = "".join(_CIRCLED.get(character, character) for character in text)
    text = re.sub(r"^[\s().-]+|[\s().-]+$", "", unicodedata.normalize("NFKC", text))
    text = re.sub(r"[‐−–ー.]", "-", text)
    if re.fullmatch(r"[IVXivx]+", text):
        return str(_roman(text.upper()))
    if re.fullmatch(r"[〇一二三四五六七八九十]+", text):
        return str(_kanji(text))
    return text


def _roman(text):
    values = [_ROMAN[character] for character in text]
    return sum(
        -value if any(later > value for later in values[i + 1 : i + 2]) else value for i, value in enumerate(values)
    )


def _kanji(text):
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return "".join(str(_KANJI.index(character)) for character in text)
    return (_KANJI.index(tens) if tens else 1) * 10 + (_KANJI.index(ones) if ones else 0)
