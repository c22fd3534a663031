"""Notes what the index does not have yet, whenever something is changed that pages show.

modelsearch's own receivers write an object before its links are saved, and lose what fails. So they are left out:
docs/decisions/0011-background-work.md.
"""

from django.core.signals import request_finished, request_started
from django.db.models import Exists
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_delete_signal_handler
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, get_page_models
from wagtail.signals import post_page_move

from council.people import Person
from council.pictures.photo import pictures_wanted
from council.site_settings import CouncilSettings
from council.terms import Term
from council.themes import Theme
from council.translation.versions import is_published, restrictions
from search.attached_documents import readable_documents
from search.entries import PageEntry
from search.indexing import moment
from search.indexing.dependents import pages_linked_to, pages_showing
from search.indexing.queue import index_after_answer
from search.pending import mark, mark_images, mark_pages

# What is saved with a draft alone, and is in no index.
_OF_DRAFTS = {
    "draft_title",
    "first_published_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
}
# What other pages show of a page, and what decides whether they show it.
_SHOWN_OF_PAGES = ["title", "live", "expire_at", "alias_of_id"]
# The pages that show all objects of a model, by the name of their type.
_LISTS = {Term: "glossarypage", Theme: "themeindexpage"}


def connect():
    """Connects everything; to be called once, when the models are there."""
    request_started.connect(moment.request_begins, dispatch_uid="search.request_begins")
    request_finished.connect(_request_ends, dispatch_uid="search.request_ends")
    for model in get_indexed_models():
        post_save.connect(_note_saved, sender=model, dispatch_uid="search.note_saved")
        # What is deleted leaves the index in the same transaction.
        post_delete.connect(post_delete_signal_handler, sender=model, dispatch_uid="search.forget_deleted")
    for model in get_page_models():
        _connect_page(model)
    for model in (Person, Term, Theme):
        pre_save.connect(_remember_slug, sender=model, dispatch_uid="search.remember_slug")
        post_save.connect(_note_shown, sender=model, dispatch_uid="search.note_shown")
        pre_delete.connect(_note_not_shown, sender=model, dispatch_uid="search.note_not_shown")
    post_save.connect(_note_document, sender=get_document_model(), dispatch_uid="search.note_document")
    post_save.connect(_note_collection, sender=Collection, dispatch_uid="search.note_collection")
    pre_delete.connect(_note_not_shown, sender=get_document_model(), dispatch_uid="search.note_not_shown")
    for signal in (post_save, post_delete):
        signal.connect(
            _note_restriction_of_collection, sender=CollectionViewRestriction, dispatch_uid="search.note_restriction"
        )
        signal.connect(_note_restriction, sender=PageViewRestriction, dispatch_uid="search.note_restriction")
        signal.connect(_note_locale, sender=Locale, dispatch_uid="search.note_locale")
    post_save.connect(_note_logo, sender=CouncilSettings, dispatch_uid="search.note_logo")
    pictures_wanted.connect(_note_wanted, dispatch_uid="search.note_wanted")
    post_page_move.connect(_note_moved, dispatch_uid="search.note_moved")
    pre_delete.connect(_note_page_deleted, sender=Page, dispatch_uid="search.note_page_deleted")


def _connect_page(model):
    pre_save.connect(_remember_page, sender=model, dispatch_uid="search.remember_page")
    post_save.connect(_note_page, sender=model, dispatch_uid="search.note_page")
    for relation in get_all_child_relations(model):
        for signal in (post_save, post_delete):
            signal.connect(
                _note_child, sender=relation.related_model, dispatch_uid=f"search.note_child.{relation.name}"
            )
    for field in model._meta.get_fields():
        if isinstance(field, ParentalManyToManyField):
            links = field.remote_field.through
            m2m_changed.connect(_note_links, sender=links, dispatch_uid="search.note_links")


def _request_ends(**kwargs):
    moment.request_ends()
    index_after_answer()


def _is_of_drafts(update_fields):
    return update_fields is not None and set(update_fields) <= _OF_DRAFTS


# --- Any object of the index ------------------------------------------------------------------------------------------


def _note_saved(instance, raw=False, update_fields=None, **kwargs):
    if not raw and not _is_of_drafts(update_fields):
        mark(instance)


# --- Pages -----------------------------------------------------------------------------------------------------------


