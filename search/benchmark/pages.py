"""Writes pages into the database of the process, many at once, and indexes them.

Nothing here goes through an editor's hands: rows are written as Wagtail would leave them after a publication.
"""

import datetime
import html
import json
import time
import uuid

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from modelsearch.backends import get_search_backend
from wagtail.models import Locale, Page

from council.translation.locales import forget_locales
from home.front_tree import front_page, make_front_page
from home.models import HomePage, StandardPage
from search.benchmark.corpus import Page as CorpusPage

AT_ONCE = 200
# From then on, a day a page, so that they are of several years.
FIRST_DAY = datetime.datetime(2019, 1, 1, tzinfo=datetime.UTC)
DAYS = 2500
NOT_INDEXED = CorpusPage("資料", "", "")


def shelves():
    """``{language: the page below which everything is written}``, made where there is none.

    Each stands below the front page of its language, of whose own children every page of the site shows a list.
    """
    front, found, key = _front_pages(), {}, uuid.uuid4()
    for code, parent in front.items():
        shelf = StandardPage.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).first()
        if shelf is None:
            (pk,) = write(parent, [NOT_INDEXED], [key])
            shelf = StandardPage.objects.get(pk=pk)
        found[code] = shelf
    return found


def _front_pages():
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
    forget_locales()
    first = front_page() or make_front_page(HomePage(title="はじめ", slug="home", locale=locales["ja"]))
    found = {}
    for code, locale in locales.items():
        version = first.get_translation_or_none(locale)
        if version is None:
            version = first.copy_for_translation(locale)
            version.live = True
            version.save()
        found[code] = version
    return found


def write(parent, pages, keys=None):
    """Writes `StandardPage` rows below a page, in its language, and does not index them.

    Args:
        parent: the page they stand below.
        pages: `search.benchmark.corpus.Page` objects.
        keys: their translation keys; new ones if left out.

    Returns:
        Their ids, in order.
    """
    parent = Page.objects.get(pk=parent.pk)
    content_type = ContentType.objects.get_for_model(StandardPage)
    keys = keys or [uuid.uuid4() for _page in pages]
    ids = []
    for start in range(0, len(pages), AT_ONCE):
        batch = [
            _row(parent, content_type, parent.numchild + start + place + 1, page, key)
            for place, (page, key) in enumerate(
                zip(pages[start : start + AT_ONCE], keys[start : start + AT_ONCE], strict=True)
            )
        ]
        with transaction.atomic():
            bases = Page.objects.bulk_create([base for base, _own in batch])
            for base, (_base, own) in zip(bases, batch, strict=True):
                own.page_ptr_id = base.pk
            # `bulk_create` refuses models with a parent table, whose rows were written just now.
            StandardPage._base_manager._insert(
                [own for _base, own in batch], fields=StandardPage._meta.local_concrete_fields, using=connection.alias
            )
        ids += [base.pk for base in bases]
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    return ids


def _row(parent, content_type, number, page, key):
    moment = FIRST_DAY + datetime.timedelta(days=number % DAYS)
    base = Page(
        path=Page._get_path(parent.path, parent.depth + 1, number),
        depth=parent.depth + 1,
        title=page.title,
        draft_title=page.title,
        slug=f"bench-{number}",
        url_path=f"{parent.url_path}bench-{number}/",
        content_type=content_type,
        locale_id=parent.locale_id,
        translation_key=key,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
    )
    lines = "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in page.body.splitlines() if line.strip())
    body = [{"type": "paragraph", "value": lines, "id": str(uuid.uuid4())}]
    return base, StandardPage(summary=page.summary, body=json.dumps(body))


def index(ids):
    """Indexes standard pages as `update_index` does; returns the seconds that took, without reading them."""
    backend, seconds = get_search_backend(), 0.0
    for start in range(0, len(ids), AT_ONCE):
        pages = list(StandardPage.objects.filter(pk__in=ids[start : start + AT_ONCE]).order_by("pk"))
        begun = time.perf_counter()
        backend.add_bulk(StandardPage, pages)
        seconds += time.perf_counter() - begun
    return seconds


def settle():
    """What PostgreSQL does by itself some minutes after many rows were written."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
