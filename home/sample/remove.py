"""Takes the sample site away, and nothing else."""

from collections import Counter

from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, Site

from council.models import CouncilSettings, Person, Reading, Term, Theme
from home.sample.audit import audits_of_sample
from home.sample.content_files import DOCUMENTS, PICTURES, read, read_folder
from home.sample.keys import sample_key
from home.sample.pages import INDEXES
from home.sample.shelf import COLLECTION
from home.starter_pages.make import NAMES


def sample_page_keys():
    """The translation keys of every page that the sample makes."""
    plan = read("plan")
    keys = {sample_key("home", "home")}
    keys |= {sample_key("index", name) for name in INDEXES}
    keys |= {sample_key("plan", plan[name]["slug"]) for name in ("plan", "earlier_plan")}
    keys |= {sample_key("pillar", row["slug"]) for row in plan["pillars"]}
    for goal in read_folder("goals"):
        keys.add(sample_key("goal", goal["slug"]))
        keys |= {sample_key("initiative", f"{goal['slug']}/{row['slug']}") for row in goal["initiatives"]}
    for kind, folder in (
        ("organisation", "organisations"),
        ("place", "places"),
        ("story", "stories"),
        ("page", "pages"),
    ):
        keys |= {sample_key(kind, row["slug"]) for row in read_folder(folder)}
    return keys | {sample_key("page", name) for name in NAMES}


@transaction.atomic
def remove_sample():
    """Deletes the sample in every language; a page under which somebody has put one of their own stays.

    Returns:
        ``(Counter, [Page])``: how many were deleted by type, and the pages of the sample that stay.
    """
    gone = Counter()
    kept = _remove_pages(gone)
    for model, kind, names in (
        (Person, "person", [row["id"] for row in read("people")["person"]]),
        (Term, "term", [row["id"] for row in read("terms")["term"]]),
        (Theme, "theme", [row["slug"] for row in read("themes")["theme"]]),
    ):
        keys = [sample_key(kind, name) for name in names]
        _delete(model.objects.filter(translation_key__in=keys), gone)
    for row in read("readings")["reading"]:
        # One that was corrected since is the staff's own.
        _delete(Reading.objects.filter(**row), gone)
    _delete(audits_of_sample(), gone)
    _remove_settings(gone)
    _remove_files(gone)
    return gone, kept


def _remove_pages(gone):
    keys = sample_page_keys()
    kept = []
    for page in Page.objects.filter(translation_key__in=keys).order_by("-depth", "path"):
        page.refresh_from_db()
        if page.numchild:
            kept.append(page)
            continue
        _point_sites_elsewhere(page)
        specific = page.specific
        gone[specific._meta.verbose_name_plural] += 1
        specific.delete()
    return kept


def _point_sites_elsewhere(page):
    """A site goes with its front page; this one has to stay, to begin at the next front page that is made."""
    for site in Site.objects.filter(root_page=page):
        site.root_page = Page.get_first_root_node()
        site.save()


def _remove_settings(gone):
    texts = read("plan")["settings"]["wordings"]["ja"]
    for settings in CouncilSettings.objects.filter(wordings__name=texts["name"]).distinct():
        settings.delete()
        gone[CouncilSettings._meta.verbose_name_plural] += 1


def _remove_files(gone):
    """The files that the sample put into its own collection; somebody else's file there keeps the collection."""
    collection = Collection.objects.filter(name=COLLECTION).first()
    if collection is None:
        return
    names = {path.stem for path in [*PICTURES.glob("*.png"), *DOCUMENTS.glob("*.pdf")]}
    models = (get_image_model(), get_document_model())
    for model in models:
        _delete(model.objects.filter(collection=collection, title__in=names), gone)
    if not any(model.objects.filter(collection=collection).exists() for model in models):
        collection.delete()


def _delete(queryset, gone):
    for each in queryset:
        each.delete()
        gone[queryset.model._meta.verbose_name_plural] += 1