def _remember_page(instance, raw=False, update_fields=None, **kwargs):
    instance._search_before = None
    if not raw and instance.pk and not _is_of_drafts(update_fields):
        instance._search_before = Page.objects.filter(pk=instance.pk).values(*_SHOWN_OF_PAGES).first()


def _note_page(instance, raw=False, update_fields=None, **kwargs):
    before = instance.__dict__.pop("_search_before", None)
    now = {name: getattr(instance, name) for name in _SHOWN_OF_PAGES}
    if raw or _is_of_drafts(update_fields) or now == before:
        return
    was_shown = before is not None and before["live"]
    if was_shown or is_published(instance):
        mark_pages(pages_showing([instance]), hides=was_shown and not is_published(instance))


def _note_page_deleted(instance, **kwargs):
    # Their readers may change, and results are narrowed by the id of the oldest version.
    mark_pages(Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk))
    mark_pages(pages_showing([instance]), hides=True)


def _note_moved(instance, **kwargs):
    moved = Page.objects.filter(path__startswith=instance.path)
    mark_pages(moved)
    is_private = Page.objects.filter(Exists(restrictions()), pk=instance.pk).exists()
    mark_pages(pages_showing(moved), hides=is_private)


def _note_restriction(instance, signal, **kwargs):
    below = Page.objects.filter(path__startswith=instance.page.path)
    # Readers of a language get another version, or this one again.
    mark_pages(Page.objects.filter(translation_key__in=below.values("translation_key")), readers_only=True)
    mark_pages(pages_showing(below), hides=signal is post_save)


def _note_child(instance, raw=False, **kwargs):
    if raw:
        return
    for field in instance._meta.concrete_fields:
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
            mark_pages(Page.objects.filter(pk=getattr(instance, field.attname)))


def _note_links(instance, action, reverse, **kwargs):
    if action.startswith("post_") and not reverse and isinstance(instance, Page):
        mark(instance)


def _note_locale(signal, created=False, **kwargs):
    if signal is post_delete or created:
        mark_pages(Page.objects.filter(pk__in=PageEntry.objects.values("pk")), readers_only=True)


# --- People, terms, themes, documents --------------------------------------------------------------------------------


def _remember_slug(instance, raw=False, **kwargs):
    before = None if raw or not instance.pk else type(instance).objects.filter(pk=instance.pk)
    has_slug = before is not None and hasattr(instance, "slug")
    instance._search_slug = before.values_list("slug", flat=True).first() if has_slug else None


def _note_shown(instance, raw=False, update_fields=None, **kwargs):
    slug = instance.__dict__.pop("_search_slug", None)
    if raw or _is_of_drafts(update_fields):
        return
    is_shown = is_published(instance) and getattr(instance, "has_consent", True)
    mark_pages(pages_showing([instance]), hides=not is_shown)
    _note_lists(type(instance))
    if slug and slug != instance.slug:
        mark_pages(pages_linked_to(instance))


def _note_not_shown(instance, **kwargs):
    mark_pages(pages_showing([instance]), hides=True)
    _note_lists(type(instance))
    mark_pages(pages_linked_to(instance))


def _note_lists(model):
    if model in _LISTS:
        mark_pages(Page.objects.filter(content_type__model=_LISTS[model]))


def _note_document(instance, raw=False, **kwargs):
    if not raw:
        note_documents(get_document_model().objects.filter(pk=instance.pk))


def note_documents(documents):
    """Notes that documents are others now, or others may open them.

    Args:
        documents: a queryset.
    """
    readable = readable_documents(documents)
    mark_pages(pages_showing(readable))
    mark_pages(pages_showing(documents.exclude(pk__in=readable.values("pk"))), hides=True)


def _note_restriction_of_collection(instance, signal, **kwargs):
    mark_pages(pages_showing(_documents_below(instance.collection)), hides=signal is post_save)


def _note_collection(instance, raw=False, created=False, **kwargs):
    """A collection is moved without a signal, but whoever edits it saves it first, in the same transaction.

    Where it goes to is not known yet. So as long as anything is private, its pages are hidden until they are written.
    """
    if not raw and not created and CollectionViewRestriction.objects.exists():
        mark_pages(pages_showing(_documents_below(instance)), hides=True)


def _documents_below(collection):
    return get_document_model().objects.filter(collection__path__startswith=collection.path)


# --- Pictures --------------------------------------------------------------------------------------------------------


def _note_logo(instance, raw=False, **kwargs):
    if not raw and instance.logo:
        mark_images([instance.logo])


def _note_wanted(image, **kwargs):
    mark_images([image])
