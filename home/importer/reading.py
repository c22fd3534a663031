"""A file → its text: which encoding it is in, and what is refused before anything is read out of it."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from .refusal import ImportRefused

LARGEST = 5 * 1024 * 1024

# What other programs write: said by name, so that the editor knows what to save it as.
SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
KANA = re.compile(r"[ぁ-ゖァ-ヺー、。]")
JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー、。々〇一-鿿]")
HALF_WIDTH_KANA = re.compile(r"[ｦ-ﾟ]")
# UTF-8 kana read as Shift_JIS: no Japanese text has these signs every few characters.
MOJIBAKE = re.compile(r"[縺繧繝]")
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class SourceText:
    """A document's text, where it came from, and how it was read."""

    name: str
    text: str
    encoding: str
    digest: str


def read_document(path):
    """Read a document from disk, or raise ImportRefused with the reason."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ImportRefused("directory", path=str(path))
        if path.exists() and not path.is_file():
            raise ImportRefused("not_a_file", path=str(path))
        size = path.stat().st_size
        if size > LARGEST:
            raise ImportRefused("too_large", path=str(path), limit=LARGEST // (1024 * 1024))
        data = path.read_bytes()
    except FileNotFoundError:
        raise ImportRefused("missing", path=str(path)) from None
    except (OSError, ValueError) as error:
        raise ImportRefused("unreadable", path=str(path), reason=str(error)) from None
    return decode(data, path.name)


def decode(data, name):
    """Bytes → SourceText."""
    if not data.strip():
        raise ImportRefused("empty", path=name)
    if data.startswith(SIGNATURES):
        raise ImportRefused("binary", path=name)
    text, encoding = _decoded(data, name)
    if not text.strip("\ufeff \t\r\n\f\v\u3000"):
        raise ImportRefused("empty", path=name)
    if "\x00" in text or len(CONTROL.findall(text)) > max(8, len(text) // 50):
        raise ImportRefused("binary", path=name)
    return SourceText(name=name, text=text, encoding=encoding, digest=hashlib.sha256(data).hexdigest())


def _decoded(data, name):
    for mark, codec, label in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), label
            except UnicodeDecodeError as error:
                raise ImportRefused("encoding", path=name, position=error.start) from None
    if b"\x00" in data:
        raise ImportRefused("binary", path=name)
    if b"\x1b$" in data:
        try:
            return data.decode("iso2022_jp"), "ISO-2022-JP"
        except UnicodeDecodeError as error:
            raise ImportRefused("encoding", path=name, position=error.start) from None
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        # Mostly sound UTF-8 with a few bad bytes must not be read as Shift_JIS, which takes nearly anything.
        if _is_broken_utf8(data):
            raise ImportRefused("encoding", path=name, position=error.start) from None
        where = error.start
    readings = [reading for reading in (_try(data, "cp932"), _try(data, "euc_jp")) if reading]
    if not readings:
        raise ImportRefused("encoding", path=name, position=where)
    score, text, codec = max(readings)
    if score < 0.25:
        raise ImportRefused("encoding", path=name, position=where)
    return text, {"cp932": "Shift_JIS", "euc_jp": "EUC-JP"}[codec]


def _is_broken_utf8(data):
    bad = data.decode("utf-8", errors="replace").count("\ufffd")
    return len(UTF8_SEQUENCE.findall(data)) >= 3 * bad


def _try(data, codec):
    """(how Japanese it looks, text, codec), or None: kana count most, half-width kana and mojibake against."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    beyond_ascii = sum(1 for character in text if character > "\x7f") or 1
    good = len(JAPANESE.findall(text)) + len(KANA.findall(text))
    bad = 3 * len(HALF_WIDTH_KANA.findall(text)) + 5 * len(MOJIBAKE.findall(text))
    return (good - bad) / (2 * beyond_ascii), text, codec
