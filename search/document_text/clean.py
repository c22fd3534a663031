"""Signs that look like another, signs that are none, and letters set apart."""

import re
import unicodedata

from council.language.radicals import RADICALS

_KANGXI = range(0x2F00, 0x2FD6)
# The forms signs have in vertical lines, and ligatures (ﬁ).
_FORMS = (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE49), *range(0xFB00, 0xFB07))

_SIGNS = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*_KANGXI, *_FORMS)}
_SIGNS |= RADICALS
_SIGNS |= dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
_SIGNS |= {ord("‧"): "・", ord("\u00ad"): None, ord("\u200b"): None, ord("\ufeff"): None}
# PostgreSQL refuses NUL and lone surrogates; the other controls are no text. Of a line's end and a tab stays what they are.
_SIGNS |= {
    code: " " for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)) if chr(code) not in "\t\n\r"
}

JAPANESE = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_GAP = re.compile("([ \u3000]+)")
_ONE_LETTER = re.compile(f"[{JAPANESE}]")
_ONE_SIGN = re.compile(f"[{JAPANESE}0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")


def clean(text):
    """The text as it is meant to be read. Lines stay; gaps become one space each, none where letters are set apart."""
    lines = text.translate(_SIGNS).splitlines()
    return "\n".join("\t".join(together(cell.strip()) for cell in line.split("\t")).strip() for line in lines)


def together(line):
    """「お 知 ら せ」 and 「目　次」 as 「お知らせ」 and 「目次」: words each of one sign, the outer ones Japanese, are one."""
    words = _GAP.split(line)
    if len(words) == 1:
        return line
    joined, place = [], 0
    while place < len(words):
        end = _end_of_run(words, place)
        joined.append("".join(words[place : end + 1 : 2]) if end > place else _one_space(words[place]))
        place = end + 1
    return "".join(joined)


def _end_of_run(words, start):
    """The place of the last word that is set apart like the one at ``start``; ``start`` if there is none."""
    end = start
    if _ONE_LETTER.fullmatch(words[start]):
        for place in range(start + 2, len(words), 2):
            # Other gaps part words that are themselves set apart.
            if not _ONE_SIGN.fullmatch(words[place]) or words[place - 1] != words[start + 1]:
                break
            if _ONE_LETTER.fullmatch(words[place]):
                end = place
    return end


def _one_space(word):
    return " " if _GAP.fullmatch(word) else word
