"""The sample's translations: PO files, taken in as a translator's own would be, so that translators can go on from there.

``translations/<language>/<kind>/<name>.po`` holds one object in one language. ``states.toml`` says which of them stay
drafts, or are left half done, so that a new site shows every state a translation can be in.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import polib
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from home.sample.keys import sample_key

FOLDER = Path(__file__).parent / "translations"
# What is referred to comes before what refers to it, and a parent before its children.
ORDER = [
    "theme",
    "term",
    "home",
    "index",
    "organisation",
    "place",
    "person",
    "page",
    "plan",
    "pillar",
    "goal",
    "initiative",
    "story",
]


class TranslationFileError(Exception):
    """A shipped PO file does not fit the sample's own text."""


@dataclass(frozen=True)
class TranslationFile:
    """A PO file and what it is of."""

    language: str
    kind: str
    name: str
    path: Path

    @property
    def place(self):
        """``story/wednesday-curry``."""
        return f"{self.kind}/{self.name}"

    @property
    def key(self):
        return sample_key(self.kind, self.name)


def translation_files(language):
    """The files of a language in the order in which they have to be taken in."""
    folder = FOLDER / language
    for kind in ORDER:
        for path in sorted((folder / kind).rglob("*.po")):
            yield TranslationFile(language, kind, path.relative_to(folder / kind).with_suffix("").as_posix(), path)


def load_translations(shelf, files=translation_files):
    """Makes the translations that are missing; those that are there stay as they are.

    Args:
        files: from a language to its `TranslationFile` in order.
    """
    states = tomllib.loads((FOLDER / "states.toml").read_text("utf-8"))
    originals = shelf.originals()
    for locale in Locale.objects.exclude(pk=shelf.locale.pk):
        have = set(
            Translation.objects.filter(target_locale=locale).values_list("source__object__translation_key", flat=True)
        )
        for file in files(locale.language_code):
            if file.key in originals and file.key not in have:
                _load(file, originals[file.key], locale, states)
                shelf.count(Translation, True)


def _load(file, original, locale, states):
    source, _made = TranslationSource.get_or_create_from_instance(original)
    translation = Translation(
        # Named in the file's header, so that the file can be taken in again on the editors' side.
        uuid=sample_key("translation", f"{file.language}/{file.place}"),
        source=source,
        target_locale=locale,
    )
    # Without signals: the translation memory would look for proposals for what the file brings.
    Translation.objects.bulk_create([translation])
    entries = polib.pofile(str(file.path))
    place = f"{file.language}/{file.place}"
    if place in states["half_done"]:
        del entries[len(entries) // 2 :]
    # A file that names another translation is passed over without a word.
    entries.metadata["X-WagtailLocalize-TranslationID"] = str(translation.uuid)
    warnings = translation.import_po(entries)
    total, done = translation.get_progress()
    if warnings or (done < total and place not in states["half_done"]):
        raise TranslationFileError(f"{file.path}: {warnings or f'{done} of {total}'}")
    translation.save_target(publish=False)
    if done == total and place not in states["drafts"]:
        # Not by save_target: that publishes when the transaction ends, as the page was before it had children.
        translation.get_target_instance().get_latest_revision().publish()
