"""``manage.py compute_readings``: the furigana of everything that is published."""

from django.core.management.base import BaseCommand
from wagtail.models import Page, get_translatable_models

from council.furigana.dictionary import dictionary, forget_readings
from council.furigana.kept import KeptReadings, fingerprint, readings_of
from council.furigana.texts import texts_of


class Command(BaseCommand):
    help = (
        "Computes the readings of all published Japanese texts anew where they are not known yet, and forgets others."
    )

    def handle(self, *args, **options):
        forget_readings()
        prints = set()
        for instance in _published():
            words = dictionary(instance.pk if isinstance(instance, Page) else None)
            texts = texts_of(instance)
            readings_of(texts, words, keep=True)
            prints |= {fingerprint(text, words) for text in texts}
        old = [each for each in KeptReadings.objects.values_list("pk", flat=True).iterator() if each not in prints]
        for start in range(0, len(old), 500):
            KeptReadings.objects.filter(pk__in=old[start : start + 500]).delete()
        self.stdout.write(f"{len(prints)} texts have their readings; {len(old)} of other texts were forgotten.")


def _published():
    pages = Page.objects.live().filter(alias_of__isnull=True, locale__language_code__startswith="ja")
    yield from pages.specific().iterator()
    for model in get_translatable_models():
        if not issubclass(model, Page):
            objects = model._default_manager.filter(locale__language_code__startswith="ja")
            yield from objects.filter(live=True) if hasattr(model, "live") else objects
