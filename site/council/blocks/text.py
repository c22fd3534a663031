"""Blocks of text: paragraphs, headings, quotations, lists, tables."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# Headings, lists, pictures and tables are blocks of their own, so that each keeps its structure.
RICH_TEXT_FEATURES = ["bold", "link", "document-link"]


class ParagraphBlock(blocks.RichTextBlock):
    """One or more paragraphs."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Text in paragraphs, with bold and links.")
        template = "blocks/paragraph.html"
        preview_value = _("<p>On Wednesdays the shutter goes up at three, and the street smells of curry.</p>")


class HeadingBlock(blocks.StructBlock):
    """A heading inside a text; level 2 opens a section, level 3 a part of one."""

    text = blocks.CharBlock(label=_("Heading"), max_length=100)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("2", _("Section")), ("3", _("Part of a section"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = _("Heading: {text}")
        description = _("A line that says what the next part is about.")
        template = "blocks/heading.html"
        preview_value = {"text": _("A place to drop in"), "level": "2"}


class QuoteBlock(blocks.StructBlock):
    """Words of somebody who is not a person of the site: a motto, a line from a book, a passer-by."""

    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(label=_("Whose words"), required=False, max_length=100)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("A sentence worth stopping at. For the voice of a person, use Voice.")
        template = "blocks/quote.html"
        preview_value = {"text": _("Come as you are."), "attribution": _("A note on the door")}


class ListOfItemsBlock(blocks.StructBlock):
    """A list, with bullets or numbers."""

    style = blocks.ChoiceBlock(
        label=_("Style"), choices=[("bullet", _("Bullets")), ("number", _("Numbers"))], default="bullet"
    )
    items = blocks.ListBlock(blocks.CharBlock(label=_("Item"), max_length=300), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("Several points, one a line.")
        template = "blocks/list.html"
        preview_value = {"style": "bullet", "items": [_("Tea and talk"), _("Homework together")]}


class TableRowBlock(blocks.StructBlock):
    cells = blocks.ListBlock(blocks.CharBlock(label=_("Cell"), required=False), label=_("Cells"))

    class Meta:
        icon = "list-ul"
        label = _("Row")


class DataTableBlock(blocks.StructBlock):
    """A table with one row of column headings.

    Wagtail's own table blocks give translators nothing to translate (wagtail-localize #302), so each cell here is
    a text block of its own.
    """

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    columns = blocks.ListBlock(
        blocks.CharBlock(label=_("Column"), max_length=100), label=_("Column headings"), min_num=1
    )
    rows = blocks.ListBlock(TableRowBlock(), label=_("Rows"), min_num=1)

    def clean(self, value):
        cleaned = super().clean(value)
        width = len(cleaned["columns"])
        uneven = [number for number, row in enumerate(cleaned["rows"], 1) if len(row["cells"]) != width]
        if uneven:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "rows": ValidationError(
                        gettext("Each row needs %(width)s cells, as many as there are columns. Not so: row %(rows)s.")
                        % {"width": width, "rows": ", ".join(map(str, uneven))}
                    )
                }
            )
        return cleaned

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures or times in rows and columns.")
        template = "blocks/table.html"
        preview_value = {
            "caption": _("When it is open"),
            "columns": [_("Day"), _("Hours")],
            "rows": [{"cells": [_("Wednesday"), "15:00–19:00"]}],
        }
