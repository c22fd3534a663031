"""Which reader a kind of file has."""

from importlib import import_module

from search.document_text.clean import clean

# Modules with a function `read`, from a binary file to its paragraphs. Imported when one is needed.
READERS = {
    "csv": "csv_table",
    "docx": "docx",
    "odt": "odt",
    "pdf": "pdf",
    "pptx": "pptx",
    "txt": "plain",
    "xlsx": "xlsx",
}


def paragraphs(file, kind):
    """The paragraphs of a file, clean and never empty. In this process, without any limit: see `text_of`.

    Raises:
        UnreadableDocument: for what a reader foresees; and anything for a broken file.
    """
    reader = import_module(f"search.document_text.{READERS[kind]}")
    for paragraph in reader.read(file):
        for line in clean(paragraph).splitlines():
            if line:
                yield line
