"""From the sample's blocks to the form in which Wagtail stores them."""

from wagtail import blocks


def stream_data(stream_block, rows, look_up):
    """Raw stream data of the sample's blocks.

    Args:
        stream_block: the definition the rows have to fit.
        rows: ``[{"type", "id", "value"}]``; lists are plain, references are strings such as ``"person:person-01"``.
        look_up: from such a string to the id of what it names, or ``None``.

    Raises:
        KeyError: a row is of a type that the stream does not have.
    """
    return [
        {
            "type": row["type"],
            "id": row["id"],
            "value": _raw(stream_block.child_blocks[row["type"]], row["value"], look_up, row["id"]),
        }
        for row in rows
    ]


def _raw(block, value, look_up, place):
    """Ids are readable and the same in every run, so that translations are found again by their place.

    They hold letters, digits and hyphens only: the editor's script uses them as CSS selectors.
    """
    if isinstance(block, blocks.StructBlock):
        unknown = set(value) - set(block.child_blocks)
        if unknown:
            raise KeyError(f"{place}: {', '.join(sorted(unknown))}")
        return {
            name: _raw(child, value[name], look_up, f"{place}-{name}")
            for name, child in block.child_blocks.items()
            if name in value
        }
    if isinstance(block, blocks.ListBlock):
        return [
            {
                "type": "item",
                "id": f"{place}-{number}",
                "value": _raw(block.child_block, item, look_up, f"{place}-{number}"),
            }
            for number, item in enumerate(value, 1)
        ]
    if isinstance(block, blocks.ChooserBlock):
        return look_up(value) if value else None
    if isinstance(block, blocks.DateBlock):
        return value.isoformat() if value else None
    return value
