"""How long the translation memory takes: 5,000 texts remembered, a page of 60 segments. Prints, and judges nothing.

    .venv/bin/python .ci/measure_memory.py [texts] [segments]

Works on a database of its own, in memory.
"""

import os
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings.test")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Locale  # noqa: E402
from wagtail_localize.models import (  # noqa: E402
    String,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from tests.factories import StoryPageFactory  # noqa: E402
from translators.memory.recall import recall  # noqa: E402

WORDS = list("月に一度みんなで食べる水曜日の夕方商店街こども食堂をひらく近所の人が集まり話し相談手伝う")


def text(chance):
    """One to four sentences of ten to thirty signs, as in a story."""
    return "".join(
        "".join(chance.choice(WORDS) for _word in range(chance.randint(10, 28))) + "。"
        for _sentence in range(chance.randint(1, 4))
    )


def main(remembered=5_000, segments=60):
    call_command("migrate", verbosity=0)
    source_locale = Locale.objects.get_or_create(language_code="ja")[0]
    english = Locale.objects.get_or_create(language_code="en")[0]
    chance = random.Random(7)
    texts = list({text(chance) for _text in range(remembered)})

    first = StoryPageFactory(title="はじめ")
    source, _made = TranslationSource.get_or_create_from_instance(first)
    context = TranslationContext.objects.create(
        object_id=source.object_id, path="old", path_id=TranslationContext._get_path_id("old")
    )
    strings = String.objects.bulk_create(
        String(locale=source_locale, data=data, data_hash=String._get_data_hash(data)) for data in texts
    )
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=string,
            locale=english,
            context=context,
            data=" ".join(f"Sentence {number}." for number in range(string.data.count("。"))),
            translation_type="manual",
        )
        for string in strings
    )

    known = chance.sample(texts, segments)
    third = segments // 3
    page_texts = known[:third] + [each[:-3] + "です。" for each in known[third : 2 * third]]
    page_texts += [each.split("。")[0] + "。" + text(chance) for each in known[2 * third :]]
    page = StoryPageFactory(title="つぎ", body=[("paragraph", f"<p>{each}</p>") for each in page_texts])
    source, _made = TranslationSource.get_or_create_from_instance(page)
    translation = Translation(source=source, target_locale=english)
    Translation.objects.bulk_create([translation])

    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        filled, suggested = recall(translation)
        took = time.perf_counter() - began
    print(
        f"{len(texts)} texts remembered, {len(page_texts)} segments: {filled} filled, {suggested} suggested, "
        f"{took:.2f} s, {len(queries)} queries"
    )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
