"""Answers at wagtail-localize's addresses: of two that match, the first answers."""

from django.urls import path
from wagtail import hooks

from translators.po.views import download_po, upload_po


@hooks.register("register_admin_urls")
def answer_for_po_files():
    return [
        path("localize/translate/<int:translation_id>/pofile/download/", download_po),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload_po),
    ]
