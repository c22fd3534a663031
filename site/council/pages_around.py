"""The pages that the frame of a page is about, in one query that Django writes once and the database answers each time.

To write it takes four times as long as to have it answered, and it is asked for every page of the site.
"""

import datetime
from functools import lru_cache

from django.db import connections, router
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Substr
from django.utils import timezone
from wagtail.models import Page

from council.translation.versions import readable

# Stands in the written query for the moment it is asked at; nothing expires then.
_THEN = datetime.datetime(1, 1, 2, tzinfo=datetime.UTC)
# Of the pages that readers come to again and again; each is a few kilobytes.
_MOST_KEPT = 500


def pages_around(root, page):
    """The front page, what is right below it, and a page with all above it: each in every version that may be read now.

    Args:
        root: the site's front page.
        page: the page that is shown, or ``None``.

    Returns:
        A list of pages in the order of the tree; ``is_above`` is true of those that stand above the page.
    """
    key, above = None, ()
    if page and page.pk:
        key = page.translation_key
        above = tuple(page.path[:length] for length in range(len(root.path), len(page.path), page.steplen))
    using = router.db_for_read(Page)
    sql, parameters = _written(using, root.path, root.depth, root.translation_key, key, above)
    adapted = connections[using].ops.adapt_datetimefield_value
    then, now = adapted(_THEN), adapted(timezone.now())
    return list(Page.objects.raw(sql, [now if each == then else each for each in parameters], using=using))


@lru_cache(maxsize=_MOST_KEPT)
def _written(using, root_path, root_depth, root_key, key, above):
    """``(SQL, parameters)``."""
    in_trees = Q(depth=root_depth + 1, tree__in=Page.objects.filter(translation_key=root_key).values("path"))
    wanted = Q(translation_key=root_key) | in_trees
    if key:
        wanted |= Q(translation_key=key)
        wanted |= Q(translation_key__in=Page.objects.filter(path__in=above).values("translation_key"))
    # By translation key: where a parent is not translated, its stand-in in this tree is nothing to read.
    is_above = Exists(Page.objects.filter(path__in=above, translation_key=OuterRef("translation_key")))
    # By their ids: otherwise SQLite looks at every page that is no alias, which they nearly all are.
    ids = Page.objects.annotate(tree=Substr("path", 1, len(root_path))).filter(wanted).values("pk")
    pages = readable(Page.objects.using(using).annotate(is_above=is_above).filter(pk__in=ids), now=_THEN)
    return pages.order_by("path").query.sql_with_params()
