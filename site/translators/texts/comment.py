"""What the editor says below a translated text: where it comes from, and on which day."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from translators.memory.recall import TOOL_NAME as MEMORY
from translators.po.taking_in import TOOL_NAME as PO_FILE


def comment_on(row):
    """A sentence in the reader's language, with the day by the clock of the site.

    wagtail-localize's own says "28 November 2026" in every language, by the clock of UTC.
    """
    date = date_format(timezone.localtime(row.updated_at), "DATE_FORMAT")
    if not row.tool_name:
        return _("Translated on %(date)s") % {"date": date}
    tool = {MEMORY: _("the translation memory"), PO_FILE: _("a PO file")}.get(row.tool_name, row.tool_name)
    return _("From %(tool)s, %(date)s") % {"tool": tool, "date": date}
