"""Which of an object's translations a reader gets.

Every relation in the site is compared by ``translation_key``, never by id: a translated page keeps pointing at the
objects of its source language (docs/decisions/0003-links-by-translation-key.md). The reader gets the version in
their own language, else in Japanese, else in the language it was born in, which is that of the oldest row; never a
draft, an alias, a page that has expired, or one behind a login.
"""

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Length, Substr
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageViewRestriction

from council.translation.locales import active_locale, source_locale


def readable(queryset, now=None):
    """Those of the objects that any reader may open now, or at another moment. Adds no query of its own."""
    model = queryset.model
    if issubclass(model, DraftStateMixin):
        # `live` stays true between the hour of expiry and the next run of publish_scheduled.
        queryset = queryset.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=now or timezone.now()), live=True)
    if issubclass(model, Page):
        queryset = queryset.filter(~Exists(restrictions()), alias_of__isnull=True)
    return queryset


def restrictions():
    """The pages with a restriction (login, password, groups) among the outer query's page and those above it.

    Not by a join of the two: without figures about its tables, SQLite then goes through all pages for each page.
    """
    restricted = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    return restricted.annotate(above=Substr(OuterRef("path"), 1, Length("path"))).filter(path=F("above"))


def for_reader(queryset, locale=None):
    """Each object once, in the reader's language if it is there, else in Japanese, else where it was born.

    Works on a queryset, so that the result can be counted, sorted and paged by the database.
    """
    model = queryset.model
    own, source = locale or active_locale(), source_locale()
    others = readable((Page if issubclass(model, Page) else model).objects.all()).filter(
        translation_key=OuterRef("translation_key")
    )
    first = Q(locale=own)
    if own != source:
        first |= Q(locale=source) & ~Exists(others.filter(locale=own))
    elsewhere = (
        ~Q(locale__in=[own, source])
        & ~Exists(others.filter(locale__in=[own, source]))
        & ~Exists(others.filter(pk__lt=OuterRef("pk")))
    )
    return readable(queryset).filter(first | elsewhere)


def same_as(queryset, objects):
    """The versions, in any language, of these objects (or of those with these translation keys)."""
    keys = {getattr(obj, "translation_key", obj) for obj in objects}
    return queryset.filter(translation_key__in=keys)


def versions_for_reader(queryset, ids, locale=None):
    """``{id: object}``: for each id the version its reader gets, in one query. Ids without one are left out."""
    if not ids:
        return {}
    model = queryset.model
    keys = model._default_manager.filter(pk__in=ids).values("translation_key")
    versions = queryset.filter(translation_key__in=keys)
    if issubclass(model, Page):
        versions = versions.annotate(is_restricted=Exists(restrictions()))
    versions = list(versions)
    best = best_versions(
        [each for each in versions if is_published(each) and not getattr(each, "is_restricted", False)],
        locale,
    )
    wanted = set(ids)
    return {
        each.pk: best[each.translation_key] for each in versions if each.pk in wanted and each.translation_key in best
    }


def best_versions(versions, locale=None):
    """``{translation key: object}``: of these readable versions the one the reader gets, without a query."""
    best = {}
    for version in sorted(versions, key=lambda version: place_for_reader(version, locale)):
        best.setdefault(version.translation_key, version)
    return best


def place_for_reader(version, locale=None):
    """What to sort versions by, so that the one the reader gets comes first: as `for_reader` chooses in the database."""
    order = [(locale or active_locale()).pk, source_locale().pk]
    return order.index(version.locale_id) if version.locale_id in order else len(order), version.pk


def reader_order(locale=None):
    """The same for a query: ``order_by(*reader_order())``."""
    own, source = locale or active_locale(), source_locale()
    return Case(When(locale=own, then=0), When(locale=source, then=1), default=2), "pk"


def is_published(obj):
    """Whether an object is live, not expired, and no alias. A page's restrictions are not looked at."""
    if not isinstance(obj, DraftStateMixin):
        return True
    if not obj.live or (obj.expire_at and obj.expire_at <= timezone.now()):
        return False
    return getattr(obj, "alias_of_id", None) is None


def in_tree_order(queryset):
    """Pages in the order they stand in the Japanese tree, whichever language each is shown in."""
    original = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=source_locale())
    return queryset.annotate(place=Coalesce(Subquery(original.values("path")[:1]), F("path"))).order_by("place")
