"""The table's rows: each object once, in the place where it was born, with a cell for each locale."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.text import capfirst
from wagtail.models import Page

from council.translation.locales import all_locales, source_locale
from translators.status.cells import Cell, Version, cell, source_cell
from translators.status.records import Records
from translators.status.versions import page_versions, snippet_versions, translatable_snippets


@dataclass(eq=False)
class Row:
    """One object. ``place`` sorts the rows: pages as they stand in the tree, then snippets by type."""

    key: UUID
    source: Version
    cells: dict[int, Cell]
    # When its text was last published as another one; None where it never was.
    changed_at: datetime | None = None
    place: tuple = ()
    level: int = 0
    # The row below the front page under which this one stands; itself, if it is that row.
    section: "Row | None" = None
    readings: int | None = None
    versions: dict[int, Version] = field(default_factory=dict, repr=False)

    @property
    def title(self):
        return self.source.title

    @property
    def model(self):
        return self.source.model

    @property
    def type_name(self):
        return capfirst(self.model._meta.verbose_name)

    @property
    def is_page(self):
        return issubclass(self.model, Page)


def read_rows(keys=None):
    """All rows in order, or those with these translation keys, which then know nothing of the tree above them.

    The number of queries depends on the number of types of snippets only.
    """
    records = Records.read(keys)
    by_key = defaultdict(dict)
    for version in [*page_versions(keys), *snippet_versions(keys)]:
        by_key[version.key][version.locale_id] = version
    rows = {}
    for key, versions in by_key.items():
        birth = birthplace(key, versions, records)
        if birth is not None:
            rows[key] = _row(key, versions, birth, records)
    _put_in_place(rows)
    return sorted(rows.values(), key=lambda row: row.place)


def birthplace(key, versions, records):
    """The id of the locale an object was written in first; None of an object of which there are only aliases.

    It is no locale that it was translated into; of the others Japanese goes first, then the one it was sent from.
    """
    own = {locale_id for locale_id, version in versions.items() if not version.is_alias}
    born = {locale for locale in own if not _is_translated_from(key, locale, own - {locale}, records)} or own
    japanese = source_locale().pk
    if japanese in born:
        return japanese
    return min({locale for locale in born if (key, locale) in records.sources} or born, default=None)


def _is_translated_from(key, locale_id, others, records):
    return any(work.source_locale_id in others for work in records.works.get((key, locale_id), []))


def _row(key, versions, birth, records):
    source = versions[birth]
    cells = {}
    for locale_id in all_locales():
        if locale_id == birth:
            cells[locale_id] = source_cell(source)
            continue
        work = records.work_on(key, locale_id, birth)
        published = records.published.get((key, locale_id))
        cells[locale_id] = cell(versions.get(locale_id), work, published, records.source_text(key, work))
    published = records.published.get((key, birth))
    changed_at = published.changed_at if published else source.last_published_at
    return Row(key, source, cells, changed_at, versions=versions)


def _put_in_place(rows):
    """A page stands where it was born, also where its parent was born in another language's tree."""
    by_path = {version.path: rows[key] for key, row in rows.items() if row.is_page for version in row.versions.values()}
    types = {model: place for place, model in enumerate(translatable_snippets())}
    for row in rows.values():
        if row.is_page:
            above = _above(row, by_path)
            row.place = (0, *[(each.source.path[-Page.steplen :], each.source.locale_id) for each in above])
            row.level = len(above) - 1
            row.section = above[1] if len(above) > 1 else None
        else:
            row.place = (1, (types[row.model], row.source.path))


def _above(row, by_path):
    """The rows from the front page down to this one."""
    above = []
    # A page may stand above another in one language and below it in another: nobody stands above itself.
    while row is not None and row not in above:
        above.insert(0, row)
        row = by_path.get(row.source.path[: -Page.steplen])
    return above
