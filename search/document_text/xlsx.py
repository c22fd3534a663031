"""Excel's sheets (Office Open XML), by openpyxl: the values that were last calculated, not the formulas."""

import datetime

from openpyxl import load_workbook

from search.document_text.archive import Archive


def read(file):
    """A row a paragraph, its cells parted by tabs. Hidden sheets are left out: nobody meant them to be found."""
    Archive(file).count_all()
    file.seek(0)
    workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        # Some programs write down a wrong size, and openpyxl would believe it.
        sheet.reset_dimensions()
        title = sheet.title
        for row in sheet.iter_rows(values_only=True):
            cells = [_shown(value) for value in row if value is not None]
            if cells:
                yield f"{title}\n" * bool(title) + "\t".join(cells)
                title = ""


def _shown(value):
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)
