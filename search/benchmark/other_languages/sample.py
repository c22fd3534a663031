"""The texts of the sample site in another language."""

import re
from pathlib import Path

import polib

_TRANSLATIONS = Path(__file__).resolve().parents[3] / "home" / "sample" / "translations"


def sample_texts(language):
    """The sample's pages and what else is translated, each as one text without tags."""
    return [_text_of(polib.pofile(str(file))) for file in sorted((_TRANSLATIONS / language).rglob("*.po"))]


def _text_of(translations):
    return re.sub(r"<[^>]+>", "", "\n".join(entry.msgstr for entry in translations))
