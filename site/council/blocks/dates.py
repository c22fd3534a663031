"""Dates inside blocks."""

from wagtail import blocks


class DayBlock(blocks.DateBlock):
    """A date that is the same before and after a form has read it.

    Wagtail's own gives a date where stored JSON holds a string. So a page with one counts as changed whenever its form
    is sent, and with ``WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT`` an approval reopens itself instead of publishing.
    """

    def get_prep_value(self, value):
        return value.isoformat() if hasattr(value, "isoformat") else value
