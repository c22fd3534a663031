from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """The plan: what the ward wants to become, who does what for it, and how far they are."""

    name = "plans"
    verbose_name = _("Plans")
