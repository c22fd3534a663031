"""What was drawn of a page or a photograph goes when that goes: a face that was taken back must not stay in a file."""

from contextlib import suppress

from django.conf import settings
from django.core.files.storage import default_storage
from wagtail.models import Page, get_page_models

from council.share_picture.storage import PICTURES, folder_of
from council.themes import Theme


def forget_deleted(instance, **kwargs):
    """To be called when a page or theme is deleted or a page is no longer published."""
    if isinstance(instance, Page | Theme):
        _forget("theme" if isinstance(instance, Theme) else "page", [instance.pk])


def forget_pages_with(instance, **kwargs):
    """To be called before an image is deleted: afterwards no page knows that it had it."""
    for model in get_page_models():
        if any(field.name == "picture" for field in model._meta.get_fields()):
            _forget("page", model._base_manager.filter(picture=instance.pk).values_list("pk", flat=True))


def forget_private(instance, **kwargs):
    """To be called when a page has been made private, with all below it."""
    _forget("page", Page.objects.filter(path__startswith=instance.page.path).values_list("pk", flat=True))


def _forget(kind, pks):
    gone = {(kind, pk) for pk in pks}
    for language, _name in settings.LANGUAGES if gone else []:
        # Most pages were never drawn: those that were are asked for once, instead of each page by itself.
        with suppress(OSError):
            for name in default_storage.listdir(PICTURES.format(language=language))[0]:
                drawn, _dash, pk = name.partition("-")
                if pk.isdecimal() and (drawn, int(pk)) in gone:
                    _empty(folder_of(language, drawn, pk))


def _empty(folder):
    for file in default_storage.listdir(folder)[1]:
        default_storage.delete(f"{folder}/{file}")
