"""``manage.py make_pictures``: makes every picture in the sizes and formats in which it is shown."""

from django.core.management.base import BaseCommand
from wagtail.images import get_image_model

from council.pictures.make import make_pictures
from council.pictures.presets import all_specs

AT_ONCE = 20


class Command(BaseCommand):
    help = "Makes what is missing of every picture that is shown, as after a change of sizes or formats."

    def add_arguments(self, parser):
        parser.add_argument(
            "--lost-files",
            action="store_true",
            help="First look whether each file is still there, and make those again that are not.",
        )

    def handle(self, *, lost_files, **options):
        if lost_files:
            self.stdout.write(f"{_forget_lost()} files had been lost.")
        ids = list(get_image_model().objects.order_by("pk").values_list("pk", flat=True))
        made = failed = 0
        for start in range(0, len(ids), AT_ONCE):
            some_made, some_failed = make_pictures(ids[start : start + AT_ONCE])
            made, failed = made + some_made, failed + some_failed
        self.stdout.write(f"{made} files made, {failed} pictures failed.")


def _forget_lost():
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=all_specs())
    lost = [each for each in renditions.iterator() if not each.file.storage.exists(each.file.name)]
    for each in lost:
        each.delete()
    return len(lost)
