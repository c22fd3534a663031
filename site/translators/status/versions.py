"""All translatable objects in all locales, as plain rows: one query for pages, and one for each type of snippet."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Site, TranslatableMixin, get_page_models
from wagtail.snippets.models import get_snippet_models

from translators.status.cells import Version

_PAGE_FIELDS = ["translation_key", "locale_id", "pk", "content_type_id", "draft_title", "path", "live", "expire_at"]
_PAGE_FIELDS += ["has_unpublished_changes", "alias_of_id", "last_published_at", "owner_id"]


def translatable_snippets():
    """The types of snippets that are translated, sorted by their names as Wagtail sorts them."""
    return [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def page_versions(keys=None):
    """The pages of the sites, their front pages among them; or only those with these translation keys."""
    sites = Site.objects.filter(root_page__translation_key=OuterRef("translation_key"))
    pages = Page.objects.annotate(is_front=Exists(sites)).order_by("path")
    if keys is not None:
        pages = pages.filter(translation_key__in=keys)
    rows = list(pages.values_list(*_PAGE_FIELDS, "is_front", named=True))
    if keys is None:
        trees = tuple(row.path for row in rows if row.is_front)
        rows = [row for row in rows if row.path.startswith(trees)]
    types = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*get_page_models()).items()}
    return [
        Version(
            key=row.translation_key,
            locale_id=row.locale_id,
            pk=row.pk,
            model=types.get(row.content_type_id, Page),
            title=row.draft_title,
            is_live=_is_live(row),
            has_unpublished_changes=row.has_unpublished_changes,
            is_alias=row.alias_of_id is not None,
            last_published_at=row.last_published_at,
            path=row.path,
            owner_id=row.owner_id,
        )
        for row in rows
        # The root of all trees is nobody's page.
        if len(row.path) > Page.steplen
    ]


def snippet_versions(keys=None):
    """The snippets of every type; or only those with these translation keys."""
    versions = []
    for model in translatable_snippets():
        objects = model._default_manager.all()
        if keys is not None:
            objects = objects.filter(translation_key__in=keys)
        has_drafts = issubclass(model, DraftStateMixin)
        versions += [
            Version(
                key=each.translation_key,
                locale_id=each.locale_id,
                pk=each.pk,
                model=model,
                title=str(each),
                is_live=_is_live(each) if has_drafts else True,
                has_unpublished_changes=has_drafts and each.has_unpublished_changes,
                last_published_at=each.last_published_at if has_drafts else None,
                path=f"{place:08}",
            )
            for place, each in enumerate(objects)
        ]
    return versions


def _is_live(row):
    """``live`` stays true between the hour of expiry and the next run of publish_scheduled."""
    return row.live and not (row.expire_at and row.expire_at <= timezone.now())
