"""``setup_site``: what a new site needs before anybody writes: locales, groups, the approval workflow, its address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from council.staff import set_up_groups, set_up_workflow
from home.front_tree import front_page
from home.sample.shelf import Shelf
from home.starter_pages.make import make_starter_pages, translate_starter_pages
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

    def add_arguments(self, parser):
        parser.add_argument(
            "--pages",
            action="store_true",
            help="also the pages about the site that are missing: how to use it, accessibility, privacy",
        )

    @transaction.atomic
    def handle(self, **options):
        made = [code for code, _name in settings.LANGUAGES if Locale.objects.get_or_create(language_code=code)[1]]
        set_up_workflow(set_up_groups())
        set_up_all_translators()
        use_base_url()
        if options["pages"]:
            self._make_pages()
        if options["verbosity"]:
            if made:
                self.stdout.write(_("New locales: %(codes)s.") % {"codes": ", ".join(made)})
            self.stdout.write(_("Locales, groups and the approval workflow are in place."))

    def _make_pages(self):
        home = front_page()
        if home is None:
            raise CommandError(_("There is no front page yet under which the pages could stand."))
        shelf = Shelf()
        taken = make_starter_pages(shelf, home)
        translate_starter_pages(shelf, home)
        self.stdout.write(_("New pages and translations: %(number)s.") % {"number": shelf.made.total()})
        if taken:
            self.stdout.write(_("Left as they are: %(names)s.") % {"names": ", ".join(taken)})
