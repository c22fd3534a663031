from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Words in, pages out."""

    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from modelsearch.index import get_indexed_models

        from search import cut_pages, signals  # noqa: F401

        # This app stands before Wagtail's search, which connects its own receivers next, and passes over these models.
        for model in get_indexed_models():
            model.search_auto_update = False
        signals.connect()
