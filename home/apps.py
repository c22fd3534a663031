from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page, standard pages, and what makes whole trees: the importer and the sample."""

    name = "home"
    verbose_name = _("Home")
