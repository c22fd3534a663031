from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    """The stories of the people who carry the plan out."""

    name = "stories"
    verbose_name = _("Stories")
