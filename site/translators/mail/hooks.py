"""What the history of a translation says when it has become complete."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from translators.mail.events import COMPLETED


@hooks.register("register_log_actions")
def completed_action(actions):
    actions.register_action(COMPLETED, _("Complete translation"), _("The translation is complete"))
