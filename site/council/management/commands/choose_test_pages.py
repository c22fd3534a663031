"""``choose_test_pages``: the addresses that an accessibility test has to look at, as JSON."""

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from council.accessibility.choose_pages import choose_pages


class Command(BaseCommand):
    help = "Prints which pages an accessibility test looks at: 25 drawn at random, 15 chosen."

    def add_arguments(self, parser):
        parser.add_argument("--seed", default=None, help="repeats a draw; without it, the day of today")

    def handle(self, seed, **options):
        rows = choose_pages(seed or timezone.localdate().isoformat())
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
