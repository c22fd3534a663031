"""``setup_translators``: the groups of translators and reviewers of every language."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from translators.groups import set_up_all_translators


class Command(BaseCommand):
    help = "Makes a group of translators and one of reviewers for each language. May be repeated."

    @transaction.atomic
    def handle(self, **options):
        set_up_all_translators()
        if options["verbosity"]:
            self.stdout.write(_("The groups of translators and reviewers are in place."))
