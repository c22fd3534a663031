from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    """What every app shares: people, themes, terms, organisations, and the page all pages derive from."""

    name = "council"
    verbose_name = _("Council")

    def ready(self):
        from council import checks, signals  # noqa: F401
        from council.translation.segments import mend_missing_text

        mend_missing_text()
