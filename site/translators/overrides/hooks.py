"""Answers at wagtail-localize's address: of two that match, the first answers."""

from django.urls import path
from wagtail import hooks

from translators.overrides.views import edit_override


@hooks.register("register_admin_urls")
def answer_for_overrides():
    return [path("localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/", edit_override)]
