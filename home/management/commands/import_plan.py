"""``import_plan``: a plan document, in Markdown or plain text, becomes drafts."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from home.importer.document import read_plan
from home.importer.pages import import_document
from home.importer.publishing import publish
from home.importer.reading import read_document
from home.importer.refusal import ImportRefused
from home.importer.report import as_data, as_text
from home.importer.wording import refusal_sentence

LONGEST_CONSENT = 200


class Command(BaseCommand):
    help = "Makes drafts of a plan document: goals, initiatives, stories, people, themes, terms."

    def add_arguments(self, parser):
        parser.add_argument("file", help="the document, in Markdown or plain text")
        parser.add_argument("--parent", metavar="PAGE", help="id or address of the plan it belongs to")
        parser.add_argument("--dry-run", action="store_true", help="say what would be made, and make nothing")
        parser.add_argument("--update", action="store_true", help="renew what no editor has touched since")
        parser.add_argument("--publish", action="store_true", help="publish what has no open question")
        parser.add_argument("--consent", metavar="TEXT", default="", help="where the consent of the people is on file")
        parser.add_argument("--report", metavar="FILE", help="write the report as JSON too")

    def handle(self, **options):
        try:
            self._import(options)
        except ImportRefused as refusal:
            raise CommandError(str(refusal_sentence(refusal))) from None

    def _import(self, options):
        consent = options["consent"].strip()
        if consent and not options["publish"]:
            raise ImportRefused("consent_without_publish")
        if len(consent) > LONGEST_CONSENT:
            raise ImportRefused("consent_too_long", limit=LONGEST_CONSENT)
        if options["report"] and _is_same_file(options["report"], options["file"]):
            raise ImportRefused("report_is_document")
        source = read_document(options["file"])
        document = read_plan(source.text)

        def finish(outcome):
            if options["publish"]:
                publish(outcome, consent)
            if options["report"]:
                write_report(options["report"], outcome)

        outcome = import_document(
            source,
            document,
            parent=options["parent"],
            update=options["update"],
            dry_run=options["dry_run"],
            then=finish,
        )
        self.stdout.write(as_text(outcome))


def _is_same_file(one, other):
    return Path(one).exists() and Path(other).exists() and Path(one).samefile(other)


def write_report(path, outcome):
    """Inside the transaction: an import whose report can't be written is undone."""
    text = json.dumps(as_data(outcome), ensure_ascii=False, indent=2, default=str)
    try:
        Path(path).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise ImportRefused("report", path=str(path), reason=error.strerror or str(error)) from None
