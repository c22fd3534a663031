"""Answers at wagtail-localize's address: of two that match, the first answers."""

from django.urls import path
from wagtail import hooks

from translators.machine.views import machine_translate_view


@hooks.register("register_admin_urls")
def answer_for_machine_translation():
    return [path("localize/translate/<int:translation_id>/machine_translate/", machine_translate_view)]
