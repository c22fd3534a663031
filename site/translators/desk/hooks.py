"""The desk's addresses."""

from django.urls import path
from wagtail import hooks

from translators.desk.views import desk, source_preview


@hooks.register("register_admin_urls")
def desk_urls():
    return [
        path("translators/desk/<int:translation_id>/", desk, name="translators_desk"),
        path("translators/source-preview/<int:translation_id>/", source_preview, name="translators_source_preview"),
    ]
