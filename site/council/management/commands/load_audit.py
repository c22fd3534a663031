"""``load_audit``: what a test of the pages found goes into the site's results page."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from council.accessibility.load import AuditFileError, load_audit


class Command(BaseCommand):
    help = "Takes in the results of an accessibility audit. What was signed as met and fails in it is open again."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the file that `make audit` wrote")

    def handle(self, path, **options):
        try:
            test, reopened = load_audit(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError) as error:
            reason = _("it is not what an audit writes (%(what)s)") if isinstance(error, AuditFileError) else "%(what)s"
            raise CommandError(f"{path}: {reason % {'what': error}}") from error
        self.stdout.write(
            _("Test of %(date)s: %(pages)s pages, %(criteria)s criteria.")
            % {"date": test.tested_on, "pages": len(test.pages), "criteria": len(test.criteria)}
        )
        if reopened:
            self.stdout.write(_("Open again: %(criteria)s.") % {"criteria": ", ".join(reopened)})
