"""Tables as comma-separated values."""

import csv
import io

from search.document_text.decode import decode
from search.document_text.limits import MAX_CHARACTERS


def read(file):
    """A row a paragraph, its cells parted by tabs."""
    csv.field_size_limit(MAX_CHARACTERS * 4)
    for row in csv.reader(io.StringIO(decode(file).replace("\0", ""), newline="")):
        yield "\t".join(row)
