"""Measures what furigana costs: the time of each Japanese page with it, as a ratio to the page without it.

Usage: measure_furigana.py [RUNS]. On the site of DATABASE_URL, or the one that `make run` has made. Both renditions of a
page are asked for by turns, warm: readings were computed when the page was published, and are kept.
"""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings.dev")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from wagtail.models import Page

    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["*"]
    client, ratios = Client(), {}
    for page in (
        Page.objects.live().filter(locale__language_code="ja", depth__gt=1, alias_of=None).specific().iterator()
    ):
        plain, other = page.url, f"{page.url}?furigana=1"
        if page.url is None or "<rt>" not in client.get(other).content.decode():
            continue
        times = {plain: [], other: []}
        for address in [plain, other, *[plain, other] * runs]:
            begun = time.perf_counter()
            client.get(address)
            times[address].append(time.perf_counter() - begun)
        # The first of each has warmed what follows.
        middle = {address: statistics.median(some[1:]) for address, some in times.items()}
        ratios.setdefault(page._meta.verbose_name, []).append(middle[other] / middle[plain])
    every = [ratio for some in ratios.values() for ratio in some]
    for kind, some in sorted(ratios.items(), key=lambda item: -statistics.median(item[1])):
        print(f"{kind:24} {len(some):4} pages  {statistics.median(some):5.2f}  at most {max(some):5.2f}")
    print(f"{'all':24} {len(every):4} pages  {statistics.median(every):5.2f}  at most {max(every):5.2f}")


if __name__ == "__main__":
    main()
