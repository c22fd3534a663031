"""Prints figures in columns; a Japanese sign is two columns wide."""

import unicodedata


def table(head, rows):
    """A table as text, the first column to the left and the others to the right."""
    rows = [list(map(str, row)) for row in [head, *rows]]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            _padded(cell, width, left=place == 0) for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _padded(cell, width, left):
    blanks = " " * (width - _width(cell))
    return cell + blanks if left else blanks + cell


def _width(cell):
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in cell)
