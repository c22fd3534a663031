"""Small files of the kinds that are uploaded, made as a test needs them."""

import io
import zipfile

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def archive(**parts):
    """A zip archive in memory: ``archive(**{"word/document.xml": "<…>"})``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    file.seek(0)
    return file


def docx(body, **parts):
    return archive(**{"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}, **parts)


def odt(body, **parts):
    content = f"<office:document-content {ODT}><office:body>{body}</office:body></office:document-content>"
    return archive(**{"content.xml": content}, **parts)


def pptx(*slides, **parts):
    """Slides as the inside of ``<p:sld>``, or whole where they begin with it."""
    made = {
        f"ppt/slides/slide{number}.xml": slide if slide.startswith("<p:sld") else f"<p:sld {A}>{slide}</p:sld>"
        for number, slide in enumerate(slides, 1)
    }
    return archive(**{"ppt/presentation.xml": "<p/>"}, **made, **parts)


def pdf(*pages, encoding="/UniJIS-UTF16-H", **encryption):
    """A PDF of Japanese lines, ``pdf(["一行め", "二行め"], ["次の頁"])``; with ``encryption`` as pypdf takes it."""
    writer = PdfWriter()
    font = writer._add_object(_font(encoding))
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
        )
        content = DecodedStreamObject()
        shown = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td" for line in lines)
        content.set_data(f"BT /F 12 Tf 50 800 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    if encryption:
        writer.encrypt(algorithm="RC4-128", **encryption)
    file = io.BytesIO()
    writer.write(file)
    file.seek(0)
    return file


def _font(encoding):
    inner = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType0"),
            NameObject("/BaseFont"): NameObject("/Ryumin-Light"),
            NameObject("/DW"): NumberObject(1000),
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Ryumin-Light"),
            NameObject("/Encoding"): NameObject(encoding),
            NameObject("/DescendantFonts"): ArrayObject([inner]),
        }
    )
