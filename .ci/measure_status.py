"""Measures the dashboard "State of translations": time and queries for ten pages and for a thousand, in five languages.

Usage: measure_status.py [NUMBER OF PAGES …]. Each run has a database of its own in a temporary folder, or the one of
DATABASE_URL where that is given. Every page has twenty texts in four translations, in all states.
"""

import os
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = 20
RUNS = 5
ADDRESSES = ["", "?p=7&sort=age", "?state=stale&locale=ko", "?export=csv"]


def main():
    numbers = [int(each) for each in sys.argv[1:]] or [10, 1000]
    with tempfile.TemporaryDirectory() as folder:
        set_up_django(folder)
        client = signed_in()
        made = 0
        for number in numbers:
            make(made, number)
            made = number
            print(f"{number} pages, 5 languages, {TEXTS} texts each")
            for address in ADDRESSES:
                queries, seconds = measured(client, f"/admin/translations/{address}")
                print(f"  {address or '(all)':24} {queries:3} queries  {seconds * 1000:6.0f} ms")


def set_up_django(folder):
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "council.settings.test"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/status.sqlite3")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def signed_in():
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_superuser("measure", "measure@example.jp", "x"))
    return client


def measured(client, address):
    """The number of queries and the middle time of several calls."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        number = len(queries)
    assert answer.status_code == 200, answer.status_code
    times = []
    for _run in range(RUNS):
        start = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - start)
    return number, statistics.median(times)


def make(first, last):
    """Pages number ``first`` to ``last`` with all that stands about them in the database, without one ``save``."""
    from django.conf import settings
    from wagtail.models import Locale, Page

    locales = [Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES]
    front = Page.objects.get(depth=2, locale=locales[0]) if not first else Page.objects.filter(depth=2).first()
    fronts = {locales[0].pk: front}
    for locale in locales[1:]:
        fronts[locale.pk] = Page.objects.filter(depth=2, locale=locale).first() or front.copy_for_translation(locale)
    keys = [uuid.uuid4() for _number in range(first, last)]
    make_pages(first, keys, fronts)
    make_records(keys, locales)


def make_pages(first, keys, fronts):
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Page

    from stories.models import StoryPage

    kind, now = ContentType.objects.get_for_model(StoryPage), timezone.now()
    rows = []
    for locale_id, front in fronts.items():
        for place, key in enumerate(keys):
            number = first + place
            rows.append(
                Page(
                    path=Page._get_path(front.path, front.depth + 1, number + 1),
                    depth=front.depth + 1,
                    title=f"ページ{number}",
                    draft_title=f"ページ{number}",
                    slug=f"page-{number}",
                    url_path=f"{front.url_path}page-{number}/",
                    content_type=kind,
                    locale_id=locale_id,
                    translation_key=key,
                    live=number % 3 != 0 or locale_id == min(fronts),
                    last_published_at=now,
                )
            )
        Page.objects.filter(pk=front.pk).update(numchild=first + len(keys))
    Page.objects.bulk_create(rows, batch_size=500)


def make_records(keys, locales):
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Page
    from wagtail_localize.models import (
        String,
        StringSegment,
        StringTranslation,
        TranslatableObject,
        Translation,
        TranslationContext,
        TranslationSource,
    )

    from council.translation.freshness import PublishedText
    from stories.models import StoryPage
    from translators.synced_text import SyncedText

    source, *targets = locales
    now = timezone.now()
    base, kind = ContentType.objects.get_for_model(Page), ContentType.objects.get_for_model(StoryPage)

    def create(model, rows):
        return model.objects.bulk_create(rows, batch_size=500)

    create(TranslatableObject, [TranslatableObject(translation_key=key, content_type=base) for key in keys])
    common = {"locale": source, "specific_content_type": kind, "content_json": "{}", "last_updated_at": now}
    sources = create(TranslationSource, [TranslationSource(object_id=key, **common) for key in keys])
    create(SyncedText, [SyncedText(source=each, fingerprint="a" * 64) for each in sources])
    create(Translation, [Translation(source=each, target_locale=locale) for each in sources for locale in targets])
    texts = [(each, number) for each in sources for number in range(TEXTS)]
    data = [f"文{uuid.uuid4()}" for _text in texts]
    strings = create(String, [String(locale=source, data=text, data_hash=String._get_data_hash(text)) for text in data])
    contexts = create(
        TranslationContext,
        [
            TranslationContext(object_id=each.object_id, path=f"body.{number}", path_id=uuid.uuid4())
            for each, number in texts
        ],
    )
    create(
        StringSegment,
        [
            StringSegment(source=each, context=context, string=string, order=number)
            for (each, number), context, string in zip(texts, contexts, strings, strict=True)
        ],
    )
    create(
        StringTranslation,
        [
            StringTranslation(
                translation_of=string, context=context, locale=locale, data="…", translation_type="manual"
            )
            for place, (context, string) in enumerate(zip(contexts, strings, strict=True))
            for locale in targets
            if place // TEXTS % 4 or place % 3
        ],
    )
    published = [
        PublishedText(
            translation_key=key, locale=source, fingerprint=("b" if place % 5 == 0 else "a") * 64, changed_at=now
        )
        for place, key in enumerate(keys)
    ]
    published += [
        PublishedText(translation_key=key, locale=locale, changed_at=now, made_from="a" * 64)
        for key in keys
        for locale in targets
    ]
    create(PublishedText, published)


if __name__ == "__main__":
    main()
