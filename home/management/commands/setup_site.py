"""``setup_site``: what a new site needs before anybody writes: locales, groups, the approval workflow, its address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from council.staff import set_up_groups, set_up_workflow
from translators.groups import set_up_all_translators


def use_base_url():
    """The default site answers at ``BASE_URL``: what canonical links, the sitemap and mails are made from."""
    address = urlsplit(settings.BASE_URL)
    site = Site.objects.filter(is_default_site=True).first()
    port = address.port or {"https": 443}.get(address.scheme, 80)
    if site and (site.hostname, site.port) != (address.hostname, port):
        site.hostname, site.port = address.hostname, port
        site.save()


class Command(BaseCommand):
    help = "Makes locales, groups and the approval workflow, and gives the site its address. May be repeated."

    @transaction.atomic
    def handle(self, **options):
        made = [code for code, _name in settings.LANGUAGES if Locale.objects.get_or_create(language_code=code)[1]]
        set_up_workflow(set_up_groups())
        set_up_all_translators()
        use_base_url()
        if options["verbosity"]:
            if made:
                self.stdout.write(_("New locales: %(codes)s.") % {"codes": ", ".join(made)})
            self.stdout.write(_("Locales, groups and the approval workflow are in place."))
