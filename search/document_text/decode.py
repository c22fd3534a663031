"""Which of the encodings used in Japan a text file has."""

import codecs
import unicodedata

from search.document_text.limits import MAX_CHARACTERS
from search.document_text.unreadable import Reason, UnreadableDocument

_MAX_BYTES = 4 * MAX_CHARACTERS
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UTF_16 = ("utf-16-le", "utf-16-be")
# Whole sets of signs come after an escape here, and every byte is also ASCII.
_ISO_2022_JP_ESCAPE = b"\x1b$"
# Shares of a text's signs.
_TOO_MANY_STRANGE, _MUCH_HALF_WIDTH, _SOME_HIRAGANA = 0.02, 0.3, 0.1


def decode(file):
    """The text of a file: UTF-8 with or without a mark, else CP932 as Japanese offices have it, else UTF-16.

    ISO-2022-JP and EUC-JP are told from these, as older machines still write them.

    Raises:
        UnreadableDocument: none of them gives anything that looks like a text.
    """
    data = file.read(_MAX_BYTES)
    is_cut = bool(file.read(1))
    for encoding in _candidates(data):
        text = _decoded(data, encoding, is_cut)
        if text is not None and _is_plausible(text):
            return text
    raise UnreadableDocument(Reason.UNKNOWN_ENCODING)


def _candidates(data):
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [encoding]
    if b"\0" in data:
        # Every letter and line's end of a UTF-16 text has a zero byte, before or after it.
        return _UTF_16 if data[1::2].count(0) >= data[::2].count(0) else _UTF_16[::-1]
    if _ISO_2022_JP_ESCAPE in data:
        return ["iso2022_jp"]
    return ["utf-8", *_older(data), *sorted(_UTF_16, key=lambda encoding: _rarity(data, encoding))]


def _older(data):
    """CP932, and EUC-JP before it where it is that: EUC-JP read as CP932 is half-width katakana, and the other way
    round there is no hiragana."""
    as_cp932, as_euc = (_decoded(data, encoding, True) or "" for encoding in ("cp932", "euc_jp"))
    is_euc = _share(as_euc, "ぁ", "ん") > _SOME_HIRAGANA and (
        not as_cp932 or _share(as_cp932, "｡", "ﾟ") > _MUCH_HALF_WIDTH
    )
    return ["euc_jp", "cp932"] if is_euc else ["cp932"]


def _share(text, first, last):
    """How much of a text's signs beyond ASCII lie between two signs."""
    wide = [sign for sign in text if sign > "\x7f"]
    return sum(first <= sign <= last for sign in wide) / max(len(wide), 1)


def _decoded(data, encoding, is_cut):
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=not is_cut)
    except UnicodeDecodeError:
        return None


def _rarity(data, encoding):
    """The share of signs that are not those most used: kana and Japanese punctuation."""
    text = _decoded(data, encoding, True) or ""
    return 1 - sum("\u3000" <= sign <= "\u30ff" for sign in text) / max(len(text), 1)


def _is_plausible(text):
    return _strange(text) <= _TOO_MANY_STRANGE


def _strange(text):
    """The share of signs that are controls, private or not assigned."""
    return sum(_is_strange(sign) for sign in text) / max(len(text), 1)


def _is_strange(sign):
    return sign not in "\t\n\r\f\x1a" and unicodedata.category(sign) in {"Cc", "Cn", "Co", "Cs"}
