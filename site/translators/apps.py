from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslatorsConfig(AppConfig):
    """What translators and their reviewers work with, on top of wagtail-localize."""

    name = "translators"
    verbose_name = _("Translation")

    def ready(self):
        from translators import signals  # noqa: F401
