"""PDFs, by pypdf."""

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError

from search.document_text.pdf_lines import joined
from search.document_text.unreadable import Reason, UnreadableDocument

# Of one stream, such as a page's drawing or a font, in bytes; pypdf's own limit is 75 MB.
_MAX_STREAM_BYTES = 20_000_000
# Encodings whose codes are characters, so that they need no table. Of others only the font's maker knows.
_SPEAKING = ("UCS2", "UTF16", "90ms-RKSJ")


def read(file):
    """The paragraphs of each page. A page that cannot be read is passed over."""
    with apply_configuration(
        zlib_maximum_output_length=_MAX_STREAM_BYTES,
        lzw_maximum_output_length=_MAX_STREAM_BYTES,
        run_length_maximum_output_length=_MAX_STREAM_BYTES,
        array_based_stream_maximum_output_length=_MAX_STREAM_BYTES,
    ):
        yield from _read(file)


def _read(file):
    reader = _open(file)
    fonts = _Fonts()
    was_read = has_text = False
    for number in range(len(reader.pages)):
        try:
            text = _text(reader.pages[number], fonts)
        except MemoryError:
            raise
        except Exception:
            # pypdf raises whatever a broken page leads to.
            continue
        was_read = True
        for paragraph in joined(text.splitlines()):
            has_text = True
            yield paragraph
    if not was_read:
        raise UnreadableDocument(Reason.DAMAGED)
    if not has_text and fonts.mute:
        raise UnreadableDocument(Reason.UNKNOWN_FONTS)


def _open(file):
    try:
        reader = PdfReader(file)
        # Many PDFs can be opened by anybody and need a password only to be changed: theirs is empty.
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument(Reason.PROTECTED)
    except (DependencyError, NotImplementedError):
        raise UnreadableDocument(Reason.PROTECTED) from None
    except PyPdfError:
        raise UnreadableDocument(Reason.DAMAGED) from None
    return reader


def _text(page, fonts):
    pieces = []

    def visit(text, _matrix, _text_matrix, font, _size):
        # Line ends come with the font of what stands before them.
        pieces.append(text if fonts.speaks(font) else "\n" * text.count("\n"))

    page.extract_text(visitor_text=visit)
    return "".join(pieces)


class _Fonts:
    """Which fonts say what characters they draw. Of the others pypdf makes characters that nobody wrote."""

    def __init__(self):
        self._known = {}
        self.mute = False

    def speaks(self, font):
        if font is None:
            return True
        if id(font) not in self._known:
            # The font is kept, so that no other one gets its id.
            self._known[id(font)] = font, _speaks(font)
        speaks = self._known[id(font)][1]
        self.mute |= not speaks
        return speaks


def _speaks(font):
    if font.get("/Subtype") != "/Type0" or "/ToUnicode" in font:
        return True
    encoding = str(font.get("/Encoding", ""))
    return any(name in encoding for name in _SPEAKING)
