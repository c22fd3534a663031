"""The table as a CSV file that Excel opens right: UTF-8 with its mark, and no cell that Excel takes for a formula."""

import csv

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from council.reports.cells import guarded
from translators.status.languages import name_of


def csv_response(rows, all_locales, shown_locales, with_readings):
    """The answer that downloads these rows."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="translations-{localdate().isoformat()}.csv"'
    # Without this mark Excel reads the file in the machine's own encoding.
    response.write("\ufeff")
    names = {locale.pk: name_of(locale) for locale in all_locales}
    writer = csv.writer(response, lineterminator="\r\n")
    head = [_("Title"), _("Type"), _("Part of the site"), _("Written in"), _("Text changed on")]
    head += [_("Times read")] if with_readings else []
    writer.writerow([guarded(each) for each in [*head, *[names[locale.pk] for locale in shown_locales]]])
    for row in rows:
        cells = [row.title, row.type_name, row.section.title if row.section else ""]
        cells += [names[row.source.locale_id], _date(row.changed_at)]
        cells += [str(row.readings or 0)] if with_readings else []
        cells += [words_of(row.cells[locale.pk]) for locale in shown_locales]
        writer.writerow([guarded(each) for each in cells])
    return response


def words_of(cell):
    """A cell's state in words, such as "Partly translated, 45 %, an earlier version is live"."""
    words = [str(cell.state.label)]
    if cell.percent is not None and cell.percent < 100:
        words.append(f"{cell.percent} %")
    if cell.is_also_live:
        words.append(_("an earlier version is live"))
    if cell.is_source:
        words.append(_("source"))
    return _(", ").join(words)


def _date(moment):
    return localdate(moment).isoformat() if moment else ""
