"""``compile_messages``: translations from text to what gettext reads, without gettext's own tools installed."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compiles every .po file below LOCALE_PATHS that is newer than its .mo file."
    requires_system_checks = []

    def handle(self, **options):
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                target = source.with_suffix(".mo")
                if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                    continue
                # Written aside and moved: a server that starts meanwhile never reads half a file.
                aside = target.with_suffix(".mo.new")
                polib.pofile(str(source)).save_as_mofile(str(aside))
                aside.replace(target)
