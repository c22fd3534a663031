"""``load_sample``: a ward that does not exist, with its plan, its stories and its organisations."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from home.front_tree import front_page
from home.sample.accounts import PASSWORD, make_accounts
from home.sample.load import load_sample
from home.sample.remove import remove_sample


class Command(BaseCommand):
    help = "Makes the sample site, or what is missing of it. With --remove, takes it away and touches nothing else."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="take the sample away")
        parser.add_argument("--without-translations", action="store_true", help="in Japanese alone, which is quicker")
        parser.add_argument("--if-empty", action="store_true", help="only where there is no front page yet")
        parser.add_argument(
            "--accounts",
            action="store_true",
            help="also make accounts with public passwords (only where DEBUG is on)",
        )

    def handle(self, **options):
        if options["accounts"] and not settings.DEBUG:
            raise CommandError(_("Accounts with public passwords are made only where DEBUG is on."))
        if options["remove"]:
            self._remove()
            return
        if not (options["if_empty"] and front_page()):
            made = load_sample(with_translations=not options["without_translations"])
            self._print_counts(made, _("The sample was complete already: nothing was made."))
        if options["accounts"]:
            names = make_accounts()
            self.stdout.write(
                _("Accounts: %(names)s; the password of each is %(password)s")
                % {"names": ", ".join(names), "password": PASSWORD}
            )

    def _remove(self):
        gone, kept = remove_sample()
        self._print_counts(gone, _("There is no sample here."))
        for page in kept:
            self.stdout.write(_("Kept, because there are other pages below it: %(title)s") % {"title": page.title})

    def _print_counts(self, counts, otherwise):
        if not counts:
            self.stdout.write(otherwise)
        for name, count in sorted(counts.items(), key=lambda item: str(item[0])):
            self.stdout.write(f"{count:5}  {name}")
