"""``manage.py measure_furigana``: what the furigana of a page costs, beside the page without it."""

from statistics import median
from time import perf_counter

from django.core.management.base import BaseCommand
from django.test import Client
from wagtail.models import Page

from council.furigana.address import PARAMETER

RUNS = 15
# By the names of their types: their apps stand above this one.
_TYPES = ("homepage", "goalpage", "storypage")


class Command(BaseCommand):
    help = "Measures pages with and without furigana in a warm process: milliseconds, the median."

    def add_arguments(self, parser):
        parser.add_argument("addresses", nargs="*", help="such as /ja/plan/; by default a page of three types")
        parser.add_argument("--runs", type=int, default=RUNS)

    def handle(self, *args, **options):
        client = Client(SERVER_NAME="localhost")
        for address in options["addresses"] or _addresses():
            plain, shown = _measured(client, [address, f"{address}?{PARAMETER}=1"], options["runs"])
            self.stdout.write(f"{address}: {plain:.1f} ms, with furigana {shown:.1f} ms: {shown / plain:.2f} times")


def _addresses():
    for name in _TYPES:
        page = Page.objects.live().filter(content_type__model=name, locale__language_code="ja").first()
        if page:
            yield page.url


def _measured(client, addresses, runs):
    """The median of each, taken in turns, so that whatever else the machine does slows all of them."""
    took = {address: [] for address in addresses}
    for run in range(runs + 2):
        for address in addresses:
            start = perf_counter()
            client.get(address)
            # The first two fill what the process remembers.
            if run > 1:
                took[address].append((perf_counter() - start) * 1000)
    return [median(each) for each in took.values()]
