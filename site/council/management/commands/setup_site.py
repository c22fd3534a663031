"""``setup_site``: what a new site needs before anybody writes: locales, groups, the approval workflow."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from council.staff import set_up_groups, set_up_workflow


class Command(BaseCommand):
    help = "Makes the locales of the settings, the groups of writers and approvers, and the approval workflow. May be repeated."

    @transaction.atomic
    def handle(self, **options):
        made = [code for code, _name in settings.LANGUAGES if Locale.objects.get_or_create(language_code=code)[1]]
        set_up_workflow(set_up_groups())
        if options["verbosity"]:
            if made:
                self.stdout.write(_("New locales: %(codes)s.") % {"codes": ", ".join(made)})
            self.stdout.write(_("Locales, groups and the approval workflow are in place."))
