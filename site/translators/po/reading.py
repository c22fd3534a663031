"""From the bytes of a file to its texts, or to a sentence that says why not. Knows nothing of the database."""

import codecs
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.utils.translation import gettext as _

LARGEST = 5 * 1024 * 1024
ID_HEADER = "X-WagtailLocalize-TranslationID"

_CHARSET = re.compile(rb"charset=([A-Za-z0-9._:-]+)")
_NO_TEXT = re.compile("[\x00]")
# As ``msgcat --escape`` writes what is not ASCII: byte by byte. Any other backslash goes with the sign after it.
_BYTES = re.compile(r"(?:\\[23][0-7]{2})+|\\.")
_ID = re.compile(re.escape(ID_HEADER) + r":[ \t]*([^\s\\\"]+)")
_ENTRY = re.compile(r"^(?:#~[ \t]*)?msgid[ \t]+\"", re.MULTILINE)
_LINE = re.compile(r"(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*\"(?:[^\"\\]|\\.)*\"\s*")
# Which parts of an entry may follow which; the file begins and ends as if after a translation.
_FOLLOWING = {
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr"},
    "msgstr": {"msgctxt", "msgid", "msgstr"},
}


@dataclass(frozen=True)
class PoText:
    """One entry: a source text, its place (``None`` where the file does not say), and how it is translated."""

    source: str
    place: str | None
    translation: str
    is_fuzzy: bool = False
    previous_source: str = ""


@dataclass(frozen=True)
class PoFile:
    """What a readable file holds. Obsolete entries are left out."""

    translation_id: str
    language: str
    texts: list[PoText] = field(default_factory=list)


@dataclass(frozen=True)
class PoProblem:
    """Why a file cannot be taken in, as a sentence."""

    sentence: str


def read_po(data):
    """Reads a PO file.

    Args:
        data: The file's bytes.

    Returns:
        A `PoFile`, or a `PoProblem` where it is none, is damaged, is in another encoding than it says, or does not say
        which translation it belongs to.
    """
    if len(data) > LARGEST:
        return PoProblem(_("The file is larger than 5 MB. PO files of one page are much smaller."))
    if not data.strip():
        return PoProblem(_("The file is empty."))
    text = _decoded(data)
    if isinstance(text, PoProblem):
        return text
    text = _BYTES.sub(_written_out, text.replace("\r\n", "\n").replace("\r", "\n"))
    if _NO_TEXT.search(text) or not _ENTRY.search(text):
        return PoProblem(_("This is not a PO file."))
    if line := _damaged_line(text):
        return PoProblem(_("The file is damaged at line %(line)s. Please download it anew.") % {"line": line})
    return _parsed(text)


def _decoded(data):
    """The text, in the encoding that the file itself names."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return PoProblem(_("The file is in the encoding UTF-16. Please save it as UTF-8."))
    had_mark = data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    named = _CHARSET.search(data)
    charset = named[1].decode() if named and named[1] != b"CHARSET" else "utf-8"
    wrong = PoProblem(
        _("The file is not in the encoding that it names (%(charset)s). Please save it as UTF-8.")
        % {"charset": charset}
    )
    try:
        is_utf8 = codecs.lookup(charset).name == "utf-8"
        text = data.decode(charset)
        # Half a sign is decoded by some encodings, and written by none.
        text.encode()
    except (LookupError, UnicodeError):
        return wrong
    if not is_utf8 and (had_mark or _is_utf8_after_all(data)):
        return wrong
    return text


def _written_out(match):
    """The signs that escaped bytes stand for; what is something else stays."""
    escaped = match[0]
    if len(escaped) < 4:
        return escaped
    try:
        return bytes(int(number, 8) for number in escaped.split("\\")[1:]).decode()
    except UnicodeDecodeError:
        return escaped


def _is_utf8_after_all(data):
    """Whether bytes beyond ASCII are UTF-8: a text in another encoding is that by no chance."""
    try:
        return not data.isascii() and bool(data.decode())
    except UnicodeDecodeError:
        return False


def _damaged_line(text):
    """The number of the first line that belongs in no PO file, or 0.

    polib takes half a text where a file breaks off, and an entry without a translation for an empty one.
    """
    number, last = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        written = _LINE.fullmatch(line)
        if not written or not (written[1] or last):
            return number
        if written[1]:
            part = written[1].partition("[")[0]
            if part not in _FOLLOWING[last or "msgstr"]:
                return number
            last = part
    return 0 if last in {"", "msgstr"} else number


def _parsed(text):
    # polib takes a path or a text and guesses which: a path it is.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.po")
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            po = polib.pofile(str(path), encoding="utf-8")
        except (OSError, ValueError) as error:
            line = re.search(r"\(line (\d+)\)", str(error))
            return PoProblem(
                _("The file is damaged at line %(line)s. Please download it anew.") % {"line": line[1]}
                if line
                else _("The file is damaged. Please download it anew.")
            )
    if not po.metadata:
        return PoProblem(_("The file has no header, so nobody can tell what it belongs to. Please download it anew."))
    translation_id = po.metadata.get(ID_HEADER, "").strip()
    if not translation_id:
        return PoProblem(
            _("The file's header does not say which page it belongs to (%(header)s). Please download it anew.")
            % {"header": ID_HEADER}
        )
    # Tools that join files leave each header, or write several into one.
    if len(set(_ID.findall(re.sub(r'"\n\s*"', "", text)))) > 1:
        return PoProblem(_("The file holds texts of several translations. Please upload the file of each by itself."))
    texts = [
        PoText(
            source=entry.msgid,
            place=entry.msgctxt,
            translation=_with_the_same_ends(entry.msgid, entry.msgstr),
            is_fuzzy=entry.fuzzy,
            previous_source=entry.previous_msgid or "",
        )
        for entry in po
        # Some tools write the header twice.
        if entry.msgid and not entry.obsolete and not entry.msgid_plural
    ]
    if not texts:
        return PoProblem(_("The file holds no texts."))
    return PoFile(translation_id, po.metadata.get("Language", "").strip(), texts)


def _with_the_same_ends(source, translation):
    """Some tools end a text with a line break that the source does not have."""
    if not translation.strip():
        return ""
    return translation if source != source.strip("\n") else translation.strip("\n")
