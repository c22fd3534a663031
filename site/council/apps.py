from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    """What every app shares: people, themes, terms, organisations, and the page all pages derive from."""

    name = "council"
    verbose_name = _("Council")

    def ready(self):
        from wagtail.models import ReferenceIndex

        from council import checks, signals  # noqa: F401
        from council.site_settings import CouncilSettings
        from council.translation.segments import mend_missing_text

        mend_missing_text()
        # Wagtail leaves settings out: it would not know that an image is the council's logo.
        ReferenceIndex.register_model(CouncilSettings)
