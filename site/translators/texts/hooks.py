"""Answers at wagtail-localize's address: of two that match, the first answers."""

from django.urls import path
from wagtail import hooks

from translators.texts.views import edit_string_translation


@hooks.register("register_admin_urls")
def answer_for_texts():
    return [
        path("localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/", edit_string_translation)
    ]
