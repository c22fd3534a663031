"""The Japanese texts of pages and snippets, as readers meet them: what can be read before anybody asks for the page."""

import re

from django.db.models import CharField, TextField
from wagtail.fields import StreamField

from council.furigana.markup import plain
from council.language.furigana.alignment import has_kanji
from council.translation.locales import language_of

_TAG_OR_LINE = re.compile(r"<[^>]*>|\n")
# Addresses and what only search engines and messengers read.
_NOT_SHOWN = {"slug", "url_path", "seo_title", "search_description", "draft_title", "consent_for", "consent_record"}


def texts_of(instance):
    """The texts of a page or snippet in Japanese that have kanji, each once, without tags; of others, nothing."""
    if language_of(instance).partition("-")[0] != "ja":
        return []
    found = {}
    for field in instance._meta.concrete_fields:
        if field.name in _NOT_SHOWN:
            continue
        if isinstance(field, StreamField):
            value = getattr(instance, field.name)
            found |= dict.fromkeys(_in_data(value.get_prep_value() if value else []))
        elif isinstance(field, CharField | TextField):
            found |= dict.fromkeys(_parts(getattr(instance, field.name) or ""))
    return list(found)


def _in_data(data):
    if isinstance(data, str):
        yield from _parts(data)
    elif isinstance(data, dict):
        for each in data.values():
            yield from _in_data(each)
    elif isinstance(data, list):
        for each in data:
            yield from _in_data(each)


def _parts(text):
    for part in _TAG_OR_LINE.split(text):
        words = plain(part)
        if has_kanji(words):
            yield words
